/*
 * rule_book - the rules that are in force on the as-of day.
 *
 * One rule judges the indicators and one each kind of goal.
 *
 * Ownership: as for decision tables, all in the arena given at load.
 */
#ifndef ASSESS_RULE_BOOK_H
#define ASSESS_RULE_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "assess/decision_table.h"

struct rule_book {
	struct decision_table *list; /* in the order of the files */
	size_t count;
	struct versions versions; /* of all rules, if all were kept */
};

/*
 * Read every rule, also those not in force, and keep those in force on
 * `as_of`.  Everything wrong is told as OUTCOME_MISCONFIGURED; false then.
 */
bool rule_book_load(struct rule_book *book, struct arena *arena,
		    const struct rules *rules, struct date as_of) MUST_CHECK;

/* Read every rule and keep all, in force or not. */
bool rule_book_load_all(struct rule_book *all, struct arena *arena,
			const struct rules *rules) MUST_CHECK;

/* Tell which rules are functions, and so not proved, if any is. */
void rule_book_tell_functions(const struct rule_book *book);

/* The rule for indicators, or for goals of a kind; NULL if there is none. */
const struct decision_table *rule_book_for_indicators(
	const struct rule_book *book);
const struct decision_table *rule_book_for_goals(const struct rule_book *book,
						 const char *kind);

#endif
