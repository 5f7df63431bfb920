/*
 * tally - the measures of a source, run while its rows stream by.
 *
 * A row counts for its unit and for every unit above it.  Memory grows with
 * measures and units, not with rows.
 */
#ifndef INGEST_TALLY_H
#define INGEST_TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/decimal.h"
#include "model/measure.h"
#include "model/register.h"
#include "model/window.h"

struct facts;
struct profile;
struct row;

/* What one measure has come to at one unit. */
struct tally_sum {
	struct decimal sum; /* or the count */
	long rows;
	long first; /* line of the first of them, and its file from 1 */
	long last;
	int file;
};

/* One measure: the columns are places in the profile, -1 for none. */
struct tally_measure {
	const struct measure *measure;
	struct window window;
	int column;
	int month;
	bool wanted; /* of the row at hand: its month is in the window */
};

/* Zeroed is empty; lives in the arena given to tally_start(). */
struct tally {
	struct tally_measure *measures;
	size_t measure_count;
	struct tally_sum *sums; /* of measure × unit */
	size_t *above; /* of each unit: the one above it, or SIZE_MAX */
	size_t unit_count;
};

/* Find the measures that are made of `profile`'s rows. */
void tally_start(struct tally *tally, struct arena *arena,
		 const struct measures *measures, const struct profile *profile,
		 const struct registry *reg);

/* Lay down the windows that the measures have in this period. */
void tally_windows(struct tally *tally, const struct window *period);

/*
 * See which measures' windows want this row, for tally_add().  True if the row
 * is outside all of them: it has a month for each measure, and none wants it.
 */
bool tally_passes_by(struct tally *tally, const struct row *row);

/*
 * Add a row to all sums that want it.  False if a sum grew too large: the
 * column is given in `*column`, and the file is of no use.
 */
bool tally_add(struct tally *tally, const struct row *row,
	       int *column) MUST_CHECK;

/* Add the facts that have come of it. */
void tally_end(const struct tally *tally, const struct registry *reg,
	       struct facts *facts);

#endif
