/*
 * Codes that look like their mask, and such that do not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/mem.h"
#include "model/mask.h"

static const struct {
	const char *mask;
	const char *text;
	bool want;
} cases[] = {
	{ "9999", "4010", true },
	{ "9999", "0010", true },
	{ "9999", "401", false },
	{ "9999", "40100", false },
	{ "9999", "401a", false },
	{ "9999", "", false },
	{ "AA-9", "ab-1", true },
	{ "AA-9", "ÅÖ-1", true },
	{ "AA-9", "Å-1", false },
	{ "AA-9", "×÷-1", false },
	{ "AA-9", "ab_1", false },
	{ "A", "€", false },
	{ "*", "", true },
	{ "*", "vad som helst", true },
	{ "99*", "40", true },
	{ "99*", "4", false },
	{ "99*", "40å", true },
	{ "*-99", "a-b-12", true },
	{ "*-99", "a-1b-12-", false },
	{ "*9*A", "x1y2z", true },
	{ "*9*A", "xyz", false },
	{ "Ö-9", "Ö-1", true },
	{ "Ö-9", "O-1", false },
	{ "9**9", "11", true },
};

static void codes_look_like_their_mask(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (mask_fits(cases[i].mask, cases[i].text) == cases[i].want)
			continue;
		print_error("\"%s\" and %s\n", cases[i].text, cases[i].mask);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_look_like_their_mask),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
