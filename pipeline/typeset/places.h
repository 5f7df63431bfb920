/*
 * places - on which page each section, table and picture begins.
 *
 * Noted while a report is laid out, and read when its contents are filled in.
 * Names are borrowed.
 */
#ifndef TYPESET_PLACES_H
#define TYPESET_PLACES_H

#include <stdbool.h>
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
	bool sorted;
};

/* `name` begins on `page`. */
void places_note(struct places *places, const char *name, int page);

/* The page of `name`, which was noted. */
int places_lookup(struct places *places, const char *name);

void places_clear(struct places *places);

#endif
