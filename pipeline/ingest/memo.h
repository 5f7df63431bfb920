/*
 * memo - cells that were read before, and what they were read as.
 *
 * Units, months and words stand in many rows, and each way of writing them is
 * read in full once for as long as it is remembered.  A cell that was refused
 * is not: it is told with its own place.  Memory does not grow: a cell may
 * take the place of another.
 */
#ifndef INGEST_MEMO_H
#define INGEST_MEMO_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/row.h"
#include "lib/arena.h"

struct profile;

#define MEMO_LONGEST 47 /* bytes; longer cells are not remembered */

struct memo_slot {
	char raw[MEMO_LONGEST + 1];
	size_t len;
	bool taken;
	struct row_value value;
	size_t unit; /* of the row, of a unit's cell */
};

/* The slots of each column of the profile; NULL where cells seldom recur. */
struct memos {
	struct memo_slot **columns;
};

void memos_start(struct memos *memos, struct arena *arena,
		 const struct profile *profile);

/* Where a cell of a column is remembered, or is to be; NULL: nowhere.  Whether
 * it is, tells memo_holds(). */
struct memo_slot *memo_slot(const struct memos *memos, size_t column,
			    const char *raw, size_t len);
bool memo_holds(const struct memo_slot *slot, const char *raw, size_t len);

#endif
