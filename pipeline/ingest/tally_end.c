#include <stdint.h>

#include "ingest/tally.h"
#include "model/facts.h"

/* The measure that is ended, in one of its windows. */
struct ending {
	const struct tally_measure *made;
	const struct registry *reg;
	struct facts *facts;
	struct window window;
	size_t from;      /* where its units' cells begin */
	uint32_t highest; /* serial */
};

static struct window window_at(const struct tally_measure *made, size_t at)
{
	int month = made->window.first.year * 12 + made->window.first.month -
		    1 + (int)at;

	if (made->windows == 1)
		return made->window;
	return window_of_months(month / 12, month % 12 + 1, month % 12 + 1);
}

static struct figure figure_of_sets(const struct tally_sets *sets,
				    enum measure_kind kind)
{
	struct decimal different = decimal_of((int64_t)sets->set.count);

	if (kind == MEASURE_DISTINCT)
		return figure_of_number(different);
	return figure_of_ratio(
		ratio_over(decimal_of((int64_t)sets->pairs.count), different));
}

/* What has come of the measure at one place of its cells. */
static struct figure figure_at(const struct tally_measure *made, size_t at)
{
	const struct tally_cell *cell = &made->cells[at];

	if (made->sets)
		return figure_of_sets(&made->sets[at], made->measure->kind);
	if (made->measure->kind == MEASURE_MEAN)
		return figure_of_ratio(
			ratio_over(cell->number, decimal_of(cell->rows)));
	return figure_of_number(cell->number);
}

static void add_fact(const struct ending *ending, size_t unit)
{
	const struct tally_measure *made = ending->made;
	const struct measure *measure = made->measure;
	const struct tally_cell *cell = &made->cells[ending->from + unit];
	struct facts *facts = ending->facts;

	facts->facts[facts->fact_count++] = (struct fact){
		.id = measure->id,
		.unit = ending->reg->units[unit].id,
		.window = ending->window,
		.series = measure->series,
		.figure = figure_at(made, ending->from + unit),
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

/* Take the cells at `from` into those at `into`. */
static bool merge(const struct ending *ending, size_t into, size_t from)
{
	const struct tally_measure *made = ending->made;
	bool ok = merge_number(&made->cells[into], &made->cells[from],
			       made->measure->kind);

	if (made->sets) {
		distinct_merge(&made->sets[into].set, &made->sets[from].set,
			       ending->highest);
		distinct_merge_pairs(&made->sets[into].pairs,
				     &made->sets[from].pairs);
	}
	merge_places(&made->cells[into], &made->cells[from]);
	return ok;
}

static bool end_window(const struct tally *tally, const struct ending *ending)
{
	const struct tally_measure *made = ending->made;
	bool ok = true;

	for (size_t i = 0; i < tally->unit_count; i++) {
		size_t unit = tally->order[i];
		size_t above = tally->above[unit];
		size_t at = ending->from + unit;

		if (made->cells[at].rows == 0)
			continue;
		add_fact(ending, unit);
		if (above != SIZE_MAX)
			ok = merge(ending, ending->from + above, at) && ok;
		if (made->sets)
			tally_sets_clear(&made->sets[at]);
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
			const struct ending ending = { made,
						       reg,
						       facts,
						       window_at(made, at),
						       at * tally->unit_count,
						       tally->highest };

			if (end_window(tally, &ending))
				continue;
			*broken = made->measure;
			return false;
		}
	}
	return true;
}
