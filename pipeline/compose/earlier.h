/*
 * earlier - an indicator's values of earlier years, and whether they may
 * stand beside those of now.
 */
#ifndef COMPOSE_EARLIER_H
#define COMPOSE_EARLIER_H

#include <stdbool.h>

#include "model/assessment.h"

struct words;

/*
 * The value of a year: of the report's months in that year, else the latest;
 * borrowed, NULL if there is none.
 */
const struct past *earlier_of_year(const struct assessment *assessment,
				   const struct assessed_indicator *indicator,
				   int year);

/* Whether it may be compared; a unit merged of several may have no value. */
bool earlier_compares(const struct past *past);

/* Why it may not, in words; borrowed. */
const char *earlier_reason(const struct words *words, const struct past *past);

#endif
