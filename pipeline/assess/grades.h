/*
 * grades - the grades that roles state, proved and set beside the rules'.
 *
 * Where a rule gave a grade for the same time, a stated one is an override and
 * needs a reason; both are kept.  One that is dated after the as-of day does
 * not exist yet for this close, and one whose last day is before it counts no
 * more: both are left out, with a note.
 */
#ifndef ASSESS_GRADES_H
#define ASSESS_GRADES_H

#include <stdbool.h>

#include "model/assessment.h"
#include "model/calendar.h"

struct stating {
	const struct stated_grades *stated;
	const struct registry *reg;
	const struct scales *scales;
	struct date as_of;
};

/*
 * Whether every row names a goal or indicator, a scale and a grade that there
 * are, and none says the same thing twice.  Each fault is told as
 * OUTCOME_REFUSED with its line and the nearest that would do.
 */
bool grades_prove(const struct stating *stating) MUST_CHECK;

/* Add the proved grades to the assessment's.  False (told) if an override
 * lacks its reason or is of another scale than the rule's grade. */
bool grades_add_to_indicators(const struct stating *stating,
			      struct assessment *assessment) MUST_CHECK;
bool grades_add_to_goals(const struct stating *stating,
			 struct assessment *assessment) MUST_CHECK;

/* Whether the goals of the kinds that the report names have a grade for year
 * end; each that lacks one is told as OUTCOME_NOT_READY. */
bool grades_are_stated(const struct report_kind *report,
		       const struct assessment *assessment) MUST_CHECK;

#endif
