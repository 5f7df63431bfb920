/*
 * origin - what a figure is from: a fact that was found, or a line of history.
 */
#ifndef ASSESS_ORIGIN_H
#define ASSESS_ORIGIN_H

#include "assess/evidence.h"
#include "model/assessment.h"

/* Add to what the figure is from; the list grows in `arena`. */
void origin_add(struct assessed_figure *figure, struct arena *arena,
		struct from from);

/* Add all that `of` is from, in its order. */
void origin_add_all(struct assessed_figure *figure, struct arena *arena,
		    const struct assessed_figure *of);

struct from from_of_fact(const struct found_fact *found);
struct from from_of_past(const struct indicator *indicator,
			 const struct past *past);

#endif
