/* table_row - draws the cells of a row, tagged or again as decoration. */
#include "typeset/change.h"
#include "typeset/press.h"
#include "typeset/table.h"

/* Where a cell's text begins; heads stand on the bottom of their row. */
static struct point text_at(const struct set_table *set,
			    const struct set_row *row,
			    const struct set_cell *cell, int32_t y)
{
	const struct set_column *column = &set->columns[cell->column];
	struct point at = { column->x + TABLE_PAD_X, y + TABLE_PAD_Y };

	if (cell->number)
		at.x = column->x + column->width - TABLE_PAD_X - column->after -
		       cell->before;
	if (row->kind == ROW_HEAD)
		at.y += (int32_t)(table_lines_spanned(set, row, cell) -
				  cell->text.line_count) *
				set->plain.leading +
			(int32_t)(cell->rows - 1) * 2 * TABLE_PAD_Y;
	return at;
}

static void draw_cell(const struct set_table *set, const struct set_cell *cell,
		      struct point at, size_t first, size_t count)
{
	const size_t lines = cell->text.line_count;

	if (first >= lines)
		return;
	if (count > lines - first)
		count = lines - first;
	paragraph_draw(&cell->text, set->press, at, first, count);
}

static void open_cell(const struct set_table *set, const struct set_row *row,
		      struct set_cell *cell)
{
	const bool heads =
		row->kind == ROW_HEAD || row->kind == ROW_GROUP || cell->heads;
	const struct tag_attributes attributes = {
		.scope = row->kind == ROW_HEAD ? "Column" : "Row",
		.column_span = (int)cell->columns,
		.row_span = (int)cell->rows,
	};
	const struct tag_attributes plain = {
		.column_span = (int)cell->columns,
	};

	if (cell->handle)
		canvas_reopen(set->press->canvas, cell->handle);
	else if (heads)
		cell->handle =
			canvas_open(set->press->canvas, TAG_TH, &attributes);
	else
		cell->handle = canvas_open(set->press->canvas, TAG_TD, &plain);
}

void table_draw_row(struct set_table *set, struct set_row *row, int32_t y,
		    size_t first, size_t count)
{
	struct canvas *canvas = set->press->canvas;

	if (row->handle)
		canvas_reopen(canvas, row->handle);
	else
		row->handle = canvas_open(canvas, TAG_TR, NULL);
	for (size_t i = 0; i < row->cell_count; i++) {
		struct set_cell *cell = &row->cells[i];

		open_cell(set, row, cell);
		if (row->change && first == 0 && i == 0)
			change_draw_word(set->press, row->change,
					 set->x + set->width + CHANGE_GAP,
					 y + TABLE_PAD_Y);
		draw_cell(set, cell, text_at(set, row, cell, y), first,
			  cell->rows > 1 ? cell->text.line_count : count);
		canvas_close(canvas);
	}
	canvas_close(canvas);
}

void table_draw_again(struct set_table *set, const struct set_row *row,
		      int32_t y)
{
	for (size_t i = 0; i < row->cell_count; i++) {
		const struct set_cell *cell = &row->cells[i];

		draw_cell(set, cell, text_at(set, row, cell, y), 0,
			  cell->text.line_count);
	}
}
