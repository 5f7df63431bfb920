/*
 * showing - the rows behind one fact, as CSV on stdout.
 *
 * The rows are those that ingest counts, seen while it counts them: what is
 * shown cannot differ from what was counted.  Personal cells are masked.
 */
#ifndef INGEST_SHOWING_H
#define INGEST_SHOWING_H

#include <stdbool.h>

#include "lib/arena.h"
#include "lib/mem.h"
#include "model/figure.h"

struct intake;
struct row;

/* Zeroed: nothing is shown. */
struct showing {
	const char *id; /* of the fact */
	enum series series;
	const char *unit;
	long most;  /* rows; 0: all */
	long shown; /* so far */
};

/* Read "hr.sick-hours/value@son" into `into`, which borrows from it. */
bool showing_parse(struct showing *showing, struct arena *arena,
		   const char *from) MUST_CHECK;

/* Show a row that was used, if the fact is made of it. */
void showing_take(struct showing *showing, const struct row *row);

#endif
