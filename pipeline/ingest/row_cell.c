#include "ingest/row_cell.h"

#include <string.h>

#include "ingest/amount.h"
#include "ingest/former.h"
#include "ingest/intake.h"
#include "lib/text.h"
#include "model/cell.h"
#include "model/mask.h"

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

	value->sound = true;
	if (!column->pattern)
		return;
	cell_trim(&code, value->raw);
	value->sound = mask_fits(column->pattern, text_string(&code));
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
		value->unit = (size_t)(unit - reg->units);
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

/* A word's text is the declared one, all others stand in the row. */
static void recall(struct row_value *value, const struct row_value *memo,
		   const struct column *column)
{
	const char *raw = value->raw;

	*value = *memo;
	if (column->type != COLUMN_WORD)
		value->raw = raw;
}

void row_cell_read(struct row *row, const struct column *column,
		   struct row_value *value)
{
	size_t at = (size_t)(column - row->intake->profile->columns);
	struct row_value *memo =
		value->serial > 0
			? memo_of(&row->intake->memos, at, value->serial)
			: NULL;

	if (memo && memo->sound) {
		recall(value, memo, column);
	} else {
		readers[column->type](row, column, value);
		if (memo && value->sound)
			*memo = *value;
	}
	if (column->type == COLUMN_UNIT && value->sound)
		row->unit = value->unit;
}
