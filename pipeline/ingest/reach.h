/*
 * reach - the newest day that an export tells of itself, for its freshness.
 */
#ifndef INGEST_REACH_H
#define INGEST_REACH_H

#include <stdbool.h>
#include <stddef.h>

#include "model/window.h"

struct csv_row;
struct profile;
struct row;

/* Zeroed is a file that has told nothing yet. */
struct reach {
	struct date newest; /* year 0: none */
};

/* Look at the lines above the header, `len` bytes. */
void reach_take_preamble(struct reach *reach, const struct profile *profile,
			 const char *bytes, size_t len);

/* Look at a footer. */
void reach_take_footer(struct reach *reach, const struct profile *profile,
		       const struct csv_row *csv);

/* Look at a row, whether it is used or not. */
void reach_take_row(struct reach *reach, const struct row *row);

/* Whether the file tells what the profile asks for. */
bool reach_is_told(const struct reach *reach, const struct profile *profile);

#endif
