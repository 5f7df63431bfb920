/*
 * selection - what of the assessment an element is about: its attributes
 *	kind    indicators under goals of the kind
 *	goal    the goal with the id, those below it, and their indicators
 *	unit    what belongs to the unit, or to one below it
 *	grade   what has the grade now
 *	since   records of the day or later: by their id, if a day stands in it,
 *	        else by their field `date`
 * An element with several selects what all of them do.
 */
#ifndef COMPOSE_SELECTION_H
#define COMPOSE_SELECTION_H

#include <stdbool.h>

#include "compose/composition.h"

/* Whether the element selects at all. */
bool selection_is_made(const struct template_part *part);

/*
 * The assessment with only what the element selects; lists go into the
 * report's arena, all else is borrowed.  False (told) if an id that it names
 * is not there.
 */
bool selection_make(struct assessment *selected,
		    struct composition *composition,
		    const struct template_part *part) MUST_CHECK;

#endif
