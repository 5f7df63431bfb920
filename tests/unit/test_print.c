#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

#define NBSP "\xc2\xa0"       /* U+00A0 */
#define NARROW "\xe2\x80\xaf" /* U+202F */
#define MINUS "\xe2\x88\x92"  /* U+2212 */

static const struct quantity quantities[] = {
	{ .id = "percent", .print = "%", .max_decimals = 1, .hundred = true },
	{ .id = "tkr", .print = "tkr", .thousands = true },
	{ .id = "persons", .print = "personer" },
	{ .id = "index", .print = "", .min_decimals = 1, .max_decimals = 2 },
};

static const struct quantity *quantity_called(const char *id)
{
	for (size_t i = 0; i < COUNT_OF(quantities); i++)
		if (strcmp(quantities[i].id, id) == 0)
			return &quantities[i];
	fail_msg("no quantity %s", id);
	return NULL;
}

/* "12", "31415/261792", "yes", "no", "day", "?": not measured, "..": secret */
static struct figure figure_of(const char *from)
{
	struct figure figure = { .kind = FIGURE_MISSING };
	const char *slash = strchr(from, '/');
	char numerator[32] = "";

	if (strcmp(from, "..") == 0)
		return figure_of_missing(MISSING_SECRET);
	if (strcmp(from, "?") == 0)
		return figure_of_missing(MISSING_NOT_MEASURED);
	if (strcmp(from, "yes") == 0 || strcmp(from, "no") == 0)
		return (struct figure){ .kind = FIGURE_YESNO,
					.yes = from[0] == 'y' };
	if (strcmp(from, "day") == 0)
		return (struct figure){ .kind = FIGURE_DATE,
					.date = { 2025, 4, 30 } };
	if (!slash) {
		figure.kind = FIGURE_NUMBER;
		assert_true(decimal_parse(&figure.number, from));
		return figure;
	}
	figure.kind = FIGURE_RATIO;
	memcpy(numerator, from, (size_t)(slash - from));
	assert_true(decimal_parse(&figure.number, numerator));
	assert_true(decimal_parse(&figure.denominator, slash + 1));
	return figure;
}

/* The Swedish words of the repository; tests run in its root. */
static int load_words(void **state)
{
	static struct words words;
	struct text why = { 0 };
	bool ok = words_load(&words, ".", "sv", &why);

	if (!ok)
		print_error("%s\n", text_string(&why));
	text_clear(&why);
	*state = &words;
	return ok ? 0 : -1;
}

static int clear_words(void **state)
{
	words_clear(*state);
	return 0;
}

static const struct {
	const char *quantity;
	const char *figure;
	const char *want;
	const char *said; /* in a sentence; NULL: the same */
} figure_rows[] = {
	{ "percent", "31415.00/261792.00", "12" NBSP "%", NULL },
	{ "percent", "1/3", "33,3" NBSP "%", NULL },
	{ "percent", "1/8", "12,5" NBSP "%", NULL },
	{ "percent", "2/3", "66,7" NBSP "%", NULL },
	{ "percent", "7.5", "7,5" NBSP "%", NULL },
	{ "percent", "87.45", "87,5" NBSP "%", NULL },
	{ "percent", "-87.45", MINUS "87,5" NBSP "%", NULL },
	{ "percent", "0.04", "0" NBSP "%", NULL },
	{ "percent", "80.00", "80" NBSP "%", NULL },
	{ "tkr", "-900", MINUS "900" NBSP "tkr", NULL },
	{ "tkr", "1004", "1" NARROW "004" NBSP "tkr", NULL },
	{ "tkr", "203005.5", "203" NARROW "006" NBSP "tkr", NULL },
	{ "persons", "1", "1" NBSP "person", NULL },
	{ "persons", "0", "0" NBSP "personer", NULL },
	{ "persons", "21", "21" NBSP "personer", NULL },
	{ "persons", "1234", "1234" NBSP "personer", NULL },
	{ "persons", "12345", "12" NARROW "345" NBSP "personer", NULL },
	{ "index", "4", "4,0", NULL },
	{ "index", "62.55", "62,55", NULL },
	{ "persons", "yes", "Ja", NULL },
	{ "persons", "no", "Nej", NULL },
	{ "persons", "day", "30 april 2025", NULL },
	{ "percent", "?", "\xe2\x80\x93", "ej m\xc3\xa4tt" },
	{ "percent", "..", "..", "skyddas av sekretess" },
};

static int compare(const char *from, const char *got, const char *want)
{
	if (strcmp(got, want) == 0)
		return 0;
	print_error("%s: got %s, want %s\n", from, got, want);
	return 1;
}

