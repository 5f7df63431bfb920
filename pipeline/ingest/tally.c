#include "ingest/tally.h"

#include <stdint.h>
#include <string.h>

#include "ingest/filter.h"
#include "ingest/row.h"
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

static size_t depth_of(const struct tally *tally, size_t unit)
{
	size_t depth = 0;

	for (; tally->above[unit] != TOP; unit = tally->above[unit])
		depth++;
	return depth;
}

/* The deepest first. */
static void order_units(struct tally *tally, struct arena *arena)
{
	size_t count = 0;

	tally->order =
		arena_alloc(arena, tally->unit_count * sizeof(*tally->order));
	for (size_t depth = tally->unit_count; count < tally->unit_count;
	     depth--)
		for (size_t i = 0; i < tally->unit_count; i++)
			if (depth_of(tally, i) == depth)
				tally->order[count++] = i;
}

static bool same_time(const struct tally_measure *a,
		      const struct tally_measure *b)
{
	return a->month == b->month && a->during[0] == b->during[0] &&
	       a->during[1] == b->during[1] && a->windows == b->windows &&
	       a->measure->window.kind == b->measure->window.kind &&
	       window_equal(a->window, b->window);
}

/* Whether different cells are counted. */
static bool tells_apart(enum measure_kind kind)
{
	return kind == MEASURE_DISTINCT || kind == MEASURE_NESTED;
}

/*
 * Zeroed, and written to before there are threads: a page of zeros that is read
 * first and written later is taken out of both processors' sight to be copied,
 * which takes 20 microseconds.
 */
static void *touched(struct arena *arena, size_t size)
{
	return memset(arena_alloc(arena, size), 0, size);
}

static void add_measure(struct tally *tally, struct arena *arena,
			const struct profile *profile,
			const struct tally_measure *given)
{
	const struct measure *measure = given->measure;
	struct tally_measure made = *given;
	size_t count;

	made.windows = measure->window.kind == WINDOW_EACH_MONTH
			       ? (size_t)window_months(made.window)
			       : 1;
	count = made.windows * tally->unit_count;
	made.column = place_of(profile, measure->column);
	made.per = place_of(profile, measure->per);
	made.month = place_of(profile, measure->month);
	made.during[0] = place_of(profile, measure->during[0]);
	made.during[1] = place_of(profile, measure->during[1]);
	made.cells = touched(arena, count * sizeof(*made.cells));
	if (tells_apart(measure->kind))
		made.sets = touched(arena, count * sizeof(*made.sets));
	made.as_before =
		tally->measure_count > 0 &&
		same_time(&tally->measures[tally->measure_count - 1], &made);
	tally->measures =
		arena_grow(arena, tally->measures, tally->measure_count,
			   sizeof(*tally->measures));
	tally->measures[tally->measure_count++] = made;
}

void tally_start(struct tally *tally, struct arena *arena,
		 const struct tally_basis *basis)
{
	const struct profile *profile = basis->profile;

	find_units_above(tally, arena, basis->reg);
	order_units(tally, arena);
	for (size_t i = 0; i < basis->measures->count; i++) {
		const struct measure *measure = &basis->measures->list[i];
		const struct tally_measure given = {
			.measure = measure,
			.window = window_of_rule(&measure->window,
						 &basis->period),
		};

		if (measure->source &&
		    strcmp(measure->source, profile->id) == 0)
			add_measure(tally, arena, profile, &given);
	}
}

static bool is_within(const struct window *window, const struct window *time)
{
	return window_contains(*window, time->first) &&
	       window_contains(*window, time->last);
}

/* A point in time lies in the row's month; else the row's time lies in the
 * measure's window. */
static bool is_of_time(const struct tally_measure *made,
		       const struct window *time)
{
	if (made->measure->window.kind == WINDOW_AT_END)
		return window_contains(*time, made->window.first);
	return is_within(&made->window, time);
}

/* An empty last day is none yet. */
static bool is_during(const struct tally_measure *made, const struct row *row)
{
	const struct row_value *from = &row->values[made->during[0]];
	const struct row_value *to = &row->values[made->during[1]];

	return from->sound &&
	       date_compare(from->window.first, made->window.last) <= 0 &&
	       (!to->sound ||
		date_compare(made->window.first, to->window.last) <= 0);
}

/* Which of the measure's windows the month is. */
static size_t window_of(const struct tally_measure *made,
			const struct window *time)
{
	int months = (time->first.year - made->window.first.year) * 12 +
		     time->first.month - made->window.first.month;

	return made->windows > 1 ? (size_t)months : 0;
}

/* The same text as in the row before, as in sorted exports, says the same. */
static bool is_as_seen(struct tally_measure *made, const struct row_value *time)
{
	bool seen = time->serial != 0 && time->serial == made->seen;

	made->seen = time->serial;
	return seen;
}

static void look_at_month(struct tally_measure *made,
			  const struct row_value *time)
{
	if (is_as_seen(made, time))
		return;
	made->has_time = time->sound;
	made->in_time = time->sound && is_of_time(made, &time->window);
	made->at = made->in_time ? window_of(made, &time->window) : 0;
}

/* Whether the row has a time for the measure, and is its. */
static void look_at_time(struct tally_measure *made, const struct row *row)
{
	if (made->during[0] >= 0) {
		made->in_time = is_during(made, row);
		made->has_time = row->values[made->during[0]].sound;
	} else if (made->month < 0) {
		made->in_time = true;
		made->has_time = false;
	} else {
		look_at_month(made, &row->values[made->month]);
	}
}

