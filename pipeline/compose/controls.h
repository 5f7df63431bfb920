/*
 * controls - the table of what does not add up, for completeness.c.
 */
#ifndef COMPOSE_CONTROLS_H
#define COMPOSE_CONTROLS_H

#include "compose/composition.h"

/* Add the table, or a sentence that there is nothing to tell. */
void controls_compose(struct composition *composition, struct blocks *into);

#endif
