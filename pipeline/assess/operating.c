#include "assess/operating.h"

#include <string.h>

#include "assess/origin.h"
#include "lib/lang.h"
#include "lib/text.h"

/* A statement on its way. */
struct drafting {
	const struct workings *workings;
	const struct registry *reg;
	const struct statement *declared;
	struct assessed_statement *into;
	struct arena *arena;
	struct names *empty; /* ids of rows that have no figures */
};

enum statement_figure {
	COLUMN_BUDGET,
	COLUMN_OUTCOME,
	COLUMN_FORECAST,
	COLUMN_ACCRUED, /* only if it is declared */
	COLUMNS
};

static const enum series column_series[COLUMNS] = {
	SERIES_BUDGET, SERIES_OUTCOME, SERIES_FORECAST, SERIES_BUDGET
};

static struct assessed_figure *column_of(struct assessed_row *row,
					 size_t column)
{
	switch (column) {
	case COLUMN_ACCRUED:
		return &row->accrued;
	case COLUMN_BUDGET:
		return &row->budget;
	case COLUMN_OUTCOME:
		return &row->outcome;
	default:
		return &row->forecast;
	}
}

static size_t column_count(const struct drafting *drafting)
{
	return drafting->declared->accrued ? COLUMNS : COLUMN_ACCRUED;
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

	for (size_t i = 0; i < column_count(drafting); i++) {
		struct wanted wanted = {
			.id = i == COLUMN_ACCRUED ? declared->accrued
						  : declared->measure,
			.unit = row->unit,
			.series = column_series[i],
			.quantity = declared->quantity,
			.place = place_of(declared),
		};

		ok = derived_figure(drafting->workings, &wanted,
				    column_of(row, i)) &&
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

/* What the deviation was in the whole of last year, if history tells. */
static void fill_last_year(const struct drafting *drafting,
			   struct assessed_row *row)
{
	const struct rules *rules = drafting->workings->rules;
	const struct statement *declared = drafting->declared;
	const struct window period = drafting->workings->period;
	const struct window whole =
		window_of_months(period.last.year - 1, 1, 12);
	const struct history_search search = { .id = declared->deviation,
					       .unit = row->unit,
					       .series = SERIES_OUTCOME,
					       .before = period,
					       .adds = true };
	const struct measure *measure;
	struct past *past;
	size_t count;

	if (!declared->deviation)
		return;
	measure = measure_lookup(&rules->measures, declared->deviation,
				 SERIES_OUTCOME);
	past = history_find(drafting->workings->history, drafting->reg,
			    drafting->arena, &search, &count);
	for (size_t i = 0; measure && i < count; i++)
		if (window_equal(past[i].window, whole) &&
		    quantity_convert(&past[i].figure,
				     quantity_lookup(&rules->quantities,
						     measure->quantity),
				     quantity_lookup(&rules->quantities,
						     declared->quantity)))
			row->last_year = past[i];
}

static bool is_empty(struct assessed_row *row)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (column_of(row, i)->from_count)
			return false;
	return true;
}

static bool tell_too_large(const struct drafting *drafting, const char *unit)
{
	msg_at(OUTCOME_REFUSED, place_of(drafting->declared),
	       _("the figures of \"%s\" are no numbers or too large to be "
		 "reckoned with"),
	       unit);
	return false;
}

static bool subtract(const struct drafting *drafting, const char *unit,
		     struct assessed_figure *into,
		     const struct assessed_figure *const of[2])
{
	*into = (struct assessed_figure){ .window = of[0]->window };
	if (!derived_difference(&of[0]->figure, &of[1]->figure, &into->figure))
		return tell_too_large(drafting, unit);
	origin_add_all(into, drafting->arena, of[0]);
	origin_add_all(into, drafting->arena, of[1]);
	return true;
}

static bool fill_deviations(const struct drafting *drafting,
			    struct assessed_row *row)
{
	const struct assessed_figure *const ahead[] = { &row->budget,
							&row->forecast };
	const struct assessed_figure *const now[] = { &row->accrued,
						      &row->outcome };

	fill_last_year(drafting, row);
	if (!subtract(drafting, row->unit, &row->deviation, ahead))
		return false;
	return !drafting->declared->accrued ||
	       subtract(drafting, row->unit, &row->deviation_now, now);
}

static void keep_row(const struct drafting *drafting,
		     const struct assessed_row *row)
{
	struct assessed_statement *into = drafting->into;

	into->rows = arena_grow(drafting->arena, into->rows, into->row_count,
				sizeof(*into->rows));
	into->rows[into->row_count++] = *row;
}

/* A part of a row need have no figures of its own; a row is told of. */
static bool add_unit(const struct drafting *drafting, const struct unit *unit,
		     bool part)
{
	struct assessed_row row = { .unit = unit->id,
				    .name = unit->name,
				    .part = part };

	if (!fill_columns(drafting, &row))
		return false;
	if (is_empty(&row)) {
		if (!part)
			names_add(drafting->empty, drafting->arena, unit->id);
		return true;
	}
	if (!fill_deviations(drafting, &row))
		return false;
	fill_history(drafting, &row);
	keep_row(drafting, &row);
	return true;
}

/* The total of a column, made from all that its parts were made from. */
static bool sum_column(const struct drafting *drafting, size_t column,
		       struct assessed_figure *total)
{
	struct assessed_statement *into = drafting->into;
	bool first = true;

	for (size_t i = 0; i < into->row_count; i++) {
		const struct assessed_figure *part =
			column_of(&into->rows[i], column);

		if (into->rows[i].part)
			continue;
		if (first) {
			total->window = part->window;
			total->figure = part->figure;
			first = false;
		} else if (!derived_sum(&total->figure, &part->figure,
					&total->figure))
			return false;
		origin_add_all(total, drafting->arena, part);
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
	for (size_t i = 0; i < column_count(drafting); i++) {
		if (!sum_column(drafting, i, column_of(&row, i)))
			return tell_too_large(drafting, above->id);
		tell_if_different(drafting, column_series[i],
				  &column_of(&own, i)->figure,
				  &column_of(&row, i)->figure);
	}
	if (!fill_deviations(drafting, &row))
		return false;
	fill_history(drafting, &row);
	keep_row(drafting, &row);
	return true;
}

static bool stands_below(const struct unit *unit, const char *above)
{
	return unit->parent && strcmp(unit->parent, above) == 0;
}

/* The rows of the units right below `above`; of parts if `part`. */
static bool add_units(const struct drafting *drafting, const char *above,
		      bool part)
{
	const struct registry *reg = drafting->reg;
	bool ok = true;

	for (size_t i = 0; i < reg->unit_count; i++) {
		const struct unit *unit = &reg->units[i];

		if (!stands_below(unit, above))
			continue;
		ok = add_unit(drafting, unit, part) && ok;
		if (!part && drafting->declared->parts)
			ok = add_units(drafting, unit->id, true) && ok;
	}
	return ok;
}

/* Where no unit has any, the whole is empty, as no investments are. */
static void tell_empty(const struct drafting *drafting)
{
	for (size_t i = 0; i < drafting->empty->count; i++)
		msg_at(OUTCOME_NOTED, place_of(drafting->declared),
		       _("the unit \"%s\" has no figures of \"%s\" "
			 "and gets no row"),
		       drafting->empty->list[i], drafting->declared->measure);
}

static bool draft(const struct drafting *drafting)
{
	bool ok = add_units(drafting, drafting->declared->unit, false);

	if (!ok || !drafting->into->row_count)
		return ok;
	tell_empty(drafting);
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
		struct names empty = { 0 };
		struct drafting drafting = { workings,           reg,
					     declared,           &into,
					     &assessment->arena, &empty };

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
