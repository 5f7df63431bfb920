#include "ingest/row.h"

#include <string.h>

#include "ingest/amount.h"
#include "ingest/former.h"
#include "ingest/intake.h"
#include "lib/text.h"
#include "lib/xml_writer.h"
#include "model/cell.h"
#include "model/mask.h"

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

void row_refuse(struct row *row, const struct column *column,
		struct reject reject)
{
	struct text value = { 0 };

	row_add_shown(row, &value, column);
	reject.place = row_place(row, column);
	reject.value = text_string(&value);
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

static void refuse_cell(struct row *row, const struct column *column,
			enum cell_fault fault)
{
	row_refuse(row, column,
		   (struct reject){ .cause = REJECT_CELL, .fault = fault });
}

static void read_text(struct row *row, const struct column *column,
		      struct row_value *value)
{
	(void)row;
	(void)column;
	value->sound = true;
}

static void read_code(struct row *row, const struct column *column,
		      struct row_value *value)
{
	struct text code = { 0 };

	cell_trim(&code, value->raw);
	value->sound = !column->pattern ||
		       mask_fits(column->pattern, text_string(&code));
	text_clear(&code);
	if (!value->sound)
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_PATTERN,
					    .hint = column->pattern });
}

static void read_number(struct row *row, const struct column *column,
			struct row_value *value)
{
	enum cell_fault fault =
		amount_read(&value->number, row->intake, column, value->raw);

	if (fault != CELL_SOUND)
		refuse_cell(row, column, fault);
	else
		value->sound = row_within(row, column, value->number);
}

static void refuse_day(struct row *row, const struct column *column,
		       enum reject_cause cause, struct date limit)
{
	struct text hint = { 0 };

	date_add_text(&hint, limit);
	row_refuse(row, column,
		   (struct reject){ .cause = cause, .hint = hint.at });
	text_clear(&hint);
}

/* Take what was read as the cell's time, if it is within the limits. */
static void take_window(struct row *row, const struct column *column,
			struct row_value *value, enum cell_fault fault)
{
	const struct window *window = &value->window;

	if (fault != CELL_SOUND)
		refuse_cell(row, column, fault);
	else if (column->has_min &&
		 date_compare(window->first, column->earliest) < 0)
		refuse_day(row, column, REJECT_EARLY, column->earliest);
	else if (column->has_max &&
		 date_compare(window->last, column->latest) > 0)
		refuse_day(row, column, REJECT_LATE, column->latest);
	else
		value->sound = true;
}

static void read_date(struct row *row, const struct column *column,
		      struct row_value *value)
{
	struct date date;
	enum cell_fault fault = cell_date(&date, value->raw);

	if (fault == CELL_SOUND)
		value->window = (struct window){ .form = WINDOW_DAY,
						 .first = date,
						 .last = date };
	take_window(row, column, value, fault);
}

static void read_month(struct row *row, const struct column *column,
		       struct row_value *value)
{
	take_window(row, column, value, cell_month(&value->window, value->raw));
}

static void read_period(struct row *row, const struct column *column,
			struct row_value *value)
{
	take_window(row, column, value,
		    cell_period(&value->window, value->raw));
}

static void read_unit(struct row *row, const struct column *column,
		      struct row_value *value)
{
	const struct registry *reg = row->intake->reg;
	const struct unit *unit = register_unit_named(reg, value->raw);

	value->sound = unit != NULL;
	if (unit)
		row->unit = (size_t)(unit - reg->units);
	else if (former_is_named(reg, value->raw))
		row->former = column;
	else
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_UNIT,
					    .hint = register_nearest_unit(
						    reg, value->raw) });
}

static void read_indicator(struct row *row, const struct column *column,
			   struct row_value *value)
{
	const struct registry *reg = row->intake->reg;

	value->indicator = register_indicator_named(reg, value->raw);
	value->sound = value->indicator != NULL;
	if (!value->indicator)
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_INDICATOR,
					    .hint = register_nearest_indicator(
						    reg, value->raw) });
}

static void read_decision(struct row *row, const struct column *column,
			  struct row_value *value)
{
	value->sound = decision_key_read(&value->decision, value->raw);
	if (!value->sound)
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_DECISION });
}

/* The word as it is declared: systems write it in many cases of letters. */
static const char *declared_word(const struct column *column, const char *raw)
{
	for (size_t i = 0; i < column->word_count; i++)
		if (strcmp(column->words[i], raw) == 0)
			return column->words[i];
	for (size_t i = 0; i < column->word_count; i++)
		if (cell_same(column->words[i], raw))
			return column->words[i];
	return NULL;
}

static void read_word(struct row *row, const struct column *column,
		      struct row_value *value)
{
	const char *word = declared_word(column, value->raw);
	struct text hint = { 0 };

	if (word) {
		value->raw = word;
		value->sound = true;
		return;
	}
	for (size_t i = 0; i < column->word_count; i++)
		text_printf(&hint, "%s\"%s\"", i > 0 ? ", " : "",
			    column->words[i]);
	row_refuse(row, column,
		   (struct reject){ .cause = REJECT_WORD, .hint = hint.at });
	text_clear(&hint);
}

static void (*const readers[])(struct row *row, const struct column *column,
			       struct row_value *value) = {
	[COLUMN_TEXT] = read_text,
	[COLUMN_CODE] = read_code,
	[COLUMN_NUMBER] = read_number,
	[COLUMN_FIGURE] = read_text, /* by figures.c, which knows for what */
	[COLUMN_DATE] = read_date,
	[COLUMN_MONTH] = read_month,
	[COLUMN_PERIOD] = read_period,
	[COLUMN_UNIT] = read_unit,
	[COLUMN_INDICATOR] = read_indicator,
	[COLUMN_DECISION] = read_decision,
	[COLUMN_WORD] = read_word,
};

static bool is_empty(const char *cell)
{
	struct text trimmed = { 0 };
	bool empty;

	if (*cell > ' ')
		return false; /* nearly always; spares the copy */
	cell_trim(&trimmed, cell);
	empty = trimmed.len == 0;
	text_clear(&trimmed);
	return empty;
}

static void read_value(struct row *row, const struct column *column,
		       const struct csv_cell *cell)
{
	struct row_value *value =
		&row->values[column - row->intake->profile->columns];

	value->raw = cell->text;
	if (!xml_writer_accepts(cell->text, cell->len))
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_CHARACTER });
	else if (!is_empty(cell->text))
		readers[column->type](row, column, value);
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

void row_read(struct row *row, const struct csv_row *csv)
{
	const struct profile *profile = row->intake->profile;

	row->line = csv->line;
	row->last = csv->last;
	row->refused = false;
	row->unit = row->intake->unit;
	row->former = NULL;
	memset(row->values, 0, profile->column_count * sizeof(*row->values));
	for (size_t i = 0; i < profile->column_count; i++)
		row->values[i].raw = "";
	if (!has_its_cells(row, csv)) {
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
