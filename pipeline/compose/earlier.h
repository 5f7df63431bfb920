/*
 * earlier - an indicator's values of earlier years, and whether they may
 * stand beside those of now.
 */
#ifndef COMPOSE_EARLIER_H
#define COMPOSE_EARLIER_H

#include <stdbool.h>

#include "compose/words.h"
#include "model/assessment.h"

/*
 * The value of a year: of the report's months in that year, else the latest;
 * borrowed, NULL if there is none.
 */
const struct past *earlier_of_year(const struct assessment *assessment,
				   const struct assessed_indicator *indicator,
				   int year);

/* Whether values of the two windows may stand side by side: of a flow only
 * those of the same months. */
bool earlier_alike(const struct assessed_indicator *indicator, struct window a,
		   struct window b);

/* Whether it may be compared; a unit merged of several may have no value. */
bool earlier_compares(const struct past *past);

/* Why it may not, in words; borrowed. */
const char *earlier_reason(const struct words *words, const struct past *past);

/* Which way the value went since then; WORD_COUNT if that cannot be said. */
enum word earlier_trend(const struct quantity *quantity,
			const struct assessed_indicator *indicator,
			const struct past *past);

#endif
