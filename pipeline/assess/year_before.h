/*
 * year_before - what a measure was in the same months of the year before.
 */
#ifndef ASSESS_YEAR_BEFORE_H
#define ASSESS_YEAR_BEFORE_H

#include "assess/derived.h"

/*
 * The measure's value for the unit in history, for the window a year before
 * `window`; missing, without a file, if history has none that may be compared.
 */
struct past year_before(const struct workings *workings, const char *measure,
			const char *unit, struct window window);

#endif
