/*
 * Decisions in the spellings that committees' lists have, and what is none.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "ingest/decision_key.h"
#include "lib/text.h"

static const struct {
	const char *label;
	const char *cell;
	const char *want; /* "day paragraph"; "refused" */
} rows[] = {
	{ "body, day, paragraph", "SON 2018-08-27 §52", "2018-08-27 52" },
	{ "a space behind the sign", "SON 2024-02-07 § 14", "2024-02-07 14" },
	{ "no body", "2023-11-08 §112", "2023-11-08 112" },
	{ "paragraph first", "§95 2023-10-04", "2023-10-04 95" },
	{ "paragraph first, with body and comma", "SON § 95, 2023-10-04",
	  "2023-10-04 95" },
	{ "a no-break space",
	  "2023-11-08 §\xC2\xA0"
	  "7",
	  "2023-11-08 7" },
	{ "nothing between", "2023-11-08§7", "2023-11-08 7" },
	{ "a body in Swedish", "Vård- och omsorgsnämnden 2023-11-08 §7",
	  "2023-11-08 7" },
	{ "spaces around", "  2023-11-08 §7 ", "2023-11-08 7" },
	{ "the day as digits", "20231108 § 7", "2023-11-08 7" },
	{ "no paragraph", "SON 2018-08-27", "refused" },
	{ "no day", "SON §52", "refused" },
	{ "a sign without a number", "2018-08-27 §", "refused" },
	{ "a paragraph nought", "2018-08-27 §0", "refused" },
	{ "a paragraph of five digits", "2018-08-27 §12345", "refused" },
	{ "two paragraphs", "2018-08-27 §5 §6", "refused" },
	{ "two days", "2018-08-27 2018-08-28 §6", "refused" },
	{ "a day that is none", "2018-02-30 §6", "refused" },
	{ "another number", "2018-08-27 §5 12", "refused" },
	{ "empty", "", "refused" },
};

static void keys_are_read_in_every_spelling(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct decision_key key = { 0 };
		struct text got = { 0 };

		if (decision_key_read(&key, rows[i].cell)) {
			date_add_text(&got, key.date);
			text_printf(&got, " %d", key.paragraph);
		} else {
			text_add(&got, "refused");
		}
		if (strcmp(got.at, rows[i].want) != 0) {
			print_error("%s: got %s, want %s\n", rows[i].label,
				    got.at, rows[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_read_in_every_spelling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
