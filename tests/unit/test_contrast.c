/*
 * Ratios as WCAG's own definition gives them: those of white on pure colours
 * and of the greys about the limit are published widely (#767676 is the
 * lightest grey that may be read on white).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/mem.h"
#include "typeset/contrast.h"

static const struct {
	struct colour colour;
	int on_white; /* in hundredths, rounded down */
} colours[] = {
	{ { 0, 0, 0 }, 2100 },         { { 255, 255, 255 }, 100 },
	{ { 0x76, 0x76, 0x76 }, 454 }, { { 0x77, 0x77, 0x77 }, 447 },
	{ { 0, 0, 255 }, 859 },        { { 255, 0, 0 }, 399 },
	{ { 0, 128, 0 }, 513 },        { { 255, 255, 0 }, 107 },
};

static void ratios_are_those_of_wcag(void **state)
{
	static const struct colour white = { 255, 255, 255 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(colours); i++) {
		assert_int_equal(contrast_of(colours[i].colour, white),
				 colours[i].on_white);
		assert_int_equal(contrast_of(white, colours[i].colour),
				 colours[i].on_white);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ratios_are_those_of_wcag),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
