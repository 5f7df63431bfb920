/*
 * preamble - the lines of an export above its header.
 *
 * They are the profile's `skip`, or those above the first line whose first
 * cell is its `header_at`.  They are looked at before any quotation mark is:
 * a title may hold a lone one.
 */
#ifndef INGEST_PREAMBLE_H
#define INGEST_PREAMBLE_H

#include <stdbool.h>
#include <stddef.h>

#define PREAMBLE_MOST 19 /* lines in which the header is looked for, less 1 */

struct profile;
struct text;

struct preamble {
	size_t bytes;
	long lines;
	bool ended; /* the header follows; false: it was not found */
};

struct preamble preamble_of(const struct profile *profile,
			    const struct text *utf8);

#endif
