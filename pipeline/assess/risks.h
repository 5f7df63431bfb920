/*
 * risks - records that tell risks, classed by the matrices of the rules.
 */
#ifndef ASSESS_RISKS_H
#define ASSESS_RISKS_H

#include <stdbool.h>

#include "assess/derived.h"
#include "model/assessment.h"

/*
 * Add a risk for each record of a matrix's kind, numbered in their order.  A
 * level that the matrix has not is told as OUTCOME_REFUSED with the line of the
 * record; false then.
 */
bool risks_add(const struct workings *workings,
	       struct assessment *assessment) MUST_CHECK;

#endif