static void figures_are_printed_with_their_unit(void **state)
{
	int wrong = 0;

	for (size_t i = 0; i < COUNT_OF(figure_rows); i++) {
		const struct quantity *quantity =
			quantity_called(figure_rows[i].quantity);
		struct figure figure = figure_of(figure_rows[i].figure);
		const char *said = figure_rows[i].said;
		struct text got = { 0 };

		print_figure(&got, *state, quantity, &figure);
		wrong += compare(figure_rows[i].figure, got.at,
				 figure_rows[i].want);
		text_reset(&got);
		print_in_words(&got, *state, quantity, &figure);
		wrong += compare(figure_rows[i].figure, got.at,
				 said ? said : figure_rows[i].want);
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	struct number_format format;
	const char *quantity;
	const char *figure;
	const char *want;
} format_rows[] = {
	{ { .group = "" }, "tkr", "203005.5", "203006" NBSP "tkr" },
	{ { .group = NBSP }, "tkr", "1004", "1" NBSP "004" NBSP "tkr" },
	{ { .group = "." }, "tkr", "-1234567", MINUS "1.234.567" NBSP "tkr" },
	{ { .from = 10000 }, "tkr", "1004", "1004" NBSP "tkr" },
	{ { .from = 1000 },
	  "persons",
	  "1234",
	  "1" NARROW "234" NBSP "personer" },
	{ { .minus = "-" }, "percent", "-87.45", "-87,5" NBSP "%" },
	{ { .minus = "\u2013" }, "tkr", "-900", "\u2013900" NBSP "tkr" },
	{ { .percent = "" }, "percent", "7.5", "7,5%" },
	{ { .percent = "" }, "persons", "21", "21" NBSP "personer" },
	{ { .percent = NARROW }, "percent", "80", "80" NARROW "%" },
	{ { .padded = true }, "percent", "80", "80,0" NBSP "%" },
	{ { .padded = true }, "index", "4", "4,00" },
	{ { .padded = true }, "persons", "1", "1" NBSP "person" },
};

static void a_house_style_has_its_own(void **state)
{
	struct words *words = *state;
	int wrong = 0;

	for (size_t i = 0; i < COUNT_OF(format_rows); i++) {
		struct figure figure = figure_of(format_rows[i].figure);
		struct text got = { 0 };

		words->numbers = format_rows[i].format;
		print_figure(&got, words,
			     quantity_called(format_rows[i].quantity), &figure);
		wrong += compare(format_rows[i].figure, got.at,
				 format_rows[i].want);
		text_clear(&got);
	}
	words->numbers = (struct number_format){ 0 };
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *figure;
	int decimals; /* of the column */
	int own;      /* of the figure */
	const char *want;
} bare_rows[] = {
	{ "12", 0, 0, "12" },      { "12", 1, 0, "12,0" },
	{ "12.25", 1, 1, "12,3" }, { "1/2", 1, 0, "50,0" },
	{ "yes", 1, 0, "Ja" },     { "?", 1, 0, "\xe2\x80\x93" },
};

static void a_column_has_equal_decimals_and_no_unit(void **state)
{
	int wrong = 0;

	for (size_t i = 0; i < COUNT_OF(bare_rows); i++) {
		const struct quantity *percent = quantity_called("percent");
		struct figure figure = figure_of(bare_rows[i].figure);
		struct text got = { 0 };

		print_bare(&got, *state, percent, &figure,
			   bare_rows[i].decimals);
		wrong +=
			compare(bare_rows[i].figure, got.at, bare_rows[i].want);
		assert_int_equal(print_decimals(percent, &figure),
				 bare_rows[i].own);
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	enum target_op op;
	const char *quantity;
	const char *figure;
	const char *want;
	const char *said;
} target_rows[] = {
	{ TARGET_AT_LEAST, "percent", "85", "\xe2\x89\xa5" NBSP "85" NBSP "%",
	  "minst 85" NBSP "%" },
	{ TARGET_AT_MOST, "percent", "7.5", "\xe2\x89\xa4" NBSP "7,5" NBSP "%",
	  "h\xc3\xb6gst 7,5" NBSP "%" },
	{ TARGET_BELOW, "persons", "15",
	  "minska fr\xc3\xa5n 15" NBSP "personer",
	  "minska fr\xc3\xa5n 15" NBSP "personer" },
	{ TARGET_ABOVE, "index", "29", "\xc3\xb6ka fr\xc3\xa5n 29,0",
	  "\xc3\xb6ka fr\xc3\xa5n 29,0" },
	{ TARGET_EQUALS, "persons", "yes", "Ja", "Ja" },
	{ TARGET_UNSTATED, "percent", "?", "\xe2\x80\x93", "ej m\xc3\xa4tt" },
};

static void targets_are_printed_and_said(void **state)
{
	int wrong = 0;

	for (size_t i = 0; i < COUNT_OF(target_rows); i++) {
		struct target target = {
			.op = target_rows[i].op,
			.figure = figure_of(target_rows[i].figure),
		};
		const struct quantity *quantity =
			quantity_called(target_rows[i].quantity);
		struct text got = { 0 };

		print_target(&got, *state, quantity, &target);
		wrong += compare(target_rows[i].figure, got.at,
				 target_rows[i].want);
		text_reset(&got);
		print_target_in_words(&got, *state, quantity, &target);
		wrong += compare(target_rows[i].figure, got.at,
				 target_rows[i].said);
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static void counted_words_have_two_forms(void **state)
{
	const struct words *words = *state;

	assert_string_equal(words_counted(words, "gr\xc3\xb6n", 1),
			    "gr\xc3\xb6n");
	assert_string_equal(words_counted(words, "gr\xc3\xb6n", 0),
			    "gr\xc3\xb6na");
	assert_string_equal(words_counted(words, "gr\xc3\xb6na", 1),
			    "gr\xc3\xb6n");
	assert_string_equal(words_counted(words, "uppn\xc3\xa5s", 7),
			    "uppn\xc3\xa5s");
}

static void both_languages_are_complete(void **state)
{
	struct words english = { 0 };
	struct text why = { 0 };
	struct text got = { 0 };
	struct figure figure = figure_of("-62.55");

	(void)state;
	assert_true(words_load(&english, ".", "en", &why));
	print_figure(&got, &english, quantity_called("index"), &figure);
	assert_string_equal(got.at, MINUS "62.55");
	text_clear(&got);
	words_clear(&english);
	text_clear(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_are_printed_with_their_unit),
		cmocka_unit_test(a_house_style_has_its_own),
		cmocka_unit_test(a_column_has_equal_decimals_and_no_unit),
		cmocka_unit_test(targets_are_printed_and_said),
		cmocka_unit_test(counted_words_have_two_forms),
		cmocka_unit_test(both_languages_are_complete),
	};

	return cmocka_run_group_tests(tests, load_words, clear_words);
}
