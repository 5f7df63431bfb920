/*
 * rule_test_sum - what the tests of the rules came to: how each went, and which
 * rows of which rules they tried.
 */
#ifndef ASSESS_RULE_TEST_SUM_H
#define ASSESS_RULE_TEST_SUM_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

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
	const void **hit; /* rows and functions, each once */
	size_t hit_count;
};

void rule_sum_add(struct rule_sum *sum, const struct rule_test *test,
		  const char *difference);
/* That a row, or a function, answered; NULL is passed over. */
void rule_sum_hit(struct rule_sum *sum, const void *what);

/* Print how many rows of each rule were tried, or whether its function was, and
 * how many tests there were; what was not tried is told as a note. */
void rule_sum_tell(const struct rule_sum *sum, const struct rule_book *book);

/* Write the results as JUnit's XML. */
bool rule_sum_write(const struct rule_sum *sum, const char *path,
		    struct text *why) MUST_CHECK;

#endif
