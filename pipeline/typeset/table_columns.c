/*
 * table_columns - how wide columns are.
 *
 * If everything fits on one line, every column is as wide as its widest cell,
 * and what is left goes to columns with text.  Else no column is narrower than
 * its widest word, and the rest goes to those that want more by the root of
 * what they want, and is moved between them as long as rows get lower
 * (table_balance.c).  Where the words are too much, the longest of them are
 * divided, so that a part of the width is left to share.  Where not even parts
 * of words fit, the widest columns are squeezed, but none below its widest
 * number as long as all numbers fit.
 *
 * A table whose words would be divided for want of room goes on landscape
 * pages, unless it was said where it goes.
 */
#include "typeset/table.h"

#define LEVELS 20000000000 /* more than any width needs */
#define FULL 100000        /* level at which columns without a weight are */
#define LEAST_TEXT 2       /* ems of text, even beside long numbers */
#define ROUNDED 2   /* mpt that a part of a text may be wider than alone */
#define SHARED 5    /* of the width a fifth is shared where words are divided */
#define LONG_WORD 4 /* one over a fourth of the width turns no page alone */

static int32_t clamp(int64_t width, int32_t least, int32_t most)
{
	if (width < least)
		return least;
	return width > most ? most : (int32_t)width;
}

static int64_t root_of(int64_t square)
{
	int64_t low = 0;
	int64_t high = 1000000; /* of 10^12, more than any width */

	while (low < high) {
		const int64_t middle = (low + high + 1) / 2;

		if (middle * middle <= square)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/* Columns with a weight share what those without one leave. */
static size_t count_weights(const struct set_table *set)
{
	size_t count = 0;

	for (size_t i = 0; i < set->column_count; i++)
		count += set->columns[i].weight > 0;
	return count;
}

/*
 * How wide a column would be at a level.  Beside columns with a weight one
 * without has first what stands below its head in one line and its head in
 * two, and its head in one line only when the others are full too.
 */
static int64_t width_at(const struct set_column *column, bool weighted,
			int64_t level)
{
	const int64_t full = level < FULL ? level : FULL;
	const int64_t whole = column->extent.whole;

	if (column->weight > 0)
		return column->weight * (level / (FULL / 10));
	if (!weighted)
		return root_of(whole) * level / FULL;
	if (column->body * full / FULL > whole * level / LEVELS)
		return column->body * full / FULL;
	return whole * level / LEVELS;
}

/* How wide all columns are when those that want more get `level`. */
static int64_t widths_at(struct set_table *set, int64_t level)
{
	const bool weighted = count_weights(set) > 0;
	int64_t sum = 0;

	for (size_t i = 0; i < set->column_count; i++) {
		struct set_column *column = &set->columns[i];
		const struct extent *extent = &column->extent;

		column->width = clamp(width_at(column, weighted, level),
				      column->least, extent->whole);
		sum += column->width;
	}
	return sum;
}

/*
 * Set the widths by the largest level, of those up to `high`, at which they
 * come to at most `most`; `sum_at` sets them and gives their sum.
 */
static void set_largest(struct set_table *set,
			int64_t (*sum_at)(struct set_table *set, int64_t level),
			int64_t high, int64_t most)
{
	int64_t low = 0;

	while (low < high) {
		const int64_t middle = (low + high + 1) / 2;

		if (sum_at(set, middle) <= most)
			low = middle;
		else
			high = middle - 1;
	}
	(void)sum_at(set, low);
}

/* The least widths when no word is divided that is at most `most` wide. */
static int64_t least_at(struct set_table *set, int64_t most)
{
	int64_t sum = 0;

	for (size_t i = 0; i < set->column_count; i++) {
		struct set_column *column = &set->columns[i];

		column->least =
			clamp(most, column->extent.part, column->extent.word);
		sum += column->least;
	}
	return sum;
}

static int64_t widths_up_to(struct set_table *set, int64_t most)
{
	int64_t sum = 0;

	for (size_t i = 0; i < set->column_count; i++) {
		struct set_column *column = &set->columns[i];

		column->width =
			larger(clamp(column->extent.part, 0, (int32_t)most),
			       column->least);
		sum += column->width;
	}
	return sum;
}

/* Raise the least widths so that a cell's widest number stands in them. */
static void keep_number(struct set_table *set, const struct set_row *row,
			const struct set_cell *cell, int32_t limit)
{
	const int32_t padding = 2 * TABLE_PAD_X + ROUNDED;
	const int32_t number =
		padding + paragraph_number(set->press, &cell->runs,
					   table_style(set, row),
					   limit - padding);
	const int32_t share = (int32_t)cell->columns;
	int32_t sum = 0;

	for (size_t i = 0; i < cell->columns; i++)
		sum += set->columns[cell->column + i].least;
	for (size_t i = 0; i < cell->columns && sum < number; i++)
		set->columns[cell->column + i].least +=
			(number - sum + share - 1) / share;
}

static void keep_numbers(struct set_table *set, bool spanning, int32_t limit)
{
	for (size_t i = 0; i < set->row_count; i++)
		for (size_t k = 0; k < set->rows[i].cell_count; k++) {
			const struct set_cell *cell = &set->rows[i].cells[k];

			if ((cell->columns > 1) == spanning)
				keep_number(set, &set->rows[i], cell, limit);
		}
}

/*
 * Set the least widths with a bit of text and what the numbers get that are not
 * wider than `limit`, with their `commas` in line or not: their sum.
 */
static int64_t lay_floor(struct set_table *set, int32_t limit, bool commas)
{
	const int32_t some =
		LEAST_TEXT * set->plain.font.size + 2 * TABLE_PAD_X;
	int64_t sum = 0;

	for (size_t i = 0; i < set->column_count; i++) {
		struct set_column *column = &set->columns[i];
		const int32_t numbers = table_numbers_width(column);

		column->least = clamp(column->extent.part, 0, some);
		if (commas && numbers <= limit)
			column->least = larger(column->least, numbers);
	}
	keep_numbers(set, false, limit);
	keep_numbers(set, true, limit);
	for (size_t i = 0; i < set->column_count; i++)
		sum += set->columns[i].least;
	return sum;
}

/*
 * Not even parts of words fit: the widest are squeezed until they leave
 * something to share, to what as many numbers as fit need, then those too.
 */
static void squeeze(struct set_table *set, int32_t wide)
{
	int32_t limit = wide;

	while (limit > TABLE_PAD_X && lay_floor(set, limit, true) > wide &&
	       lay_floor(set, limit, false) > wide)
		limit = limit * 3 / 4;
	if (limit <= TABLE_PAD_X)
		for (size_t i = 0; i < set->column_count; i++)
			set->columns[i].least = 0;
	set_largest(set, widths_up_to, wide, wide - wide / SHARED);
	for (size_t i = 0; i < set->column_count; i++) {
		struct extent *extent = &set->columns[i].extent;

		extent->part = set->columns[i].width;
		extent->word = larger(extent->word, extent->part);
		extent->whole = larger(extent->whole, extent->word);
	}
}

static int64_t share_of(const struct set_column *column, bool weighted)
{
	if (weighted)
		return column->weight;
	return column->align == ALIGN_TEXT ? column->extent.whole : 0;
}

/* Everything fits: what is left of the measure goes to text. */
static void stretch(struct set_table *set, int64_t spare)
{
	const bool weighted = count_weights(set) > 0;
	int64_t shares = 0;

	for (size_t i = 0; i < set->column_count; i++)
		shares += share_of(&set->columns[i], weighted);
	for (size_t i = 0; i < set->column_count; i++) {
		struct set_column *column = &set->columns[i];

		column->width = column->extent.whole;
		if (spare > 0 && shares > 0)
			column->width += (int32_t)(share_of(column, weighted) *
						   spare / shares);
	}
}

static int64_t sum_of(const struct set_table *set, size_t member)
{
	int64_t sum = 0;

	for (size_t i = 0; i < set->column_count; i++) {
		const struct extent *extent = &set->columns[i].extent;
		const int32_t widths[] = { extent->part, extent->word,
					   extent->whole };

		sum += widths[member];
	}
	return sum;
}

/* Words or parts of them fit, not whole cells: as many words stay whole as
 * leave something to share, which then goes to columns that want more. */
static void fill(struct set_table *set, int32_t wide)
{
	if (sum_of(set, 0) > wide)
		squeeze(set, wide);
	if (sum_of(set, 1) <= wide)
		(void)least_at(set, wide);
	else
		set_largest(set, least_at, wide, wide - wide / SHARED);
	set_largest(set, widths_at, LEVELS, wide);
	if (count_weights(set) < 2) /* one shares with no other */
		table_balance(set, wide);
}

/* Whether it goes on landscape pages. */
static bool is_landscape(const struct set_table *set,
			 const struct table_place *place)
{
	int64_t words = 0;

	if (place->landscape_wide <= place->wide)
		return false;
	if (place->landscape != LANDSCAPE_BY_CONTENT)
		return place->landscape == LANDSCAPE_YES;
	for (size_t i = 0; i < set->column_count; i++)
		words += clamp(set->columns[i].extent.word, 0,
			       place->wide / LONG_WORD);
	return words > place->wide;
}

void table_fit_columns(struct set_table *set, const struct table_place *place)
{
	int32_t wide = place->wide;
	int32_t x = place->x;
	int64_t whole;

	table_measure_columns(set);
	set->landscape = is_landscape(set, place);
	if (set->landscape)
		wide = place->landscape_wide;
	whole = sum_of(set, 2);
	if (whole <= wide)
		stretch(set, place->measure - whole);
	else
		fill(set, wide);
	for (size_t i = 0; i < set->column_count; i++) {
		set->columns[i].x = x;
		x += set->columns[i].width;
	}
	set->width = x - place->x;
}
