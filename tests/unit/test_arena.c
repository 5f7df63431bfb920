#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/mem.h"

static const struct {
	const char *label;
	size_t size;
	int count; /* how many at once */
} alloc_rows[] = {
	{ "nothing still has an address", 0, 3 },
	{ "one byte", 1, 100 },
	{ "odd sizes", 17, 5000 },
	{ "nearly a block", 32767, 5 },
	{ "a block", 32768, 5 },
	{ "more than a block", 100000, 5 },
};

/* Zeroed, aligned, and nobody else's: each is filled with its own byte. */
static int try_sizes(struct arena *arena, size_t size, int count)
{
	unsigned char *before = NULL;
	int wrong = 0;

	for (int i = 0; i < count; i++) {
		unsigned char *made = arena_alloc(arena, size);

		wrong += (uintptr_t)made % alignof(max_align_t) != 0;
		for (size_t at = 0; at < size; at++)
			wrong += made[at] != 0;
		memset(made, i % 255 + 1, size);
		if (before && size > 0)
			wrong += before[size - 1] != (i - 1) % 255 + 1;
		before = made;
	}
	return wrong;
}

static void every_size_is_zeroed_and_aligned(void **state)
{
	struct arena arena = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(alloc_rows); i++) {
		if (try_sizes(&arena, alloc_rows[i].size,
			      alloc_rows[i].count) == 0)
			continue;
		print_error("%s: not zeroed, not aligned or shared\n",
			    alloc_rows[i].label);
		wrong++;
	}
	arena_clear(&arena);
	assert_null(arena.blocks);
	assert_int_equal(wrong, 0);
}

static void strings_are_copies(void **state)
{
	struct arena arena = { 0 };
	char source[] = "abc";
	char *whole = arena_strdup(&arena, source);
	char *part = arena_strndup(&arena, source, 2);
	char *printed = arena_printf(&arena, "%s-%d", source, 7);

	(void)state;
	memset(source, 'x', 3);
	assert_string_equal(whole, "abc");
	assert_string_equal(part, "ab");
	assert_string_equal(printed, "abc-7");
	assert_string_equal(arena_strdup(&arena, ""), "");
	assert_null(arena_strdup(&arena, NULL));
	assert_null(arena_strndup(&arena, NULL, 3));
	arena_clear(&arena);
}

static void a_list_grows_with_its_members(void **state)
{
	struct arena arena = { 0 };
	struct member {
		size_t number;
		char letter;
	} *list = NULL;
	size_t wrong = 0;

	(void)state;
	for (size_t count = 0; count < 10000; count++) {
		list = arena_grow(&arena, list, count, sizeof(*list));
		wrong += list[count].number != 0;
		list[count].number = count;
		list[count].letter = 'a';
	}
	for (size_t i = 0; i < 10000; i++)
		wrong += list[i].number != i || list[i].letter != 'a';
	assert_int_equal(wrong, 0);
	arena_clear(&arena);
}

/* Ten thousand texts, each asked for three times, are ten thousand. */
static void equal_texts_are_shared(void **state)
{
	struct arena arena = { 0 };
	const char *first[10000] = { NULL };
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < 3 * COUNT_OF(first); i++) {
		const size_t n = i % COUNT_OF(first);
		char text[16];
		const char *got;

		(void)snprintf(text, sizeof(text), "%zu", n);
		got = arena_share(&arena, text);
		wrong += strcmp(got, text) != 0;
		wrong += first[n] && first[n] != got;
		first[n] = got;
	}
	assert_int_equal(wrong, 0);
	assert_null(arena_share(&arena, NULL));
	assert_ptr_equal(arena_share(&arena, ""), arena_share(&arena, ""));
	arena_clear(&arena);
}

/* Two lists that grow by turns, with small things between: the blocks of the
 * large ones are released, and nothing else is. */
static void large_lists_release_what_they_outgrow(void **state)
{
	struct arena arena = { 0 };
	char *small[5000] = { NULL };
	size_t *lists[2] = { NULL };
	size_t wrong = 0;

	(void)state;
	for (size_t count = 0; count < COUNT_OF(small); count++) {
		small[count] = arena_printf(&arena, "%zu", count);
		for (size_t i = 0; i < 2; i++) {
			for (size_t n = 8 * count; n < 8 * count + 8; n++) {
				lists[i] = arena_grow(&arena, lists[i], n,
						      sizeof(size_t));
				lists[i][n] = n + i;
			}
		}
	}
	for (size_t n = 0; n < 8 * COUNT_OF(small); n++)
		wrong += lists[0][n] != n || lists[1][n] != n + 1 ||
			 strtoul(small[n / 8], NULL, 10) != n / 8;
	assert_int_equal(wrong, 0);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_size_is_zeroed_and_aligned),
		cmocka_unit_test(strings_are_copies),
		cmocka_unit_test(a_list_grows_with_its_members),
		cmocka_unit_test(equal_texts_are_shared),
		cmocka_unit_test(large_lists_release_what_they_outgrow),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
