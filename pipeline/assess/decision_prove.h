/*
 * decision_prove - the proof that a rule's table has no hole and no clash.
 *
 * The rows test each input against a few numbers and words only.  Between two
 * such numbers nothing changes, so a few points stand for all values: the
 * numbers themselves, some between each two and beyond, every word and one
 * that is none of them, yes and no, and missing where an input can be.  Every
 * way of putting these together that can occur (see decision_relation.h) must
 * hit the rows as the policy asks; one that does not is told as a
 * counterexample.  Points that are compared with each other stand close enough
 * for every order of them to be among those tried.
 */
#ifndef ASSESS_DECISION_PROVE_H
#define ASSESS_DECISION_PROVE_H

#include <stdbool.h>

#include "lib/arena.h"

struct decision_table;

/*
 * Prove a table.  False if it has a hole or a clash, or more combinations than
 * can be tried (told, as OUTCOME_MISCONFIGURED).  A row that decides nothing is
 * told as a note.
 */
bool decision_prove(const struct decision_table *table,
		    struct arena *arena) MUST_CHECK;

#endif
