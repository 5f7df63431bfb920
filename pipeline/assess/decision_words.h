/*
 * decision_words - the loading of a decision table, shared by its two halves:
 * decision_load reads the head of a rule and its inputs, decision_rows the
 * rows.  For these two files only.
 */
#ifndef ASSESS_DECISION_WORDS_H
#define ASSESS_DECISION_WORDS_H

#include <stdbool.h>

#include "lib/lua_load.h"
#include "lib/msg.h"

struct arena;
struct decision_table;

/* A rule that is being read: what every message about it needs. */
struct rule_reading {
	struct decision_table *table;
	struct arena *arena;
	const struct lua_file *file;
};

/* Where a node stands. */
struct place rule_place(const struct rule_reading *reading,
			const struct lua_node *node);

/* The strings of a call's items; false (told) if one is no string. */
struct names;
bool rule_words(const struct rule_reading *reading, const struct lua_node *call,
		struct names *words) MUST_CHECK;

/* Whether rows use the word themselves: grade, missing, says. */
bool rule_row_word(const char *name);

/* Read the rows of `unique {…}`, `first {…}` or `any {…}`; inputs and scale
 * are known already.  False if anything was wrong (told). */
bool decision_rows_load(const struct rule_reading *reading,
			const struct lua_node *rows) MUST_CHECK;

#endif