static void take_time(struct tally_measure *made,
		      const struct tally_measure *before)
{
	made->at = before->at;
	made->has_time = before->has_time;
	made->in_time = before->in_time;
}

static void look(struct tally_measure *made, const struct row *row)
{
	if (made->as_before)
		take_time(made, made - 1);
	else
		look_at_time(made, row);
	made->wanted = made->in_time && !row->refused &&
		       filter_holds(&made->measure->where, row);
}

enum tally_use tally_look(struct tally *tally, const struct row *row)
{
	bool outside = tally->measure_count > 0;
	bool filtered = tally->measure_count > 0 && !row->refused;

	for (size_t i = 0; i < tally->measure_count; i++) {
		struct tally_measure *made = &tally->measures[i];

		look(made, row);
		outside = outside && made->has_time && !made->in_time;
		filtered = filtered && !made->wanted;
	}
	if (outside)
		return TALLY_OUTSIDE;
	return filtered ? TALLY_FILTERED : TALLY_WANTED;
}

static void count_row(struct tally_cell *cell, const struct row *row)
{
	if (cell->rows == 0) {
		cell->first = row->line;
		cell->file = row->file;
	}
	cell->last = row->last;
	cell->last_file = row->file;
	cell->rows++;
}

static bool combine(struct tally_cell *cell, enum measure_kind kind,
		    struct decimal number)
{
	int order;

	if (kind != MEASURE_MIN && kind != MEASURE_MAX)
		return decimal_add(&cell->number, cell->number, number);
	order = decimal_compare(number, cell->number);
	if (cell->rows == 0 || (kind == MEASURE_MIN ? order < 0 : order > 0))
		cell->number = number;
	return true;
}

bool tally_tells_apart(const struct tally *tally, size_t column)
{
	for (size_t i = 0; i < tally->measure_count; i++) {
		const struct tally_measure *made = &tally->measures[i];

		if (made->sets &&
		    (made->column == (int)column || made->per == (int)column))
			return true;
	}
	return false;
}

static bool has_cell(const struct row *row, int at)
{
	return at < 0 || row->values[at].sound;
}

bool tally_counts(const struct tally_measure *made, const struct row *row)
{
	return has_cell(row, made->column) && has_cell(row, made->per);
}

static struct decimal number_of(const struct row *row, int at)
{
	return at < 0 ? decimal_of(1) : row->values[at].number;
}

/* The place in the set is asked for now, and looked at some rows later, when
 * the memory has answered. */
static void add_soon(struct tally *tally, struct distinct_set *set,
		     uint32_t serial)
{
	struct tally_soon *soon = &tally->soon[tally->soon_at];

	tally->soon_at = (tally->soon_at + 1) % TALLY_SOON;
	if (soon->set)
		distinct_add(soon->set, soon->serial);
	if (serial > tally->highest)
		tally->highest = serial;
	distinct_await(set, serial);
	*soon = (struct tally_soon){ .set = set, .serial = serial };
}

void tally_settle(struct tally *tally)
{
	for (size_t i = 0; i < TALLY_SOON; i++)
		if (tally->soon[i].set)
			distinct_add(tally->soon[i].set, tally->soon[i].serial);
	memset(tally->soon, 0, sizeof(tally->soon));
}

static void add_cell(struct tally *tally, const struct tally_measure *made,
		     struct tally_sets *sets, const struct row *row)
{
	uint32_t serial = row->values[made->column].serial;
	uint32_t of;

	if (made->measure->kind == MEASURE_DISTINCT) {
		add_soon(tally, &sets->set, serial);
		return;
	}
	of = row->values[made->per].serial;
	add_soon(tally, &sets->set, of);
	distinct_add_pair(&sets->pairs, of, serial);
}

/* False if the sum grew too large; a row without the cell adds nothing. */
static bool add_row(struct tally *tally, const struct tally_measure *made,
		    const struct row *row)
{
	size_t at = made->at * tally->unit_count + row->unit;
	struct tally_cell *cell = &made->cells[at];

	if (!tally_counts(made, row))
		return true;
	if (made->sets)
		add_cell(tally, made, &made->sets[at], row);
	else if (!combine(cell, made->measure->kind,
			  number_of(row, made->column)))
		return false;
	count_row(cell, row);
	return true;
}

bool tally_add(struct tally *tally, const struct row *row, int *column)
{
	for (size_t i = 0; i < tally->measure_count; i++) {
		const struct tally_measure *made = &tally->measures[i];

		if (!made->wanted || row->unit == TOP ||
		    add_row(tally, made, row))
			continue;
		*column = made->column;
		return false;
	}
	return true;
}

void tally_sets_clear(struct tally_sets *sets)
{
	distinct_clear(&sets->set);
	distinct_clear_pairs(&sets->pairs);
}

void tally_clear(struct tally *tally)
{
	for (size_t i = 0; i < tally->measure_count; i++) {
		const struct tally_measure *made = &tally->measures[i];
		size_t count = made->windows * tally->unit_count;

		for (size_t j = 0; made->sets && j < count; j++)
			tally_sets_clear(&made->sets[j]);
	}
	*tally = (struct tally){ 0 };
}
