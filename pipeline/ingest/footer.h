/*
 * footer - the rows below the rows: "Antal rader: 1 234".
 *
 * The first cell of such a row begins with one of the profile's `footers`.
 * Where a number and nothing else follows, in that cell or in the next one
 * that is filled in, it is held against the rows above: all of them, or those
 * below the footer before.  A difference is a note, no fault.
 */
#ifndef INGEST_FOOTER_H
#define INGEST_FOOTER_H

#include <stdbool.h>

#include "lib/csv_reader.h"

struct profile;
struct row;

/* Rows that were read, not counting headers, totals and footers. */
struct footer {
	long whole; /* from the top of the file */
	long part;  /* from the footer before */
};

/* Whether a row is a footer. */
bool footer_is(const struct profile *profile, const struct csv_row *csv);

/* Hold a footer against the rows. */
void footer_check(struct footer *footer, struct row *row,
		  const struct csv_row *csv);

#endif
