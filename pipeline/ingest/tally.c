#include "ingest/tally.h"

#include <stdint.h>
#include <string.h>

#include "ingest/row.h"
#include "model/facts.h"
#include "model/profile.h"

#define TOP SIZE_MAX

static int place_of(const struct profile *profile, const char *as)
{
	const struct column *column = as ? profile_column(profile, as) : NULL;

	return column ? (int)(column - profile->columns) : -1;
}

static void find_units_above(struct tally *tally, struct arena *arena,
			     const struct registry *reg)
{
	tally->unit_count = reg->unit_count;
	tally->above =
		arena_alloc(arena, reg->unit_count * sizeof(*tally->above));
	for (size_t i = 0; i < reg->unit_count; i++) {
		const char *parent = reg->units[i].parent;
		const struct unit *above =
			parent ? register_unit(reg, parent) : NULL;

		tally->above[i] = above ? (size_t)(above - reg->units) : TOP;
	}
}

void tally_start(struct tally *tally, struct arena *arena,
		 const struct measures *measures, const struct profile *profile,
		 const struct registry *reg)
{
	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->list[i];
		struct tally_measure *made;

		if (!measure->source ||
		    strcmp(measure->source, profile->id) != 0)
			continue;
		tally->measures =
			arena_grow(arena, tally->measures, tally->measure_count,
				   sizeof(*tally->measures));
		made = &tally->measures[tally->measure_count++];
		*made = (struct tally_measure){
			.measure = measure,
			.column = place_of(profile, measure->column),
			.month = place_of(profile, measure->month),
		};
	}
	find_units_above(tally, arena, reg);
	tally->sums =
		arena_alloc(arena, tally->measure_count * tally->unit_count *
					   sizeof(*tally->sums));
}

void tally_windows(struct tally *tally, const struct window *period)
{
	for (size_t i = 0; i < tally->measure_count; i++) {
		struct tally_measure *made = &tally->measures[i];

		made->window = window_of_rule(&made->measure->window, period);
	}
}

static bool is_within(const struct window *window, const struct window *month)
{
	return window_contains(*window, month->first) &&
	       window_contains(*window, month->last);
}

bool tally_passes_by(struct tally *tally, const struct row *row)
{
	bool outside = tally->measure_count > 0;

	for (size_t i = 0; i < tally->measure_count; i++) {
		struct tally_measure *made = &tally->measures[i];
		const struct row_value *month =
			made->month < 0 ? NULL : &row->values[made->month];

		made->wanted =
			!month || (month->sound &&
				   is_within(&made->window, &month->window));
		outside = outside && month && month->sound && !made->wanted;
	}
	return outside;
}

static bool add_to_unit(struct tally_sum *sum, const struct row *row,
			struct decimal number)
{
	if (!decimal_add(&sum->sum, sum->sum, number))
		return false;
	if (sum->rows == 0) {
		sum->first = row->line;
		sum->file = row->file;
	}
	sum->last = row->last;
	sum->rows++;
	return true;
}

bool tally_add(struct tally *tally, const struct row *row, int *column)
{
	for (size_t i = 0; i < tally->measure_count; i++) {
		const struct tally_measure *made = &tally->measures[i];
		struct tally_sum *sums = tally->sums + i * tally->unit_count;
		struct decimal number = decimal_of(1);

		if (!made->wanted)
			continue;
		if (made->column >= 0) {
			if (!row->values[made->column].sound)
				continue; /* an empty cell that may be so */
			number = row->values[made->column].number;
		}
		for (size_t at = row->unit; at != TOP; at = tally->above[at]) {
			if (add_to_unit(&sums[at], row, number))
				continue;
			*column = made->column;
			return false;
		}
	}
	return true;
}

void tally_end(const struct tally *tally, const struct registry *reg,
	       struct facts *facts)
{
	size_t cells = tally->measure_count * tally->unit_count;

	for (size_t i = 0; i < cells; i++) {
		const struct tally_sum *sum = &tally->sums[i];
		const struct tally_measure *made =
			&tally->measures[i / tally->unit_count];

		if (sum->rows == 0)
			continue;
		facts->facts =
			arena_grow(&facts->arena, facts->facts,
				   facts->fact_count, sizeof(*facts->facts));
		facts->facts[facts->fact_count++] = (struct fact){
			.id = made->measure->id,
			.unit = reg->units[i % tally->unit_count].id,
			.window = made->window,
			.series = made->measure->series,
			.figure = figure_of_number(sum->sum),
			.quantity = made->measure->quantity,
			.rows = sum->rows,
			.first = sum->first,
			.last = sum->last,
			.file = sum->file,
		};
	}
}
