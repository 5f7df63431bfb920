#include "typeset/table.h"

#include <assert.h>
#include <string.h>

#include "typeset/press.h"

const struct text_style *table_style(const struct set_table *set,
				     const struct set_row *row)
{
	switch (row->kind) {
	case ROW_GROUP:
	case ROW_SUBTOTAL:
	case ROW_TOTAL:
		return &set->strong;
	case ROW_HEAD:
	case ROW_BODY:
		break;
	}
	return &set->plain;
}

/* A head is bold; below a break (the unit) it is as it says. */
static struct runs head_runs(struct arena *arena, const struct runs *runs)
{
	struct runs copy = { .count = runs->count };
	bool below = false;

	copy.list = arena_alloc(arena, runs->count * sizeof(*copy.list) + 1);
	for (size_t i = 0; i < runs->count; i++) {
		copy.list[i] = runs->list[i];
		below = below || runs->list[i].line_break;
		if (!below)
			copy.list[i].strong = true;
	}
	return copy;
}

/* Whether a cell of a row above spans `column` of the next row; only those of
 * the head span rows. */
static const struct set_cell *spanning(const struct set_table *set,
				       size_t column)
{
	for (size_t i = 0; i < set->head_count; i++)
		for (size_t k = 0; k < set->rows[i].cell_count; k++) {
			const struct set_cell *cell = &set->rows[i].cells[k];

			if (cell->column == column &&
			    i + cell->rows >= set->row_count)
				return cell;
		}
	return NULL;
}

/* The first column from `column` on that no cell above spans. */
static size_t free_column(const struct set_table *set, size_t column)
{
	const struct set_cell *above;

	while (column < set->column_count && (above = spanning(set, column)))
		column += above->columns;
	return column;
}

static void take_row(struct set_table *set, const struct table_row *from)
{
	struct set_row *row = &set->rows[set->row_count++];
	size_t column = free_column(set, 0);

	row->kind = from->kind;
	row->change = from->change;
	row->cell_count = from->cell_count;
	row->cells = arena_alloc(&set->arena,
				 from->cell_count * sizeof(*row->cells));
	for (size_t i = 0; i < from->cell_count; i++) {
		const struct table_cell *cell = &from->cells[i];

		row->cells[i] = (struct set_cell){
			.runs = from->kind == ROW_HEAD
					? head_runs(&set->arena, &cell->runs)
					: cell->runs,
			.column = column,
			.columns = (size_t)cell->columns,
			.rows = (size_t)cell->rows,
			.heads = cell->heads,
		};
		column = free_column(set, column + row->cells[i].columns);
	}
	assert(column == set->column_count);
	if (from->kind == ROW_HEAD)
		set->head_count++;
}

static void take_table(struct set_table *set, const struct table *table)
{
	set->column_count = table->column_count;
	set->columns = arena_alloc(&set->arena,
				   table->column_count * sizeof(*set->columns));
	for (size_t i = 0; i < table->column_count; i++) {
		set->columns[i].align = table->columns[i].align;
		set->columns[i].weight = table->columns[i].weight;
	}
	set->rows = arena_alloc(&set->arena,
				table->row_count * sizeof(*set->rows) + 1);
	for (size_t i = 0; i < table->row_count; i++)
		take_row(set, &table->rows[i]);
}

static enum paragraph_align align_of(const struct set_table *set,
				     const struct set_row *row,
				     const struct set_cell *cell)
{
	if (row->kind == ROW_GROUP)
		return ALIGN_LEFT;
	switch (set->columns[cell->column].align) {
	case ALIGN_TEXT:
		break;
	case ALIGN_NUMBER:
		return cell->columns > 1 ? ALIGN_MIDDLE : ALIGN_RIGHT;
	case ALIGN_CENTRE:
		return ALIGN_MIDDLE;
	}
	return ALIGN_LEFT;
}

static int32_t cell_width(const struct set_table *set,
			  const struct set_cell *cell)
{
	int32_t width = 0;

	for (size_t i = 0; i < cell->columns; i++)
		width += set->columns[cell->column + i].width;
	return width;
}

/* A column may be too narrow, in the last resort, for commas in line. */
static bool holds_number(const struct set_table *set,
			 const struct set_cell *cell)
{
	const struct set_column *column = &set->columns[cell->column];

	return cell->number && column->width >= column->before + column->after +
							2 * TABLE_PAD_X;
}

