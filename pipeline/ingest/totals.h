/*
 * totals - the totals rows of an export, held against the rows above them.
 *
 * A totals row is right if each of its numbers is the sum of the column, from
 * the top of the file or from the totals row before it, as far as rounding
 * explains.  Rows that could not be read are not in the sum, nor are parts of
 * other rows (`varav`); columns that do not add are passed over.  A difference
 * is a note, no fault.
 *
 * Rows whose columns must come to another (`cross_foot`) are held against
 * themselves.  If a row is off by what one of its columns is, that cell is
 * named; else the row and the total are, each for itself.
 */
#ifndef INGEST_TOTALS_H
#define INGEST_TOTALS_H

#include <stdbool.h>

#include "ingest/foot.h"
#include "lib/arena.h"
#include "lib/csv_reader.h"
#include "model/decimal.h"

struct profile;
struct row;

struct totals_sum {
	struct decimal whole; /* from the top of the file */
	struct decimal part;  /* from the totals row before */
	long whole_terms;
	long part_terms;
	bool lost; /* too large to be told */
};

/* Zeroed is empty; lives in the arena given. */
struct totals {
	struct totals_sum *sums; /* of each column of the profile */
	struct feet feet;
};

void totals_start(struct totals *totals, struct arena *arena,
		  const struct profile *profile);

/* Whether a row is one of totals. */
bool totals_is(const struct profile *profile, const struct csv_row *csv);

/* Add what a row says to the sums. */
void totals_add(struct totals *totals, const struct row *row,
		const struct csv_row *csv);

/* Hold a totals row against the sums. */
void totals_check(struct totals *totals, struct row *row,
		  const struct csv_row *csv);

#endif
