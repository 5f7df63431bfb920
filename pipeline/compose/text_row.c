#include "compose/text_row.h"

#include <stddef.h>
#include <string.h>

#include "compose/figures.h"
#include "compose/print.h"
#include "lib/lang.h"
#include "lib/text.h"

/* The columns of a row, as texts name them. */
static const struct {
	const char *name;
	enum series series;
	bool deviates;
	size_t at; /* in the row */
} columns[] = {
	{ "budget", SERIES_BUDGET, false,
	  offsetof(struct assessed_row, budget) },
	{ "outcome", SERIES_OUTCOME, false,
	  offsetof(struct assessed_row, outcome) },
	{ "forecast", SERIES_FORECAST, false,
	  offsetof(struct assessed_row, forecast) },
	{ "deviation", SERIES_FORECAST, true,
	  offsetof(struct assessed_row, deviation) },
	{ "accrued", SERIES_BUDGET, false,
	  offsetof(struct assessed_row, accrued) },
	{ "deviation-now", SERIES_OUTCOME, true,
	  offsetof(struct assessed_row, deviation_now) },
};

/* "operating", "hemtjanst", "deviation" of "operating@hemtjanst.deviation". */
struct row_name {
	struct text statement;
	struct text unit;
	const char *column;
};

static void part(struct row_name *parts, const char *name)
{
	const char *at = strchr(name, '@');
	const char *dot = strrchr(at, '.');

	text_add_bytes(&parts->statement, name, (size_t)(at - name));
	text_add(&parts->unit, "");
	if (dot)
		text_add_bytes(&parts->unit, at + 1, (size_t)(dot - at - 1));
	parts->column = dot ? dot + 1 : "";
}

static size_t column_named(const char *name)
{
	size_t i = 0;

	while (i < COUNT_OF(columns) && strcmp(columns[i].name, name) != 0)
		i++;
	return i;
}

static const struct assessed_row *row_of(
	const struct assessed_statement *statement, const char *unit)
{
	for (size_t i = 0; statement && i < statement->row_count; i++)
		if (strcmp(statement->rows[i].unit, unit) == 0)
			return &statement->rows[i];
	return NULL;
}

static void refuse(struct place place, const char *name,
		   const struct assessed_statement *statement)
{
	struct text units = { 0 };

	for (size_t i = 0; statement && i < statement->row_count; i++)
		text_printf(&units, "%s%s", i > 0 ? ", " : "",
			    statement->rows[i].unit);
	if (statement)
		msg_at(OUTCOME_REFUSED, place,
		       _("\"{%s}\" names no figure of the statement; expected "
			 "a unit of its rows (%s) with .budget, .outcome, "
			 ".forecast or .deviation"),
		       name, text_string(&units));
	else
		msg_at(OUTCOME_REFUSED, place,
		       _("\"{%s}\" names no figure: there is no such "
			 "statement; expected {statement@unit.deviation}"),
		       name);
	text_clear(&units);
}

static void print(struct composition *composition,
		  const struct statement_figure *quoted, struct text *into)
{
	struct text text = { 0 };

	print_in_words(&text, composition->words,
		       quantity_of(composition, quoted->statement->quantity),
		       &quoted->figure->figure);
	figures_add_row(composition, quoted, text.at);
	text_add(into, text.at);
	text_clear(&text);
}

bool text_row_quote(struct composition *composition, struct place place,
		    const char *name, struct text *into)
{
	struct row_name parts = { 0 };
	struct statement_figure quoted = { 0 };
	size_t column;

	part(&parts, name);
	column = column_named(parts.column);
	quoted.statement = assessment_statement(composition->assessment,
						text_string(&parts.statement));
	quoted.row = row_of(quoted.statement, parts.unit.at);
	if (quoted.row && column < COUNT_OF(columns)) {
		quoted.series = columns[column].series;
		quoted.figure = (const void *)((const char *)quoted.row +
					       columns[column].at);
		quoted.id = arena_printf(composition_arena(composition), "%s%s",
					 quoted.statement->id,
					 columns[column].deviates ? ".deviation"
								  : "");
	}
	if (quoted.figure && quoted.figure->window.form != WINDOW_NONE)
		print(composition, &quoted, into);
	else
		refuse(place, name, quoted.statement);
	text_clear(&parts.statement);
	text_clear(&parts.unit);
	return quoted.figure && quoted.figure->window.form != WINDOW_NONE;
}
