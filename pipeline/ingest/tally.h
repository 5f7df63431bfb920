/*
 * tally - the measures of a source, run while its rows stream by.
 *
 * A row is counted once, at its own unit; in the end the units below one
 * another are taken together, so that every unit stands for all rows below it.
 * Memory grows with measures, windows and units, and with what is different
 * where that is counted; never with rows.
 */
#ifndef INGEST_TALLY_H
#define INGEST_TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/distinct.h"
#include "lib/arena.h"
#include "model/decimal.h"
#include "model/measure.h"
#include "model/register.h"
#include "model/window.h"

#define TALLY_SOON 8 /* rows that wait for memory */

struct facts;
struct profile;
struct row;

/* What one measure has come to at one unit, in one window. */
struct tally_cell {
	struct decimal number; /* sum, least or most */
	long rows;
	long first; /* line of the first of them, and its file from 1 */
	long last;
	int file;
	int last_file;
};

/* And what is different there. */
struct tally_sets {
	struct distinct_set set;     /* of DISTINCT; of NESTED those that it is
					the mean over */
	struct distinct_pairs pairs; /* of NESTED */
};

void tally_sets_clear(struct tally_sets *sets);

/* One measure: the columns are places in the profile, -1 for none. */
struct tally_measure {
	const struct measure *measure;
	struct window window; /* whole */
	size_t windows;       /* months that each have a figure; else 1 */
	int column;
	int per;
	int month;
	int during[2];
	struct tally_cell *cells; /* of window × unit */
	struct tally_sets *sets;  /* likewise, where different cells are
				     counted; else NULL */
	bool as_before; /* it asks the same of a row's time as the measure
			   before it */
	/* of the row at hand */
	bool has_time;
	bool in_time;
	bool wanted;
	size_t at;     /* and in which window */
	uint32_t seen; /* serial of its month */
};

/* What is to be added to a set. */
struct tally_soon {
	struct distinct_set *set; /* NULL: nothing */
	uint32_t serial;
};

/* Zeroed is empty; ended by tally_clear(). */
struct tally {
	struct tally_measure *measures;
	size_t measure_count;
	size_t *above; /* of each unit: the one above it, or SIZE_MAX */
	size_t *order; /* units, each before the one above it */
	size_t unit_count;
	struct tally_soon soon[TALLY_SOON];
	size_t soon_at;
	uint32_t highest; /* serial that is counted */
};

/* What the measures make of a row. */
enum tally_use {
	TALLY_WANTED,
	TALLY_OUTSIDE, /* it has a time for each measure, and none wants it */
	TALLY_FILTERED /* no measure's `where` holds for it */
};

/* What a tally is made for; borrowed. */
struct tally_basis {
	const struct measures *measures;
	const struct profile *profile;
	const struct registry *reg;
	struct window period;
};

/* Find the measures that are made of the profile's rows, in their windows of
 * the period. */
void tally_start(struct tally *tally, struct arena *arena,
		 const struct tally_basis *basis);

/* Whether different cells of a column are counted: they must have serials. */
bool tally_tells_apart(const struct tally *tally, size_t column);

/* See which measures want this row, for tally_add(). */
enum tally_use tally_look(struct tally *tally, const struct row *row);

/* Whether a row that is wanted has the cells that the measure is made of. */
bool tally_counts(const struct tally_measure *made, const struct row *row);

/*
 * Add a row to all that want it.  False if a sum grew too large: the column is
 * given in `*column`, and the file is of no use.
 */
bool tally_add(struct tally *tally, const struct row *row,
	       int *column) MUST_CHECK;

/* All rows of a file were added: what waits for memory is taken in. */
void tally_settle(struct tally *tally);

/*
 * Take the units together and add the facts that have come of it.  False with
 * the measure in `*broken` if its sum grew too large above.
 */
bool tally_end(struct tally *tally, const struct registry *reg,
	       struct facts *facts, const struct measure **broken) MUST_CHECK;

/* Tell each unit where a part (varav) is more than its whole; false if there
 * is one.  Only after tally_end(). */
bool tally_prove_varav(const struct tally *tally,
		       const struct registry *reg) MUST_CHECK;

/* Release what is not in the arena. */
void tally_clear(struct tally *tally);

#endif
