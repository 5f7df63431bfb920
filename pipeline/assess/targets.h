/*
 * targets - what an indicator's target is worth for what is judged.
 *
 * A target that names a value of another window is looked up: in the
 * indicator's history, else among the facts.  A flow's target is for a whole
 * year (or for the window of the value that it names); where what is judged is
 * about other months, what is due is the target times the months' share of the
 * year, over the share that the target itself is for.  Every month has a
 * twelfth, or what the register's phasing gives it.
 */
#ifndef ASSESS_TARGETS_H
#define ASSESS_TARGETS_H

#include <stdbool.h>

#include "assess/derived.h"

/*
 * Give `into`, which has its figures and history, its target: a named one's
 * figure, a direction where none is written, and what is due.  A named value
 * that is missing, or that a change of units makes incomparable, leaves a
 * target that is missing, so that nothing is judged (noted).  False (told at
 * `place`) if it is in no history and no fact, or cannot be put together.
 */
bool targets_settle(const struct workings *workings,
		    const struct indicator *from, const struct place *place,
		    struct assessed_indicator *into) MUST_CHECK;

#endif
