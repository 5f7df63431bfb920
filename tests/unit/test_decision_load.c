/*
 * Which rules are refused at load, in which words, and what a sound one keeps.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/msg.h"
#include "lib/text.h"
#include "sample_rule.h"

/* A rule with one thing wrong; the parts stand in for the sound ones. */
#define RULE(head, given, rows)                                                \
	SAMPLE_WORKSPACE "rule { " head " about = \"X\", given = { " given     \
			 " }, " rows " }"
#define SOUND_HEAD                                                             \
	"id = \"x\", version = 1, from = \"2025-01-01\","                      \
	"scale = \"traffic-light\", to = indicators(),"
#define SOUND_GIVEN "met = target_met(), short = shortfall()"
#define SOUND_ROWS "unique { { met = true, grade = \"green\" } }"

static const struct {
	const char *label;
	const char *lua;
	const char *want; /* told */
} refusal_rows[] = {
	{ "unknown word",
	  RULE(SOUND_HEAD "relation = \"a\",", SOUND_GIVEN, SOUND_ROWS),
	  "relation" },
	{ "no version",
	  RULE("id = \"x\", from = \"2025-01-01\", scale = \"goal\", "
	       "to = indicators(),",
	       SOUND_GIVEN, SOUND_ROWS),
	  "version = a whole number from 1 was expected" },
	{ "no first day",
	  RULE("id = \"x\", version = 1, scale = \"goal\","
	       "to = indicators(),",
	       SOUND_GIVEN, SOUND_ROWS),
	  "from" },
	{ "no such first day",
	  RULE("id = \"x\", version = 1, from = \"2025-02-30\","
	       "scale = \"goal\", to = indicators(),",
	       SOUND_GIVEN, SOUND_ROWS),
	  "2025-02-30" },
	{ "ends before it begins",
	  RULE(SOUND_HEAD "till = \"2024-12-31\",", SOUND_GIVEN, SOUND_ROWS),
	  "ends (till) before it begins" },
	{ "misspelt scale",
	  RULE("id = \"x\", version = 1, from = \"2025-01-01\","
	       "scale = \"trafic-light\", to = indicators(),",
	       SOUND_GIVEN, SOUND_ROWS),
	  "unknown scale \"trafic-light\"; did you mean \"traffic-light\"?" },
	{ "judges nothing",
	  RULE("id = \"x\", version = 1, from = \"2025-01-01\","
	       "scale = \"goal\",",
	       SOUND_GIVEN, SOUND_ROWS),
	  "a rule says what it judges" },
	{ "goals without their kind",
	  RULE("id = \"x\", version = 1, from = \"2025-01-01\","
	       "scale = \"goal\", to = goals(),",
	       SOUND_GIVEN, SOUND_ROWS),
	  "a rule says what it judges" },
	{ "no inputs", RULE(SOUND_HEAD, "", SOUND_ROWS),
	  "a rule needs its inputs" },
	{ "a goal's input for indicators",
	  RULE(SOUND_HEAD, "met = share(\"green\")", SOUND_ROWS),
	  "share(): indicators do not have this input" },
	{ "a test is no input", RULE(SOUND_HEAD, "met = eq(1)", SOUND_ROWS),
	  "given met: an input like" },
	{ "a number is no input", RULE(SOUND_HEAD, "met = 3", SOUND_ROWS),
	  "given met: an input like" },
	{ "an input with brackets full",
	  RULE(SOUND_HEAD, "met = target_met(\"now\")", SOUND_ROWS),
	  "target_met() takes nothing in its brackets" },
	{ "a row's own word as an input",
	  RULE(SOUND_HEAD, "grade = target_met()", SOUND_ROWS),
	  "rows use the word" },
	{ "no hit policy",
	  RULE(SOUND_HEAD, SOUND_GIVEN, "{ met = true, grade = \"green\" }"),
	  "unique { … }, first { … } or any { … } was expected" },
	{ "two tables",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       SOUND_ROWS ", first { { grade = \"red\" } }"),
	  "a rule has one table of rows" },
	{ "no rows", RULE(SOUND_HEAD, SOUND_GIVEN, "unique { }"),
	  "holds rows, and at least one" },
	{ "unknown grade",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       "unique { { met = true, grade = \"blue\" } }"),
	  "row 1: the scale \"traffic-light\" has no grade \"blue\"; it has "
	  "\"green\", \"yellow\", \"red\"" },
	{ "unknown missing state",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       "unique { { met = true, missing = \"unknown\" } }"),
	  "missing = \"unknown\"" },
	{ "grade and missing",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       "unique { { met = true, grade = \"green\","
	       " missing = \"secret\" } }"),
	  "one of the two" },
	{ "neither grade nor missing",
	  RULE(SOUND_HEAD, SOUND_GIVEN, "unique { { met = true } }"),
	  "one of the two" },
	{ "unknown input in a row",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       "unique { { shrt = at_most(3), grade = \"green\" } }"),
	  "row 1: \"shrt\" is not among the inputs of the rule (met, short)" },
	{ "a bare number as a test",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       "unique { { short = 3, grade = \"green\" } }"),
	  "short is a number: eq, below" },
	{ "yes for a number",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       "unique { { short = true, grade = \"green\" } }"),
	  "short is a number: eq, below" },
	{ "a number for yes",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       "unique { { met = at_least(1), grade = \"green\" } }"),
	  "met is yes or no: true or false" },
	{ "words for a number",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       "unique { { short = one_of(\"a\"), grade = \"green\" } }"),
	  "short is a number: eq, below" },
	{ "a word for a number",
	  RULE(SOUND_HEAD, SOUND_GIVEN,
	       "unique { { short = at_most(\"3\"), grade = \"green\" } }"),
	  "short is a number: eq, below" },
	{ "a number for a word",
	  RULE(SOUND_HEAD, "what = measured_in()",
	       "unique { { what = eq(1), grade = \"green\" } }"),
	  "what is a word: one_of" },
};

