/*
 * derived - the figure that a measure gives for one unit, exactly.
 *
 * A measure of a source is looked up among the facts; a derived one is worked
 * out from its parts, here, without rounding.  Every figure comes with the
 * facts that it was made from; a derived one also names itself, first.
 */
#ifndef ASSESS_DERIVED_H
#define ASSESS_DERIVED_H

#include <stdbool.h>

#include "assess/evidence.h"
#include "lib/msg.h"
#include "model/assessment.h"
#include "model/history.h"
#include "model/rules.h"

/* All that a figure can be worked out from; borrowed. */
struct workings {
	const struct rules *rules;
	const struct evidence *evidence;
	const struct registry *reg;
	const struct history *history;
	struct window period;
	struct arena *arena; /* keeps the traces */
};

struct wanted {
	const char *id; /* of a measure, or of an indicator in the facts */
	const char *unit;
	enum series series;
	const char *quantity; /* that the figure is to be told in */
	struct place place;   /* who wants it, for messages */
};

/*
 * Work out a figure.  What is not among the facts is missing: not measured,
 * or not delivered if a measure of a source ought to give it; but none counted
 * in a source that was delivered is 0.  False (told)
 * if it cannot be told in the quantity wanted, is there twice, or overflows.
 */
bool derived_figure(const struct workings *workings,
		    const struct wanted *wanted,
		    struct assessed_figure *figure) MUST_CHECK;

/*
 * `a` less `b`, both told in one quantity; missing if one of them is.  Traces
 * are left alone.  False on overflow.
 */
bool derived_difference(const struct figure *a, const struct figure *b,
			struct figure *difference) MUST_CHECK;

/* Likewise `a` and `b` together. */
bool derived_sum(const struct figure *a, const struct figure *b,
		 struct figure *sum) MUST_CHECK;

#endif
