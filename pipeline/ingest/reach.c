#include "ingest/reach.h"

#include <string.h>

#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/cell.h"

static void take_day(struct reach *reach, struct date day)
{
	if (date_compare(reach->newest, day) < 0)
		reach->newest = day;
}

/* A day, with or without a time of day behind it. */
static bool read_day(struct date *day, const char *cell)
{
	struct text first = { 0 };
	bool ok;

	text_add_bytes(&first, cell, strcspn(cell, " T"));
	ok = cell_date(day, cell) == CELL_SOUND ||
	     cell_date(day, text_string(&first)) == CELL_SOUND;
	text_clear(&first);
	return ok;
}

/* Take the day behind the stamp, which stands in the same cell or the next. */
static void take_stamp(struct reach *reach, const char *stamp, const char *cell,
		       const char *next)
{
	struct text rest = { 0 };
	struct text trimmed = { 0 };
	struct date day;

	if (cell_begins(&rest, cell, stamp)) {
		cell_trim(&trimmed, rest.len > 0 ? rest.at : next);
		if (read_day(&day, text_string(&trimmed)))
			take_day(reach, day);
	}
	text_clear(&rest);
	text_clear(&trimmed);
}

/* A cell of a line that no CSV reader has seen, without quotation marks. */
static const char *take_cell(struct text *cell, const char *at, const char *end,
			     char separator)
{
	const char ends[] = { separator, '\r', '\n', '\0' };
	size_t len = strcspn(at, ends);

	if (at + len > end)
		len = (size_t)(end - at);
	for (size_t i = 0; i < len; i++)
		if (at[i] != '"')
			text_add_char(cell, at[i]);
	return at + len;
}

void reach_take_preamble(struct reach *reach, const struct profile *profile,
			 const char *bytes, size_t len)
{
	const char *stamp = profile->freshness.stamp;
	const char *end = bytes + len;

	while (stamp && bytes < end) {
		struct text cell = { 0 };
		struct text next = { 0 };

		bytes = take_cell(&cell, bytes, end, profile->separator);
		if (bytes < end && *bytes == profile->separator)
			bytes = take_cell(&next, bytes + 1, end,
					  profile->separator);
		take_stamp(reach, stamp, text_string(&cell),
			   text_string(&next));
		bytes += strcspn(bytes, "\r\n");
		bytes += strspn(bytes, "\r\n");
		text_clear(&cell);
		text_clear(&next);
	}
}

void reach_take_footer(struct reach *reach, const struct profile *profile,
		       const struct csv_row *csv)
{
	const char *stamp = profile->freshness.stamp;

	if (stamp && csv->count > 0)
		take_stamp(reach, stamp, csv->cells[0].text,
			   csv->count > 1 ? csv->cells[1].text : "");
}

void reach_take_row(struct reach *reach, const struct row *row)
{
	const struct profile *profile = row->intake->profile;
	const struct column *column = profile->freshness.column;
	const struct row_value *value;

	if (!column)
		return;
	value = &row->values[column - profile->columns];
	if (value->sound)
		take_day(reach, value->window.last);
}

bool reach_is_told(const struct reach *reach, const struct profile *profile)
{
	return !profile->freshness.stamp || reach->newest.year != 0;
}
