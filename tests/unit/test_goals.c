/*
 * The principle of goal fulfilment: the seven goals that a municipality
 * published for 2025, prognosis 1, by the number of their lights, and what the
 * printed principle makes of them; then its boundaries, and overrides.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "assess/goal_graph.h"
#include "assess/grades.h"
#include "assess/judge.h"
#include "capture.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "sample_rules.h"

#define MOST 200 /* indicators */

static const struct {
	const char *label;
	int green;
	int yellow;
	int red;
	int none; /* without a grade: in the denominator all the same */
	const char *want;
} goal_rows[] = {
	{ "elderly care", 6, 0, 0, 0, "reached" },
	{ "disability, by the rule", 2, 1, 0, 0, "partly" },
	{ "individuals and families", 2, 0, 0, 0, "reached" },
	{ "health care", 3, 1, 2, 0, "partly" },
	{ "digital", 5, 0, 0, 0, "reached" },
	{ "budget", 0, 0, 1, 0, "not-reached" },
	{ "employer", 0, 0, 2, 0, "not-reached" },

	{ "half of them, exactly", 1, 0, 1, 0, "partly" },
	{ "half of them are yellow", 0, 1, 1, 0, "partly" },
	{ "one less than half of an odd number", 2, 0, 3, 0, "not-reached" },
	{ "one more than half of an odd number", 1, 2, 2, 0, "partly" },
	{ "no green at all, all yellow", 0, 3, 0, 0, "partly" },
	{ "one of 100 is not green", 99, 0, 1, 0, "partly" },
	{ "49 of 99 are not half", 49, 0, 50, 0, "not-reached" },
	{ "all green but one without a grade", 5, 0, 0, 1, "partly" },
	{ "one green, two without a grade", 1, 0, 0, 2, "not-reached" },
	{ "without indicators", 0, 0, 0, 0, "missing" },
};

struct court {
	struct rules rules;
	struct rule_book book;
	const char *goal_id[1];
};

static void add_indicators(struct court *court, struct assessment *assessment,
			   const char *grade, int count)
{
	for (int i = 0; i < count; i++) {
		struct assessed_indicator *indicator =
			&assessment->indicators[assessment->indicator_count++];

		indicator->id = "x";
		indicator->goals.list = court->goal_id;
		indicator->goals.count = 1;
		indicator->grades = arena_alloc(&assessment->arena,
						sizeof(*indicator->grades));
		indicator->grades->grade = grade;
		indicator->grades->scale = "traffic-light";
		indicator->grade_count = 1;
	}
}

static void add_goal(struct assessment *assessment)
{
	assessment->goals =
		arena_alloc(&assessment->arena, sizeof(*assessment->goals));
	assessment->goals[0].id = "goal.one";
	assessment->goals[0].kind = "nämndmål";
	assessment->goals[0].unit = "son";
	assessment->goal_count = 1;
	assessment->indicators = arena_alloc(
		&assessment->arena, MOST * sizeof(*assessment->indicators));
}

static void goals_follow_the_principle(void **state)
{
	struct court *court = *state;
	int wrong = 0;

	for (size_t i = 0; i < COUNT_OF(goal_rows); i++) {
		struct assessment assessment = { 0 };
		struct registry reg = { 0 };
		struct judging judging = { &court->book, &reg, &assessment };
		const char *got = "refused";

		add_goal(&assessment);
		add_indicators(court, &assessment, "green", goal_rows[i].green);
		add_indicators(court, &assessment, "yellow",
			       goal_rows[i].yellow);
		add_indicators(court, &assessment, "red", goal_rows[i].red);
		add_indicators(court, &assessment, NULL, goal_rows[i].none);
		if (judge_goals(&judging))
			got = assessment.goals[0].grades[0].grade;
		if (!got)
			got = "missing";
		if (strcmp(got, goal_rows[i].want) != 0) {
			print_error("%s: got %s, want %s\n", goal_rows[i].label,
				    got, goal_rows[i].want);
			wrong++;
		}
		assessment_clear(&assessment);
	}
	assert_int_equal(wrong, 0);
}

