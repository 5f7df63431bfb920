/*
 * decision_relation - what the inputs of a rule have to do with each other.
 *
 * Some of it follows from what the inputs are: a goal without indicators has
 * no shares, and share("green") is at most share("green", "yellow").  A rule
 * may declare more:
 *	relation = { "green <= reached", "none == missing(green)" }
 * with <, <=, ==, >= and > between numbers, and == between a yes or no and
 * whether another input is missing.  The proof leaves out what no relation
 * allows; what is declared is held against the values of every decision too.
 */
#ifndef ASSESS_DECISION_RELATION_H
#define ASSESS_DECISION_RELATION_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct decision_table;
struct figure;
struct lua_node;
struct rule_reading;

enum relation_op {
	RELATION_BELOW,
	RELATION_AT_MOST,
	RELATION_EQUAL,
	RELATION_AT_LEAST,
	RELATION_ABOVE,
	RELATION_MISSING /* left says whether right is missing */
};

struct rule_relation {
	const char *text; /* as it is declared */
	size_t left;      /* index into the table's inputs */
	size_t right;
	enum relation_op op;
};

/* Read `relation = { "…" }`; false if anything was wrong (told). */
bool decision_relations_load(const struct rule_reading *reading,
			     const struct lua_node *statement) MUST_CHECK;

/* The first declared relation that the values break; NULL if none is. */
const struct rule_relation *decision_relation_broken(
	const struct decision_table *table, const struct figure *values);

/* Whether the values can occur together, by what the inputs are. */
bool decision_is_possible(const struct decision_table *table,
			  const struct figure *values);

/* Whether the two inputs are held against each other as numbers. */
bool decision_are_related(const struct decision_table *table, size_t a,
			  size_t b);

#endif
