/* Where a number must not be cut, by hand: a | stands where it may. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/text.h"
#include "typeset/numeral.h"

static const struct {
	const char *text;
	const char *want;
} rows[] = {
	{ "12345", "12345" },
	{ "ab12cd", "a|b|12|c|d" },
	{ "−12,5", "−12,5" },
	{ "+3.25", "+3.25" },
	{ "-7", "-7" },
	{ "12\u202f345\u00a0678", "12\u202f345\u00a0678" },
	{ "1\u2009234", "1\u2009234" },
	{ "85\u00a0%", "85|\u00a0|%" },
	{ "≥\u00a085", "≥|\u00a0|85" },
	{ "7,", "7|," },
	{ ",7", ",|7" },
	{ "2025-04-30", "2025|-04|-30" },
	{ "abc", "a|b|c" },
	{ "", "" },
};

static void numbers_stay_whole(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *text = rows[i].text;
		const size_t len = strlen(text);
		struct text got = { 0 };

		for (size_t at = 0; at < len; at++) {
			const bool inside =
				((unsigned char)text[at] & 0xc0) == 0x80;

			if (at > 0 && !inside && !numeral_holds(text, len, at))
				text_add_char(&got, '|');
			text_add_char(&got, text[at]);
		}
		if (strcmp(text_string(&got), rows[i].want) != 0) {
			print_error("got %s, want %s\n", text_string(&got),
				    rows[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

/* What stands behind the text is none of it. */
static void numbers_end(void **state)
{
	static const char text[] = "a−12,5 7,8";

	(void)state;
	assert_int_equal(numeral_end(text, sizeof(text) - 1, 0), 0);
	assert_int_equal(numeral_end(text, sizeof(text) - 1, 1), 8);
	assert_int_equal(numeral_end(text, sizeof(text) - 1, 4), 8);
	assert_int_equal(numeral_end(text, 6, 4), 6);
	assert_int_equal(numeral_end(text, sizeof(text) - 1, 8), 8);
	assert_int_equal(numeral_end(text, sizeof(text) - 1, 9), 12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_stay_whole),
		cmocka_unit_test(numbers_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
