/*
 * sample_rule - one rule given as Lua, for tests of decision tables.
 */
#ifndef TESTS_SAMPLE_RULE_H
#define TESTS_SAMPLE_RULE_H

#include "assess/decision_table.h"
#include "capture.h"
#include "sample_rules.h"

/* Load the only rule of `lua`; what is told is kept. */
static inline bool sample_rule_load(struct decision_table *table,
				    struct rules *rules, const char *lua,
				    struct text *told)
{
	struct capture capture;
	bool ok;

	capture_start(&capture, STDERR_FILENO);
	ok = sample_rules_load(rules, lua) && rules->rule_count == 1 &&
	     decision_table_load(table, &rules->arena, &rules->rules[0],
				 &rules->scales);
	capture_end(&capture, told);
	return ok;
}

#endif
