/*
 * checklists - what units answered to the questions of a checklist, rolled up.
 *
 * A unit's own answer also holds for the units below it that gave none; a unit
 * without one is answered for by those below it, if all of them are.  The
 * counts of a unit are of its own answer and of all answers below it.
 */
#ifndef ASSESS_CHECKLISTS_H
#define ASSESS_CHECKLISTS_H

#include <stdbool.h>

#include "assess/derived.h"

/*
 * Add each checklist that any record answers to the assessment, and the
 * regulations in force on the period's last day.  False (told) if an answer is
 * none, or a unit or regulation is not there on the day.  Answers that are
 * missing are remarked.
 */
bool checklists_add(const struct workings *workings,
		    struct assessment *assessment) MUST_CHECK;

#endif
