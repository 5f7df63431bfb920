/*
 * rounding - how far a printed total may be from the sum of its printed terms.
 *
 * Each number that was rounded may be half a unit of its last decimal off, so
 * `terms` of them may be off by half as many units together.  Many hardly ever
 * all err the same way: four standard deviations of their sum is allowed, and
 * never more than the former.  Of a total of 23 rows with one decimal that is
 * 0.5, of one term beside its total it is 0.1.
 */
#ifndef MODEL_ROUNDING_H
#define MODEL_ROUNDING_H

#include <stdbool.h>

#include "model/decimal.h"

/* Whether rounding alone explains `difference`: `terms` numbers, the total
 * among them, printed with `decimals` (0..9, else nothing is allowed). */
bool rounding_explains(struct decimal difference, int decimals, long terms);

#endif
