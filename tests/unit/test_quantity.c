/*
 * Quantities as they are declared, and figures told in one made figures told
 * in another; the amounts were worked out by hand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules_case.h"

#define KRONOR "quantity { id = \"sek\", print = \"kr\" }\n"

static const struct rules_case cases[] = {
	{ "as little as can be", "quantity { id = \"number\" }", "" },
	{ "all there is",
	  KRONOR "quantity { id = \"tkr\", print = \"tkr\", of = \"sek\","
		 " times = 1000, decimals = { 0, 1 }, thousands = true }",
	  "" },
	{ "one number of decimals", "quantity { id = \"index\", decimals = 1 }",
	  "" },
	{ "no id", "quantity { print = \"kr\" }", "id" },
	{ "an id with a capital", "quantity { id = \"Tkr\" }",
	  "id = \"Tkr\" is no name" },
	{ "declared twice", KRONOR KRONOR,
	  "the quantity \"sek\" is declared twice" },
	{ "made from an unknown one",
	  "quantity { id = \"tkr\", of = \"sek\", times = 1000 }",
	  "of = \"sek\" must be a quantity that is declared above" },
	{ "made from one that is made",
	  KRONOR "quantity { id = \"tkr\", of = \"sek\", times = 1000 }\n"
		 "quantity { id = \"mkr\", of = \"tkr\", times = 1000 }",
	  "of = \"tkr\" must be a quantity that is declared above and has no "
	  "of = itself" },
	{ "times without of", "quantity { id = \"tkr\", times = 1000 }",
	  "times = 1000" },
	{ "nought times",
	  KRONOR "quantity { id = \"tkr\", of = \"sek\", times = 0 }",
	  "times = 0 must be 1 to 1000000000" },
	{ "half a time",
	  KRONOR "quantity { id = \"tkr\", of = \"sek\", times = 0.5 }",
	  "times" },
	{ "more least than most decimals",
	  "quantity { id = \"n\", decimals = { 2, 1 } }", "decimals must be" },
	{ "ten decimals", "quantity { id = \"n\", decimals = { 0, 10 } }",
	  "decimals must be" },
	{ "decimals in words", "quantity { id = \"n\", decimals = \"two\" }",
	  "decimals must be" },
	{ "hundred in words", "quantity { id = \"n\", hundred = \"yes\" }",
	  "hundred" },
	{ "an unknown word", "quantity { id = \"n\", unit = \"kr\" }", "unit" },
};

static void quantities_are_taken_or_refused(void **state)
{
	(void)state;
	assert_int_equal(
		rules_cases_wrong(cases, COUNT_OF(cases), SAMPLE_WORKSPACE), 0);
}

static const struct quantity kronor = { .id = "sek", .times = 1 };
static const struct quantity thousands = { .id = "tkr",
					   .of = "sek",
					   .times = 1000 };
static const struct quantity millions = { .id = "mkr",
					  .of = "sek",
					  .times = 1000000 };
static const struct quantity minutes = { .id = "minute", .times = 1 };
static const struct quantity hours = { .id = "hour",
				       .of = "minute",
				       .times = 60 };

static const struct {
	const char *label;
	const char *number;
	const char *denominator; /* NULL: a number, no ratio */
	const struct quantity *from;
	const struct quantity *to;
	const char *want; /* "a" or "a/b"; "refused" */
} conversions[] = {
	{ "to itself", "12.50", NULL, &kronor, &kronor, "12.50" },
	{ "down", "19304", NULL, &thousands, &kronor, "19304000" },
	{ "up, exactly", "19304000.00", NULL, &kronor, &thousands, "19304.00" },
	{ "up, with the decimals it takes", "19304567.89", NULL, &kronor,
	  &thousands, "19304.56789" },
	{ "below zero", "-438000", NULL, &kronor, &thousands, "-438" },
	{ "between two made of one", "203006", NULL, &thousands, &millions,
	  "203.006" },
	{ "no end of decimals makes a ratio", "100", NULL, &minutes, &hours,
	  "10/6" },
	{ "a ratio", "1", "3", &thousands, &kronor, "1000/3" },
	{ "another kind", "1", NULL, &kronor, &hours, "refused" },
	{ "too large", "9223372036854775807", NULL, &thousands, &kronor,
	  "refused" },
};

static struct decimal dec(const char *from)
{
	struct decimal number = { 0 };

	if (!decimal_parse(&number, from))
		fail_msg("test is wrong: \"%s\" is no decimal", from);
	return number;
}

static void say(struct text *text, const struct figure *figure)
{
	decimal_add_text(text, figure->number);
	if (figure->kind == FIGURE_RATIO) {
		text_add(text, "/");
		decimal_add_text(text, figure->denominator);
	}
}

static void figures_are_converted_exactly(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(conversions); i++) {
		struct text got = { 0 };
		struct figure figure =
			figure_of_number(dec(conversions[i].number));

		if (conversions[i].denominator)
			figure = figure_of_ratio(
				ratio_over(dec(conversions[i].number),
					   dec(conversions[i].denominator)));
		if (quantity_convert(&figure, conversions[i].from,
				     conversions[i].to))
			say(&got, &figure);
		else
			text_add(&got, "refused");
		if (strcmp(got.at, conversions[i].want) != 0) {
			print_error("%s: got %s, want %s\n",
				    conversions[i].label, got.at,
				    conversions[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static void a_missing_figure_stays_missing(void **state)
{
	struct figure figure = figure_of_missing(MISSING_SECRET);

	(void)state;
	assert_true(quantity_convert(&figure, &kronor, &thousands));
	assert_int_equal(figure.kind, FIGURE_MISSING);
	assert_int_equal(figure.missing, MISSING_SECRET);
}

static void a_ratio_is_told_per_hundred(void **state)
{
	const struct quantity percent = { .id = "percent", .hundred = true };
	struct figure ratio =
		figure_of_ratio(ratio_over(dec("12"), dec("100")));
	struct figure number = figure_of_number(dec("85"));
	struct figure yes = { .kind = FIGURE_YESNO, .yes = true };
	struct ratio out;

	(void)state;
	assert_true(quantity_ratio(&percent, &ratio, &out));
	assert_int_equal(ratio_compare(out, ratio_of(dec("12"))), 0);
	assert_true(quantity_ratio(&percent, &number, &out));
	assert_int_equal(ratio_compare(out, ratio_of(dec("85"))), 0);
	assert_true(quantity_ratio(&kronor, &ratio, &out));
	assert_int_equal(ratio_compare(out, ratio_of(dec("0.12"))), 0);
	assert_false(quantity_ratio(&percent, &yes, &out));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quantities_are_taken_or_refused),
		cmocka_unit_test(figures_are_converted_exactly),
		cmocka_unit_test(a_missing_figure_stays_missing),
		cmocka_unit_test(a_ratio_is_told_per_hundred),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