static void indicators_reach_goals_at_any_depth(void **state)
{
	const char *above_part[] = { "top" };
	const char *above_leaf[] = { "part", "top" };
	const char *round[] = { "round" };
	const char *mine[] = { "leaf" };
	struct goal goals[] = {
		{ .id = "top", .unit = "kommun" },
		{ .id = "part",
		  .unit = "kommun",
		  .parents = { above_part, 1 } },
		{ .id = "leaf",
		  .unit = "kommun",
		  .parents = { above_leaf, 2 } },
		{ .id = "other", .unit = "kommun" },
		{ .id = "round", .unit = "kommun", .parents = { round, 1 } },
	};
	struct unit units[] = { { .id = "kommun" },
				{ .id = "son", .parent = "kommun" } };
	struct indicator indicators[] = {
		{ .id = "i", .unit = "son", .goals = { mine, 1 } }
	};
	struct registry reg = { .units = units,
				.unit_count = 2,
				.goals = goals,
				.goal_count = COUNT_OF(goals),
				.indicators = indicators,
				.indicator_count = 1 };
	const struct names in_circle = { round, 1 };

	(void)state;
	assert_true(goal_graph_reaches(&reg, &indicators[0].goals, "leaf"));
	assert_true(goal_graph_reaches(&reg, &indicators[0].goals, "part"));
	assert_true(goal_graph_reaches(&reg, &indicators[0].goals, "top"));
	assert_false(goal_graph_reaches(&reg, &indicators[0].goals, "other"));
	assert_false(goal_graph_reaches(&reg, &in_circle, "top"));
	assert_true(goal_graph_concerns(&reg, &goals[0], "son"));
	assert_false(goal_graph_concerns(&reg, &goals[3], "son"));
	assert_true(goal_graph_concerns(&reg, &goals[3], "kommun"));
}

static const struct {
	const char *label;
	struct stated_grade stated;
	const char *want; /* told; or the grade that counts, with its origin */
} stated_rows[] = {
	{ "against the rule, by label",
	  { .scale = "goal", .grade = "uppnås", .reason = "Ett skäl" },
	  "reached override" },
	{ "against the rule, by id",
	  { .scale = "goal", .grade = "not-reached", .reason = "Ett skäl" },
	  "not-reached override" },
	{ "where no rule judges",
	  { .when = WHEN_YEAR_END, .scale = "goal", .grade = "partly" },
	  "partly stated" },
	{ "against the rule without a reason",
	  { .scale = "goal", .grade = "uppnås" },
	  "grades.csv:7: skäl: the rule \"goal.fulfilment\" grades" },
	{ "against the rule on another scale",
	  { .scale = "traffic-light", .grade = "grön", .reason = "x" },
	  "must be of that scale" },
	{ "misspelt id",
	  { .id = "goal.ome", .scale = "goal", .grade = "uppnås" },
	  "grades.csv:7: id: no goal or indicator has the id \"goal.ome\"; "
	  "did you mean \"goal.one\"?" },
	{ "id of nothing alike",
	  { .id = "xyz", .scale = "goal", .grade = "uppnås" },
	  "no goal or indicator has the id \"xyz\"; the ids stand in" },
	{ "unknown scale",
	  { .scale = "goals", .grade = "uppnås" },
	  "skala: there is no scale \"goals\"; there is \"traffic-light\", "
	  "\"goal\"" },
	{ "unknown grade",
	  { .scale = "goal", .grade = "nästan" },
	  "grad: the scale \"goal\" has no grade \"nästan\"; it has "
	  "\"uppnås\", \"uppnås delvis\", \"uppnås ej\"" },
	{ "another unit",
	  { .unit = "bun", .scale = "goal", .grade = "uppnås" },
	  "enhet: \"goal.one\" does not belong to the unit \"bun\" but to "
	  "\"son\"" },
	{ "dated after the as-of day",
	  { .scale = "goal",
	    .grade = "uppnås",
	    .reason = "x",
	    .date = { 2025, 5, 6 } },
	  "is left out" },
};

/* Fill in what a row leaves to the sample. */
static struct stated_grade stated_of(struct stated_grade stated)
{
	if (!stated.id)
		stated.id = "goal.one";
	if (!stated.unit)
		stated.unit = "";
	if (!stated.reason)
		stated.reason = "";
	if (!stated.date.year)
		stated.date = (struct date){ 2025, 5, 5 };
	stated.role = "Nämnden";
	stated.file = "input/2025-T1/grades.csv";
	stated.line = 7;
	return stated;
}

