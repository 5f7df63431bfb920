/* table_extent - how wide what stands in columns is, whole and in parts. */
#include "typeset/table.h"

#define HALF 11 /* twentieths of a head's width, in which it has two lines */

int32_t table_numbers_width(const struct set_column *column)
{
	return column->before + column->after + 2 * TABLE_PAD_X;
}

static void widen(struct extent *extent, const struct extent *by)
{
	extent->part = larger(extent->part, by->part);
	extent->word = larger(extent->word, by->word);
	extent->whole = larger(extent->whole, by->whole);
}

static struct extent extent_of(const struct set_table *set,
			       const struct set_row *row,
			       const struct set_cell *cell)
{
	struct extent extent = paragraph_extent(set->press, &cell->runs,
						table_style(set, row));

	if (cell->number)
		extent.part = extent.word = extent.whole;
	extent.part += 2 * TABLE_PAD_X;
	extent.word += 2 * TABLE_PAD_X;
	extent.whole += 2 * TABLE_PAD_X;
	return extent;
}

/* A cell over many columns widens each by its share of what they lack. */
static void spread(struct set_table *set, const struct set_cell *cell,
		   const struct extent *extent)
{
	struct extent sum = { 0 };
	const int32_t share = (int32_t)cell->columns;

	for (size_t i = 0; i < cell->columns; i++) {
		sum.part += set->columns[cell->column + i].extent.part;
		sum.word += set->columns[cell->column + i].extent.word;
	}
	for (size_t i = 0; i < cell->columns; i++) {
		struct extent *own = &set->columns[cell->column + i].extent;

		if (sum.part < extent->part)
			own->part += (extent->part - sum.part) / share + 1;
		if (sum.word < extent->word)
			own->word += (extent->word - sum.word) / share + 1;
		own->word = larger(own->word, own->part);
		own->whole = larger(own->whole, own->word);
	}
}

static void widen_column(struct set_table *set, const struct set_row *row,
			 size_t at, const struct extent *extent)
{
	struct set_column *column = &set->columns[at];

	widen(&column->extent, extent);
	column->body = larger(column->body, row->kind == ROW_HEAD
						    ? extent->whole * HALF / 20
						    : extent->whole);
}

static void measure_cells(struct set_table *set, bool spanning)
{
	for (size_t i = 0; i < set->row_count; i++) {
		const struct set_row *row = &set->rows[i];

		for (size_t k = 0; k < row->cell_count; k++) {
			struct set_cell *cell = &row->cells[k];
			struct extent extent;

			if ((cell->columns > 1) != spanning)
				continue;
			extent = extent_of(set, row, cell);
			cell->whole = extent.whole;
			if (spanning)
				spread(set, cell, &extent);
			else
				widen_column(set, row, cell->column, &extent);
		}
	}
}

void table_measure_columns(struct set_table *set)
{
	measure_cells(set, false);
	for (size_t i = 0; i < set->column_count; i++) {
		struct set_column *column = &set->columns[i];
		const int32_t numbers = table_numbers_width(column);
		const struct extent extent = { numbers, numbers, numbers };

		if (column->before + column->after > 0) {
			widen(&column->extent, &extent);
			column->body = larger(column->body, numbers);
		}
	}
	measure_cells(set, true);
}
