#include "model/window.h"

#include <assert.h>
#include <string.h>

#include "lib/text.h"

bool date_is_sound(struct date date)
{
	return date.year >= 1000 && date.year <= 9999 && date.month >= 1 &&
	       date.month <= 12 && date.day >= 1 &&
	       date.day <= date_days_in_month(date.year, date.month);
}

int date_days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	assert(month >= 1 && month <= 12);
	return days[month - 1] + (month == 2 && leap);
}

/* Read exactly `count` digits and step behind them. */
static bool take_number(const char **at, int count, int *number)
{
	*number = 0;
	for (; count > 0; count--, (*at)++) {
		if (**at < '0' || **at > '9')
			return false;
		*number = *number * 10 + (**at - '0');
	}
	return true;
}

static bool take_char(const char **at, char wanted)
{
	if (**at != wanted)
		return false;
	(*at)++;
	return true;
}

static bool take_month(const char **at, struct date *date)
{
	date->day = 1;
	return take_number(at, 4, &date->year) && take_char(at, '-') &&
	       take_number(at, 2, &date->month) && date_is_sound(*date);
}

static bool take_date(const char **at, struct date *date)
{
	return take_month(at, date) && take_char(at, '-') &&
	       take_number(at, 2, &date->day) && date_is_sound(*date);
}

bool date_parse(struct date *date, const char *from)
{
	struct date read;

	if (!take_date(&from, &read) || *from != '\0')
		return false;
	*date = read;
	return true;
}

static void add_month(struct text *text, struct date date)
{
	text_add_digits(text, (size_t)date.year, 4);
	text_add_char(text, '-');
	text_add_digits(text, (size_t)date.month, 2);
}

void date_add_text(struct text *text, struct date date)
{
	assert(date_is_sound(date));
	add_month(text, date);
	text_add_char(text, '-');
	text_add_digits(text, (size_t)date.day, 2);
}

int date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/* Days since 1 March of year 0: years begin in March, so that the leap day is
 * the last of its year. */
static long day_number(struct date date)
{
	long year = date.month > 2 ? date.year : date.year - 1;
	long month = date.month > 2 ? date.month - 3 : date.month + 9;

	assert(date_is_sound(date));
	return 365 * year + year / 4 - year / 100 + year / 400 +
	       (153 * month + 2) / 5 + date.day - 1;
}

long date_days_between(struct date from, struct date to)
{
	return day_number(to) - day_number(from);
}

struct date date_plus(struct date date, long days)
{
	long wanted = day_number(date) + days;
	/* 146097 days are 400 years: at most a month too early */
	long year = wanted * 400 / 146097;
	struct date at = { .year = (int)year, .month = 1, .day = 1 };

	while (day_number(at) + date_days_in_month(at.year, at.month) <=
	       wanted) {
		at.year += at.month == 12;
		at.month = at.month % 12 + 1;
	}
	at.day += (int)(wanted - day_number(at));
	assert(date_is_sound(at));
	return at;
}

/* Both dates stand in the right month; the days follow. */
static struct window whole_months(struct date first, struct date last)
{
	struct window window = {
		.form = WINDOW_MONTHS,
		.first = first,
		.last = last,
	};

	window.first.day = 1;
	window.last.day = date_days_in_month(last.year, last.month);
	return window;
}

struct window window_of_months(int year, int first, int last)
{
	struct date from = { .year = year, .month = first, .day = 1 };
	struct date to = { .year = year, .month = last, .day = 1 };

	assert(date_is_sound(from) && date_is_sound(to) && first <= last);
	return whole_months(from, to);
}

static bool take_dots(const char **at)
{
	if (strncmp(*at, "..", 2) != 0)
		return false;
	*at += 2;
	return true;
}

static bool parse_months(struct window *window, const char *from)
{
	struct date first;
	struct date last;

	if (!take_month(&from, &first) || !take_dots(&from) ||
	    !take_month(&from, &last) || *from != '\0' ||
	    date_compare(first, last) > 0)
		return false;
	*window = whole_months(first, last);
	return true;
}

static bool parse_days(struct window *window, const char *from)
{
	struct window read = { .form = WINDOW_DAYS };

	if (!take_date(&from, &read.first) || !take_dots(&from) ||
	    !take_date(&from, &read.last) || *from != '\0' ||
	    date_compare(read.first, read.last) > 0)
		return false;
	*window = read;
	return true;
}

