/*
 * rule_function - what a rule says: by its table, or by its function.
 *
 * A function is for what a table cannot say:
 *	rule { …, given = { met = target_met(), short = shortfall() },
 *	  decide = function(given)
 *	    if given.met then return "green" end
 *	    return "red", "…"
 *	  end }
 * It is given the inputs by their names and returns a grade of the scale, or
 * the name of a missing state, and if it likes a reason.  Nothing about it is
 * proved.
 */
#ifndef ASSESS_RULE_FUNCTION_H
#define ASSESS_RULE_FUNCTION_H

#include "assess/decision_table.h"

struct rule_reading;

struct rule_answer {
	const struct decision_row *row; /* NULL: a function answered */
	const char *grade;              /* id; NULL: `missing` */
	enum missing missing;
	const char *reason; /* NULL; of use until the next question */
};

/* Make the rule's function ready; its inputs are known already. */
bool rule_function_load(const struct rule_reading *reading,
			const struct lua_node *node) MUST_CHECK;

/* As decision_table_decide(), of either kind. */
bool rule_decide(const struct decision_table *table,
		 const struct figure *values, const char *whose,
		 struct rule_answer *answer) MUST_CHECK;

#endif
