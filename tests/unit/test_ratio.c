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

static struct decimal dec(const char *from)
{
	struct decimal number = { 0 };

	if (!decimal_parse(&number, from))
		fail_msg("test is wrong: \"%s\" is no decimal", from);
	return number;
}

/* "3/7", or "3" over 1. */
static struct ratio rat(const char *from)
{
	const char *bar = strchr(from, '/');
	struct text over = { 0 };
	struct ratio ratio;

	if (!bar)
		return ratio_of(dec(from));
	text_add_bytes(&over, from, (size_t)(bar - from));
	ratio = ratio_over(dec(text_string(&over)), dec(bar + 1));
	text_clear(&over);
	return ratio;
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
	const char *a;
	const char *b;
	int want;
} ratio_compare_rows[] = {
	{ "1/3", "0.333333333333333333", 1 },
	{ "2/6", "1/3", 0 },
	{ "1.5", "1.50", 0 },
	{ "-1/3", "1/-3", 0 },
	{ "-1/-3", "1/3", 0 },
	{ "-1/3", "0", -1 },
	{ "-1/2", "-1/3", -1 },
	{ "0/5", "0/-7", 0 },
	{ "31415.00/261792.00", "0.12", -1 },
	{ "9223372036854775807/1", "9223372036854775806/1", 1 },
	{ "9223372036854775807/0.000000000000000001",
	  "0.000000000000000001/9223372036854775807", 1 },
	{ "9.223372036854775807/9.223372036854775806",
	  "9.223372036854775806/9.223372036854775805", -1 },
};

static void ratios_compare_crosswise(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(ratio_compare_rows); i++) {
		struct ratio a = rat(ratio_compare_rows[i].a);
		struct ratio b = rat(ratio_compare_rows[i].b);
		int want = ratio_compare_rows[i].want;

		if (ratio_compare(a, b) == want && ratio_compare(b, a) == -want)
			continue;
		print_error("%s and %s: got %d, want %d\n",
			    ratio_compare_rows[i].a, ratio_compare_rows[i].b,
			    ratio_compare(a, b), want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *label;
	const char *from;
	int places;
	const char *want;
} ratio_round_rows[] = {
	{ "a third", "1/3", 4, "0.3333" },
	{ "two thirds", "2/3", 4, "0.6667" },
	{ "half, away from zero", "5/2", 0, "3" },
	{ "half below zero", "-5/2", 0, "-3" },
	{ "negative denominator", "5/-2", 0, "-3" },
	{ "sick leave", "31415.00/261792.00", 4, "0.1200" },
	{ "numerator finer than asked", "0.123456/1", 2, "0.12" },
	{ "denominator with decimals", "1/0.08", 1, "12.5" },
	{ "finest numerator, whole denominator", "0.500000000000000000/1", 0,
	  "1" },
	{ "just under a half", "0.499999999999999999/1", 0, "0" },
	{ "18 places", "1/7", 18, "0.142857142857142857" },
	{ "too large for the places", "100/3", 18, NULL },
	{ "tiny divisor", "1/0.000000000000000001", 0, "1000000000000000000" },
	{ "overflow", "10/0.000000000000000001", 0, NULL },
	{ "no denominator", "1/0", 0, NULL },
};

static void ratios_round_once(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(ratio_round_rows); i++) {
		struct decimal got = { 0 };
		bool done = ratio_round(&got, rat(ratio_round_rows[i].from),
					ratio_round_rows[i].places);

		wrong += differs(ratio_round_rows[i].label, done, got,
				 ratio_round_rows[i].want);
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *label;
	char sign;
	const char *a;
	const char *b;
	const char *want; /* a ratio of the same value, NULL: refused */
} ratio_rows[] = {
	{ "sum", '+', "1/3", "1/6", "1/2" },
	{ "sum over one denominator", '+', "1/7", "2/7.0", "3/7" },
	{ "difference", '-', "1/2", "3/4", "-1/4" },
	{ "shortfall in per cent of the target", '-', "77/100", "0.80",
	  "-0.03" },
	{ "per cent", '*', "31415.00/261792.00", "100", "3141500/261792" },
	{ "times with cutting down", '*', "9223372036854775807/50", "100",
	  NULL },
	{ "factor cut against the denominator", '*', "922337203685477580/100",
	  "100", "922337203685477580" },
	{ "over", '/', "1/2", "3/4", "2/3" },
	{ "over a negative", '/', "1/2", "-1/4", "-2" },
	{ "over nothing", '/', "1/2", "0/4", NULL },
	{ "large but equal factors", '/', "9223372036854775807/3",
	  "9223372036854775807/6", "2" },
	{ "large denominators that cut down", '+',
	  "3000000000000000000/9000000000000000000",
	  "4000000000000000000/8000000000000000000", "5/6" },
};

static bool ratio_row_runs(struct ratio *got, size_t i)
{
	struct ratio a = rat(ratio_rows[i].a);
	struct ratio b = rat(ratio_rows[i].b);

	switch (ratio_rows[i].sign) {
	case '+':
		return ratio_add(got, a, b);
	case '-':
		return ratio_subtract(got, a, b);
	case '*':
		return ratio_multiply(got, a, b.numerator);
	default:
		return ratio_divide(got, a, b);
	}
}

static void ratio_sums_are_exact(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(ratio_rows); i++) {
		struct ratio got = { 0 };
		bool done = ratio_row_runs(&got, i);

		if (!done && !ratio_rows[i].want)
			continue;
		if (done && ratio_rows[i].want &&
		    ratio_compare(got, rat(ratio_rows[i].want)) == 0)
			continue;
		print_error("%s: got %d %lld/%lld, want %s\n",
			    ratio_rows[i].label, done,
			    (long long)got.numerator.units,
			    (long long)got.denominator.units,
			    ratio_rows[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ratios_compare_crosswise),
		cmocka_unit_test(ratios_round_once),
		cmocka_unit_test(ratio_sums_are_exact),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
