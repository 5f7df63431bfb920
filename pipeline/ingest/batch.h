/*
 * batch - the rows of one piece of an export, with serials for their cells.
 *
 * It owns all that its rows point to: the piece's text, and the texts of cells
 * that libcsv read.  One batch serves many pieces, one after the other.
 */
#ifndef INGEST_BATCH_H
#define INGEST_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/feed.h"
#include "lib/arena.h"
#include "lib/csv_reader.h"

struct columns;
struct serials;

/* Zeroed is empty; ended by batch_clear(). */
struct batch {
	struct feed_piece piece;
	size_t preamble; /* its bytes above the header, as they stand */
	struct csv_row *rows;
	size_t count;
	size_t room;
	struct csv_cell *cells; /* of all rows */
	size_t cell_count;
	size_t cell_room;
	struct arena texts;
	bool is_numbered; /* nothing is left to be numbered */
};

/* Forget the rows; the piece's text is not touched. */
void batch_start(struct batch *batch);

/* Add a row; `context` is the batch. */
csv_row_fn batch_add;

/* No more rows come: now each one's cells can be looked at. */
void batch_close(struct batch *batch);

/*
 * Give the cells of all rows with enough of them their serials: those of a
 * column of the profile by what stands in its place in `serials`, where that
 * is not NULL.
 */
void batch_number(struct batch *batch, const struct columns *columns,
		  struct serials *const *serials);

void batch_clear(struct batch *batch);

#endif
