#include <stdint.h>

#include "ingest/tally.h"
#include "model/facts.h"

/* The measure that is ended, in one of its windows. */
struct ending {
	const struct tally_measure *made;
	const struct registry *reg;
	struct facts *facts;
	struct window window;
};

static struct window window_at(const struct tally_measure *made, size_t at)
{
	int month = made->window.first.year * 12 + made->window.first.month -
		    1 + (int)at;

	if (made->windows == 1)
		return made->window;
	return window_of_months(month / 12, month % 12 + 1, month % 12 + 1);
}

static struct figure figure_of(const struct tally_cell *cell,
			       enum measure_kind kind)
{
	switch (kind) {
	case MEASURE_MEAN:
		return figure_of_ratio(
			ratio_over(cell->number, decimal_of(cell->rows)));
	case MEASURE_DISTINCT:
		return figure_of_number(decimal_of((int64_t)cell->set.count));
	case MEASURE_NESTED:
		return figure_of_ratio(
			ratio_over(decimal_of((int64_t)cell->pairs.count),
				   decimal_of((int64_t)cell->set.count)));
	default:
		return figure_of_number(cell->number);
	}
}

static void add_fact(const struct ending *ending, const struct tally_cell *cell,
		     size_t unit)
{
	const struct measure *measure = ending->made->measure;
	struct facts *facts = ending->facts;

	facts->facts[facts->fact_count++] = (struct fact){
		.id = measure->id,
		.unit = ending->reg->units[unit].id,
		.window = ending->window,
		.series = measure->series,
		.figure = figure_of(cell, measure->kind),
		.quantity = measure->quantity,
		.rows = cell->rows,
		.first = cell->first,
		.last = cell->last,
		.file = cell->file,
	};
}

static bool merge_number(struct tally_cell *into, const struct tally_cell *from,
			 enum measure_kind kind)
{
	int order = decimal_compare(from->number, into->number);

	if (kind != MEASURE_MIN && kind != MEASURE_MAX)
		return decimal_add(&into->number, into->number, from->number);
	if (into->rows == 0 || (kind == MEASURE_MIN ? order < 0 : order > 0))
		into->number = from->number;
	return true;
}

/* Files are read one after the other, so places compare by file and line. */
static void merge_places(struct tally_cell *into, const struct tally_cell *from)
{
	if (into->rows == 0 || from->file < into->file ||
	    (from->file == into->file && from->first < into->first)) {
		into->first = from->first;
		into->file = from->file;
	}
	if (into->rows == 0 || from->last_file > into->last_file ||
	    (from->last_file == into->last_file && from->last > into->last)) {
		into->last = from->last;
		into->last_file = from->last_file;
	}
	into->rows += from->rows;
}

static bool merge(struct tally_cell *into, const struct tally_cell *from,
		  enum measure_kind kind)
{
	bool ok = merge_number(into, from, kind);

	distinct_merge(&into->set, &from->set);
	distinct_merge_pairs(&into->pairs, &from->pairs);
	merge_places(into, from);
	return ok;
}

static bool end_window(const struct tally *tally, const struct ending *ending,
		       struct tally_cell *cells)
{
	bool ok = true;

	for (size_t i = 0; i < tally->unit_count; i++) {
		size_t unit = tally->order[i];
		struct tally_cell *cell = &cells[unit];

		if (cell->rows == 0)
			continue;
		add_fact(ending, cell, unit);
		if (tally->above[unit] != SIZE_MAX)
			ok = merge(&cells[tally->above[unit]], cell,
				   ending->made->measure->kind) &&
			     ok;
		distinct_clear(&cell->set);
		distinct_clear_pairs(&cell->pairs);
	}
	return ok;
}

bool tally_end(struct tally *tally, const struct registry *reg,
	       struct facts *facts, const struct measure **broken)
{
	size_t most = 0;

	for (size_t i = 0; i < tally->measure_count; i++)
		most += tally->measures[i].windows * tally->unit_count;
	facts_reserve(facts, most);
	for (size_t i = 0; i < tally->measure_count; i++) {
		const struct tally_measure *made = &tally->measures[i];

		for (size_t at = 0; at < made->windows; at++) {
			const struct ending ending = { made, reg, facts,
						       window_at(made, at) };

			if (end_window(tally, &ending,
				       made->cells + at * tally->unit_count))
				continue;
			*broken = made->measure;
			return false;
		}
	}
	return true;
}
