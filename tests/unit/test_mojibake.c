/*
 * Letters that were read in the wrong encoding: counted, and the first found.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/mojibake.h"
#include "lib/mem.h"
#include "lib/text.h"

static const struct {
	const char *label;
	const char *text;
	enum mojibake_kind kind;
	struct mojibake want;
} cases[] = {
	{ "nothing", "", MOJIBAKE_UTF8, { 0 } },
	{ "right", "Räksmörgås, Åre, Ängö, idé", MOJIBAKE_UTF8, { 0 } },
	{ "UTF-8, small",
	  "RÃ¤ksmÃ¶rgÃ¥s",
	  MOJIBAKE_UTF8,
	  { 3, "Ã¤", "ä", 1, 2 } },
	{ "UTF-8, large",
	  "Ã…re, Ã„ngÃ¶",
	  MOJIBAKE_UTF8,
	  { 3, "Ã…", "Å", 1, 1 } },
	{ "UTF-8 is not DOS", "hÃ„r", MOJIBAKE_DOS, { 0 } },
	{ "lines", "a\r\nb\rc\nåäÃ–", MOJIBAKE_UTF8, { 1, "Ã–", "Ö", 4, 3 } },
	{ "a letter of Portuguese", "SÃO", MOJIBAKE_UTF8, { 0 } },
	{ "DOS", "int„kter f”r †ret", MOJIBAKE_DOS, { 2, "„", "ä", 1, 4 } },
	{ "quoted", "„ja” och ”nej”", MOJIBAKE_DOS, { 0 } },
	{ "at the end", "f”", MOJIBAKE_DOS, { 0 } },
};

static bool is_found(const struct mojibake *got, const struct mojibake *want,
		     long shift)
{
	if (got->count == 0 || want->count == 0)
		return got->count == want->count;
	return got->count == want->count && got->line == want->line &&
	       got->character == want->character + shift &&
	       strcmp(got->sign, want->sign) == 0 &&
	       strcmp(got->letter, want->letter) == 0;
}

/* At any place of sixteen bytes: behind some spaces. */
static void wrong_letters_are_counted(void **state)
{
	const size_t spaces = 20;
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases) * spaces; i++) {
		size_t before = i % spaces;
		const struct mojibake *want = &cases[i / spaces].want;
		struct mojibake found[MOJIBAKE_KINDS] = { 0 };
		const struct mojibake *got = &found[cases[i / spaces].kind];
		struct text text = { 0 };

		for (size_t j = 0; j < before; j++)
			text_add_char(&text, ' ');
		text_add(&text, cases[i / spaces].text);
		mojibake_find(found, text.at, text.len, 1);
		if (!is_found(got, want, want->line == 1 ? (long)before : 0)) {
			print_error("%s behind %zu: %ld, first at %ld:%ld\n",
				    cases[i / spaces].label, before, got->count,
				    got->line, got->character);
			wrong++;
		}
		text_clear(&text);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_letters_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
