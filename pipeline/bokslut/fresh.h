/*
 * fresh - whether the exports of a close are those of its period.
 *
 * An export that does not reach as far as its profile's freshness asks, or
 * whose bytes are those of an earlier period's, is not ready: nothing is made
 * of it.  Only what the exports themselves tell counts, never a clock.
 */
#ifndef BOKSLUT_FRESH_H
#define BOKSLUT_FRESH_H

#include <stdbool.h>

#include "bokslut/desk.h"
#include "bokslut/store.h"
#include "model/facts.h"

struct close;

/* How fresh one source is, by its facts. */
struct freshness_state {
	struct date reached; /* year 0: it tells no day */
	struct date wanted;  /* year 0: it need not */
	bool stale;
};

struct freshness_state fresh_state(const struct profile *profile,
				   const struct close_plan *plan,
				   const struct facts *facts);

/*
 * Tell every source of the close that is not fresh (close_unready()); false if
 * there is one, or with a sentence in `why` if facts cannot be read.
 */
bool fresh_prove(struct close *closing, struct text *why) MUST_CHECK;

#endif
