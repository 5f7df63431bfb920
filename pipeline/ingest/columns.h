/*
 * columns - which column of an export is which column of its profile.
 *
 * Headers are compared without regard to case and spaces.  What the profile
 * declares must be there (unless optional), and what is there must be
 * declared: a column that a system has renamed is found, not passed over.
 */
#ifndef INGEST_COLUMNS_H
#define INGEST_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/csv_reader.h"
#include "model/profile.h"

struct rejects;

/* Zeroed is empty; lives in the arena given. */
struct columns {
	int *declared; /* of each column of the file: its place in the profile,
			  from 0; -1: it has no name and must be empty */
	size_t count;
	int *position; /* of each column of the profile, from 1; 0: absent */
};

/* Match a header row; faults are added to `rejects`, with `file` as place. */
bool columns_match(struct columns *columns, const struct profile *profile,
		   const struct csv_row *header, const char *file,
		   struct rejects *rejects);

/* Whether a row below the header is the header again. */
bool columns_repeat(const struct columns *columns,
		    const struct profile *profile, const struct csv_row *csv);

#endif
