/*
 * origin - what a figure is from: a fact that was found, or a line of history.
 */
#ifndef ASSESS_ORIGIN_H
#define ASSESS_ORIGIN_H

#include "assess/evidence.h"
#include "model/assessment.h"

struct from from_of_fact(const struct found_fact *found);
struct from from_of_past(const struct indicator *indicator,
			 const struct past *past);

#endif
