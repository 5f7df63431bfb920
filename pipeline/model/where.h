/*
 * where - which rows of a source a measure is made of.
 *
 *	where = { kind = eq("SoL"), hours = above(3) }
 *	  every test must hold
 *	where = any_of { { kind = eq("SoL") }, { closed = missing() } }
 *	  one of the tables must
 * A test is of the column called by that name:
 *	eq(x), one_of(x, …)	texts, codes, words, units and indicators by
 *				any of their names; numbers; days and months
 *	below(x), at_most(x), above(x), at_least(x), between(x, y)
 *				numbers; days "2025-04-30": the first day of a
 *				month or period counts
 *	missing(), present()	whether the cell is empty
 * What is missing holds for missing() alone.
 */
#ifndef MODEL_WHERE_H
#define MODEL_WHERE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"
#include "model/decimal.h"
#include "model/window.h"

struct declaration;
struct lua_node;
struct place;
struct profile;

enum where_test {
	WHERE_EQ,
	WHERE_BELOW,
	WHERE_AT_MOST,
	WHERE_ABOVE,
	WHERE_AT_LEAST,
	WHERE_BETWEEN, /* both ends hold */
	WHERE_MISSING,
	WHERE_PRESENT
};

/* What a cell is held against; which member counts follows from the type of
 * the column. */
struct where_value {
	const char *text; /* as it is declared */
	struct decimal number;
	struct date day;
};

struct where_condition {
	const char *column; /* by `as` */
	size_t at;          /* its place in the profile, once proved */
	enum where_test test;
	struct where_value *values; /* EQ: any of them; else one or two */
	size_t value_count;
	long line;
};

/* Conditions that must all hold. */
struct where_all {
	struct where_condition *list;
	size_t count;
};

/* Of which one must hold; no list at all holds for every row. */
struct where {
	struct where_all *list;
	size_t count;
};

/* Take the value of a field `where`; what is wrong is told. */
void where_take(struct where *where, struct declaration *given,
		const struct lua_node *node);

/*
 * Find the columns, and read the values as their types say.  False if there
 * is something wrong (told at `place`).
 */
bool where_prove(struct where *where, const struct profile *profile,
		 struct place place) MUST_CHECK;

#endif
