/*
 * goal_graph - which indicators and goals hang below a goal, at any depth.
 *
 * An indicator that reaches a goal on several ways counts once.
 */
#ifndef ASSESS_GOAL_GRAPH_H
#define ASSESS_GOAL_GRAPH_H

#include <stdbool.h>

#include "model/register.h"

/* Whether one of `goals` is `above` or hangs anywhere below it. */
bool goal_graph_reaches(const struct registry *reg, const struct names *goals,
			const char *above);

/*
 * Whether a goal has to do with `unit`: it stands there or below, or an
 * indicator or goal that does hangs below it.
 */
bool goal_graph_concerns(const struct registry *reg, const struct goal *goal,
			 const char *unit);

#endif
