#include "ingest/figures.h"

#include <string.h>

#include "ingest/intake.h"
#include "ingest/records.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/cell.h"

/* A cell with a figure, and what it has to be told in. */
struct figure_cell {
	const struct column *column;
	const char *raw;
	const struct indicator *indicator;
};

static bool is_told_in(const struct row *row, const struct figure_cell *cell,
		       const char *unit, size_t len)
{
	const struct quantity *quantity = quantity_lookup(
		row->intake->quantities, cell->indicator->quantity);
	struct text word = { 0 };
	bool same;

	if (len == 0 || !quantity)
		return true; /* assess tells an unknown quantity */
	text_add_bytes(&word, unit, len);
	same = cell_same(text_string(&word), quantity->print);
	text_clear(&word);
	return same;
}

static enum cell_fault read_number(struct row *row,
				   const struct figure_cell *cell,
				   struct figure *figure)
{
	struct decimal number;
	const char *unit;
	size_t len;
	enum cell_fault fault = cell_amount(&number, &unit, &len, cell->raw,
					    row->intake->profile->decimal);

	if (fault != CELL_SOUND)
		return fault;
	*figure = figure_of_number(number);
	(void)row_within(row, cell->column, number);
	if (!is_told_in(row, cell, unit, len))
		row_refuse(
			row, cell->column,
			(struct reject){ .cause = REJECT_QUANTITY,
					 .hint = cell->indicator->quantity });
	return CELL_SOUND;
}

/* What the cell says; the target tells whether it is yes or no. */
static struct figure read_figure(struct row *row,
				 const struct figure_cell *cell)
{
	struct figure figure = { 0 };
	enum cell_fault fault;

	if (cell_missing(&figure.missing, cell->raw))
		return figure;
	if (cell->indicator->target.figure.kind == FIGURE_YESNO) {
		fault = cell_yesno(&figure.yes, cell->raw);
		figure.kind = FIGURE_YESNO;
	} else {
		fault = read_number(row, cell, &figure);
	}
	if (fault != CELL_SOUND)
		row_refuse(row, cell->column,
			   (struct reject){ .cause = REJECT_CELL,
					    .fault = fault });
	return figure;
}

static void add_fact(const struct row *row, const struct indicator *indicator,
		     enum series series, struct figure figure)
{
	struct facts *facts = row->intake->facts;
	struct window window = row->intake->window;

	if (series == SERIES_FORECAST)
		window = window_of_months(window.last.year, 1, 12);
	facts->facts = arena_grow(&facts->arena, facts->facts,
				  facts->fact_count, sizeof(*facts->facts));
	facts->facts[facts->fact_count++] = (struct fact){
		.id = indicator->id,
		.unit = indicator->unit,
		.window = window,
		.series = series,
		.figure = figure,
		.quantity = indicator->quantity,
		.rows = 1,
		.first = row->line,
		.last = row->last,
		.file = row->file,
	};
}

static void refuse_second(struct row *row, const struct column *column,
			  const struct indicator *indicator)
{
	struct sighting sighting =
		intake_see(row->intake, indicator->id, row->line);

	if (sighting.count > 1)
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_TWICE,
					    .a = sighting.line });
}

void figures_take(struct row *row)
{
	const struct profile *profile = row->intake->profile;
	const struct profile_figures *names = &profile->figures;
	const struct {
		const char *as;
		enum series series;
	} cells[] = { { names->value, SERIES_VALUE },
		      { names->forecast, SERIES_FORECAST } };
	const struct indicator *indicator =
		row_value(row, names->id)->indicator;
	struct figure figures[COUNT_OF(cells)] = { 0 };

	for (size_t i = 0; i < COUNT_OF(cells); i++) {
		struct figure_cell cell = { .indicator = indicator };

		if (!cells[i].as)
			continue;
		cell.column = profile_column(profile, cells[i].as);
		cell.raw = row_value(row, cells[i].as)->raw;
		figures[i] = read_figure(row, &cell);
	}
	if (!row->refused)
		refuse_second(row, profile_column(profile, names->id),
			      indicator);
	if (row->refused)
		return;
	for (size_t i = 0; i < COUNT_OF(cells); i++)
		if (cells[i].as)
			add_fact(row, indicator, cells[i].series, figures[i]);
	if (names->comment)
		records_add_comment(row, indicator);
}
