/*
 * decision_size - whether a table is small enough to be proved.
 *
 * A proof tries every combination of values against every row.  Its limits
 * keep that below two seconds: two million combinations, and a hundred million
 * comparisons of values with what the table says of them.
 */
#ifndef ASSESS_DECISION_SIZE_H
#define ASSESS_DECISION_SIZE_H

#include <stdbool.h>

#include "lib/mem.h"

struct decision_table;

/*
 * Whether so many combinations (from 1; of the first inputs, or of all) can be
 * tried; if not, told as OUTCOME_MISCONFIGURED.
 */
bool decision_size_is_provable(const struct decision_table *table,
			       long combinations) MUST_CHECK;

#endif
