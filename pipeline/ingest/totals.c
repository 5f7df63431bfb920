#include "ingest/totals.h"

#include "ingest/amount.h"
#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/cell.h"

void totals_start(struct totals *totals, struct arena *arena,
		  const struct profile *profile)
{
	totals->sums = arena_alloc(arena, profile->column_count *
						  sizeof(*totals->sums));
}

bool totals_is(const struct profile *profile, const struct csv_row *csv)
{
	return profile->totals && csv->count > 0 &&
	       row_begins_alike(csv->cells[0].text, profile->totals) &&
	       cell_same(csv->cells[0].text, profile->totals);
}

void totals_add(struct totals *totals, const struct row *row)
{
	const struct profile *profile = row->intake->profile;

	if (!profile->totals)
		return;
	for (size_t i = 0; i < profile->column_count; i++) {
		const struct row_value *value = &row->values[i];
		struct totals_sum *sum = &totals->sums[i];

		if (profile->columns[i].type != COLUMN_NUMBER || !value->sound)
			continue;
		if (!decimal_add(&sum->whole, sum->whole, value->number) ||
		    !decimal_add(&sum->part, sum->part, value->number))
			sum->lost = true;
	}
}

static void note_difference(struct row *row, const struct column *column,
			    const char *cell, struct decimal sum)
{
	struct text value = { 0 };
	struct text hint = { 0 };

	cell_trim(&value, cell);
	profile_add_number(row->intake->profile, &hint, sum);
	rejects_add(&row->intake->rejects,
		    (struct reject){ .cause = NOTE_TOTAL,
				     .place = row_place(row, column),
				     .value = text_string(&value),
				     .hint = text_string(&hint) });
	text_clear(&value);
	text_clear(&hint);
}

static void check_column(struct totals_sum *sum, struct row *row,
			 const struct column *column, const char *cell)
{
	struct decimal total;

	if (!sum->lost &&
	    amount_read(&total, row->intake, column, cell) == CELL_SOUND &&
	    decimal_compare(total, sum->whole) != 0 &&
	    decimal_compare(total, sum->part) != 0)
		note_difference(row, column, cell, sum->whole);
	sum->part = decimal_of(0);
}

void totals_check(struct totals *totals, struct row *row,
		  const struct csv_row *csv)
{
	const struct profile *profile = row->intake->profile;

	row->line = csv->line;
	for (size_t i = 0; i < profile->column_count; i++) {
		int position = row->columns->position[i];

		if (profile->columns[i].type == COLUMN_NUMBER && position > 0 &&
		    (size_t)position <= csv->count)
			check_column(&totals->sums[i], row,
				     &profile->columns[i],
				     csv->cells[position - 1].text);
	}
}
