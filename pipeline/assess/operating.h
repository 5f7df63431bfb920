/*
 * operating - the operating statements of a close.
 *
 * One row for each unit right below the statement's, and their total; the
 * deviation is budget less forecast.  Everything is exact; a figure that lacks
 * a part is missing, in its row and in the total.
 */
#ifndef ASSESS_OPERATING_H
#define ASSESS_OPERATING_H

#include <stdbool.h>

#include "assess/derived.h"

/*
 * Add every statement declared for `unit` of the assessment or below it.  A
 * unit without any figure gets no row (nor is it told if none has any), a total
 * that differs from the unit's own figure is pointed out: both are notes. False
 * if refused (told).
 */
bool operating_add(const struct workings *workings, const struct registry *reg,
		   struct assessment *assessment) MUST_CHECK;

#endif
