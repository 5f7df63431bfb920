#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/text.h"
#include "model/window.h"

#define DASH "\xe2\x80\x93"

static struct date day(const char *from)
{
	struct date date = { 0 };

	if (!date_parse(&date, from))
		fail_msg("test is wrong: \"%s\" is no date", from);
	return date;
}

static struct window window(const char *from)
{
	struct window window = { 0 };

	if (!window_parse(&window, from))
		fail_msg("test is wrong: \"%s\" is no window", from);
	return window;
}

static int differs(const char *label, const struct text *got, const char *want)
{
	if (strcmp(text_string(got), want) == 0)
		return 0;
	print_error("%s: got \"%s\", want \"%s\"\n", label, text_string(got),
		    want);
	return 1;
}

static const struct {
	const char *from;
	bool want;
} date_rows[] = {
	{ "2025-04-30", true },   { "2025-04-31", false },
	{ "2024-02-29", true },   { "2025-02-29", false },
	{ "2000-02-29", true },   { "1900-02-29", false },
	{ "2025-12-31", true },   { "2025-13-01", false },
	{ "2025-00-10", false },  { "2025-01-00", false },
	{ "2025-1-01", false },   { "20250430", false },
	{ "2025-04-30 ", false }, { "", false },
	{ "0999-01-01", false },  { "2025-04-3", false },
	{ "2025/04/30", false },  { "2025-04-30T00", false },
};

static void dates_are_days(void **state)
{
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(date_rows); i++) {
		struct date date = { 0 };
		bool ok = date_parse(&date, date_rows[i].from);

		if (ok != date_rows[i].want) {
			print_error("%s: got %d\n", date_rows[i].from, ok);
			wrong++;
		} else if (ok) {
			text_reset(&text);
			date_add_text(&text, date);
			wrong += differs("again", &text, date_rows[i].from);
		}
	}
	text_clear(&text);
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *from;
	const char *to;
	long want; /* by date(1): (to - from) / 86400 */
} between_rows[] = {
	{ "2025-04-30", "2025-04-30", 0 },
	{ "2025-04-30", "2025-05-01", 1 },
	{ "2024-02-28", "2024-03-01", 2 },
	{ "2025-02-28", "2025-03-01", 1 },
	{ "2025-01-01", "2024-01-01", -366 },
	{ "2018-08-27", "2025-05-05", 2443 },
	{ "1970-01-01", "2000-01-01", 10957 },
	{ "1900-02-28", "1900-03-01", 1 },
	{ "1600-01-01", "2000-01-01", 146097 },
};

