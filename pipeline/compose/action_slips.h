/*
 * action_slips - a text that counts actions otherwise than the tables do.
 *
 * "Två åtgärder är beslutade", where the controls of the report's risks, or the
 * answers of its checklist, have one: a note with the place and both numbers.
 * A number in digits, or in words up to twelve, counts if the word for actions
 * stands right behind it, and is right if one of the report's tables has as
 * many.  A report without such tables is not looked at.
 */
#ifndef COMPOSE_ACTION_SLIPS_H
#define COMPOSE_ACTION_SLIPS_H

#include "compose/composition.h"

/* In a text in CommonMark, shown as the file `shown`. */
void action_slips_find(const struct composition *composition, const char *shown,
		       const char *source);

#endif
