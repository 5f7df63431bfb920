/*
 * What a condition holds for, and which row decides: rules are given as the
 * Lua that a controller writes, values as traces spell them.
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

static struct decimal dec(const char *from)
{
	struct decimal number = { 0 };

	if (!decimal_parse(&number, from))
		fail_msg("test is wrong: \"%s\" is no decimal", from);
	return number;
}

/* "3", "1/3", "yes", "no", "missing", or else a word. */
static struct figure fig(const char *from)
{
	const char *bar = strchr(from, '/');
	struct text upper = { 0 };
	struct figure figure = { 0 };

	if (strcmp(from, "yes") == 0 || strcmp(from, "no") == 0) {
		figure.kind = FIGURE_YESNO;
		figure.yes = *from == 'y';
	} else if (bar) {
		text_add_bytes(&upper, from, (size_t)(bar - from));
		figure = figure_of_ratio(
			ratio_over(dec(text_string(&upper)), dec(bar + 1)));
	} else if (strchr("-0123456789", *from)) {
		figure = figure_of_number(dec(from));
	} else if (strcmp(from, "missing") != 0) {
		figure.kind = FIGURE_WORD;
		figure.word = from;
	}
	text_clear(&upper);
	return figure;
}

static const struct {
	const char *label;
	enum test test;
	const char *number;
	const char *value;
	bool want;
} condition_rows[] = {
	{ "at most, on the boundary", TEST_AT_MOST, "3", "3.000", true },
	{ "at most, a hair above", TEST_AT_MOST, "3", "3.0000001", false },
	{ "at most, below", TEST_AT_MOST, "3", "-4", true },
	{ "at least, on the boundary", TEST_AT_LEAST, "0.5", "1/2", true },
	{ "at least, a hair below", TEST_AT_LEAST, "0.5", "499999/1000000",
	  false },
	{ "above, on the boundary", TEST_ABOVE, "0.05", "5/100", false },
	{ "above, a hair above", TEST_ABOVE, "0.05", "0.0500001", true },
	{ "below, on the boundary", TEST_BELOW, "1", "7/7", false },
	{ "below, a hair below", TEST_BELOW, "1", "6/7", true },
	{ "equal, written differently", TEST_EQUAL, "1", "3/3", true },
	{ "equal, a third is not 0.3333", TEST_EQUAL, "0.3333", "1/3", false },
	{ "yes is yes", TEST_YES, "0", "yes", true },
	{ "yes is not no", TEST_YES, "0", "no", false },
	{ "no is no", TEST_NO, "0", "no", true },
	{ "a number is not yes", TEST_YES, "0", "1", false },
	{ "a number is not no", TEST_NO, "0", "0", false },
	{ "missing is below nothing", TEST_BELOW, "1", "missing", false },
	{ "missing is at least nothing", TEST_AT_LEAST, "0", "missing", false },
	{ "missing is not equal to 0", TEST_EQUAL, "0", "missing", false },
	{ "missing is not no", TEST_NO, "0", "missing", false },
	{ "missing is not yes", TEST_YES, "0", "missing", false },
	{ "yes is no number", TEST_AT_LEAST, "0", "yes", false },
};

