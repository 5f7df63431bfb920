/*
 * rule_test - tests of the municipality's rules, as those who write them do.
 *
 * A file of rules/tests/ says what a rule must answer:
 *	test { rule = "indicator.traffic-light", about = "…",
 *	  indicator = { measure = "percent", value = 12, forecast = 10,
 *	    target = "högst 7,5 %", better = "lower" },
 *	  grade = "red", row = 5 }
 *	test { rule = "goal.fulfilment", about = "…",
 *	  goal = { "green", "yellow", "not-measured" }, grade = "partly" }
 *	test { rule = "goal.fulfilment", about = "…",
 *	  given = { none = true, green = missing(), reached = missing() },
 *	  missing = "not-measured" }
 * `indicator` and `goal` tell figures and grades, from which the inputs of the
 * rule are found as in a close; `given` tells the inputs themselves.  `version`
 * may be left out: the latest; so may `row`, from 1: any.
 */
#ifndef ASSESS_RULE_TEST_H
#define ASSESS_RULE_TEST_H

#include <stdbool.h>
#include <stddef.h>

#include "assess/rule_book.h"

struct text;

struct rule_test {
	const char *about;
	const char *file;
	long line;
	const struct decision_table *table;
	struct figure *values; /* of its inputs */
	const char *grade;     /* NULL: `missing` is what it must answer */
	enum missing missing;
	long row; /* from 1; 0: any */
};

/* Zeroed is empty; ended by rule_tests_clear(). */
struct rule_tests {
	struct rule_test *list;
	size_t count;
	struct lua_file *files;
	size_t file_count;
};

/* What is tested: the rules of a workspace. */
struct rule_testing {
	struct arena *arena; /* everything read goes into it */
	const char *workspace;
	const struct rules *rules;
	const struct rule_book *book; /* all versions */
};

/*
 * Read every .lua file of the workspace's rules/tests, in the order of their
 * names.  What is wrong is told as OUTCOME_MISCONFIGURED; false then, or with a
 * sentence in `why` if a file cannot be read.  No folder is no tests.
 */
bool rule_tests_load(struct rule_tests *tests,
		     const struct rule_testing *testing,
		     struct text *why) MUST_CHECK;
void rule_tests_clear(struct rule_tests *tests);

#endif
