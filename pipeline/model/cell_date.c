#include <string.h>

#include "lib/text.h"
#include "model/cell.h"
#include "model/cell_scan.h"

/* Of the few digits that exports cut a year down to, ours are all of this
 * century. */
#define CENTURY 2000

/* The parts were read from all of the cell, and make a day. */
static bool sound(const struct cell_scan *scan, const struct date *date)
{
	return cell_scan_ended(scan) && date_is_sound(*date);
}

/* "2025-04-30" */
static bool read_iso(struct cell_scan scan, struct date *date)
{
	return cell_scan_number(&scan, 4, 4, &date->year) &&
	       cell_scan_take(&scan, "-") &&
	       cell_scan_number(&scan, 2, 2, &date->month) &&
	       cell_scan_take(&scan, "-") &&
	       cell_scan_number(&scan, 2, 2, &date->day) && sound(&scan, date);
}

/* "20250430", "250430" */
static bool read_digits(struct cell_scan scan, struct date *date)
{
	size_t len = cell_scan_digits(&scan);
	int digits;

	if ((len != 6 && len != 8) ||
	    !cell_scan_number(&scan, len, len, &digits))
		return false;
	date->year = digits / 10000 + (len == 6 ? CENTURY : 0);
	date->month = digits / 100 % 100;
	date->day = digits % 100;
	return sound(&scan, date);
}

/* "30.4.2025", "30/4 2025": the day before the month, as Swedes write it */
static bool read_day_first(struct cell_scan scan, struct date *date)
{
	if (!cell_scan_number(&scan, 1, 2, &date->day))
		return false;
	if (cell_scan_take(&scan, ".")) {
		if (!cell_scan_number(&scan, 1, 2, &date->month) ||
		    !cell_scan_take(&scan, "."))
			return false;
	} else if (!cell_scan_take(&scan, "/") ||
		   !cell_scan_number(&scan, 1, 2, &date->month) ||
		   !cell_scan_space(&scan)) {
		return false;
	}
	return cell_scan_number(&scan, 4, 4, &date->year) && sound(&scan, date);
}

enum cell_fault cell_date(struct date *date, const char *cell)
{
	struct cell_scan scan = cell_scan_of(cell);
	struct date read;

	if (!read_iso(scan, &read) && !read_digits(scan, &read) &&
	    !read_day_first(scan, &read))
		return cell_scan_fault(&scan, CELL_NO_DATE);
	*date = read;
	return CELL_SOUND;
}

/* "2025-04" */
static bool read_iso_month(struct cell_scan scan, struct date *date)
{
	return cell_scan_number(&scan, 4, 4, &date->year) &&
	       cell_scan_take(&scan, "-") &&
	       cell_scan_number(&scan, 2, 2, &date->month) &&
	       sound(&scan, date);
}

/* "202504" */
static bool read_month_digits(struct cell_scan scan, struct date *date)
{
	int digits;

	if (!cell_scan_number(&scan, 6, 6, &digits))
		return false;
	date->year = digits / 100;
	date->month = digits % 100;
	return sound(&scan, date);
}

/* Step over the name of the month, or its first letters: at least three, by
 * which all twelve differ. */
static bool take_month_name(struct cell_scan *scan, int month)
{
	const char *name = date_month_name(month, "sv");
	size_t matched = 0;
	struct cell_scan ahead = *scan;

	while (name[matched] != '\0' && !cell_scan_ended(&ahead) &&
	       cell_scan_next(&ahead, 0) == name[matched]) {
		*scan = ahead;
		matched++;
	}
	if (matched < 3)
		return false;
	if (name[matched] != '\0')
		(void)cell_scan_take(scan, ".");
	return true;
}

/* "apr 2025", "april 2025" */
static bool read_month_name(struct cell_scan scan, struct date *date)
{
	for (date->month = 1; date->month <= 12; date->month++) {
		struct cell_scan ahead = scan;

		if (!take_month_name(&ahead, date->month) ||
		    !cell_scan_space(&ahead))
			continue;
		cell_scan_spaces(&ahead);
		return cell_scan_number(&ahead, 4, 4, &date->year) &&
		       sound(&ahead, date);
	}
	return false;
}

enum cell_fault cell_month(struct window *month, const char *cell)
{
	struct cell_scan scan = cell_scan_of(cell);
	struct date read = { .day = 1 };

	if (!read_iso_month(scan, &read) && !read_month_digits(scan, &read) &&
	    !read_month_name(scan, &read))
		return cell_scan_fault(&scan, CELL_NO_MONTH);
	*month = window_of_months(read.year, read.month, read.month);
	return CELL_SOUND;
}

/* The letter that a part of a year has in names of periods: "2025-T1". */
static bool take_part_name(struct cell_scan *scan, char *letter)
{
	static const struct {
		const char *name;
		char letter;
	} parts[] = {
		{ "tertial", 'T' }, { "kvartal", 'Q' }, { "halvår", 'H' },
		{ "t", 'T' },       { "q", 'Q' },       { "k", 'Q' },
		{ "h", 'H' },
	};

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		if (!cell_scan_word(scan, parts[i].name))
			continue;
		*letter = parts[i].letter;
		cell_scan_spaces(scan);
		return true;
	}
	return false;
}

/* "T1 2025", "2025 tertial 1" */
static bool read_part(struct cell_scan scan, struct window *period)
{
	char letter = 'T';
	struct text spelt = { 0 };
	int year = 0;
	int part;
	bool year_first = cell_scan_number(&scan, 4, 4, &year);
	bool ok;

	cell_scan_spaces(&scan);
	ok = take_part_name(&scan, &letter) &&
	     cell_scan_number(&scan, 1, 1, &part);
	cell_scan_spaces(&scan);
	if (ok && !year_first)
		ok = cell_scan_number(&scan, 4, 4, &year);
	if (!ok || !cell_scan_ended(&scan))
		return false;
	text_printf(&spelt, "%04d-%c%d", year, letter, part);
	ok = window_of_period(period, spelt.at);
	text_clear(&spelt);
	return ok;
}

/* "2025-T1", "2025", "2025-01..2025-04" */
static bool read_name(const char *cell, struct window *period)
{
	struct text name = { 0 };
	bool ok;

	cell_trim(&name, cell);
	ok = window_of_period(period, text_string(&name));
	text_clear(&name);
	return ok;
}

enum cell_fault cell_period(struct window *period, const char *cell)
{
	struct cell_scan scan = cell_scan_of(cell);
	struct window read;

	if (cell_month(&read, cell) != CELL_SOUND && !read_name(cell, &read) &&
	    !read_part(scan, &read))
		return cell_scan_fault(&scan, CELL_NO_PERIOD);
	*period = read;
	return CELL_SOUND;
}