static void days_are_counted(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(between_rows); i++) {
		struct date from = day(between_rows[i].from);
		struct date to = day(between_rows[i].to);
		long want = between_rows[i].want;
		int order = (want > 0) - (want < 0);

		if (date_days_between(from, to) == want &&
		    date_days_between(to, from) == -want &&
		    date_compare(to, from) == order)
			continue;
		print_error("%s to %s: got %ld, want %ld\n",
			    between_rows[i].from, between_rows[i].to,
			    date_days_between(from, to), want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *from;
	int months; /* 0: refused */
	const char *sv;
	const char *en;
} window_rows[] = {
	{ "2025-01..2025-04", 4, "januari" DASH "april 2025",
	  "January" DASH "April 2025" },
	{ "2025-04..2025-04", 1, "april 2025", "April 2025" },
	{ "2025-01..2025-12", 12, "2025", "2025" },
	{ "2023-01..2025-12", 36, "2023" DASH "2025", "2023" DASH "2025" },
	{ "2024-01..2025-03", 15, "januari 2024" DASH "mars 2025",
	  "January 2024" DASH "March 2025" },
	{ "2024-05..2025-04", 12, "maj 2024" DASH "april 2025",
	  "May 2024" DASH "April 2025" },
	{ "2025-04-30", 1, "30 april 2025", "30 April 2025" },
	{ "2025-04-01..2025-04-15", 1, "1" DASH "15 april 2025",
	  "1" DASH "15 April 2025" },
	{ "2025-01-15..2025-04-30", 4, "15 januari" DASH "30 april 2025",
	  "15 January" DASH "30 April 2025" },
	{ "2024-12-24..2025-01-06", 2, "24 december 2024" DASH "6 januari 2025",
	  "24 December 2024" DASH "6 January 2025" },
	{ "2025-04-30..2025-04-30", 1, "30 april 2025", "30 April 2025" },
	{ "2025-04..2025-01", 0, "", "" },
	{ "2025-04-30..2025-04-29", 0, "", "" },
	{ "2025-04", 0, "", "" },
	{ "2025-T1", 0, "", "" },
	{ "2025", 0, "", "" },
	{ "2025-01..2025-13", 0, "", "" },
	{ "2025-01.2025-02", 0, "", "" },
	{ "2025-01..2025-02-28", 0, "", "" },
	{ "2025-01..2025-02 ", 0, "", "" },
	{ "2025-02-29..2025-03-01", 0, "", "" },
	{ "", 0, "", "" },
};

static int window_row_differs(size_t i, struct text *text)
{
	const char *from = window_rows[i].from;
	struct window got = { 0 };
	int wrong = 0;

	if (!window_parse(&got, from))
		got = (struct window){ 0 };
	if (window_months(got) != window_rows[i].months) {
		print_error("%s: got %d months, want %d\n", from,
			    window_months(got), window_rows[i].months);
		return 1;
	}
	if (window_rows[i].months == 0)
		return 0;
	window_add_text(text, got);
	wrong += differs("again", text, from);
	text_reset(text);
	window_print(text, got, "sv");
	wrong += differs(from, text, window_rows[i].sv);
	text_reset(text);
	window_print(text, got, "en");
	return wrong + differs(from, text, window_rows[i].en);
}

static const struct {
	struct date from;
	long days;
	struct date want;
} steps[] = {
	{ { 2025, 4, 30 }, 1, { 2025, 5, 1 } },
	{ { 2025, 3, 1 }, -1, { 2025, 2, 28 } },
	{ { 2024, 3, 1 }, -1, { 2024, 2, 29 } },
	{ { 2025, 1, 1 }, -1, { 2024, 12, 31 } },
	{ { 2024, 12, 31 }, 366, { 2026, 1, 1 } },
	{ { 2000, 2, 29 }, 0, { 2000, 2, 29 } },
	{ { 1900, 2, 28 }, 1, { 1900, 3, 1 } },
	{ { 2400, 2, 28 }, 1, { 2400, 2, 29 } },
	{ { 2025, 4, 30 }, -3660, { 2015, 4, 23 } },
};

static void days_are_stepped(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		struct date got = date_plus(steps[i].from, steps[i].days);

		if (date_compare(got, steps[i].want) == 0)
			continue;
		print_error("row %zu: got %d-%d-%d\n", i, got.year, got.month,
			    got.day);
		wrong++;
	}
	/* a step there and back, over every day of four centuries */
	for (long i = 0; i < 146097; i++) {
		const struct date from = { 1804, 3, 1 };
		struct date there = date_plus(from, i);

		wrong += date_days_between(from, there) != i;
	}
	assert_int_equal(wrong, 0);
}

static void windows_read_and_print(void **state)
{
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(window_rows); i++) {
		text_reset(&text);
		wrong += window_row_differs(i, &text);
	}
	text_clear(&text);
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *name;
	const char *want; /* NULL: no period */
} period_rows[] = {
	{ "2025", "2025-01..2025-12" },
	{ "2025-T1", "2025-01..2025-04" },
	{ "2025-T2", "2025-05..2025-08" },
	{ "2025-T3", "2025-09..2025-12" },
	{ "2025-T4", NULL },
	{ "2025-T0", NULL },
	{ "2025-Q1", "2025-01..2025-03" },
	{ "2025-Q4", "2025-10..2025-12" },
	{ "2025-Q5", NULL },
	{ "2025-H1", "2025-01..2025-06" },
	{ "2025-H2", "2025-07..2025-12" },
	{ "2025-H3", NULL },
	{ "2025-04", "2025-04..2025-04" },
	{ "2025-13", NULL },
	{ "2025-4", NULL },
	{ "2023-01..2023-08", "2023-01..2023-08" },
	{ "2023-08..2023-01", NULL },
	{ "2025-t1", NULL },
	{ "2025-T", NULL },
	{ "2025-T10", NULL },
	{ "2025-", NULL },
	{ "25-T1", NULL },
	{ "0000", NULL },
	{ "2025-04-30", NULL },
	{ "../2025", NULL },
	{ "", NULL },
};

