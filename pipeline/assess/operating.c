#include "assess/operating.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"

/* A statement on its way. */
struct drafting {
	const struct workings *workings;
	const struct registry *reg;
	const struct statement *declared;
	struct assessed_statement *into;
	struct arena *arena;
};

#define COLUMNS 3

static const enum series column_series[COLUMNS] = { SERIES_BUDGET,
						    SERIES_OUTCOME,
						    SERIES_FORECAST };

static struct assessed_figure *column_of(struct assessed_row *row,
					 enum series series)
{
	if (series == SERIES_BUDGET)
		return &row->budget;
	return series == SERIES_OUTCOME ? &row->outcome : &row->forecast;
}

static struct place place_of(const struct statement *declared)
{
	return (struct place){ .file = declared->rules_file,
			       .line = declared->line,
			       .header = declared->id };
}

static bool fill_columns(const struct drafting *drafting,
			 struct assessed_row *row)
{
	const struct statement *declared = drafting->declared;
	bool ok = true;

	for (size_t i = 0; i < COLUMNS; i++) {
		struct wanted wanted = { declared->measure, row->unit,
					 column_series[i], declared->quantity,
					 place_of(declared) };

		ok = derived_figure(drafting->workings, &wanted,
				    column_of(row, column_series[i])) &&
		     ok;
	}
	return ok;
}

/* What the unit's outcome was in earlier windows, in the statement's quantity;
 * figures of a unit that does not correspond are marked, not left out. */
static void fill_history(const struct drafting *drafting,
			 struct assessed_row *row)
{
	const struct rules *rules = drafting->workings->rules;
	const struct statement *declared = drafting->declared;
	const struct measure *measure = measure_lookup(
		&rules->measures, declared->measure, SERIES_OUTCOME);
	const struct history_search search = {
		.id = declared->measure,
		.unit = row->unit,
		.series = SERIES_OUTCOME,
		.before = drafting->workings->period,
		.adds = measure && measure_adds(measure),
	};
	const struct quantity *from;
	const struct quantity *to =
		quantity_lookup(&rules->quantities, declared->quantity);

	if (!measure)
		return;
	from = quantity_lookup(&rules->quantities, measure->quantity);
	row->history =
		history_find(drafting->workings->history, drafting->reg,
			     drafting->arena, &search, &row->history_count);
	for (size_t i = 0; i < row->history_count; i++)
		if (!quantity_convert(&row->history[i].figure, from, to))
			row->history[i].figure = (struct figure){ 0 };
}

static bool is_empty(struct assessed_row *row)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (column_of(row, column_series[i])->from_count)
			return false;
	return true;
}

static void add_traces(const struct drafting *drafting,
		       struct assessed_figure *to,
		       const struct assessed_figure *of)
{
	for (size_t i = 0; i < of->from_count; i++) {
		to->from = arena_grow(drafting->arena, to->from, to->from_count,
				      sizeof(*to->from));
		to->from[to->from_count++] = of->from[i];
	}
}

static bool tell_too_large(const struct drafting *drafting, const char *unit)
{
	msg_at(OUTCOME_REFUSED, place_of(drafting->declared),
	       _("the figures of \"%s\" are no numbers or too large to be "
		 "reckoned with"),
	       unit);
	return false;
}

static bool fill_deviation(const struct drafting *drafting,
			   struct assessed_row *row)
{
	row->deviation =
		(struct assessed_figure){ .window = row->budget.window };
	if (!derived_difference(&row->budget.figure, &row->forecast.figure,
				&row->deviation.figure))
		return tell_too_large(drafting, row->unit);
	add_traces(drafting, &row->deviation, &row->budget);
	add_traces(drafting, &row->deviation, &row->forecast);
	return true;
}

static void keep_row(const struct drafting *drafting,
		     const struct assessed_row *row)
{
	struct assessed_statement *into = drafting->into;

	into->rows = arena_grow(drafting->arena, into->rows, into->row_count,
				sizeof(*into->rows));
	into->rows[into->row_count++] = *row;
}

