/* What rounding may do to a total, against bounds that were worked out by
 * hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/rounding.h"

static bool explains(const char *difference, int decimals, long terms)
{
	struct decimal number;

	assert_true(decimal_parse(&number, difference));
	return rounding_explains(number, decimals, terms);
}

/* 23 rows and their total, one decimal: the root of 4 * 24 / 3 is 5.66. */
static void test_a_statement(void **state)
{
	(void)state;
	assert_true(explains("0.1", 1, 24));
	assert_true(explains("-0.1", 1, 24));
	assert_true(explains("0.5", 1, 24));
	assert_false(explains("0.6", 1, 24));
	assert_false(explains("-30", 1, 24));
}

/* Two numbers of half a unit each, then three: 1.5 units at most. */
static void test_few_terms(void **state)
{
	(void)state;
	assert_true(explains("0", 0, 1));
	assert_true(explains("1", 0, 2));
	assert_false(explains("2", 0, 2));
	assert_true(explains("1", 0, 3));
	assert_false(explains("2", 0, 3));
	assert_true(explains("0.01", 2, 2));
	assert_false(explains("0.02", 2, 2));
}

/* 36 000 rows to the hundredth: the root of 4 * 36001 / 3 is 219.09. */
static void test_many_terms(void **state)
{
	(void)state;
	assert_true(explains("2.19", 2, 36001));
	assert_false(explains("2.20", 2, 36001));
}

static void test_too_fine(void **state)
{
	(void)state;
	assert_true(explains("0.000000000", 10, 24));
	assert_false(explains("0.0000000001", 10, 24));
	assert_false(explains("9000000000000000000", 0, 24));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_statement),
		cmocka_unit_test(test_few_terms),
		cmocka_unit_test(test_many_terms),
		cmocka_unit_test(test_too_fine),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
