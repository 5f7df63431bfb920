/*
 * indicators - the indicators and goals of a report, with their figures.
 */
#ifndef ASSESS_INDICATORS_H
#define ASSESS_INDICATORS_H

#include <stdbool.h>

#include "assess/derived.h"

/*
 * Add the register's indicators at the assessment's unit or below it, in the
 * register's order, each with value and forecast, target and comment; no
 * grades yet.  Where a survey has no value of its own, the latest in history
 * holds until the next is due.  False if a figure or a target was refused
 * (told).
 */
bool indicators_add(const struct workings *workings, const struct registry *reg,
		    struct assessment *assessment) MUST_CHECK;

/* Likewise the goals that concern the unit, with those above them. */
void goals_add(const struct registry *reg, struct assessment *assessment);

#endif
