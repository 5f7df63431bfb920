/*
 * lua_function - a function of a rules file, asked again and again.
 *
 * It is called with one table of named values and gives a text, and if it likes
 * a second one, the reason.  The values are yes or no, words, nothing (nil), or
 * *figures*, of which Lua sees only methods and comparisons:
 *	f:missing()  f:eq(x)  f:below(x)  f:above(x)  f:at_least(x) f:at_most(x)
 *	f < x  f <= x  f:plus(x)  f:minus(x)  f:times(x)  f:over(x)
 * x is a figure or a number, which is taken as the exact decimal written.  What
 * would be silently false or inexact is an error: == and ~= with a figure on
 * either side, a figure that is asked whether it is true, or is a key (see
 * lib/lua_code.h), arithmetic signs, any question to a missing
 * figure but missing(), a name that is not among the values.  Each call has a
 * budget of instructions and memory of its own, and may change nothing outside
 * itself.
 */
#ifndef LIB_LUA_FUNCTION_H
#define LIB_LUA_FUNCTION_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/lua_load.h"

struct lua_function;

enum lua_sum { LUA_SUM_PLUS, LUA_SUM_MINUS, LUA_SUM_TIMES, LUA_SUM_OVER };

/* What figures are; known to their owner only, and copied as bytes. */
struct lua_figures {
	size_t size;
	bool (*missing)(const void *figure);
	bool (*parse)(void *figure, const char *decimal);
	int (*compare)(const void *a, const void *b); /* neither is missing */
	/* false: too large, or nothing to divide by */
	bool (*combine)(void *result, enum lua_sum how,
			const void *operands[2]);
};

enum lua_given_kind {
	LUA_GIVEN_NOTHING,
	LUA_GIVEN_NO,
	LUA_GIVEN_YES,
	LUA_GIVEN_WORD,
	LUA_GIVEN_FIGURE
};

struct lua_given {
	const char *name;
	enum lua_given_kind kind;
	const char *word; /* of a WORD */
	void *figure;     /* of a FIGURE: where its bytes are to be put */
};

/* Why there is no answer. */
struct lua_stop {
	long line;      /* 0: not known */
	char *sentence; /* translated; the caller's until free() */
};

/*
 * The function of a node of `file`, with `count` values whose names, and which
 * of them are figures, stand in `given`.  It lives in `arena` and no longer
 * than the file; `given` too, whose kinds and figures are set for each call.
 * False with `*stop` filled if there is no room for them in the sandbox.
 */
struct lua_function *lua_function_open(const struct lua_file *file,
				       const struct lua_node *node,
				       const struct lua_figures *figures,
				       struct arena *arena) MUST_CHECK;
bool lua_function_give(struct lua_function *function, struct lua_given *given,
		       size_t count, struct lua_stop *stop) MUST_CHECK;

/*
 * Ask it.  `answer` and `reason` (NULL if there is none) are of use until any
 * function of the file is asked again.  False with `*stop` filled if it gave no
 * text, or erred.
 */
bool lua_function_ask(struct lua_function *function, const char **answer,
		      const char **reason, struct lua_stop *stop) MUST_CHECK;

#endif
