/*
 * Expected values are worked out by hand or with bc(1), never by the module.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/text.h"
#include "model/decimal.h"

#define NO (-1) /* scale of what must be refused */

static struct decimal dec(const char *from)
{
	struct decimal number = { 0 };

	if (!decimal_parse(&number, from))
		fail_msg("test is wrong: \"%s\" is no decimal", from);
	return number;
}

/* Compare a result with the text that it should be, NULL for "refused". */
static int differs(const char *label, bool done, struct decimal got,
		   const char *want)
{
	struct text text = { 0 };
	int wrong;

	if (done)
		decimal_add_text(&text, got);
	else
		text_add(&text, "refused");
	if (!want)
		want = "refused";
	wrong = strcmp(text_string(&text), want) != 0;
	if (wrong)
		print_error("%s: got %s, want %s\n", label, text_string(&text),
			    want);
	text_clear(&text);
	return wrong;
}

static const struct {
	const char *label;
	const char *from;
	int64_t units;
	int scale;
} parse_rows[] = {
	{ "whole", "12", 12, 0 },
	{ "zero", "0", 0, 0 },
	{ "scale is kept", "4123.50", 412350, 2 },
	{ "below one, negative", "-0.05", -5, 2 },
	{ "minus zero is zero", "-0", 0, 0 },
	{ "leading zeros", "007.10", 710, 2 },
	{ "largest", "9223372036854775807", INT64_MAX, 0 },
	{ "least", "-922337203685477580.7", -INT64_MAX, 1 },
	{ "one too large", "9223372036854775808", 0, NO },
	{ "one too small, since it cannot be negated", "-9223372036854775808",
	  0, NO },
	{ "18 decimals", "0.000000000000000001", 1, 18 },
	{ "19 decimals", "0.0000000000000000010", 0, NO },
	{ "empty", "", 0, NO },
	{ "only a minus", "-", 0, NO },
	{ "no digit before the point", ".5", 0, NO },
	{ "no digit after the point", "5.", 0, NO },
	{ "two points", "1.2.3", 0, NO },
	{ "comma", "1,5", 0, NO },
	{ "plus", "+1", 0, NO },
	{ "two minus", "--1", 0, NO },
	{ "exponent", "1e3", 0, NO },
	{ "space before", " 1", 0, NO },
	{ "space after", "1 ", 0, NO },
	{ "true minus",
	  "\xe2\x88\x92"
	  "1",
	  0, NO },
};

static void parse_reads_every_row(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(parse_rows); i++) {
		struct decimal got = { .units = 99, .scale = 9 };
		bool ok = decimal_parse(&got, parse_rows[i].from);

		if (!ok && parse_rows[i].scale == NO && got.units == 99)
			continue;
		if (ok && got.units == parse_rows[i].units &&
		    got.scale == parse_rows[i].scale)
			continue;
		print_error("%s: decimal_parse(\"%s\") got %d: %lld/%d\n",
			    parse_rows[i].label, parse_rows[i].from, ok,
			    (long long)got.units, got.scale);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *label;
	char sign;
	const char *a;
	const char *b;
	const char *want;
} sum_rows[] = {
	{ "scales are brought together", '+', "1.5", "2.25", "3.75" },
	{ "the larger scale is kept", '+', "1.50", "2", "3.50" },
	{ "tenths are tenths", '+', "0.1", "0.2", "0.3" },
	{ "less", '-', "203006", "203906", "-900" },
	{ "overflow", '+', "9223372036854775807", "1", NULL },
	{ "overflow below", '-', "-9223372036854775807", "1", NULL },
	{ "zeros are dropped to fit", '+', "9223372036854775806", "1.000",
	  "9223372036854775807" },
	{ "digits are not", '+', "9223372036854775806", "0.5", NULL },
	{ "scale 18 against a large whole", '-', "9223372036854775807",
	  "0.000000000000000001", NULL },
	{ "product adds the scales", '*', "1.5", "-2.50", "-3.750" },
	{ "product of small ones", '*', "0.000000001", "0.000000001",
	  "0.000000000000000001" },
	{ "product too fine", '*', "0.0000000001", "0.000000001", NULL },
	{ "product over 64 bits, with zeros", '*', "4000000000.00",
	  "4000000000.0", NULL },
	{ "product fits without its zeros", '*', "2000000000.00", "400000000.0",
	  "800000000000000000.0" },
	{ "nothing times all", '*', "0", "9223372036854775807", "0" },
};

static void sums_are_exact(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sum_rows); i++) {
		struct decimal got = { 0 };
		struct decimal a = dec(sum_rows[i].a);
		struct decimal b = dec(sum_rows[i].b);
		bool done = sum_rows[i].sign == '+' ? decimal_add(&got, a, b)
			    : sum_rows[i].sign == '-'
				    ? decimal_subtract(&got, a, b)
				    : decimal_multiply(&got, a, b);

		wrong +=
			differs(sum_rows[i].label, done, got, sum_rows[i].want);
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *a;
	const char *b;
	int want;
} compare_rows[] = {
	{ "1.5", "1.50", 0 },
	{ "-1", "1", -1 },
	{ "0", "-0.00", 0 },
	{ "9223372036854775807", "0.000000000000000001", 1 },
	{ "9.223372036854775807", "9.22337203685477581", -1 },
};

