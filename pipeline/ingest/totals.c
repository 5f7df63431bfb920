#include "ingest/totals.h"

#include "ingest/amount.h"
#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/cell.h"
#include "model/rounding.h"

/* A number of a totals row, with the sum that it is held against. */
struct holding {
	const struct column *column;
	const char *cell;
	struct decimal sum;
	struct decimal difference; /* the total less the sum */
	long terms;                /* with the total itself */
};

void totals_start(struct totals *totals, struct arena *arena,
		  const struct profile *profile)
{
	totals->sums = arena_alloc(arena, profile->column_count *
						  sizeof(*totals->sums));
	feet_start(&totals->feet, arena, profile);
}

bool totals_is(const struct profile *profile, const struct csv_row *csv)
{
	return profile->totals && csv->count > 0 &&
	       row_begins_alike(csv->cells[0].text, profile->totals) &&
	       cell_same(csv->cells[0].text, profile->totals);
}

/* Whether the row is a part of another one. */
static bool is_part(const struct profile *profile, const struct csv_row *csv)
{
	struct text rest = { 0 };
	bool part = profile->varav &&
		    row_begins_alike(csv->cells[0].text, profile->varav) &&
		    cell_begins(&rest, csv->cells[0].text, profile->varav);

	text_clear(&rest);
	return part;
}

static void add_number(struct totals_sum *sum, struct decimal number)
{
	if (!decimal_add(&sum->whole, sum->whole, number) ||
	    !decimal_add(&sum->part, sum->part, number))
		sum->lost = true;
	sum->whole_terms++;
	sum->part_terms++;
}

static const char *name_of(const struct row *row, const struct csv_row *csv)
{
	int first = row->columns->declared[0];

	return first >= 0 && row->intake->profile->columns[first].personal
		       ? ""
		       : csv->cells[0].text;
}

void totals_add(struct totals *totals, const struct row *row,
		const struct csv_row *csv)
{
	const struct profile *profile = row->intake->profile;

	if (profile->foot_count > 0 || profile->totals)
		feet_take(&totals->feet, row, name_of(row, csv), false);
	if (!profile->totals || is_part(profile, csv))
		return;
	for (size_t i = 0; i < profile->column_count; i++)
		if (profile->columns[i].type == COLUMN_NUMBER &&
		    row->values[i].sound)
			add_number(&totals->sums[i], row->values[i].number);
}

static void note_difference(struct row *row, const struct holding *holding)
{
	struct text value = { 0 };
	struct text hint = { 0 };

	cell_trim(&value, holding->cell);
	profile_add_number(row->intake->profile, &hint, holding->sum);
	rejects_add(&row->intake->rejects,
		    (struct reject){ .cause = NOTE_TOTAL,
				     .place = row_place(row, holding->column),
				     .value = text_string(&value),
				     .hint = text_string(&hint) });
	text_clear(&value);
	text_clear(&hint);
}

static bool is_right(struct holding *holding, struct decimal total,
		     int decimals)
{
	return decimal_subtract(&holding->difference, total, holding->sum) &&
	       rounding_explains(holding->difference, decimals, holding->terms);
}

/* One of a part of the file is held against the part, if it is nearer. */
static void check_column(struct totals *totals, struct row *row, size_t at,
			 const char *cell)
{
	struct totals_sum *sum = &totals->sums[at];
	struct decimal total = row->values[at].number;
	int decimals = totals->feet.decimals[at];
	struct holding whole = { .column = &row->intake->profile->columns[at],
				 .cell = cell,
				 .sum = sum->whole,
				 .terms = sum->whole_terms + 1 };
	struct holding part = whole;

	part.sum = sum->part;
	part.terms = sum->part_terms + 1;
	sum->part = decimal_of(0);
	sum->part_terms = 0;
	if (sum->lost || is_right(&whole, total, decimals) ||
	    is_right(&part, total, decimals))
		return;
	if (!feet_explain(&totals->feet, row, whole.column, whole.difference,
			  whole.terms) &&
	    !feet_explain(&totals->feet, row, part.column, part.difference,
			  part.terms))
		note_difference(row, &whole);
}

/* The cell of a column of the profile; NULL if the row has none. */
static const char *cell_of(const struct row *row, const struct csv_row *csv,
			   size_t column)
{
	int position = row->columns->position[column];

	return position > 0 && (size_t)position <= csv->count
		       ? csv->cells[position - 1].text
		       : NULL;
}

/* Read what numbers the totals row has. */
static void read_numbers(struct row *row, const struct csv_row *csv)
{
	const struct profile *profile = row->intake->profile;

	for (size_t i = 0; i < profile->column_count; i++) {
		const struct column *column = &profile->columns[i];
		const char *cell = cell_of(row, csv, i);
		struct row_value *value = &row->values[i];

		*value = (struct row_value){ .raw = cell ? cell : "" };
		value->sound = cell && column->type == COLUMN_NUMBER &&
			       amount_read(&value->number, row->intake, column,
					   cell) == CELL_SOUND;
	}
}

void totals_check(struct totals *totals, struct row *row,
		  const struct csv_row *csv)
{
	const struct profile *profile = row->intake->profile;

	row->line = csv->line;
	read_numbers(row, csv);
	feet_take(&totals->feet, row, csv->cells[0].text, true);
	for (size_t i = 0; i < profile->column_count; i++)
		if (row->values[i].sound && profile->columns[i].adds)
			check_column(totals, row, i, row->values[i].raw);
	feet_tell(&totals->feet, row);
}
