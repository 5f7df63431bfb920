#include "assess/goal_graph.h"

#include <string.h>

/* `steps` ends the search should the register's goals go in a circle. */
static bool reaches(const struct registry *reg, const struct names *goals,
		    const char *above, size_t steps)
{
	for (size_t i = 0; i < goals->count; i++) {
		const struct goal *goal;

		if (strcmp(goals->list[i], above) == 0)
			return true;
		goal = register_goal(reg, goals->list[i]);
		if (goal && steps > 0 &&
		    reaches(reg, &goal->parents, above, steps - 1))
			return true;
	}
	return false;
}

bool goal_graph_reaches(const struct registry *reg, const struct names *goals,
			const char *above)
{
	return reaches(reg, goals, above, reg->goal_count);
}

static bool stands_at(const struct registry *reg, const char *at,
		      const char *unit)
{
	return at && register_belongs(reg, at, unit);
}

bool goal_graph_concerns(const struct registry *reg, const struct goal *goal,
			 const char *unit)
{
	if (stands_at(reg, goal->unit, unit))
		return true;
	for (size_t i = 0; i < reg->goal_count; i++)
		if (stands_at(reg, reg->goals[i].unit, unit) &&
		    goal_graph_reaches(reg, &reg->goals[i].parents, goal->id))
			return true;
	for (size_t i = 0; i < reg->indicator_count; i++)
		if (stands_at(reg, reg->indicators[i].unit, unit) &&
		    goal_graph_reaches(reg, &reg->indicators[i].goals,
				       goal->id))
			return true;
	return false;
}
