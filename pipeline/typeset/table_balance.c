/*
 * table_balance - widths at which the rows of a table come low.
 *
 * A row is as high as its highest cell, which has about as many lines as its
 * text is wider than its column.  As long as rows get fewer lines, or come
 * nearer to that, width is moved from one column to another, first much of it,
 * then less.  Rows are looked at evenly down the table, no more than are needed
 * to see what it is like.
 */
#include "typeset/table.h"

#define LARGEST 20 /* a twentieth of the width is moved first … */
#define HALVED 2   /* … and its half and fourth after that */
#define ROUNDS 40  /* moves at most */
#define ROWS 40
#define LINE 1000  /* what a line costs */
#define NEARER 100 /* and a text, each time that it would fill its column */

/* Lines are not filled to their end: of 27 parts about 25 are. */
static int64_t cost_of(const struct set_cell *cell, int32_t width)
{
	const int64_t text = (cell->whole - 2 * TABLE_PAD_X) * 27 / 25;
	const int64_t inner = width - 2 * TABLE_PAD_X;

	if (cell->columns > 1 || cell->rows > 1 || cell->whole <= width)
		return LINE;
	if (inner <= 0)
		return text;
	return (text / inner + 1) * LINE + text * NEARER / inner;
}

static int64_t cost_of_rows(const struct set_table *set)
{
	const size_t step = set->row_count / ROWS + 1;
	int64_t sum = 0;

	for (size_t i = 0; i < set->row_count;
	     i += i < set->head_count ? 1 : step) {
		const struct set_row *row = &set->rows[i];
		int64_t most = LINE;

		for (size_t k = 0; k < row->cell_count; k++) {
			const struct set_cell *cell = &row->cells[k];
			const int64_t cost =
				cost_of(cell, set->columns[cell->column].width);

			most = most > cost ? most : cost;
		}
		sum += most;
	}
	return sum;
}

static void move(struct set_table *set, size_t from, size_t to, int32_t width)
{
	set->columns[from].width -= width;
	set->columns[to].width += width;
}

/* No column gets so narrow that more of its words are divided. */
static int32_t least_of(const struct set_column *column)
{
	return column->width < column->extent.word ? column->width
						   : column->extent.word;
}

static bool may_move(const struct set_table *set, size_t from, size_t to,
		     int32_t width)
{
	const struct set_column *giver = &set->columns[from];
	const struct set_column *taker = &set->columns[to];

	return from != to && giver->width - width >= least_of(giver) &&
	       taker->width + width <= taker->extent.whole;
}

/* Make the move that saves most, if any does. */
static bool improve(struct set_table *set, int32_t width)
{
	int64_t least = cost_of_rows(set);
	size_t best_from = 0;
	size_t best_to = 0;

	for (size_t from = 0; from < set->column_count; from++)
		for (size_t to = 0; to < set->column_count; to++) {
			int64_t cost;

			if (!may_move(set, from, to, width))
				continue;
			move(set, from, to, width);
			cost = cost_of_rows(set);
			move(set, to, from, width);
			if (cost >= least)
				continue;
			least = cost;
			best_from = from;
			best_to = to;
		}
	move(set, best_from, best_to, width);
	return best_from != best_to;
}

void table_balance(struct set_table *set, int32_t wide)
{
	int32_t width = wide / LARGEST;
	int halved = 0;

	for (int i = 0; i < ROUNDS && halved <= HALVED; i++)
		if (!improve(set, width)) {
			width /= 2;
			halved++;
		}
}
