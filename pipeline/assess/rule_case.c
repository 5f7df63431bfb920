#include "assess/rule_case.h"

#include <string.h>

#include "assess/inputs.h"
#include "lib/lang.h"
#include "model/declaration.h"

/* A case that is being read. */
struct making {
	const struct decision_table *table;
	const struct rules *rules;
	const struct rule_book *book;
	struct declaration *given; /* of the test, for messages */
	struct figure *values;
};

static void refuse(const struct making *making, const struct lua_node *at,
		   const char *sentence)
{
	const struct place place = declaration_fault(making->given, at);

	msg_made(OUTCOME_MISCONFIGURED, place, sentence, sentence);
}

/* A number, yes or no, a word, or missing(). */
static bool take_figure(const struct making *making, struct figure *figure,
			const struct lua_node *node)
{
	struct decimal number;

	*figure = figure_of_missing(MISSING_NOT_MEASURED);
	if (node->kind == LUA_NODE_BOOL)
		*figure = (struct figure){ .kind = FIGURE_YESNO,
					   .yes = node->yes };
	else if (node->kind == LUA_NODE_STRING)
		*figure = (struct figure){ .kind = FIGURE_WORD,
					   .word = node->text };
	else if (node->kind == LUA_NODE_NUMBER &&
		 decimal_parse(&number, node->text))
		*figure = figure_of_number(number);
	else if (node->kind != LUA_NODE_CALL) {
		refuse(making, node,
		       _("a number, true, false, a word or missing() was "
			 "expected"));
		return false;
	}
	return true;
}

static bool is_input(const struct decision_table *table, const char *name)
{
	for (size_t i = 0; i < table->input_count; i++)
		if (strcmp(table->inputs[i].name, name) == 0)
			return true;
	return false;
}

/* Every input by its name, and nothing else. */
static bool take_given(struct making *making, const struct lua_node *node)
{
	const struct decision_table *table = making->table;
	struct arena *arena = making->given->arena;
	bool ok = true;

	for (size_t i = 0; i < node->field_count; i++) {
		if (is_input(table, node->fields[i].name))
			continue;
		refuse(making, node,
		       arena_printf(arena,
				    _("the rule \"%s\" is not given \"%s\""),
				    table->version.id, node->fields[i].name));
		ok = false;
	}
	for (size_t i = 0; i < table->input_count; i++) {
		const char *name = table->inputs[i].name;
		const struct lua_node *value = lua_field(node, name);

		if (value) {
			ok = take_figure(making, &making->values[i], value) &&
			     ok;
			continue;
		}
		refuse(making, node,
		       arena_printf(arena,
				    _("\"%s\" is left out; what is not there "
				      "is %s = missing()"),
				    name, name));
		ok = false;
	}
	return ok;
}

static bool take_target(struct making *making,
			struct assessed_indicator *indicator,
			struct declaration *part)
{
	const char *target = declaration_string(part, "target", false);
	const char *better = declaration_string(part, "better", false);

	indicator->target.figure = figure_of_missing(MISSING_NOT_MEASURED);
	indicator->target_text = target ? target : "";
	indicator->lower_is_better = better && strcmp(better, "lower") == 0;
	if (target && (cell_target(&indicator->target, target, ',',
				   part->arena) != CELL_SOUND ||
		       indicator->target.base)) {
		refuse(making, part->node,
		       arena_printf(part->arena,
				    _("target = \"%s\": it must be written as "
				      "in input/register/indicators.csv, with "
				      "its figure"),
				    target));
		return false;
	}
	target_settle(&indicator->target, indicator->lower_is_better);
	return !part->refused;
}

static bool take_series(struct making *making, const struct lua_node *node,
			const char *name, struct figure *figure)
{
	const struct lua_node *value = lua_field(node, name);

	*figure = figure_of_missing(MISSING_NOT_MEASURED);
	return !value || take_figure(making, figure, value);
}