static bool add_unit(const struct drafting *drafting, const struct unit *unit)
{
	struct assessed_row row = { .unit = unit->id, .name = unit->name };

	if (!fill_columns(drafting, &row))
		return false;
	if (is_empty(&row)) {
		msg_at(OUTCOME_NOTED, place_of(drafting->declared),
		       _("the unit \"%s\" has no figures of \"%s\" and gets no "
			 "row"),
		       unit->id, drafting->declared->measure);
		return true;
	}
	if (!fill_deviation(drafting, &row))
		return false;
	fill_history(drafting, &row);
	keep_row(drafting, &row);
	return true;
}

/* The total of a column, made from all that its parts were made from. */
static bool sum_column(const struct drafting *drafting, enum series series,
		       struct assessed_figure *total)
{
	struct assessed_statement *into = drafting->into;

	for (size_t i = 0; i < into->row_count; i++) {
		const struct assessed_figure *part =
			column_of(&into->rows[i], series);

		if (i == 0) {
			total->window = part->window;
			total->figure = part->figure;
		} else if (!derived_sum(&total->figure, &part->figure,
					&total->figure))
			return false;
		add_traces(drafting, total, part);
	}
	return true;
}

static void tell_if_different(const struct drafting *drafting,
			      enum series series, const struct figure *own,
			      const struct figure *sum)
{
	const struct quantity *quantity =
		quantity_lookup(&drafting->workings->rules->quantities,
				drafting->declared->quantity);
	struct figure difference;
	struct decimal rounded = { 0 };
	struct text told = { 0 };
	struct ratio ratio;

	if (own->kind == FIGURE_MISSING || figure_equal(own, sum) ||
	    !derived_difference(own, sum, &difference))
		return;
	if (figure_ratio(&difference, &ratio) &&
	    ratio_round(&rounded, ratio, 2))
		decimal_add_text(&told, rounded);
	msg_at(OUTCOME_NOTED, place_of(drafting->declared),
	       _("the rows' %s is not all that \"%s\" has: %s %s stand at that "
		 "unit itself or in no row"),
	       evidence_series(series), drafting->declared->unit,
	       text_string(&told), quantity ? quantity->print : "");
	text_clear(&told);
}

static bool add_total(const struct drafting *drafting)
{
	const struct unit *above =
		register_unit(drafting->reg, drafting->declared->unit);
	struct assessed_row own = { .unit = above->id, .name = above->name };
	struct assessed_row row = own;

	row.total = true;
	if (!fill_columns(drafting, &own))
		return false;
	for (size_t i = 0; i < COLUMNS; i++) {
		enum series series = column_series[i];

		if (!sum_column(drafting, series, column_of(&row, series)))
			return tell_too_large(drafting, above->id);
		tell_if_different(drafting, series,
				  &column_of(&own, series)->figure,
				  &column_of(&row, series)->figure);
	}
	if (!fill_deviation(drafting, &row))
		return false;
	fill_history(drafting, &row);
	keep_row(drafting, &row);
	return true;
}

static bool draft(const struct drafting *drafting)
{
	const struct statement *declared = drafting->declared;
	bool ok = true;

	for (size_t i = 0; i < drafting->reg->unit_count; i++) {
		const struct unit *unit = &drafting->reg->units[i];

		if (unit->parent && strcmp(unit->parent, declared->unit) == 0)
			ok = add_unit(drafting, unit) && ok;
	}
	if (!ok || !drafting->into->row_count)
		return ok;
	return add_total(drafting);
}

bool operating_add(const struct workings *workings, const struct registry *reg,
		   struct assessment *assessment)
{
	const struct statements *all = &workings->rules->statements;
	bool ok = true;

	for (size_t i = 0; i < all->count; i++) {
		const struct statement *declared = &all->list[i];
		struct assessed_statement into = {
			.id = declared->id,
			.about = declared->about,
			.quantity = declared->quantity,
		};
		struct drafting drafting = { workings, reg, declared, &into,
					     &assessment->arena };

		if (!register_unit(reg, declared->unit)) {
			msg_at(OUTCOME_MISCONFIGURED, place_of(declared),
			       _("the register has no unit \"%s\""),
			       declared->unit);
			ok = false;
			continue;
		}
		if (!register_belongs(reg, declared->unit, assessment->unit))
			continue;
		ok = draft(&drafting) && ok;
		assessment->statements =
			arena_grow(&assessment->arena, assessment->statements,
				   assessment->statement_count,
				   sizeof(*assessment->statements));
		assessment->statements[assessment->statement_count++] = into;
	}
	return ok;
}