static bool parse_day(struct window *window, const char *from)
{
	struct date day;

	if (!date_parse(&day, from))
		return false;
	*window = (struct window){
		.form = WINDOW_DAY,
		.first = day,
		.last = day,
	};
	return true;
}

bool window_parse(struct window *window, const char *from)
{
	return parse_months(window, from) || parse_day(window, from) ||
	       parse_days(window, from);
}

void window_add_text(struct text *text, struct window window)
{
	assert(window.form != WINDOW_NONE);
	switch (window.form) {
	case WINDOW_MONTHS:
		add_month(text, window.first);
		text_add(text, "..");
		add_month(text, window.last);
		break;
	case WINDOW_DAY:
		date_add_text(text, window.first);
		break;
	case WINDOW_DAYS:
		date_add_text(text, window.first);
		text_add(text, "..");
		date_add_text(text, window.last);
		break;
	case WINDOW_NONE:
		break;
	}
}

/* What may stand behind "2025-": a letter and how many months it divides the
 * year into, or a month. */
static bool period_part(struct window *window, int year, const char *part)
{
	static const struct {
		char letter;
		int months;
	} parts[] = { { 'H', 6 }, { 'T', 4 }, { 'Q', 3 } };
	int month;

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		int nth = part[0] == parts[i].letter ? part[1] - '0' : 0;

		if (nth < 1 || nth * parts[i].months > 12 || part[2] != '\0')
			continue;
		*window =
			window_of_months(year, (nth - 1) * parts[i].months + 1,
					 nth * parts[i].months);
		return true;
	}
	if (!take_number(&part, 2, &month) || *part != '\0' || month < 1 ||
	    month > 12)
		return false;
	*window = window_of_months(year, month, month);
	return true;
}

bool window_of_period(struct window *window, const char *name)
{
	const char *at = name;
	int year;

	if (!take_number(&at, 4, &year) || year < 1000)
		return false;
	if (*at == '\0') {
		*window = window_of_months(year, 1, 12);
		return true;
	}
	return (take_char(&at, '-') && period_part(window, year, at)) ||
	       parse_months(window, name);
}

int window_compare(struct window a, struct window b)
{
	int order = date_compare(a.first, b.first);

	if (order == 0)
		order = date_compare(a.last, b.last);
	if (order == 0)
		order = (a.form > b.form) - (a.form < b.form);
	return order;
}

bool window_equal(struct window a, struct window b)
{
	return window_compare(a, b) == 0;
}

bool window_contains(struct window window, struct date date)
{
	return window.form != WINDOW_NONE &&
	       date_compare(window.first, date) <= 0 &&
	       date_compare(date, window.last) <= 0;
}

int window_months(struct window window)
{
	if (window.form == WINDOW_NONE)
		return 0;
	return 12 * (window.last.year - window.first.year) + window.last.month -
	       window.first.month + 1;
}

/* No month has a day that it does not have. */
static void keep_in_month(struct date *date)
{
	const int days = date_days_in_month(date->year, date->month);

	if (date->day > days)
		date->day = days;
}

static bool ends_month(struct date date)
{
	return date.day == date_days_in_month(date.year, date.month);
}

struct window window_in_year(struct window window, int year)
{
	struct window moved = window;

	assert(window.form != WINDOW_NONE);
	moved.first.year += year - window.last.year;
	moved.last.year = year;
	if (window.form == WINDOW_MONTHS)
		return whole_months(moved.first, moved.last);
	if (window.form == WINDOW_DAY && ends_month(window.last))
		moved.last.day = 31;
	keep_in_month(&moved.last);
	if (window.form == WINDOW_DAY)
		moved.first = moved.last;
	keep_in_month(&moved.first);
	return moved;
}

struct window window_year_before(struct window window)
{
	return window_in_year(window, window.last.year - 1);
}

struct window window_since_january(struct window window)
{
	assert(window.form != WINDOW_NONE);
	return window_of_months(window.last.year, 1, window.last.month);
}

struct window window_trailing(struct window window, int months)
{
	int first = 12 * window.last.year + window.last.month - months;
	struct date from = {
		.year = first / 12,
		.month = first % 12 + 1,
		.day = 1,
	};

	assert(window.form != WINDOW_NONE && months >= 1);
	return whole_months(from, window.last);
}
