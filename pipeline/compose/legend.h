/*
 * legend - the missing states that a table prints as symbols, explained in a
 * note below it.
 *
 * Zeroed is empty; values only, nothing is owned.
 */
#ifndef COMPOSE_LEGEND_H
#define COMPOSE_LEGEND_H

#include <stdbool.h>

#include "compose/blocks.h"
#include "model/figure.h"

struct words;

struct legend {
	bool seen[MISSING_NOT_YET_DUE + 1];
};

/* Remember the state of a figure that is printed, if it is missing. */
void legend_note(struct legend *legend, const struct figure *figure);

/* Add the note if anything was missing. */
void legend_compose(const struct legend *legend, const struct words *words,
		    struct blocks *into, struct arena *arena);

#endif
