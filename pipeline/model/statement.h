/*
 * statement - an operating statement: units by budget, outcome, forecast.
 *
 * Declared in rules/measures.lua:
 *	statement { id = "operating", about = "Driftsredovisning",
 *	  unit = "son", measure = "economy.net", quantity = "tkr" }
 * and, where the budget to date is known, last year's deviation stands in
 * history, and the units below have figures of their own:
 *	  accrued = "economy.accrued", deviation = "economy.deviation",
 *	  parts = true
 * Its rows are the units right below `unit` in the register's order; the
 * deviation is budget less forecast, so an overspend is negative; the total
 * is summed from exact values.
 */
#ifndef MODEL_STATEMENT_H
#define MODEL_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

struct lua_file;
struct lua_node;

struct statement {
	const char *id;
	const char *about;
	const char *unit;
	const char *measure;
	const char *quantity;
	const char *accrued;   /* measure of the budget to date; NULL: none */
	const char *deviation; /* measure that history tells last year's of */
	bool parts;            /* the units below those of rows get rows too */
	const char *rules_file;
	long line;
};

struct statements {
	struct statement *list;
	size_t count;
};

/* Take one `statement { … }` statement; false if it was refused (told). */
bool statement_declare(struct statements *statements, struct arena *arena,
		       const struct lua_file *file,
		       const struct lua_node *node) MUST_CHECK;

#endif
