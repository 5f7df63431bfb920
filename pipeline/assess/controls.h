/*
 * controls - figures that contradict one another, or cannot be.
 *
 *	over-hundred  a share above 100 %, unless its quantity may_exceed
 *	unlike        a value or forecast that is near its target, its
 *	              forecast or what it was only if it is told in another
 *	              quantity: 0.82 beside 85 %, 3 beside 2 900
 *	settled       a forecast for a window whose outcome is known, and
 *	              other
 *	spent         an outcome beyond what is forecast for the whole of the
 *	              year
 *	part          a part (varav), or the units below, that are more than
 *	              the whole, which ingest saw to before figures were
 *	              corrected
 *	stale         an export that does not reach as far as its freshness
 *	              wants
 *
 * Each is a note with file and line, and stands in the assessment, so that the
 * report can print it: a figure may be odd and right.
 */
#ifndef ASSESS_CONTROLS_H
#define ASSESS_CONTROLS_H

#include "assess/evidence.h"
#include "model/assessment.h"
#include "model/rules.h"

struct controlling {
	const struct rules *rules;
	const struct registry *reg;
	const struct evidence *evidence;
	struct assessment *assessment;
};

/* Make all of them; the figures and statements are there already. */
void controls_make(const struct controlling *controlling);

#endif
