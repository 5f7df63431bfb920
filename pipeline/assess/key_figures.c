#include "assess/key_figures.h"

#include <string.h>

#include "assess/year_before.h"
#include "lib/lang.h"
#include "lib/msg.h"

/* Key figures on their way. */
struct filling {
	const struct workings *workings;
	const struct key_figures *declared;
	struct assessment *assessment;
	struct assessed_key_figures *into;
};

static struct place place_of(const struct key_figures *declared)
{
	return (struct place){ .file = declared->rules_file,
			       .line = declared->line,
			       .header = declared->id };
}

/* Whether a row above has the unit that this one is below. */
static bool is_part(const struct filling *filling, const char *unit)
{
	const struct assessment *assessment = filling->assessment;
	const struct assessed_unit *at = assessment_unit(assessment, unit);

	while (at->parent) {
		at = assessment_unit(assessment, at->parent);
		for (size_t i = 0; i < filling->into->row_count; i++)
			if (strcmp(filling->into->rows[i].unit, at->id) == 0)
				return true;
	}
	return false;
}

static bool fill_cell(const struct filling *filling, const char *unit,
		      const struct key_figure *figure,
		      struct assessed_cell *cell)
{
	const struct workings *workings = filling->workings;
	const struct quantities *quantities = &workings->rules->quantities;
	const struct measure *measure = measure_lookup(
		&workings->rules->measures, figure->measure, SERIES_VALUE);
	const struct wanted wanted = {
		.id = figure->measure,
		.unit = unit,
		.series = SERIES_VALUE,
		.quantity = figure->quantity,
		.place = place_of(filling->declared),
	};
	struct window window;

	*cell = (struct assessed_cell){ 0 };
	if (!derived_figure(workings, &wanted, &cell->value))
		return false;
	window = cell->value.window.form == WINDOW_NONE ? workings->period
							: cell->value.window;
	cell->value.window = window;
	cell->before = year_before(workings, figure->measure, unit, window);
	if (!quantity_convert(&cell->before.figure,
			      quantity_lookup(quantities, measure->quantity),
			      quantity_lookup(quantities, figure->quantity)))
		cell->before.figure = figure_of_missing(MISSING_NOT_MEASURED);
	return true;
}

static bool add_row(const struct filling *filling, const char *unit)
{
	struct arena *arena = filling->workings->arena;
	struct assessed_key_figures *into = filling->into;
	const struct assessed_unit *found =
		assessment_unit(filling->assessment, unit);
	struct assessed_key_row row = { 0 };
	bool ok = true;

	if (!found) {
		msg_at(OUTCOME_REFUSED, place_of(filling->declared),
		       _("units: there is no unit \"%s\" on the as-of day, by "
			 "input/register/units.csv"),
		       unit);
		return false;
	}
	row.unit = found->id;
	row.name = found->name;
	row.part = is_part(filling, unit);
	row.cells = arena_alloc(arena,
				filling->declared->count * sizeof(*row.cells));
	row.cell_count = filling->declared->count;
	for (size_t i = 0; i < row.cell_count; i++)
		ok = fill_cell(filling, unit, &filling->declared->list[i],
			       &row.cells[i]) &&
		     ok;
	into->rows = arena_grow(arena, into->rows, into->row_count,
				sizeof(*into->rows));
	into->rows[into->row_count++] = row;
	return ok;
}

static bool add(const struct workings *workings,
		const struct key_figures *declared,
		struct assessment *assessment)
{
	struct assessed_key_figures made = {
		.id = declared->id,
		.about = declared->about,
		.list = declared->list,
		.count = declared->count,
		.file = declared->rules_file,
		.line = declared->line,
	};
	const struct filling filling = { workings, declared, assessment,
					 &made };
	bool ok = true;

	for (size_t i = 0; i < declared->units.count; i++)
		ok = add_row(&filling, declared->units.list[i]) && ok;
	if (!ok)
		return false;
	assessment->key_figures =
		arena_grow(workings->arena, assessment->key_figures,
			   assessment->key_figures_count,
			   sizeof(*assessment->key_figures));
	assessment->key_figures[assessment->key_figures_count++] = made;
	return true;
}

/* Whether the source that a measure is counted from belongs to this close. */
static bool is_given(const struct workings *workings, const char *measure)
{
	const struct measures *measures = &workings->rules->measures;
	const struct measure *declared =
		measure_lookup(measures, measure, SERIES_VALUE);

	while (measure_is_derived(declared))
		declared = measure_lookup(measures, declared->parts[0].id,
					  declared->parts[0].series);
	return evidence_has(workings->evidence, declared->source);
}

bool key_figures_add(const struct workings *workings,
		     struct assessment *assessment)
{
	const struct all_key_figures *all = &workings->rules->key_figures;
	bool ok = true;

	for (size_t i = 0; i < all->count; i++)
		if (is_given(workings, all->list[i].list[0].measure))
			ok = add(workings, &all->list[i], assessment) && ok;
	return ok;
}
