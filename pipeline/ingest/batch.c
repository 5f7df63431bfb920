#include "ingest/batch.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/columns.h"
#include "ingest/serials.h"

#define LEAST_ROOM 256

static void *make_room(void *taken, size_t *room, size_t wanted, size_t size)
{
	if (wanted <= *room)
		return taken;
	while (*room < wanted)
		*room = *room > 0 ? 2 * *room : LEAST_ROOM;
	return mem_resize(taken, *room, size);
}

void batch_start(struct batch *batch)
{
	batch->count = 0;
	batch->cell_count = 0;
	batch->preamble = 0;
	arena_clear(&batch->texts);
	/* so that there are cells to point to, even if rows have none */
	batch->cells = make_room(batch->cells, &batch->cell_room, LEAST_ROOM,
				 sizeof(*batch->cells));
}

void batch_add(void *context, const struct csv_row *row)
{
	struct batch *batch = context;
	struct csv_cell *cells;

	batch->rows = make_room(batch->rows, &batch->room, batch->count + 1,
				sizeof(*batch->rows));
	batch->cells = make_room(batch->cells, &batch->cell_room,
				 batch->cell_count + row->count,
				 sizeof(*batch->cells));
	batch->rows[batch->count++] = *row;
	if (row->count == 0)
		return;
	cells = batch->cells + batch->cell_count;
	memcpy(cells, row->cells, row->count * sizeof(*cells));
	batch->cell_count += row->count;
	for (size_t i = 0; i < row->count && !row->in_place; i++)
		cells[i].text = arena_strndup(&batch->texts, cells[i].text,
					      cells[i].len);
}

void batch_close(struct batch *batch)
{
	size_t at = 0;

	for (size_t i = 0; i < batch->count; i++) {
		batch->rows[i].cells = batch->cells + at;
		at += batch->rows[i].count;
	}
}

/* The cells of one column, some at a time. */
static void number_column(struct batch *batch, size_t position, size_t fewest,
			  struct serials *serials)
{
	struct csv_cell *cells[SERIALS_TOGETHER];
	struct csv_cell *next = batch->cells + position;
	size_t count = 0;

	for (size_t i = 0; i < batch->count; i++) {
		if (batch->rows[i].count >= fewest)
			cells[count++] = next;
		next += batch->rows[i].count;
		if (count < SERIALS_TOGETHER)
			continue;
		serials_give(serials, cells, count);
		count = 0;
	}
	serials_give(serials, cells, count);
}

void batch_number(struct batch *batch, const struct columns *columns,
		  struct serials *const *serials)
{
	for (size_t i = 0; i < columns->count; i++) {
		int declared = columns->declared[i];

		if (declared >= 0 && serials[declared])
			number_column(batch, i, columns->count,
				      serials[declared]);
	}
}

void batch_clear(struct batch *batch)
{
	text_clear(&batch->piece.text);
	arena_clear(&batch->texts);
	free(batch->rows);
	free(batch->cells);
	*batch = (struct batch){ 0 };
}
