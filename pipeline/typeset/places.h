/*
 * places - on which page each section, table and chart begins.
 *
 * Learnt while a report is laid out for the first time, on a dry canvas, and
 * read while it is laid out for the second.  Names are borrowed.
 */
#ifndef TYPESET_PLACES_H
#define TYPESET_PLACES_H

#include <stddef.h>

#include "lib/arena.h"

struct place_of_name {
	const char *name;
	int page;
};

struct places {
	struct arena arena;
	struct place_of_name *list;
	size_t count;
	int pages; /* of the document; 0: not known yet */
};

/* `name` begins on `page`; the second time it must be the same page. */
void places_note(struct places *places, const char *name, int page);

/* The page of `name`, 0 if not known yet. */
int places_lookup(const struct places *places, const char *name);

void places_clear(struct places *places);

#endif
