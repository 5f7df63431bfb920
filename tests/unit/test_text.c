#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/mem.h"
#include "lib/text.h"

static const struct {
	const char *label;
	size_t first; /* bytes added at once */
	size_t then;
} size_rows[] = {
	{ "nothing", 0, 0 },
	{ "one by one", 1, 1 },
	{ "one short of the first room", 63, 0 },
	{ "exactly the first room", 64, 0 },
	{ "up to the first room", 60, 4 },
	{ "far past the first room", 1, 100000 },
	{ "doubled", 64, 64 },
};

static void text_keeps_what_is_added(void **state)
{
	static char source[100001];
	int wrong = 0;

	(void)state;
	memset(source, 'x', sizeof(source) - 1);
	for (size_t i = 0; i < COUNT_OF(size_rows); i++) {
		size_t want = size_rows[i].first + size_rows[i].then;
		struct text text = { 0 };

		text_add_bytes(&text, source, size_rows[i].first);
		text_add_bytes(&text, source, size_rows[i].then);
		if (text.len != want || strlen(text.at) != want ||
		    text.room <= text.len) {
			print_error("%s: got %zu bytes in %zu, want %zu\n",
				    size_rows[i].label, text.len, text.room,
				    want);
			wrong++;
		}
		text_clear(&text);
	}
	assert_int_equal(wrong, 0);
}

static void text_adds_in_four_ways(void **state)
{
	struct text text = { 0 };

	(void)state;
	assert_string_equal(text_string(&text), "");
	text_add(&text, "a");
	text_add_char(&text, 'b');
	text_add_bytes(&text, "cde", 2);
	text_printf(&text, "%s%ld", "f", -12L);
	assert_string_equal(text_string(&text), "abcdf-12");
	text_reset(&text);
	assert_string_equal(text.at, "");
	text_printf(&text, "%0200d", 7);
	assert_int_equal(text.len, 200);
	assert_string_equal(text.at + 198, "07");
	text_clear(&text);
	assert_null(text.at);
	text_reset(&text);
}

static void numbers_are_as_printed(void **state)
{
	const size_t numbers[] = { 0, 7, 10, 65535, SIZE_MAX };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(numbers) * 22; i++) {
		size_t number = numbers[i / 22];
		int width = (int)(i % 22);
		struct text added = { 0 };
		struct text printed = { 0 };

		text_add_number(&added, number);
		text_add_digits(&added, number, width + 1);
		text_printf(&printed, "%zu%0*zu", number, width + 1, number);
		assert_string_equal(added.at, printed.at);
		text_clear(&added);
		text_clear(&printed);
	}
}

/* Around the room that a text has at first. */
static void what_is_printed_has_room(void **state)
{
	(void)state;
	for (int len = 0; len < 200; len++) {
		struct text text = { 0 };

		text_add(&text, "ab");
		text_printf(&text, "%0*d", len, 1);
		text_printf(&text, "%s", "end");
		assert_int_equal(text.len, strlen(text.at));
		assert_int_equal(text.len, 2 + (len ? len : 1) + 3);
		assert_string_equal(text.at + text.len - 4, "1end");
		text_clear(&text);
	}
}

static void text_holds_nuls(void **state)
{
	struct text text = { 0 };

	(void)state;
	text_add_bytes(&text, "a\0b", 3);
	assert_int_equal(text.len, 3);
	assert_memory_equal(text.at, "a\0b", 4);
	text_clear(&text);
}

static void detach_hands_over(void **state)
{
	struct text text = { 0 };
	char *nothing = text_detach(&text);
	char *kept;

	(void)state;
	assert_string_equal(nothing, "");
	text_add(&text, "kept");
	kept = text_detach(&text);
	assert_null(text.at);
	assert_int_equal(text.len, 0);
	text_add(&text, "other");
	assert_string_equal(kept, "kept");
	text_clear(&text);
	free(kept);
	free(nothing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_keeps_what_is_added),
		cmocka_unit_test(text_adds_in_four_ways),
		cmocka_unit_test(numbers_are_as_printed),
		cmocka_unit_test(what_is_printed_has_room),
		cmocka_unit_test(text_holds_nuls),
		cmocka_unit_test(detach_hands_over),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
