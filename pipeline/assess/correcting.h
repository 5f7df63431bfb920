/*
 * correcting - put corrected figures in the place of the exports' own.
 *
 * A correction changes one fact before anything is worked out from it.  What
 * the fact said is kept beside what it says now, in the assessment.  Units
 * above have sums of their own, which ingest made: they stay as they are,
 * which is told unless they are corrected too.
 */
#ifndef ASSESS_CORRECTING_H
#define ASSESS_CORRECTING_H

#include <stdbool.h>

#include "assess/evidence.h"
#include "model/assessment.h"
#include "model/corrections.h"
#include "model/rules.h"

/* What corrections are held against; all but the evidence stays as it is. */
struct correcting {
	const struct corrections *corrections;
	const struct rules *rules;
	const struct registry *reg;
	struct evidence *evidence;
	struct date as_of;
};

/*
 * Apply every correction up to the as-of day.  One of a measure whose source
 * is not of this close is passed over.  False (told) if one hits no fact, hits
 * what another one did, or has a value that the figure cannot have.
 */
bool correcting_apply(const struct correcting *correcting,
		      struct assessment *assessment) MUST_CHECK;

#endif
