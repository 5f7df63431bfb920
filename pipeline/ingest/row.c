#include "ingest/row.h"

#include <string.h>

#include "ingest/former.h"
#include "ingest/intake.h"
#include "ingest/row_cell.h"
#include "lib/digest.h"
#include "lib/text.h"
#include "lib/xml_writer.h"
#include "model/cell.h"

#define MARK_LEN 6 /* hexadecimal digits */
#define MASK "***" /* in place of what is personal */

struct place row_place(const struct row *row, const struct column *column)
{
	size_t at = (size_t)(column - row->intake->profile->columns);

	return (struct place){ .file = row->shown,
			       .line = row->line,
			       .column = row->columns->position[at],
			       .header = column->header };
}

void row_add_shown(const struct row *row, struct text *text,
		   const struct column *column)
{
	size_t at = (size_t)(column - row->intake->profile->columns);
	size_t before = text->len;

	cell_trim(text, row->values[at].raw);
	if (!column->personal || text->len == before)
		return;
	text->len = before;
	text_add(text, MASK);
}

/* See rejects.h. */
static const char *mark_of(const struct row *row, const struct column *column,
			   char mark[MARK_LEN + 1])
{
	size_t at = (size_t)(column - row->intake->profile->columns);
	char sha256[DIGEST_HEX];
	struct text bytes = { 0 };

	text_printf(&bytes, "%s\n", row->shown);
	cell_trim(&bytes, row->values[at].raw);
	digest_bytes(sha256, bytes.at, bytes.len);
	text_clear(&bytes);
	memcpy(mark, sha256, MARK_LEN);
	mark[MARK_LEN] = '\0';
	return mark;
}

void row_refuse(struct row *row, const struct column *column,
		struct reject reject)
{
	struct text value = { 0 };
	char mark[MARK_LEN + 1];

	row_add_shown(row, &value, column);
	reject.place = row_place(row, column);
	reject.value = text_string(&value);
	if (column->personal && value.len > 0)
		reject.mark = mark_of(row, column, mark);
	rejects_add(&row->intake->rejects, reject);
	row->refused = true;
	text_clear(&value);
}

static void refuse_limit(struct row *row, const struct column *column,
			 enum reject_cause cause, struct decimal limit)
{
	struct text hint = { 0 };

	profile_add_number(row->intake->profile, &hint, limit);
	row_refuse(row, column,
		   (struct reject){ .cause = cause, .hint = hint.at });
	text_clear(&hint);
}

bool row_within(struct row *row, const struct column *column,
		struct decimal number)
{
	bool below =
		column->has_min && decimal_compare(number, column->min) < 0;
	bool above =
		column->has_max && decimal_compare(number, column->max) > 0;

	if (below)
		refuse_limit(row, column, REJECT_BELOW, column->min);
	if (above)
		refuse_limit(row, column, REJECT_ABOVE, column->max);
	return !below && !above;
}

static bool holds_spaces(const char *cell)
{
	struct text trimmed = { 0 };
	bool empty;

	cell_trim(&trimmed, cell);
	empty = trimmed.len == 0;
	text_clear(&trimmed);
	return empty;
}

/* The first byte mostly tells: spaces outside ASCII begin with C2 or E2. */
static bool is_empty(const char *cell)
{
	unsigned char first = (unsigned char)*cell;

	if (first > ' ' && first != 0xC2 && first != 0xE2)
		return false;
	return first == '\0' || holds_spaces(cell);
}

/* Bytes that continue a character count for none. */
static long characters(const struct csv_cell *cell)
{
	long count = 0;

	for (size_t i = 0; i < cell->len; i++)
		count += !text_goes_on(cell->text[i]);
	return count;
}

static bool is_too_long(const struct row *row, const struct csv_cell *cell)
{
	long limit = row->intake->profile->cell_limit;

	return limit > 0 && (long)cell->len > limit && characters(cell) > limit;
}