static void periods_have_windows(void **state)
{
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(period_rows); i++) {
		const char *want = period_rows[i].want;
		struct window got = { 0 };

		text_reset(&text);
		if (window_of_period(&got, period_rows[i].name))
			window_add_text(&text, got);
		wrong += differs(period_rows[i].name, &text, want ? want : "");
	}
	text_clear(&text);
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *window;
	const char *date;
	bool want;
} contains_rows[] = {
	{ "2025-01..2025-04", "2025-01-01", true },
	{ "2025-01..2025-04", "2025-04-30", true },
	{ "2025-01..2025-04", "2025-05-01", false },
	{ "2025-01..2025-04", "2024-12-31", false },
	{ "2024-02..2024-02", "2024-02-29", true },
	{ "2025-04-30", "2025-04-30", true },
	{ "2025-04-30", "2025-04-29", false },
};

static void windows_contain_days(void **state)
{
	struct window none = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(contains_rows); i++) {
		bool got = window_contains(window(contains_rows[i].window),
					   day(contains_rows[i].date));

		if (got == contains_rows[i].want)
			continue;
		print_error("%s and %s: got %d\n", contains_rows[i].window,
			    contains_rows[i].date, got);
		wrong++;
	}
	assert_int_equal(wrong, 0);
	assert_false(window_contains(none, day("2025-01-01")));
}

static void windows_derive(void **state)
{
	struct window tertial = window("2025-05..2025-08");
	struct window one_day = window("2025-04-30");

	(void)state;
	assert_true(window_equal(window_since_january(tertial),
				 window("2025-01..2025-08")));
	assert_true(window_equal(window_since_january(one_day),
				 window("2025-01..2025-04")));
	assert_true(window_equal(window_trailing(tertial, 12),
				 window("2024-09..2025-08")));
	assert_true(window_equal(window_trailing(one_day, 4),
				 window("2025-01..2025-04")));
	assert_true(window_equal(window_trailing(one_day, 5),
				 window("2024-12..2025-04")));
	assert_true(window_compare(one_day, tertial) < 0);
	assert_true(window_compare(window("2025-01..2025-04"),
				   window("2025-01..2025-03")) > 0);
	assert_false(window_equal(window("2025-04-01..2025-04-30"),
				  window("2025-04..2025-04")));
}

/* 2024 is a leap year, 2023 and 2025 are none. */
static const struct {
	const char *window;
	const char *before;
} years[] = {
	{ "2025-01..2025-04", "2024-01..2024-04" },
	{ "2025-02..2025-02", "2024-02..2024-02" },
	{ "2024-01..2024-02", "2023-01..2023-02" },
	{ "2024-11..2025-02", "2023-11..2024-02" },
	{ "2025-02-28", "2024-02-29" },
	{ "2024-02-29", "2023-02-28" },
	{ "2024-02-28", "2023-02-28" },
	{ "2025-04-30", "2024-04-30" },
	{ "2024-02-16..2024-02-29", "2023-02-16..2023-02-28" },
	{ "2024-12-20..2025-01-02", "2023-12-20..2024-01-02" },
};

static void years_have_years_before(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(years); i++) {
		struct window got = window_year_before(window(years[i].window));
		struct text text = { 0 };

		window_add_text(&text, got);
		wrong += differs(years[i].window, &text, years[i].before);
		/* it must be found among windows that were read */
		if (!window_equal(got, window(years[i].before)))
			fail_msg("%s is not equal to it", years[i].window);
		text_clear(&text);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_days),
		cmocka_unit_test(days_are_counted),
		cmocka_unit_test(days_are_stepped),
		cmocka_unit_test(windows_read_and_print),
		cmocka_unit_test(periods_have_windows),
		cmocka_unit_test(windows_contain_days),
		cmocka_unit_test(windows_derive),
		cmocka_unit_test(years_have_years_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
