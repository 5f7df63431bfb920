/*
 * foot - rows whose columns must come to another of theirs.
 *
 * A row that is off waits until the next totals row, or the end of the file:
 * only then is it known whether one of its columns is off by as much, and so
 * which of its cells is wrong.
 */
#ifndef INGEST_FOOT_H
#define INGEST_FOOT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/decimal.h"
#include "model/profile.h"

struct row;

/* A row that is off. */
struct foot_fault {
	const struct profile_foot *foot;
	struct decimal difference; /* what it says, less what it should */
	long line;
	const char *row;         /* what its first cell says */
	bool totals;             /* a totals row */
	bool told;               /* a cell of it was named */
	struct decimal *numbers; /* of each column of the profile */
	const char **raw;        /* likewise, as shown */
};

/* Zeroed is empty; lives in the arena that feet_start() is given. */
struct feet {
	struct arena *arena;
	int *decimals; /* the most seen of each column of the profile */
	struct foot_fault *faults;
	size_t fault_count;
};

void feet_start(struct feet *feet, struct arena *arena,
		const struct profile *profile);

/* Take a row, whose first cell is `name`, into account. */
void feet_take(struct feet *feet, const struct row *row, const char *name,
	       bool totals);

/*
 * The column's total is `difference` more than its sum, of so many `terms`.
 * Tell the one cell that explains it; false if there is none, or more.
 */
bool feet_explain(struct feet *feet, struct row *row,
		  const struct column *column, struct decimal difference,
		  long terms);

/* Tell the rows that are off and no cell explains, and forget them all. */
void feet_tell(struct feet *feet, struct row *row);

#endif