static void compare_orders_values(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(compare_rows); i++) {
		struct decimal a = dec(compare_rows[i].a);
		struct decimal b = dec(compare_rows[i].b);

		if (decimal_compare(a, b) == compare_rows[i].want &&
		    decimal_compare(b, a) == -compare_rows[i].want)
			continue;
		print_error("%s and %s: got %d, want %d\n", compare_rows[i].a,
			    compare_rows[i].b, decimal_compare(a, b),
			    compare_rows[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *from;
	int places;
	const char *want;
} round_rows[] = {
	{ "2.5", 0, "3" },
	{ "-2.5", 0, "-3" },
	{ "2.4999", 0, "2" },
	{ "-2.4999", 0, "-2" },
	{ "2.675", 2, "2.68" }, /* the one that a double gets wrong */
	{ "0.05", 1, "0.1" },
	{ "1.50", 2, "1.50" },
	{ "1.5", 3, "1.5" },
	{ "9.223372036854775807", 0, "9" },
	{ "0.500000000000000000", 0, "1" },
};

static void round_goes_away_from_zero(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(round_rows); i++) {
		struct decimal got = decimal_round(dec(round_rows[i].from),
						   round_rows[i].places);

		wrong += differs(round_rows[i].from, true, got,
				 round_rows[i].want);
	}
	assert_int_equal(wrong, 0);
}

#define MINUS "\xe2\x88\x92"
#define THIN "\xe2\x80\xaf"

static const struct {
	const char *label;
	const char *from;
	struct number_style style; /* min, max, point, from 1000, signs */
	const char *want;
} print_rows[] = {
	{ "whole", "12", { 0, 0, false, false, NULL, NULL }, "12" },
	{ "comma", "12.5", { 0, 1, false, false, NULL, NULL }, "12,5" },
	{ "point", "12.5", { 0, 1, true, false, NULL, NULL }, "12.5" },
	{ "rounded", "12.25", { 0, 1, false, false, NULL, NULL }, "12,3" },
	{ "zeros stripped",
	  "12.50",
	  { 0, 2, false, false, NULL, NULL },
	  "12,5" },
	{ "stripped to none",
	  "12.00",
	  { 0, 2, false, false, NULL, NULL },
	  "12" },
	{ "but not below min",
	  "12.00",
	  { 1, 2, false, false, NULL, NULL },
	  "12,0" },
	{ "filled up to min",
	  "12",
	  { 2, 2, false, false, NULL, NULL },
	  "12,00" },
	{ "filled from one",
	  "12.5",
	  { 2, 3, false, false, NULL, NULL },
	  "12,50" },
	{ "tens of whole numbers stay",
	  "100",
	  { 0, 2, false, false, NULL, NULL },
	  "100" },
	{ "four digits together",
	  "9999",
	  { 0, 0, false, false, NULL, NULL },
	  "9999" },
	{ "four digits apart",
	  "9999",
	  { 0, 0, false, true, NULL, NULL },
	  "9" THIN "999" },
	{ "five digits apart",
	  "10000",
	  { 0, 0, false, false, NULL, NULL },
	  "10" THIN "000" },
	{ "three digits", "999", { 0, 0, false, true, NULL, NULL }, "999" },
	{ "millions",
	  "-1234567.5",
	  { 0, 1, false, false, NULL, NULL },
	  MINUS "1" THIN "234" THIN "567,5" },
	{ "rounded over the border",
	  "9999.5",
	  { 0, 0, false, false, NULL, NULL },
	  "10" THIN "000" },
	{ "true minus",
	  "-900",
	  { 0, 0, false, false, NULL, NULL },
	  MINUS "900" },
	{ "no minus nought", "-0.4", { 0, 0, false, false, NULL, NULL }, "0" },
	{ "groups by comma",
	  "-1234567.5",
	  { 0, 1, true, false, ",", "-" },
	  "-1,234,567.5" },
	{ "no groups", "1234567", { 0, 0, false, true, "", NULL }, "1234567" },
	{ "half", "0.5", { 0, 0, false, false, NULL, NULL }, "1" },
};

static void print_is_for_people(void **state)
{
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(print_rows); i++) {
		text_reset(&text);
		decimal_print(&text, dec(print_rows[i].from),
			      &print_rows[i].style);
		if (strcmp(text_string(&text), print_rows[i].want) == 0)
			continue;
		print_error("%s: got \"%s\", want \"%s\"\n",
			    print_rows[i].label, text_string(&text),
			    print_rows[i].want);
		wrong++;
	}
	text_clear(&text);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parse_reads_every_row),
		cmocka_unit_test(sums_are_exact),
		cmocka_unit_test(compare_orders_values),
		cmocka_unit_test(round_goes_away_from_zero),
		cmocka_unit_test(print_is_for_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