/* What was told, then grade and origin of what counts. */
static void state_grade(struct court *court, struct stated_grade *stated,
			struct text *got)
{
	struct goal goal = { .id = "goal.one", .unit = "son" };
	struct registry reg = { .goals = &goal, .goal_count = 1 };
	struct stated_grades list = { .list = stated, .count = 1 };
	struct stating stating = {
		&list, &reg, &court->rules.scales, { 2025, 5, 5 }
	};
	struct assessment assessment = { 0 };
	struct judging judging = { &court->book, &reg, &assessment };
	const struct assessed_grade *counts;
	struct capture capture;
	bool ok;

	add_goal(&assessment);
	add_indicators(court, &assessment, "green", 2);
	add_indicators(court, &assessment, "yellow", 1);
	capture_start(&capture, STDERR_FILENO);
	ok = judge_goals(&judging) && grades_prove(&stating) &&
	     grades_add_to_goals(&stating, &assessment);
	capture_end(&capture, got);
	counts = grade_that_counts(assessment.goals[0].grades,
				   assessment.goals[0].grade_count,
				   stated->when);
	if (ok && counts)
		text_printf(got, "%s %s", counts->grade,
			    origin_name(counts->origin));
	assessment_clear(&assessment);
}

static void stated_grades_stand_beside_the_rules(void **state)
{
	int wrong = 0;

	for (size_t i = 0; i < COUNT_OF(stated_rows); i++) {
		struct stated_grade stated = stated_of(stated_rows[i].stated);
		struct text got = { 0 };

		state_grade(*state, &stated, &got);
		if (!strstr(text_string(&got), stated_rows[i].want)) {
			print_error("%s: got %s, want %s\n",
				    stated_rows[i].label, text_string(&got),
				    stated_rows[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static void an_override_keeps_the_rules_grade(void **state)
{
	struct court *court = *state;
	struct stated_grade twice[2] = { stated_of(stated_rows[0].stated),
					 stated_of(stated_rows[0].stated) };
	struct goal goal = { .id = "goal.one", .unit = "son" };
	struct registry reg = { .goals = &goal, .goal_count = 1 };
	struct stated_grades list = { .list = twice, .count = 1 };
	struct stating stating = {
		&list, &reg, &court->rules.scales, { 2025, 5, 5 }
	};
	struct assessment assessment = { 0 };
	struct judging judging = { &court->book, &reg, &assessment };
	const struct assessed_grade *grades;

	add_goal(&assessment);
	add_indicators(court, &assessment, "green", 2);
	add_indicators(court, &assessment, "yellow", 1);
	assert_true(judge_goals(&judging));
	assert_true(grades_add_to_goals(&stating, &assessment));
	grades = assessment.goals[0].grades;
	assert_int_equal(assessment.goals[0].grade_count, 2);
	assert_string_equal(grades[0].grade, "partly");
	assert_int_equal(grades[0].origin, ORIGIN_RULE);
	assert_string_equal(grades[1].grade, "reached");
	assert_string_equal(grades[1].reason, "Ett skäl");
	assert_int_equal(grades[1].line, 7);
	list.count = 2;
	assert_false(grades_prove(&stating));
	assessment_clear(&assessment);
}

static int open_court(void **state)
{
	struct court *court = mem_alloc(sizeof(*court));
	struct date as_of = { 2025, 5, 5 };

	*state = court;
	court->goal_id[0] = "goal.one";
	if (!sample_rules_load(&court->rules,
			       SAMPLE_WORKSPACE SAMPLE_LIGHT SAMPLE_GOAL))
		return -1;
	return rule_book_load(&court->book, &court->rules.arena, &court->rules,
			      as_of)
		       ? 0
		       : -1;
}

static int close_court(void **state)
{
	struct court *court = *state;

	rules_clear(&court->rules);
	free(court);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(goals_follow_the_principle),
		cmocka_unit_test(indicators_reach_goals_at_any_depth),
		cmocka_unit_test(stated_grades_stand_beside_the_rules),
		cmocka_unit_test(an_override_keeps_the_rules_grade),
	};

	msg_start("test_goals");
	return cmocka_run_group_tests(tests, open_court, close_court);
}
