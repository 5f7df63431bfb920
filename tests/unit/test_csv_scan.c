/*
 * The fast way of reading rows is libcsv's, byte for byte: any text of the
 * characters that matter, in pieces of any size, gives the same rows, lines and
 * faults.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "csv_trace.h"

#define TEXTS 4000
#define PARTS 60  /* at most */
#define LONGEST 8 /* bytes of a part */

/* xorshift64*: the same texts on every machine. */
static uint64_t next(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * 0x2545F4914F6CDD1DU;
}

/* Of the characters that mean something, and well-formed cells among them. */
static size_t make_text(char text[PARTS * LONGEST], uint64_t *state)
{
	static const char *const parts[] = {
		";",    "\n",    "\r\n",     "\"",         "a",
		"å",    "\"x\"", "\"a;b\"",  "\"\"\"\"",   "\r",
		"=",    " ",     "\"l\nl\"", "\"a\"\"b\"", "=\"1\"",
		"abc;", "1,5\n", "\"q\";",   "\"r\r\nr\"", ";\n",
	};
	size_t count = next(state) % PARTS;
	size_t len = 0;

	for (size_t i = 0; i < count; i++) {
		const char *part = parts[next(state) % COUNT_OF(parts)];

		memcpy(text + len, part, strlen(part));
		len += strlen(part);
	}
	return len;
}

static bool is_same(const struct text *a, const struct text *b)
{
	return a->len == b->len &&
	       memcmp(text_string(a), text_string(b), a->len) == 0;
}

static void rows_are_those_of_libcsv(void **state)
{
	const struct csv_form plain = { .delimiter = ';', .plain = true };
	const struct csv_form fast = { .delimiter = ';' };
	uint64_t chance = 1;
	int wrong = 0;

	(void)state;
	for (int i = 0; i < TEXTS; i++) {
		char text[PARTS * LONGEST];
		size_t len = make_text(text, &chance);
		struct text want = { 0 };

		csv_trace(&want, &plain, text, len, len + 1);
		for (size_t size = 1; size <= len + 1; size += 1 + size / 4) {
			struct text got = { 0 };

			csv_trace(&got, &fast, text, len, size);
			if (!is_same(&got, &want)) {
				print_error("%.*s\nin pieces of %zu: got %s, "
					    "want %s\n",
					    (int)len, text, size,
					    text_string(&got),
					    text_string(&want));
				wrong++;
			}
			text_clear(&got);
		}
		text_clear(&want);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_those_of_libcsv),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
