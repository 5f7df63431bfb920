/*
 * rule_test_sum - what the tests of the rules came to: how each went, and which
 * rows of which rules they tried.
 */
#ifndef ASSESS_RULE_TEST_SUM_H
#define ASSESS_RULE_TEST_SUM_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

struct decision_row;
struct rule_book;
struct rule_test;
struct text;

struct rule_result {
	const struct rule_test *test;
	const char *difference; /* NULL: it passed */
};

/* Zeroed but for the arena is empty. */
struct rule_sum {
	struct arena *arena;
	struct rule_result *results;
	size_t count;
	size_t failed;
	const struct decision_row **hit; /* each once */
	size_t hit_count;
};

void rule_sum_add(struct rule_sum *sum, const struct rule_test *test,
		  const char *difference);
void rule_sum_hit(struct rule_sum *sum, const struct decision_row *row);

/* Print how many rows of each rule were tried, and how many tests there were;
 * each row that was not is told as a note. */
void rule_sum_tell(const struct rule_sum *sum, const struct rule_book *book);

/* Write the results as JUnit's XML. */
bool rule_sum_write(const struct rule_sum *sum, const char *path,
		    struct text *why) MUST_CHECK;

#endif