/* Figures and a target, as an indicator of a close has them. */
static bool take_indicator(struct making *making, const struct lua_node *node)
{
	static const char *const names[] = { "measure", "value",  "forecast",
					     "target",  "better", NULL };
	struct declaration part = { making->given->arena, making->given->file,
				    node, false };
	struct assessed_indicator indicator = { .id = "test" };
	const struct quantity *quantity;
	struct standing standing;

	declaration_only(&part, names);
	indicator.quantity = declaration_id(&part, "measure");
	quantity = indicator.quantity
			   ? quantity_lookup(&making->rules->quantities,
					     indicator.quantity)
			   : NULL;
	if (indicator.quantity && !quantity)
		refuse(making, node,
		       arena_printf(part.arena, _("there is no measure \"%s\""),
				    indicator.quantity));
	if (!take_target(making, &indicator, &part) || !quantity ||
	    !take_series(making, node, "value", &indicator.value.figure) ||
	    !take_series(making, node, "forecast",
			 &indicator.forecast.figure) ||
	    !standing_of(&standing, &indicator, quantity))
		return false;
	inputs_of_indicator(making->table, &indicator, &standing,
			    making->values);
	return true;
}

/* A grade of the indicators, or a missing state: no grade. */
static bool take_light(struct making *making, const struct lua_node *node,
		       const struct scale *lights,
		       struct assessed_indicator *indicator)
{
	struct arena *arena = making->given->arena;
	enum missing missing = MISSING_NOT_MEASURED;

	*indicator = (struct assessed_indicator){ .id = "test" };
	indicator->grades = arena_alloc(arena, sizeof(*indicator->grades));
	indicator->grade_count = 1;
	if (node->kind == LUA_NODE_STRING &&
	    missing_of_name(&missing, node->text)) {
		indicator->grades[0] = (struct assessed_grade){
			.when = WHEN_NOW,
			.missing = missing,
			.origin = ORIGIN_RULE,
		};
		return true;
	}
	if (node->kind != LUA_NODE_STRING || !lights ||
	    !scale_grade(lights, node->text)) {
		refuse(making, node,
		       _("grades of the goal's indicators, or a missing state, "
			 "were expected"));
		return false;
	}
	indicator->grades[0] = (struct assessed_grade){
		.when = WHEN_NOW,
		.scale = lights->id,
		.grade = node->text,
		.origin = ORIGIN_RULE,
	};
	return true;
}

/* The grades of a goal's indicators. */
static bool take_goal(struct making *making, const struct lua_node *node)
{
	const struct decision_table *lights =
		rule_book_for_indicators(making->book);
	struct arena *arena = making->given->arena;
	struct goal_members members = { 0 };

	for (size_t i = 0; i < node->item_count; i++) {
		struct assessed_indicator *indicator =
			arena_alloc(arena, sizeof(*indicator));

		if (!take_light(making, node->items[i],
				lights ? lights->scale : NULL, indicator))
			return false;
		members.list = arena_grow(arena, members.list, members.count,
					  sizeof(struct assessed_indicator *));
		members.list[members.count++] = indicator;
	}
	inputs_of_goal(making->table, &members, making->values);
	return true;
}

/* How the inputs of a rule may be told. */
static const struct way {
	const char *name;
	bool (*take)(struct making *making, const struct lua_node *node);
	bool of[2]; /* of rules that judge indicators, goals */
} ways[] = { { "given", take_given, { true, true } },
	     { "indicator", take_indicator, { true, false } },
	     { "goal", take_goal, { false, true } } };

/* The first that the test tells; NULL if none. */
static const struct way *way_of(const struct making *making)
{
	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		const struct lua_node *node =
			lua_field(making->given->node, ways[i].name);

		if (node && node->kind == LUA_NODE_TABLE &&
		    ways[i].of[making->table->judges])
			return &ways[i];
	}
	return NULL;
}

struct figure *rule_case_values(const struct decision_table *table,
				const struct rules *rules,
				const struct rule_book *book,
				struct declaration *given)
{
	struct making making = { table, rules, book, given, NULL };
	const struct way *way = way_of(&making);

	making.values = arena_alloc(
		given->arena, (table->input_count + 1) * sizeof(struct figure));
	if (!way) {
		refuse(&making, NULL,
		       _("what is it put to? indicator = { … }, goal = { … } "
			 "or given = { … } was expected"));
		return NULL;
	}
	return way->take(&making, lua_field(given->node, way->name))
		       ? making.values
		       : NULL;
}
