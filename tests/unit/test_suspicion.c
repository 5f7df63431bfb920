/*
 * The numbers are Skatteverket's own examples (SKV 704: 640823-3234; SKV 707:
 * 701063-2391) and made-up ones whose last digit was reckoned by hand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ingest/suspicion.h"
#include "lib/mem.h"

static const struct {
	const char *label;
	const char *text;
	bool want;
} numbers[] = {
	{ "with a hyphen", "640823-3234", true },
	{ "with century", "19640823-3234", true },
	{ "over a hundred years old", "121212+1212", true },
	{ "digits alone", "6408233234", true },
	{ "twelve digits", "196408233234", true },
	{ "with a space", "640823 3234", true },
	{ "a coordination number", "701063-2391", true },
	{ "inside a sentence", "Gäller 640823-3234, se akt", true },
	{ "behind another number", "akt 17: 640823-3234", true },
	{ "the last digit is wrong", "640823-3235", false },
	{ "no such month", "641323-3236", false },
	{ "no such day", "640832-3233", false },
	{ "a date", "2025-04-30", false },
	{ "three digits at the end", "640823-323", false },
	{ "eleven digits", "16408233234", false },
	{ "empty", "", false },
	{ "no digit", "Nordviken", false },
};

static void numbers_are_suspected(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		if (suspicion_number(numbers[i].text) == numbers[i].want)
			continue;
		print_error("%s: \"%s\"\n", numbers[i].label, numbers[i].text);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *header;
	bool want;
} headers[] = {
	{ "Personnr", true },
	{ "PERSONNUMMER", true },
	{ "Namn", true },
	{ "Enhetsnamn", false },
	{ "Anställningsnr", true },
	{ "Anställningsform", false },
	{ "E-post", true },
	{ "Enhet", false },
	{ "Antal anställda", false },
	{ "", false },
};

static void headers_are_suspected(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(headers); i++) {
		if (suspicion_header(headers[i].header) == headers[i].want)
			continue;
		print_error("%s\n", headers[i].header);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_suspected),
		cmocka_unit_test(headers_are_suspected),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