static void conditions_hold_up_to_their_boundary(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(condition_rows); i++) {
		struct condition condition = {
			.test = condition_rows[i].test,
			.number = dec(condition_rows[i].number),
		};
		struct figure value = fig(condition_rows[i].value);

		if (condition_is_met(&condition, &value) ==
		    condition_rows[i].want)
			continue;
		print_error("%s: want %d\n", condition_rows[i].label,
			    condition_rows[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static void words_are_one_of_the_words(void **state)
{
	const char *words[] = { "percent", "index" };
	struct condition condition = { .test = TEST_ONE_OF,
				       .words = { words, 2 } };
	struct figure index = fig("index");
	struct figure tkr = fig("tkr");
	struct figure missing = fig("missing");
	struct figure number = fig("1");

	(void)state;
	assert_true(condition_is_met(&condition, &index));
	assert_false(condition_is_met(&condition, &tkr));
	assert_false(condition_is_met(&condition, &missing));
	assert_false(condition_is_met(&condition, &number));
}

#define HEAD(policy)                                                           \
	SAMPLE_WORKSPACE                                                       \
	"rule { id = \"x\", version = 1, from = \"2025-01-01\","               \
	"  scale = \"traffic-light\", to = indicators(), about = \"X\","       \
	"  given = { met = target_met(), short = shortfall() }," policy

#define OVERLAP                                                                \
	" { short = at_most(3), grade = \"green\" },"                          \
	" { short = at_least(3), grade = \"red\" } } }"

/* The light's inputs, by name: met, part, short, unmeasured. */
static const struct {
	const char *label;
	const char *lua;
	const char *values[4];
	const char *want; /* grade, missing state, or what the refusal says */
} decide_rows[] = {
	{ "target met",
	  SAMPLE_WORKSPACE SAMPLE_LIGHT,
	  { "yes", "0", "0", "no" },
	  "green" },
	{ "short by 3 and by 5 %",
	  SAMPLE_WORKSPACE SAMPLE_LIGHT,
	  { "no", "0.05", "3", "no" },
	  "yellow" },
	{ "short by more than 3",
	  SAMPLE_WORKSPACE SAMPLE_LIGHT,
	  { "no", "0.01", "3.01", "no" },
	  "red" },
	{ "short by more than 5 %",
	  SAMPLE_WORKSPACE SAMPLE_LIGHT,
	  { "no", "1/19", "1", "no" },
	  "red" },
	{ "short by both",
	  SAMPLE_WORKSPACE SAMPLE_LIGHT,
	  { "no", "0.5", "30", "no" },
	  "red" },
	{ "nothing measured",
	  SAMPLE_WORKSPACE SAMPLE_LIGHT,
	  { "missing", "missing", "missing", "yes" },
	  "not-measured" },
	{ "a hole shows its counterexample",
	  SAMPLE_WORKSPACE SAMPLE_LIGHT,
	  { "missing", "1/3", "2.5", "no" },
	  "all.lua:5: rule \"indicator.traffic-light\", version 1: no row "
	  "holds for \"it\" (met = missing, part = ≈ 0.3333, short = 2.5, "
	  "unmeasured = no)" },
	{ "unique, both rows",
	  HEAD("unique {") OVERLAP,
	  { "no", "3" },
	  "rows 1 and 2 both hold for \"it\" (met = no, short "
	  "= 3); only one may" },
	{ "unique, both rows, though they agree",
	  HEAD("unique {") " { short = at_most(3), grade = \"green\" },"
			   " { met = true, grade = \"green\" } } }",
	  { "yes", "3" },
	  "rows 1 and 2 both hold" },
	{ "unique, first row",
	  HEAD("unique {") OVERLAP,
	  { "no", "2" },
	  "green" },
	{ "unique, last row", HEAD("unique {") OVERLAP, { "no", "4" }, "red" },
	{ "first of two", HEAD("first {") OVERLAP, { "no", "3" }, "green" },
	{ "first, only the second",
	  HEAD("first {") OVERLAP,
	  { "no", "3.5" },
	  "red" },
	{ "first, none",
	  HEAD("first {") OVERLAP,
	  { "no", "missing" },
	  "no row holds" },
	{ "any, rows differ",
	  HEAD("any {") OVERLAP,
	  { "no", "3" },
	  "but give different grades" },
	{ "any, rows agree",
	  HEAD("any {") " { short = at_most(3), grade = \"green\" },"
			" { met = true, grade = \"green\" } } }",
	  { "yes", "3" },
	  "green" },
	{ "any, two ways of missing",
	  HEAD("any {") " { short = at_most(3), missing = \"secret\" },"
			" { met = true, missing = \"not-measured\" } } }",
	  { "yes", "3" },
	  "but give different grades" },
	{ "a row without conditions takes the rest",
	  HEAD("first {") " { met = true, grade = \"green\" },"
			  " { grade = \"red\" } } }",
	  { "missing", "missing" },
	  "red" },
};

static void decide(const struct decision_table *table,
		   const char *const *values, struct text *got)
{
	struct figure figures[4] = { 0 };
	const struct decision_row *row;
	struct capture capture;

	for (size_t i = 0; i < table->input_count; i++)
		figures[i] = fig(values[i]);
	capture_start(&capture, STDERR_FILENO);
	row = decision_table_decide(table, figures, "it");
	capture_end(&capture, got);
	if (row)
		text_add(got,
			 row->grade ? row->grade : missing_name(row->missing));
}

static void the_hit_policy_decides(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(decide_rows); i++) {
		struct rules rules = { 0 };
		struct decision_table table = { 0 };
		struct text got = { 0 };

		if (sample_rule_load(&table, &rules, decide_rows[i].lua, &got))
			decide(&table, decide_rows[i].values, &got);
		if (!strstr(text_string(&got), decide_rows[i].want)) {
			print_error("%s: got %s, want %s\n",
				    decide_rows[i].label, text_string(&got),
				    decide_rows[i].want);
			wrong++;
		}
		rules_clear(&rules);
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *value;
	const char *want;
} value_rows[] = {
	{ "2.50", "2.5" },    { "10", "10" },           { "1/3", "≈ 0.3333" },
	{ "1/8", "0.125" },   { "2/3", "≈ 0.6667" },    { "-900", "-900" },
	{ "0", "0" },         { "yes", "yes" },         { "no", "no" },
	{ "index", "index" }, { "missing", "missing" },
};

static void traces_spell_values_briefly(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(value_rows); i++) {
		struct figure value = fig(value_rows[i].value);
		struct text got = { 0 };

		decision_add_value(&got, &value);
		if (strcmp(text_string(&got), value_rows[i].want) != 0) {
			print_error("%s: got %s, want %s\n",
				    value_rows[i].value, text_string(&got),
				    value_rows[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(conditions_hold_up_to_their_boundary),
		cmocka_unit_test(words_are_one_of_the_words),
		cmocka_unit_test(the_hit_policy_decides),
		cmocka_unit_test(traces_spell_values_briefly),
	};

	msg_start("test_decision_table");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
