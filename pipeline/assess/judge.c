#include "assess/judge.h"

#include "assess/goal_graph.h"
#include "assess/inputs.h"
#include "assess/rule_function.h"
#include "lib/text.h"

/* A grade that is being given, and the trace that grows with it. */
struct verdict {
	struct arena *arena;
	const struct decision_table *table;
	struct rule_answer answer;
	struct assessed_grade grade;
};

static int number_of(const struct verdict *verdict,
		     const struct decision_row *row)
{
	return row ? (int)(row - verdict->table->rows) + 1 : 0;
}

/* `test` is NULL where a function compared, nobody knows how. */
static void add_because(struct verdict *verdict, const char *given,
			const char *value, const char *test)
{
	struct assessed_grade *grade = &verdict->grade;

	grade->because =
		arena_grow(verdict->arena, grade->because, grade->because_count,
			   sizeof(*grade->because));
	grade->because[grade->because_count++] = (struct because){
		.row = number_of(verdict, verdict->answer.row),
		.given = given,
		.value = arena_strdup(verdict->arena, value),
		.test = test ? arena_strdup(verdict->arena, test) : NULL,
	};
}

/* All that a function was given. */
static void add_given(struct verdict *verdict, const struct figure *values)
{
	const struct decision_table *table = verdict->table;

	for (size_t i = 0; i < table->input_count; i++) {
		struct text value = { 0 };

		decision_add_value(&value, &values[i]);
		add_because(verdict, table->inputs[i].name, text_string(&value),
			    NULL);
		text_clear(&value);
	}
}

static size_t most_unmet(const struct decision_table *table)
{
	return table->row_count < MOST_UNMET ? table->row_count : MOST_UNMET;
}

static void add_unmet(struct verdict *verdict, const struct decision_row *row,
		      const struct condition *condition,
		      const struct figure *values)
{
	struct assessed_grade *grade = &verdict->grade;
	struct text value = { 0 };
	struct text test = { 0 };

	decision_add_value(&value, &values[condition->input]);
	decision_add_test(&test, condition);
	if (!grade->unmet)
		grade->unmet = arena_alloc(verdict->arena,
					   most_unmet(verdict->table) *
						   sizeof(*grade->unmet));
	grade->unmet[grade->unmet_count++] = (struct because){
		.row = number_of(verdict, row),
		.given = verdict->table->inputs[condition->input].name,
		.value = arena_share(verdict->arena, text_string(&value)),
		.test = arena_share(verdict->arena, text_string(&test)),
	};
	text_clear(&value);
	text_clear(&test);
}

/* Why no other row holds; of what is read from the top, no row above. */
static void add_others(struct verdict *verdict, const struct figure *values)
{
	const struct decision_table *table = verdict->table;
	const struct decision_row *end = table->rows + table->row_count;

	if (table->policy == HIT_FIRST)
		end = verdict->answer.row;
	for (const struct decision_row *row = table->rows;
	     row < end && verdict->grade.unmet_count < most_unmet(table);
	     row++) {
		size_t i = 0;

		while (i < row->condition_count &&
		       condition_is_met(&row->conditions[i],
					&values[row->conditions[i].input]))
			i++;
		if (i < row->condition_count)
			add_unmet(verdict, row, &row->conditions[i], values);
	}
}

static void add_conditions(struct verdict *verdict, const struct figure *values)
{
	const struct decision_row *row = verdict->answer.row;

	for (size_t i = 0; row && i < row->condition_count; i++) {
		const struct condition *condition = &row->conditions[i];
		struct text value = { 0 };
		struct text test = { 0 };

		decision_add_value(&value, &values[condition->input]);
		decision_add_test(&test, condition);
		add_because(verdict,
			    verdict->table->inputs[condition->input].name,
			    text_string(&value), text_string(&test));
		text_clear(&value);
		text_clear(&test);
	}
	if (!row)
		add_given(verdict, values);
	else
		add_others(verdict, values);
}

/* What was held against the target, or against what is due of it by then. */
static const char *name_of_judged(const struct standing *standing)
{
	if (!standing->due)
		return series_name(standing->series);
	return standing->series == SERIES_FORECAST ? "forecast-pro-rata"
						   : "pro-rata";
}

/* A figure in what it is told in: 12, not 0.12, of what is told in per cent. */
static void add_told(struct text *text, const struct figure *figure,
		     const struct quantity *quantity)
{
	struct figure told = *figure;
	struct ratio ratio;

	if (quantity_ratio(quantity, figure, &ratio))
		told = figure_of_ratio(ratio);
	decision_add_value(text, &told);
}

/* Which figure was held against the target: "forecast", "10", "at-most 7.5". */
static void add_comparison(struct verdict *verdict,
			   const struct assessed_indicator *indicator,
			   const struct standing *standing,
			   const struct quantity *quantity)
{
	struct text value = { 0 };
	struct text test = { 0 };

	add_told(&value, &standing->judged->figure, quantity);
	text_printf(&test, "%s ", target_op_name(indicator->target.op));
	add_told(&test, standing->wanted, quantity);
	add_because(verdict, name_of_judged(standing), text_string(&value),
		    text_string(&test));
	text_clear(&value);
	text_clear(&test);
}

