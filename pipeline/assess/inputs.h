/*
 * inputs - what the inputs of a rule are worth for an indicator or a goal.
 *
 * The judged figure of an indicator is its forecast, or its value where there
 * is no forecast.  It falls short of `at least 85` by what it lacks, of `at
 * most 7.5` by what it exceeds; of `below 15` too, where 15 itself is short by
 * nothing and yet does not meet the target.  A yes that should be a no, or the
 * reverse, is short by 1, which is the whole of it; so is any shortfall of a
 * target of 0.
 *
 * A flow is held to what is due of its target by the window of what is judged.
 */
#ifndef ASSESS_INPUTS_H
#define ASSESS_INPUTS_H

#include <stdbool.h>

#include "assess/decision_table.h"
#include "assess/goal_graph.h"
#include "model/assessment.h"

/* How an indicator stands to its target. */
struct standing {
	const struct assessed_figure *judged; /* NULL: no figures */
	enum series series;                   /* of `judged` */
	bool known; /* there is a target; else the rest is not set */
	bool due;   /* it was held to what is due of the target */
	const struct figure *wanted; /* what it was held to */
	bool met;
	struct ratio shortfall; /* in the indicator's quantity, from 0 */
	struct ratio part;      /* of the target, from 0 */
};

/* The figure that is judged, and its series: the forecast, else the value; of
 * a target that is the same period's a year ago the value.  NULL: none. */
const struct assessed_figure *indicator_judged(
	const struct assessed_indicator *indicator, enum series *series);

/*
 * False (told, as OUTCOME_REFUSED) if figure and target are of different
 * kinds, or too large to compare.
 */
bool standing_of(struct standing *standing,
		 const struct assessed_indicator *indicator,
		 const struct quantity *quantity) MUST_CHECK;

/* The values of a rule's inputs, in their order; of each figure only the
 * members of its kind are set. */
void inputs_of_indicator(const struct decision_table *table,
			 const struct assessed_indicator *indicator,
			 const struct standing *standing,
			 struct figure *values);
void inputs_of_goal(const struct decision_table *table,
		    const struct goal_members *members, struct figure *values);

#endif
