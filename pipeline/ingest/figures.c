#include "ingest/figures.h"

#include <string.h>

#include "ingest/intake.h"
#include "ingest/records.h"
#include "ingest/row.h"
#include "model/indicator_cell.h"

/* A cell with a figure, and what it has to be told in. */
struct figure_cell {
	const struct column *column;
	const char *raw;
	const struct indicator *indicator;
};

/* What the cell says; the target tells whether it is yes or no. */
static struct figure read_figure(struct row *row,
				 const struct figure_cell *cell)
{
	struct figure figure;
	/* assess tells an unknown quantity */
	enum cell_fault fault =
		indicator_cell(&figure, cell->indicator,
			       quantity_lookup(row->intake->quantities,
					       cell->indicator->quantity),
			       cell->raw, row->intake->profile->decimal);

	if (figure.kind == FIGURE_NUMBER)
		(void)row_within(row, cell->column, figure.number);
	if (fault == CELL_UNIT)
		row_refuse(
			row, cell->column,
			(struct reject){ .cause = REJECT_QUANTITY,
					 .hint = cell->indicator->quantity });
	else if (fault != CELL_SOUND)
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

/* How many answered, of how many; missing if no number stands there. */
static struct figure base_of(const struct row *row)
{
	const struct profile_figures *names = &row->intake->profile->figures;
	const struct row_value *base = row_value(row, names->base);
	const struct row_value *asked = row_value(row, names->asked);

	if (!base || !base->sound)
		return figure_of_missing(MISSING_NOT_MEASURED);
	if (!asked || !asked->sound || decimal_is_zero(asked->number))
		return figure_of_number(base->number);
	return figure_of_ratio(ratio_over(base->number, asked->number));
}

static void add_base(const struct row *row, const struct indicator *indicator)
{
	struct figure base = base_of(row);

	if (base.kind != FIGURE_MISSING)
		add_fact(row, indicator, SERIES_BASE, base);
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
	add_base(row, indicator);
	if (names->comment)
		records_add_comment(row, indicator);
}
