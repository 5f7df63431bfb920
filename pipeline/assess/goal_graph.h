/*
 * goal_graph - which indicators and goals hang below a goal, at any depth.
 *
 * An indicator that reaches a goal on several ways counts once.
 */
#ifndef ASSESS_GOAL_GRAPH_H
#define ASSESS_GOAL_GRAPH_H

#include <stdbool.h>

#include "model/assessment.h"
#include "model/register.h"

/* What stands under a goal. */
struct goal_members {
	const struct assessed_indicator **list;
	size_t count;
};

struct goal_node {
	const struct names *parents; /* NULL: it has none */
	struct goal_members members;
	size_t seen; /* the indicator that came here last, from 1 */
};

/* All goals with their members.  Zeroed is empty; it lives in an arena. */
struct goal_graph {
	struct name_index ids; /* to the nodes */
	struct goal_node *nodes;
	size_t count;
};

/* Find the members of all goals, in one walk. */
void goal_graph_fill(struct goal_graph *graph, struct arena *arena,
		     const struct registry *reg,
		     const struct assessment *assessment);

/* Those of a goal of the assessment; borrowed. */
const struct goal_members *goal_graph_members(const struct goal_graph *graph,
					      const char *goal);

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
