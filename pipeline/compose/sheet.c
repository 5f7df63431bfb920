#include "compose/sheet.h"

#include <assert.h>
#include <stdlib.h>

#include "compose/sheet_cell.h"
#include "compose/words.h"
#include "lib/csv_writer.h"
#include "lib/mem.h"
#include "lib/text.h"

struct sheet_column {
	struct text head;
	int left; /* rows of the head that a cell above still spans */
	bool has_units;
};

struct sheet {
	const struct table *table;
	const struct words *words;
	struct sheet_column *columns;
	bool has_groups;
	struct text group; /* what names the rows that follow */
	struct text *into;
};

static void note_head_cell(struct sheet *sheet, size_t column,
			   const struct table_cell *cell)
{
	for (size_t i = 0; i < (size_t)cell->columns; i++) {
		struct sheet_column *under = &sheet->columns[column + i];

		if (under->head.len > 0 && cell->runs.count > 0)
			text_add(&under->head, ", ");
		sheet_cell_words(&under->head, &cell->runs, ", ");
		under->left = cell->rows;
	}
}

static void note_head(struct sheet *sheet, const struct table_row *row)
{
	const size_t count = sheet->table->column_count;
	size_t column = 0;

	for (size_t i = 0; i < row->cell_count; i++) {
		while (column < count && sheet->columns[column].left > 0)
			column++;
		assert(column + (size_t)row->cells[i].columns <= count);
		note_head_cell(sheet, column, &row->cells[i]);
		column += (size_t)row->cells[i].columns;
	}
	for (column = 0; column < count; column++)
		if (sheet->columns[column].left > 0)
			sheet->columns[column].left--;
}

/* Which columns tell a unit behind a number. */
static void note_units(struct sheet *sheet, const struct table_row *row)
{
	size_t column = 0;

	for (size_t i = 0; i < row->cell_count; i++) {
		struct text words = { 0 };
		struct text number = { 0 };
		struct text unit = { 0 };

		sheet_cell_words(&words, &row->cells[i].runs, "\n");
		if (sheet->table->columns[column].align == ALIGN_NUMBER &&
		    sheet_cell_number(text_string(&words),
				      &sheet->words->numbers, &number, &unit) &&
		    unit.len > 0)
			sheet->columns[column].has_units = true;
		column += (size_t)row->cells[i].columns;
		text_clear(&unit);
		text_clear(&number);
		text_clear(&words);
	}
}

static void study(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->table->row_count; i++) {
		const struct table_row *row = &sheet->table->rows[i];

		if (row->kind == ROW_HEAD)
			note_head(sheet, row);
		else if (row->kind == ROW_GROUP)
			sheet->has_groups = true;
		else
			note_units(sheet, row);
	}
}

static void print_head(struct sheet *sheet)
{
	struct text unit = { 0 };

	if (sheet->has_groups) {
		csv_writer_cell(sheet->into,
				words_at(sheet->words, WORD_TABLES_GROUP));
		text_add_char(sheet->into, ';');
	}
	for (size_t i = 0; i < sheet->table->column_count; i++) {
		const char *head = text_string(&sheet->columns[i].head);

		if (i > 0)
			text_add_char(sheet->into, ';');
		csv_writer_cell(sheet->into, head);
		if (!sheet->columns[i].has_units)
			continue;
		text_reset(&unit);
		words_fill(&unit, sheet->words, WORD_TABLES_UNIT,
			   (struct filling[]){ { "column", head }, { 0 } });
		text_add_char(sheet->into, ';');
		csv_writer_cell(sheet->into, unit.at);
	}
	text_add(sheet->into, CSV_ROW_END);
	text_clear(&unit);
}

static void print_cell(struct sheet *sheet, size_t column,
		       const struct runs *runs)
{
	struct text words = { 0 };
	struct text number = { 0 };
	struct text unit = { 0 };
	bool numeric;

	sheet_cell_words(&words, runs, "\n");
	numeric = sheet->table->columns[column].align == ALIGN_NUMBER &&
		  sheet_cell_number(text_string(&words), &sheet->words->numbers,
				    &number, &unit);
	csv_writer_cell(sheet->into, text_string(numeric ? &number : &words));
	if (sheet->columns[column].has_units) {
		text_add_char(sheet->into, ';');
		csv_writer_cell(sheet->into, text_string(&unit));
	}
	text_clear(&unit);
	text_clear(&number);
	text_clear(&words);
}

static void print_row(struct sheet *sheet, const struct table_row *row)
{
	const struct runs none = { 0 };
	size_t column = 0;

	if (sheet->has_groups) {
		csv_writer_cell(sheet->into,
				row->kind == ROW_TOTAL
					? ""
					: text_string(&sheet->group));
		text_add_char(sheet->into, ';');
	}
	for (size_t i = 0; i < row->cell_count; i++)
		for (int span = 0; span < row->cells[i].columns; span++) {
			if (column > 0)
				text_add_char(sheet->into, ';');
			print_cell(sheet, column++,
				   span == 0 ? &row->cells[i].runs : &none);
		}
	text_add(sheet->into, CSV_ROW_END);
}

void sheet_print(struct text *text, const struct table *table,
		 const struct words *words)
{
	struct sheet sheet = { .table = table, .words = words, .into = text };

	sheet.columns = mem_alloc(table->column_count * sizeof(*sheet.columns));
	study(&sheet);
	text_add(text, CSV_BYTE_ORDER_MARK);
	print_head(&sheet);
	for (size_t i = 0; i < table->row_count; i++) {
		const struct table_row *row = &table->rows[i];

		if (row->kind == ROW_GROUP) {
			text_reset(&sheet.group);
			sheet_cell_words(&sheet.group, &row->cells[0].runs,
					 " ");
		} else if (row->kind != ROW_HEAD) {
			print_row(&sheet, row);
		}
	}
	for (size_t i = 0; i < table->column_count; i++)
		text_clear(&sheet.columns[i].head);
	free(sheet.columns);
	text_clear(&sheet.group);
}
