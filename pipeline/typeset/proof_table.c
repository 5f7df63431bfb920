/* proof_table - whether a table's cells fill it, and something heads them. */
#include <stdlib.h>

#include "lib/lang.h"
#include "model/report.h"
#include "typeset/proof.h"

/*
 * Put the cells of a row where no cell of a row above stands: `left` says for
 * each column how many rows more it is taken.  Whether they fill it.
 */
static bool place_row(const struct table *table, const struct table_row *row,
		      int *left)
{
	size_t column = 0;

	for (size_t i = 0; i < row->cell_count; i++) {
		const struct table_cell *cell = &row->cells[i];
		size_t end;

		while (column < table->column_count && left[column] > 0)
			column++;
		end = column + (size_t)cell->columns;
		for (; column < end; column++) {
			if (column >= table->column_count || left[column] > 0)
				return false;
			left[column] = cell->rows;
		}
	}
	while (column < table->column_count && left[column] > 0)
		column++;
	return column == table->column_count;
}

static size_t head_rows(const struct table *table)
{
	size_t count = 0;

	while (count < table->row_count && table->rows[count].kind == ROW_HEAD)
		count++;
	return count;
}

static void read_row(struct proof *proof, const struct block *block, size_t at,
		     int *left)
{
	const struct table *table = block->table;
	const size_t heads = head_rows(table);

	if (!place_row(table, &table->rows[at], left))
		proof_tell(proof, block->id,
			   _("the cells of a row do not fill this table's "
			     "columns"));
	for (size_t i = 0; i < table->column_count; i++)
		left[i] -= left[i] > 0;
	for (size_t i = 0; i < table->rows[at].cell_count; i++) {
		const struct table_cell *cell = &table->rows[at].cells[i];

		if (cell->rows > 1 && at + (size_t)cell->rows > heads)
			proof_tell(proof, block->id,
				   _("a cell of this table spans rows outside "
				     "its head"));
		proof_read_runs(proof, &cell->runs);
	}
}

/* Whether something says what the figures of a row are (7.5). */
static bool has_head(const struct table *table, const struct table_row *row)
{
	bool heads = table->rows[0].kind == ROW_HEAD || row->kind == ROW_GROUP;

	for (size_t i = 0; i < row->cell_count; i++)
		heads = heads || row->cells[i].heads;
	return heads;
}

static void read_heads(struct proof *proof, const struct block *block)
{
	const struct table *table = block->table;

	for (size_t i = 0; i < table->row_count; i++) {
		if (has_head(table, &table->rows[i]))
			continue;
		proof_tell(proof, block->id,
			   _("this table has no head, and a row of it no cell "
			     "that "
			     "heads it"));
		return;
	}
}

void proof_read_table(struct proof *proof, const struct block *block)
{
	const struct table *table = block->table;
	int *left = mem_alloc(table->column_count * sizeof(*left));
	bool body = false;

	for (size_t i = 0; i < table->row_count; i++) {
		read_row(proof, block, i, left);
		if (body && table->rows[i].kind == ROW_HEAD)
			proof_tell(proof, block->id,
				   _("a head stands below other rows of this "
				     "table"));
		body = table->rows[i].kind != ROW_HEAD;
	}
	free(left);
	read_heads(proof, block);
	proof_read_runs(proof, &table->caption);
}