static void fill_cell(struct set_table *set, const struct set_row *row,
		      struct set_cell *cell)
{
	struct paragraph_form form = {
		.style = table_style(set, row),
		.measure = cell_width(set, cell) - 2 * TABLE_PAD_X,
		.align = align_of(set, row, cell),
		.even = row < set->rows + set->head_count,
	};

	cell->number = holds_number(set, cell);
	if (cell->number)
		form.align = ALIGN_LEFT;
	paragraph_fill(&cell->text, set->press, &cell->runs, &form);
}

static void fill_row(struct set_table *set, struct set_row *row)
{
	row->lines = 1;
	for (size_t i = 0; i < row->cell_count; i++) {
		const struct set_cell *cell = &row->cells[i];

		fill_cell(set, row, &row->cells[i]);
		if (cell->rows == 1 && row->lines < cell->text.line_count)
			row->lines = cell->text.line_count;
	}
}

size_t table_lines_spanned(const struct set_table *set,
			   const struct set_row *row,
			   const struct set_cell *cell)
{
	size_t lines = 0;

	for (const struct set_row *one = row; one < row + cell->rows; one++) {
		assert(one < set->rows + set->head_count);
		lines += one->lines;
	}
	return lines;
}

/* A cell over many rows of the head makes the last of them high enough. */
static void raise_rows(struct set_table *set)
{
	for (size_t i = 0; i < set->head_count; i++)
		for (size_t k = 0; k < set->rows[i].cell_count; k++) {
			const struct set_cell *cell = &set->rows[i].cells[k];
			const size_t lines = cell->text.line_count;
			size_t spanned;

			if (cell->rows == 1)
				continue;
			spanned = table_lines_spanned(set, &set->rows[i], cell);
			if (spanned < lines)
				set->rows[i + cell->rows - 1].lines +=
					lines - spanned;
		}
}

/* The caption, and on pages that follow the caption with "(forts.)". */
static void fill_captions(struct set_table *set, const struct runs *caption,
			  const char *continued)
{
	const struct paragraph_form form = {
		.style = &set->press->style->texts[TEXT_CAPTION],
		.measure = set->width,
	};
	struct runs again = { .count = caption->count + 1 };

	again.list =
		arena_alloc(&set->arena, again.count * sizeof(*again.list));
	if (caption->count > 0)
		memcpy(again.list, caption->list,
		       caption->count * sizeof(*again.list));
	again.list[caption->count] = (struct run){
		.text = arena_printf(&set->arena, " (%s)", continued),
		.emphasis = true,
	};
	paragraph_fill(&set->caption, set->press, caption, &form);
	paragraph_fill(&set->repeated, set->press, &again, &form);
}

static void fill(struct set_table *set, const struct press *press,
		 const struct table *table, const struct table_place *place)
{
	const struct text_style *style = &press->style->texts[TEXT_TABLE];

	set->press = press;
	set->x = place->x;
	set->plain = *style;
	set->strong = *style;
	set->strong.font.face = FACE_BOLD;
	take_table(set, table);
	for (size_t i = 0; i < set->row_count; i++)
		for (size_t k = 0; k < set->rows[i].cell_count; k++)
			table_find_number(set, &set->rows[i],
					  &set->rows[i].cells[k]);
	table_fit_columns(set, place);
	set->full = house_style_room(press->style, set->landscape).height;
	for (size_t i = 0; i < set->row_count; i++)
		fill_row(set, &set->rows[i]);
	raise_rows(set);
	fill_captions(set, &table->caption, place->continued);
}

/* Whether a page has room for rows below the head, and for a heading above what
 * stands together where the table begins. */
static bool has_room(const struct set_table *set)
{
	return table_repeats(set) && table_start(set) <= set->full * 3 / 4;
}

/* A table that finds no room on landscape pages is better off on higher ones.
 */
void table_fill(struct set_table *set, const struct press *press,
		const struct table *table, const struct table_place *place)
{
	struct table_place upright = *place;

	fill(set, press, table, place);
	if (!set->landscape || place->landscape == LANDSCAPE_YES ||
	    has_room(set))
		return;
	upright.landscape = LANDSCAPE_NO;
	table_clear(set);
	fill(set, press, table, &upright);
}

void table_clear(struct set_table *set)
{
	for (size_t i = 0; i < set->row_count; i++)
		for (size_t k = 0; k < set->rows[i].cell_count; k++)
			paragraph_clear(&set->rows[i].cells[k].text);
	paragraph_clear(&set->caption);
	paragraph_clear(&set->repeated);
	arena_clear(&set->arena);
	*set = (struct set_table){ 0 };
}
