#include "assess/goal_graph.h"

#include <string.h>

static void add_node(struct goal_graph *graph, struct arena *arena,
		     const char *id, const struct names *parents)
{
	if (name_index_add(&graph->ids, arena, id, graph->count) !=
	    NAME_INDEX_NONE)
		return;
	graph->nodes = arena_grow(arena, graph->nodes, graph->count,
				  sizeof(*graph->nodes));
	graph->nodes[graph->count++] = (struct goal_node){ .parents = parents };
}

/* Let the indicator, the `number`th, stand under these goals and all above. */
static void climb(struct goal_graph *graph, struct arena *arena,
		  const struct names *goals,
		  const struct assessed_indicator *indicator, size_t number)
{
	for (size_t i = 0; i < goals->count; i++) {
		const size_t at =
			name_index_lookup(&graph->ids, goals->list[i]);
		struct goal_node *node;
		struct goal_members *members;

		if (at == NAME_INDEX_NONE || graph->nodes[at].seen == number)
			continue;
		node = &graph->nodes[at];
		node->seen = number;
		members = &node->members;
		members->list = arena_grow(arena, members->list, members->count,
					   sizeof(struct assessed_indicator *));
		members->list[members->count++] = indicator;
		if (node->parents)
			climb(graph, arena, node->parents, indicator, number);
	}
}

void goal_graph_fill(struct goal_graph *graph, struct arena *arena,
		     const struct registry *reg,
		     const struct assessment *assessment)
{
	for (size_t i = 0; i < reg->goal_count; i++)
		add_node(graph, arena, reg->goals[i].id,
			 &reg->goals[i].parents);
	for (size_t i = 0; i < assessment->goal_count; i++)
		add_node(graph, arena, assessment->goals[i].id, NULL);
	for (size_t i = 0; i < assessment->indicator_count; i++)
		climb(graph, arena, &assessment->indicators[i].goals,
		      &assessment->indicators[i], i + 1);
}

const struct goal_members *goal_graph_members(const struct goal_graph *graph,
					      const char *goal)
{
	return &graph->nodes[name_index_lookup(&graph->ids, goal)].members;
}

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
