/*
 * window - days, and the stretches of time that figures are about.
 *
 * A window is whole months, one day, or a first and a last day; hand-overs
 * spell it "2025-01..2025-04", "2025-04-30" or "2025-01-15..2025-04-30".
 * Paths, commands and calendars name periods ("2025-T1"), which become windows
 * here.  The clock is never asked: "today" is a date in the calendar.
 *
 * All are values: nothing is owned.  Zeroed is no day and no window.
 */
#ifndef MODEL_WINDOW_H
#define MODEL_WINDOW_H

#include <stdbool.h>

#include "lib/mem.h"

struct text;

struct date {
	int year;  /* 1000..9999, so that it is four digits */
	int month; /* 1..12 */
	int day;   /* 1..31 */
};

enum window_form {
	WINDOW_NONE,
	WINDOW_MONTHS, /* from the first day of a month to the last of one */
	WINDOW_DAY,    /* a point in time: first = last */
	WINDOW_DAYS
};

struct window {
	enum window_form form;
	struct date first;
	struct date last; /* included; not before `first` */
};

/* Whether there is such a day (Gregorian calendar). */
bool date_is_sound(struct date date);
int date_days_in_month(int year, int month);

/* Read "2025-04-30", nothing else; add it. */
bool date_parse(struct date *date, const char *from) MUST_CHECK;
void date_add_text(struct text *text, struct date date);

/* Add "30 april 2025" in `language` ("sv", "en"; others read English). */
void date_print(struct text *text, struct date date, const char *language);

/* "april" for 4, as it is written inside a sentence. */
const char *date_month_name(int month, const char *language);

/* Below zero, zero or above zero as `a` is before, the same as or after `b`. */
int date_compare(struct date a, struct date b);

/* Days from `from` to `to`, below zero if that is earlier. */
long date_days_between(struct date from, struct date to);

/* `days` after `date`, before it if below zero; years stay 1000..9999. */
struct date date_plus(struct date date, long days);

/* Whole months: `first` and `last` count from January of `year`, 1..12. */
struct window window_of_months(int year, int first, int last);

/* Read a form of hand-overs, add it. */
bool window_parse(struct window *window, const char *from) MUST_CHECK;
void window_add_text(struct text *text, struct window window);

/*
 * The window of a named period: 2025, 2025-H1..H2, 2025-T1..T3 (four months
 * each), 2025-Q1..Q4, 2025-04, or 2023-01..2023-08.  False for other names.
 */
bool window_of_period(struct window *window, const char *name) MUST_CHECK;

/*
 * Add the window in words, as short as is clear: "januari–april 2025",
 * "2025", "30 april 2025", "januari 2024–mars 2025".
 */
void window_print(struct text *text, struct window window,
		  const char *language);

/* As memcmp(3): by first day, then last day, then form. */
int window_compare(struct window a, struct window b);
bool window_equal(struct window a, struct window b);
bool window_contains(struct window window, struct date date);

/* Calendar months that the window touches. */
int window_months(struct window window);

/*
 * The same months or days, so that the last is in `year`, or in the year
 * before.  The last day of February stays the last, as months do: of 28
 * February 2025 it is 29 February 2024.  There must be a window.
 */
struct window window_in_year(struct window window, int year);
struct window window_year_before(struct window window);

/* From January of the window's last year to its last month. */
struct window window_since_january(struct window window);

/* The `months` (at least 1) months that end with the window's last. */
struct window window_trailing(struct window window, int months);

#endif