static void wrong_rules_are_refused(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(refusal_rows); i++) {
		struct rules rules = { 0 };
		struct decision_table table = { 0 };
		struct text got = { 0 };
		bool taken = sample_rule_load(&table, &rules,
					      refusal_rows[i].lua, &got);

		if (taken || !strstr(text_string(&got), "all.lua:5: ") ||
		    !strstr(text_string(&got), refusal_rows[i].want)) {
			print_error("%s: got %s, want %s\n",
				    refusal_rows[i].label, text_string(&got),
				    refusal_rows[i].want);
			wrong++;
		}
		rules_clear(&rules);
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static void a_rule_keeps_what_it_declares(void **state)
{
	struct rules rules = { 0 };
	struct decision_table table = { 0 };
	struct text got = { 0 };

	(void)state;
	assert_true(sample_rule_load(&table, &rules,
				     SAMPLE_WORKSPACE SAMPLE_GOAL, &got));
	assert_string_equal(table.version.id, "goal.fulfilment");
	assert_int_equal(table.version.number, 1);
	assert_string_equal(table.scale->id, "goal");
	assert_int_equal(table.judges, JUDGED_GOALS);
	assert_string_equal(table.goal_kind, "nämndmål");
	assert_int_equal(table.policy, HIT_UNIQUE);
	assert_string_equal(table.version.file, "rules/all.lua");
	assert_int_equal(strlen(table.version.sha256), 64);
	assert_int_equal(table.input_count, 3);
	assert_string_equal(table.inputs[2].name, "reached");
	assert_int_equal(table.inputs[2].grades.count, 2);
	assert_int_equal(table.row_count, 4);
	assert_null(table.rows[3].grade);
	decision_add_test(&got, &table.rows[1].conditions[1]);
	assert_string_equal(text_string(&got), "at least 0.5");
	rules_clear(&rules);
	text_clear(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_rules_are_refused),
		cmocka_unit_test(a_rule_keeps_what_it_declares),
	};

	msg_start("test_decision_load");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