static void refuse_length(struct row *row, const struct column *column,
			  const struct csv_cell *cell)
{
	row_refuse(row, column,
		   (struct reject){ .cause = REJECT_CELL_LIMIT,
				    .a = characters(cell),
				    .b = row->intake->profile->cell_limit });
}

static void read_value(struct row *row, const struct column *column,
		       const struct csv_cell *cell)
{
	struct row_value *value =
		&row->values[column - row->intake->profile->columns];

	*value =
		(struct row_value){ .raw = cell->text, .serial = cell->serial };
	if (is_too_long(row, cell))
		refuse_length(row, column, cell);
	else if (!row->clean && !xml_writer_accepts(cell->text, cell->len))
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_CHARACTER });
	else if (!is_empty(cell->text))
		row_cell_read(row, column, value);
	else if (!column->may_be_empty)
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_EMPTY });
}

/* Without its value: that may be personal. */
static void refuse_unnamed(struct row *row, size_t at)
{
	rejects_add(&row->intake->rejects,
		    (struct reject){ .cause = REJECT_UNNAMED,
				     .place.file = row->shown,
				     .place.line = row->line,
				     .place.column = (int)at + 1 });
	row->refused = true;
}

bool row_is_blank(const struct csv_row *csv)
{
	for (size_t i = 0; i < csv->count; i++)
		if (!is_empty(csv->cells[i].text))
			return false;
	return true;
}

bool row_begins_alike(const char *cell, const char *word)
{
	unsigned char a = (unsigned char)cell[0];
	unsigned char b = (unsigned char)word[0];

	return a <= ' ' || a >= 0x80 || a == '=' || b <= ' ' || b >= 0x80 ||
	       (a | 0x20) == (b | 0x20);
}

/* As many cells as columns, but for one empty one behind a last separator. */
static bool has_its_cells(const struct row *row, const struct csv_row *csv)
{
	size_t columns = row->columns->count;

	if (csv->count == columns)
		return true;
	return csv->count == columns + 1 && csv->cells[columns].len == 0;
}

/* The place is the first cell that is missing, or one too many. */
static void refuse_count(struct row *row, const struct csv_row *csv)
{
	const struct columns *columns = row->columns;
	bool is_short = csv->count < columns->count;
	size_t at = is_short ? csv->count : columns->count;
	struct reject reject = {
		.cause = is_short ? REJECT_SHORT : REJECT_LONG,
		.place.file = row->shown,
		.place.line = row->line,
		.place.column = (int)at + 1,
		.a = (long)csv->count,
		.b = (long)columns->count,
	};

	if (is_short && columns->declared[at] >= 0)
		reject.place.header =
			row->intake->profile->columns[columns->declared[at]]
				.header;
	rejects_add(&row->intake->rejects, reject);
	row->refused = true;
}

void row_empty(struct row *row)
{
	for (size_t i = 0; i < row->intake->profile->column_count; i++)
		row->values[i] = (struct row_value){ .raw = "" };
}

/* The value of a column that the file lacks stays empty. */
void row_read(struct row *row, const struct csv_row *csv)
{
	const struct profile *profile = row->intake->profile;

	row->line = csv->line;
	row->last = csv->last;
	row->refused = false;
	row->unit = row->intake->unit;
	row->former = NULL;
	if (!has_its_cells(row, csv)) {
		row_empty(row);
		refuse_count(row, csv);
		return;
	}
	for (size_t i = 0; i < row->columns->count; i++)
		if (row->columns->declared[i] >= 0)
			read_value(row,
				   &profile->columns[row->columns->declared[i]],
				   &csv->cells[i]);
		else if (!is_empty(csv->cells[i].text))
			refuse_unnamed(row, i);
	if (row->former)
		former_place(row, row->former);
}

const struct row_value *row_value(const struct row *row, const char *as)
{
	const struct profile *profile = row->intake->profile;

	if (!as)
		return NULL;
	return &row->values[profile_column(profile, as) - profile->columns];
}
