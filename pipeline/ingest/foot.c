#include "ingest/foot.h"

#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/cell.h"
#include "model/rounding.h"

/* The sign of a column in a cross-foot, as a slip in it shows in the row's
 * difference; 0: it has no part. */
static int sign_of(const struct profile_foot *foot, const struct column *column)
{
	if (column == foot->column)
		return 1;
	for (size_t i = 0; i < foot->plus_count; i++)
		if (column == foot->plus[i])
			return -1;
	for (size_t i = 0; i < foot->minus_count; i++)
		if (column == foot->minus[i])
			return 1;
	return 0;
}

static size_t place_of(const struct row *row, const struct column *column)
{
	return (size_t)(column - row->intake->profile->columns);
}

void feet_start(struct feet *feet, struct arena *arena,
		const struct profile *profile)
{
	feet->arena = arena;
	feet->decimals = arena_alloc(arena, profile->column_count *
						    sizeof(*feet->decimals));
}

/* Add a column's number, with its sign; false if it is not there or the sum
 * is too large. */
static bool add_term(const struct row *row, const struct column *column,
		     bool minus, struct decimal *sum)
{
	const struct row_value *value = &row->values[place_of(row, column)];

	return value->sound &&
	       (minus ? decimal_subtract(sum, *sum, value->number)
		      : decimal_add(sum, *sum, value->number));
}

/* What the row says, less what it should; false if it is not to be told. */
static bool difference_of(const struct row *row,
			  const struct profile_foot *foot,
			  struct decimal *difference)
{
	bool ok;

	*difference = decimal_of(0);
	ok = add_term(row, foot->column, false, difference);
	for (size_t i = 0; ok && i < foot->plus_count; i++)
		ok = add_term(row, foot->plus[i], true, difference);
	for (size_t i = 0; ok && i < foot->minus_count; i++)
		ok = add_term(row, foot->minus[i], false, difference);
	return ok;
}

static long terms_of(const struct profile_foot *foot)
{
	return 1 + (long)foot->plus_count + (long)foot->minus_count;
}

static int decimals_of(const struct feet *feet, const struct row *row,
		       const struct profile_foot *foot)
{
	const struct profile *profile = row->intake->profile;
	int most = 0;

	for (size_t i = 0; i < profile->column_count; i++)
		if (sign_of(foot, &profile->columns[i]) != 0 &&
		    feet->decimals[i] > most)
			most = feet->decimals[i];
	return most;
}

static void keep(struct feet *feet, const struct row *row,
		 struct foot_fault fault)
{
	const struct profile *profile = row->intake->profile;
	size_t count = profile->column_count;

	fault.line = row->line;
	fault.numbers =
		arena_alloc(feet->arena, count * sizeof(*fault.numbers));
	fault.raw = arena_alloc(feet->arena, count * sizeof(*fault.raw));
	for (size_t i = 0; i < count; i++) {
		struct text raw = { 0 };

		if (sign_of(fault.foot, &profile->columns[i]) == 0)
			continue;
		row_add_shown(row, &raw, &profile->columns[i]);
		fault.raw[i] = arena_strdup(feet->arena, text_string(&raw));
		fault.numbers[i] = row->values[i].number;
		text_clear(&raw);
	}
	feet->faults = arena_grow(feet->arena, feet->faults, feet->fault_count,
				  sizeof(*feet->faults));
	feet->faults[feet->fault_count++] = fault;
}

static void see_decimals(struct feet *feet, const struct row *row)
{
	const struct profile *profile = row->intake->profile;

	for (size_t i = 0; i < profile->column_count; i++)
		if (profile->columns[i].type == COLUMN_NUMBER &&
		    row->values[i].sound &&
		    row->values[i].number.scale > feet->decimals[i])
			feet->decimals[i] = row->values[i].number.scale;
}

void feet_take(struct feet *feet, const struct row *row, const char *name,
	       bool totals)
{
	const struct profile *profile = row->intake->profile;
	struct text trimmed = { 0 };

	see_decimals(feet, row);
	for (size_t i = 0; i < profile->foot_count; i++) {
		const struct profile_foot *foot = &profile->feet[i];
		struct foot_fault fault = { .foot = foot, .totals = totals };

		if (!difference_of(row, foot, &fault.difference) ||
		    rounding_explains(fault.difference,
				      decimals_of(feet, row, foot),
				      terms_of(foot)))
			continue;
		text_reset(&trimmed);
		cell_trim(&trimmed, name);
		fault.row = arena_strdup(feet->arena, text_string(&trimmed));
		keep(feet, row, fault);
	}
	text_clear(&trimmed);
}

/* By how much the cell of a row that is off would be wrong, if it is that
 * one; false if the column has no part in it. */
static bool slip_of(const struct foot_fault *fault, const struct column *column,
		    struct decimal *slip)
{
	int sign = sign_of(fault->foot, column);

	*slip = sign < 0 ? decimal_negate(fault->difference)
			 : fault->difference;
	return sign != 0;
}

/* A cell that says too much makes the total seem too little; in the totals
 * row itself, too much. */
static bool explains(const struct foot_fault *fault,
		     const struct column *column, struct decimal difference,
		     int decimals, long terms)
{
	struct decimal slip;
	struct decimal rest;

	if (fault->told || !slip_of(fault, column, &slip))
		return false;
	if (fault->totals)
		slip = decimal_negate(slip);
	return decimal_add(&rest, slip, difference) &&
	       rounding_explains(rest, decimals, terms);
}

static void tell(struct row *row, const struct foot_fault *fault,
		 const struct column *column, enum reject_cause cause)
{
	size_t at = place_of(row, column);
	struct text hint = { 0 };
	struct decimal wanted = decimal_of(0);
	struct decimal slip;
	struct place place = row_place(row, column);

	if (!slip_of(fault, column, &slip) ||
	    !decimal_subtract(&wanted, fault->numbers[at], slip))
		return;
	place.line = fault->line;
	profile_add_number(row->intake->profile, &hint, wanted);
	rejects_add(&row->intake->rejects,
		    (struct reject){ .cause = cause,
				     .place = place,
				     .value = fault->raw[at],
				     .hint = text_string(&hint),
				     .row = fault->row });
	text_clear(&hint);
}

bool feet_explain(struct feet *feet, struct row *row,
		  const struct column *column, struct decimal difference,
		  long terms)
{
	struct foot_fault *found = NULL;
	int decimals = feet->decimals[place_of(row, column)];

	for (size_t i = 0; i < feet->fault_count; i++) {
		struct foot_fault *fault = &feet->faults[i];

		if (!explains(fault, column, difference, decimals,
			      terms + terms_of(fault->foot)))
			continue;
		if (found)
			return false;
		found = fault;
	}
	if (!found)
		return false;
	tell(row, found, column, NOTE_CELL);
	found->told = true;
	return true;
}

void feet_tell(struct feet *feet, struct row *row)
{
	for (size_t i = 0; i < feet->fault_count; i++)
		if (!feet->faults[i].told)
			tell(row, &feet->faults[i],
			     feet->faults[i].foot->column, NOTE_FOOT);
	feet->faults = NULL;
	feet->fault_count = 0;
}