static bool decide(struct verdict *verdict, const struct figure *values,
		   const char *whose)
{
	const struct decision_table *table = verdict->table;
	const struct rule_answer *answer;

	if (!rule_decide(table, values, whose, &verdict->answer))
		return false;
	answer = &verdict->answer;
	verdict->grade = (struct assessed_grade){
		.when = WHEN_NOW,
		.scale = table->scale->id,
		.grade = answer->grade,
		.missing = answer->missing,
		.origin = ORIGIN_RULE,
		.rule = table->version.id,
		.version = table->version.number,
		.file = table->version.file,
		.line = answer->row ? answer->row->line : table->function_line,
		.sha256 = table->version.sha256,
		.reason = answer->reason
				  ? arena_strdup(verdict->arena, answer->reason)
				  : NULL,
	};
	return true;
}

static void keep(const struct verdict *verdict, struct assessed_grade **list,
		 size_t *count)
{
	*list = arena_grow(verdict->arena, *list, *count, sizeof(**list));
	(*list)[(*count)++] = verdict->grade;
}

static struct figure *new_values(struct assessment *assessment,
				 const struct decision_table *table)
{
	return arena_alloc(&assessment->arena,
			   table->input_count * sizeof(struct figure));
}

/* Why there is nothing to judge, as the value or else the forecast tells it. */
static enum missing own_state(const struct assessed_indicator *indicator)
{
	const struct figure *value = &indicator->value.figure;
	const struct figure *forecast = &indicator->forecast.figure;

	if (value->kind != FIGURE_MISSING || forecast->kind != FIGURE_MISSING)
		return MISSING_NOT_MEASURED;
	return value->missing != MISSING_NOT_MEASURED ? value->missing
						      : forecast->missing;
}

static bool judge_indicator(struct assessment *assessment,
			    const struct decision_table *table,
			    struct assessed_indicator *indicator)
{
	const struct quantity *quantity =
		quantity_lookup(&assessment->quantities, indicator->quantity);
	struct verdict verdict = { .arena = &assessment->arena,
				   .table = table };
	struct figure *values = new_values(assessment, table);
	struct standing standing;

	if (!standing_of(&standing, indicator, quantity))
		return false;
	inputs_of_indicator(table, indicator, &standing, values);
	if (!decide(&verdict, values, indicator->id))
		return false;
	/* A rule says "not measured" of all; the figure may know better why. */
	if (!verdict.grade.grade &&
	    verdict.grade.missing == MISSING_NOT_MEASURED)
		verdict.grade.missing = own_state(indicator);
	if (standing.known)
		add_comparison(&verdict, indicator, &standing, quantity);
	add_conditions(&verdict, values);
	keep(&verdict, &indicator->grades, &indicator->grade_count);
	return true;
}

/* One that is held to no target is followed up, not judged. */
static bool is_judged(const struct assessed_indicator *indicator)
{
	return indicator->target.figure.kind != FIGURE_MISSING;
}

bool judge_indicators(const struct judging *judging)
{
	const struct decision_table *table =
		rule_book_for_indicators(judging->book);
	struct assessment *assessment = judging->assessment;
	bool ok = true;

	for (size_t i = 0; table && i < assessment->indicator_count; i++) {
		struct assessed_indicator *indicator =
			&assessment->indicators[i];

		if (is_judged(indicator))
			ok = judge_indicator(assessment, table, indicator) &&
			     ok;
	}
	return ok;
}

static bool judge_goal(const struct judging *judging,
		       const struct goal_members *members,
		       struct assessed_goal *goal)
{
	struct assessment *assessment = judging->assessment;
	struct verdict verdict = {
		.arena = &assessment->arena,
		.table = rule_book_for_goals(judging->book, goal->kind),
	};
	struct figure *values;

	if (!verdict.table)
		return true;
	values = new_values(assessment, verdict.table);
	inputs_of_goal(verdict.table, members, values);
	if (!decide(&verdict, values, goal->id))
		return false;
	add_conditions(&verdict, values);
	keep(&verdict, &goal->grades, &goal->grade_count);
	return true;
}

bool judge_goals(const struct judging *judging)
{
	struct assessment *assessment = judging->assessment;
	struct arena arena = { 0 };
	struct goal_graph graph = { 0 };
	bool ok = true;

	goal_graph_fill(&graph, &arena, judging->reg, assessment);
	for (size_t i = 0; i < assessment->goal_count; i++) {
		struct assessed_goal *goal = &assessment->goals[i];

		ok = judge_goal(judging, goal_graph_members(&graph, goal->id),
				goal) &&
		     ok;
	}
	arena_clear(&arena);
	return ok;
}
