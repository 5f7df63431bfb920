/*
 * lua_load - a rules file run in a sandbox, handed over as neutral values.
 *
 * A rules file declares: it calls words like source { … }, rule { … } or
 * at_least(85).  Which words exist is told by the caller; each call becomes a
 * node that remembers word, arguments and line.  Calls of *statement* words
 * are collected, in order, as the file's content; calls of *term* words are
 * values inside them.  Locals, loops, functions and the string and math
 * libraries may be used to build declarations.
 *
 * Sandbox: text chunks only; no load, io, os, debug, coroutine, metatables,
 * string patterns, pcall, random, print; sorted pairs; assignment to unknown
 * globals is an error; an instruction budget and a memory cap end what runs
 * wild.  In place of patterns there are contains(text, part),
 * starts_with(text, part), split(text, separator) and a Swedish upper() and
 * lower().  An error is told with msg_at(OUTCOME_MISCONFIGURED) and its file
 * and line.
 *
 * A function may stand in one field of a statement, as its value.  What it can
 * reach is made unchangeable when the file has run, so that it answers the
 * same whenever it is asked the same (lib/lua_function.h).
 *
 * Numbers become the decimal text of "%.15g" (or all digits of an integer);
 * one that does not read back equal, an infinity or a NaN is refused.
 */
#ifndef LIB_LUA_LOAD_H
#define LIB_LUA_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

struct text;

enum lua_kind {
	LUA_NODE_BOOL,
	LUA_NODE_NUMBER,  /* `text` is a plain decimal: "-0.5", never "1e3" */
	LUA_NODE_STRING,  /* `text` is UTF-8 */
	LUA_NODE_TABLE,   /* `items` and `fields` */
	LUA_NODE_CALL,    /* `text` is the word; a sole table argument lends its
			     items and fields, other arguments are the items */
	LUA_NODE_FUNCTION /* `text` is its source with all that it uses; it is
			     called by lib/lua_function.h */
};

struct lua_node {
	enum lua_kind kind;
	bool yes;         /* of a BOOL */
	const char *text; /* of NUMBER, STRING, CALL, FUNCTION */
	int kept;         /* of a FUNCTION: for lib/lua_* */
	long line;        /* of CALL, TABLE, FUNCTION: where it begins; of
			     others: that of the call or table around it */
	struct lua_node **items; /* positional, in order */
	size_t item_count;
	struct lua_field *fields; /* named, sorted by name bytewise */
	size_t field_count;
};

struct lua_field {
	const char *name;
	struct lua_node *value;
};

/* A file's statements.  Zeroed is empty; ended by lua_load_clear(). */
struct lua_file {
	struct arena arena;
	const char *path;             /* as it was given, for messages */
	char sha256[65];              /* of the file's bytes */
	struct lua_node **statements; /* LUA_NODE_CALL, in order */
	size_t statement_count;
	struct lua_sandbox *sandbox; /* of its functions; NULL: it has none */
};

/* The words that a file may call; both lists end in NULL. */
struct lua_words {
	const char *const *statements;
	const char *const *terms;
	const char *function; /* the field of a statement that may be a
				 function; NULL: none */
};

/*
 * Run the file at `path` and keep its statements in `file`, which is empty.
 * `shown` is the path to print in messages and to remember.  False with `why`
 * if the file cannot be read; false with an empty `why` if it was refused
 * (told already).  (Not "lua_load": liblua has a function of that name, and
 * would call ours.)
 */
bool lua_load_file(struct lua_file *file, const char *path, const char *shown,
		   const struct lua_words *words, struct text *why) MUST_CHECK;

/* The value of a named field, borrowed; NULL if absent. */
const struct lua_node *lua_field(const struct lua_node *node, const char *name);

/*
 * Fields with a type: each tells file, line, statement and field with
 * OUTCOME_MISCONFIGURED when the type is wrong or, if `needed`, when it is
 * absent, and gives NULL or `otherwise` then.
 */
const char *lua_string(const struct lua_file *file, const struct lua_node *node,
		       const char *name, bool needed);
const char *lua_number(const struct lua_file *file, const struct lua_node *node,
		       const char *name, bool needed);
long lua_whole(const struct lua_file *file, const struct lua_node *node,
	       const char *name, long otherwise);
bool lua_flag(const struct lua_file *file, const struct lua_node *node,
	      const char *name, bool otherwise);

/* Tell every field of `node` that is not in the NULL-ended list; true if all
 * are. */
bool lua_only(const struct lua_file *file, const struct lua_node *node,
	      const char *const *names);

/* Release everything.  The file is empty and may be used again. */
void lua_load_clear(struct lua_file *file);

/* Add "library liblua VERSION" as a line, for --version. */
void lua_load_library(struct text *lines);

#endif
