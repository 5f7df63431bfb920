#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "bokslut/explain_words.h"
#include "lib/mem.h"
#include "lib/text.h"

/* No catalogue lies beside this program, so that the words stay English. */
static const struct {
	const char *label;
	const char *stored;
	const char *shown;
} tests[] = {
	{ "a target's test loses its hyphen", "at-most 7.5", "at most 7.5" },
	{ "a row's test stays", "at least 0.5", "at least 0.5" },
	{ "a test without a number", "unstated", "not stated" },
	{ "yes or no behind a test", "equals yes", "equal to yes" },
	{ "words of the municipality behind a test", "one of not-measured, x",
	  "one of not-measured, x" },
	{ "yes or no alone", "no", "no" },
	{ "what no word of ours begins", "1.5", "1.5" },
}, words[] = {
	{ "a missing state", "not-yet-due", "not yet due" },
	{ "a series", "forecast", "forecast" },
	{ "a word that only begins like ours", "secretary", "secretary" },
	{ "nothing", "", "" },
};

static bool is_shown(const char *label, const char *want, const char *got)
{
	if (strcmp(want, got) == 0)
		return true;
	print_error("%s: wanted \"%s\", got \"%s\"\n", label, want, got);
	return false;
}

static void tests_are_shown_in_words(void **state)
{
	bool all = true;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(tests); i++) {
		struct text line = { 0 };

		explain_add_test(&line, tests[i].stored);
		all = is_shown(tests[i].label, tests[i].shown,
			       text_string(&line)) &&
		      all;
		text_clear(&line);
	}
	assert_true(all);
}

static void only_whole_words_are_shown_in_words(void **state)
{
	bool all = true;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		all = is_shown(words[i].label, words[i].shown,
			       explain_word(words[i].stored)) &&
		      all;
	assert_true(all);
}

int main(void)
{
	const struct CMUnitTest list[] = {
		cmocka_unit_test(tests_are_shown_in_words),
		cmocka_unit_test(only_whole_words_are_shown_in_words),
	};

	return cmocka_run_group_tests(list, NULL, NULL);
}
