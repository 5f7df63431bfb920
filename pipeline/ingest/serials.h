/*
 * serials - the different texts of a column, numbered from 1.
 *
 * A cell that stands in many rows is looked up by its bytes once; whatever is
 * made of it is found by its number from then on.  Where different cells are
 * counted, texts that are the same when folded (see model/cell.h) have one
 * number.  Memory grows with what is different, up to `most` where that is set,
 * and never with rows.
 */
#ifndef INGEST_SERIALS_H
#define INGEST_SERIALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "model/name_index.h"

#define SERIALS_TOGETHER 16 /* cells that are looked up at once */

struct csv_cell;

/* A text of up to eight bytes is its own key, and stands nowhere else. */
struct serial_text {
	union {
		uint64_t key;
		const char *text; /* of a longer one */
	};
	uint32_t hash; /* 0: free; the last bit: it is a longer one */
	uint32_t serial;
};

/* Zeroed is empty, without a limit, by the bytes; ended by serials_clear(). */
struct serials {
	uint32_t most; /* texts; 0: as many as there are */
	bool folds;    /* one number for texts that fold alike */
	struct serial_text *slots;
	size_t room; /* a power of two, or 0 */
	uint32_t count;
	struct name_index folded; /* of those that were not folded before */
	uint32_t given;           /* the last serial */
	struct arena arena;
};

/* Give up to SERIALS_TOGETHER cells their serials; those that are beyond what
 * is remembered get 0. */
void serials_give(struct serials *serials, struct csv_cell *const *cells,
		  size_t count);

void serials_clear(struct serials *serials);

#endif
