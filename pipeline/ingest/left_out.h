/*
 * left_out - why rows of a file are left out, and how many.
 */
#ifndef INGEST_LEFT_OUT_H
#define INGEST_LEFT_OUT_H

#include "lib/arena.h"
#include "model/facts.h"

/* In the order of their names. */
enum left_out_by {
	LEFT_AFTER_CUT_OFF,
	LEFT_DUPLICATE,
	LEFT_FILTERED, /* no measure's `where` holds */
	LEFT_FOOTER,
	LEFT_OUTSIDE,
	LEFT_REPEATED,
	LEFT_TOTALS,
	LEFT_NOT, /* the row is kept */
};

/* Zeroed: none is. */
struct left_out {
	long rows[LEFT_NOT];
};

/* Add the reasons, and the sum of their rows, to a file's account. */
void left_out_tell(const struct left_out *left_out, struct facts_file *file,
		   struct arena *arena);

#endif
