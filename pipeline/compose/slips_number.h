/*
 * slips_number - numbers with a unit behind them, in running text.
 */
#ifndef COMPOSE_SLIPS_NUMBER_H
#define COMPOSE_SLIPS_NUMBER_H

#include <stdbool.h>

#include "compose/words.h"
#include "lib/text.h"
#include "model/assessment.h"

/* Zeroed but for its format is empty; used for one number after the other, then
 * cleared. */
struct slip_number {
	const struct number_format *format; /* how it may be written */
	struct text shown;                  /* "86,1" */
	struct text rest; /* what stands behind it, with plain spaces */
	struct decimal value;
	long line; /* of the text, from 0 */
};

/*
 * The next number at or after `at`; gives where it ends, NULL if there is
 * none.  `line` of the number is counted on over what was passed.
 */
const char *slip_number_next(struct slip_number *number, const char *at);

/* Whether the quantity's unit stands behind the number. */
bool slip_number_is_in(const struct slip_number *number,
		       const struct words *words,
		       const struct quantity *quantity);

/* Whether a figure of the indicator rounds to it. */
bool slip_number_is_of(const struct slip_number *number,
		       const struct quantity *quantity,
		       const struct assessed_indicator *indicator);

void slip_number_clear(struct slip_number *number);

#endif
