/*
 * memo - cells that were read before, and what they were read as.
 *
 * Units, months and words stand in many rows, and each way of writing them is
 * read in full once; by its serial it is found again.  A cell that was refused
 * is not remembered: it is told with its own place.  Memory grows with the
 * different texts of such a column, up to MEMO_MOST.
 */
#ifndef INGEST_MEMO_H
#define INGEST_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/profile_column.h"

#define MEMO_MOST 16384 /* texts of a column */

struct profile;
struct row_value;
struct serials;

/* One column: its values, by serial; not sound where none is remembered. */
struct memo {
	bool recurs;
	struct row_value *values;
	size_t room;
};

/* Those of each column of the profile.  Zeroed: every cell is read in full;
 * ended by memos_clear(). */
struct memos {
	struct memo *columns;
	size_t count;
};

/* Whether cells of such a column stand in many rows. */
bool memo_recurs(enum column_type type);

/* Remember the columns that have serials in this list. */
void memos_start(struct memos *memos, const struct profile *profile,
		 struct serials *const *serials);

/* Where a cell of a column is remembered, or is to be; NULL: nowhere. */
struct row_value *memo_of(struct memos *memos, size_t column, uint32_t serial);

void memos_clear(struct memos *memos);

#endif
