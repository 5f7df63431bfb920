/* The day that an export must reach, worked out on a calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/facts.h"
#include "model/freshness.h"
#include "model/profile.h"

static const struct column month = { .as = "month", .type = COLUMN_MONTH };

static const struct {
	const char *label;
	const char *period;
	struct freshness freshness;
	struct date want;
} wanted[] = {
	{ "nothing is asked", "2025-T1", { 0 }, { 0 } },
	{ "to the end", "2025-T1", { .column = &month }, { 2025, 4, 30 } },
	{ "a month less",
	  "2025-T1",
	  { .column = &month, .lag = 1 },
	  { 2025, 3, 31 } },
	{ "a month less, from a short one",
	  "2025-02",
	  { .column = &month, .lag = 1 },
	  { 2025, 1, 31 } },
	{ "a month less, to a leap day",
	  "2024-03",
	  { .column = &month, .lag = 1 },
	  { 2024, 2, 29 } },
	{ "over the turn of the year",
	  "2025-Q1",
	  { .column = &month, .lag = 3 },
	  { 2024, 12, 31 } },
	{ "two years less",
	  "2025",
	  { .column = &month, .lag = 24 },
	  { 2023, 12, 31 } },
	{ "some days less",
	  "2025-T1",
	  { .stamp = "Uttagen", .days = 30 },
	  { 2025, 3, 31 } },
	{ "a month and some days less",
	  "2025-T1",
	  { .column = &month, .lag = 1, .days = 31 },
	  { 2025, 2, 28 } },
};

static void an_export_must_reach_a_day(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(wanted); i++) {
		struct window period;
		struct date got;

		assert_true(window_of_period(&period, wanted[i].period));
		got = freshness_wanted(&wanted[i].freshness, &period);
		if (date_compare(got, wanted[i].want) == 0)
			continue;
		print_error("%s: got %d-%d-%d\n", wanted[i].label, got.year,
			    got.month, got.day);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static void rows_reach_together_stamps_alone(void **state)
{
	struct facts_file files[] = { { .reaches = { 2025, 2, 28 } },
				      { .reaches = { 2025, 3, 31 } },
				      { .reaches = { 2025, 1, 31 } } };
	const struct facts facts = { .files = files,
				     .file_count = COUNT_OF(files) };
	const struct facts none = { 0 };
	const struct freshness rows = { .column = &month };
	const struct freshness stamps = { .stamp = "Uttagen" };

	(void)state;
	assert_int_equal(freshness_reached(&rows, &facts).month, 3);
	assert_int_equal(freshness_reached(&stamps, &facts).month, 1);
	assert_int_equal(freshness_reached(&rows, &none).year, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_export_must_reach_a_day),
		cmocka_unit_test(rows_reach_together_stamps_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
