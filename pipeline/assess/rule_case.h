/*
 * rule_case - the inputs of a rule for a case that somebody made up.
 */
#ifndef ASSESS_RULE_CASE_H
#define ASSESS_RULE_CASE_H

#include "assess/rule_book.h"

struct declaration;

/*
 * The values of the table's inputs, from the `indicator`, `goal` or `given` of
 * a test; in the declaration's arena.  NULL if something was wrong (told).
 */
struct figure *rule_case_values(const struct decision_table *table,
				const struct rules *rules,
				const struct rule_book *book,
				struct declaration *given);

#endif
