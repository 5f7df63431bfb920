/*
 * totals - the totals rows of an export, held against the rows above them.
 *
 * A totals row is right if each of its numbers is the sum of the column, from
 * the top of the file or from the totals row before it.  Rows that could not
 * be read are not in the sum; a difference is a note, no fault.
 */
#ifndef INGEST_TOTALS_H
#define INGEST_TOTALS_H

#include <stdbool.h>

#include "lib/arena.h"
#include "lib/csv_reader.h"
#include "model/decimal.h"

struct profile;
struct row;

struct totals_sum {
	struct decimal whole; /* from the top of the file */
	struct decimal part;  /* from the totals row before */
	bool lost;            /* too large to be told */
};

/* Zeroed is empty; lives in the arena given. */
struct totals {
	struct totals_sum *sums; /* of each column of the profile */
};

void totals_start(struct totals *totals, struct arena *arena,
		  const struct profile *profile);

/* Whether a row is one of totals. */
bool totals_is(const struct profile *profile, const struct csv_row *csv);

/* Add what a row says to the sums. */
void totals_add(struct totals *totals, const struct row *row);

/* Hold a totals row against the sums. */
void totals_check(struct totals *totals, struct row *row,
		  const struct csv_row *csv);

#endif
