/*
 * row_cell - one cell of a row, read as its column's type says.
 */
#ifndef INGEST_ROW_CELL_H
#define INGEST_ROW_CELL_H

#include "ingest/row.h"

struct column;

/* Read the raw cell of `value`, which is not empty; a fault refuses the row. */
void row_cell_read(struct row *row, const struct column *column,
		   struct row_value *value);

#endif
