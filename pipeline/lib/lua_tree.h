/*
 * lua_tree - values of a running file made into nodes that outlive it.
 *
 * For lib/lua_* only.  A node is a copy as of the moment of the call: what the
 * file does with its table afterwards changes nothing.  What has no meaning
 * outside Lua (functions but where one may stand, holes in a list, keys that
 * are neither names nor places, texts that are no UTF-8, numbers that are not
 * exact, values without end) is refused there and then.
 */
#ifndef LIB_LUA_TREE_H
#define LIB_LUA_TREE_H

#include <lua.h>
#include <stdbool.h>

#include "lib/lua_load.h"
#include "lib/text.h"

/* A call of a term word: what light userdata points to in the sandbox. */
struct lua_term {
	struct lua_node node;  /* first: a term is a node */
	long size;             /* nodes in it, itself too */
	int depth;             /* levels below it */
	bool used;             /* it stands inside another call */
	struct lua_term *next; /* made after it */
};

/* A function that stands in a statement. */
struct lua_kept {
	struct lua_node node;  /* first; `kept` is its place in the registry */
	struct lua_kept *next; /* met before it */
};

struct lua_tree {
	struct arena *arena;
	long made;            /* nodes, over the whole file */
	const char *inside;   /* word and field that are being read, for */
	const char *field;    /* messages; NULL if none */
	const char *function; /* the field that may be one; NULL */
	struct lua_kept *functions; /* met so far, the last first */
	struct text text;           /* for lib/lua_closure.h; the caller's */
	long size;                  /* of the call that is being read */
	int depth;
	int deepest;
};

/*
 * The call of `word` with all that stands on the stack, at `line`; owned by
 * the arena.  Raises an error in Lua if something has no meaning.
 */
struct lua_term *lua_tree_call(struct lua_tree *tree, lua_State *lua,
			       const char *word, long line);

/* Count `more` nodes; raises if the file has too many by now. */
void lua_tree_count(lua_State *lua, long *nodes, long more);

/* The number at `index` as a plain decimal, which it is exactly; false if it
 * is not, or too large or small.  Of use until the text is overwritten. */
#define LUA_DECIMAL 64
bool lua_tree_decimal(lua_State *lua, int index,
		      char decimal[LUA_DECIMAL]) MUST_CHECK;

/*
 * The key, in a table, of the line where the table begins: light userdata,
 * which no file can make or find by itself; see lib/lua_code.h.
 */
void lua_tree_push_mark(lua_State *lua);

/* Whether the value at `index` is that key: pairs() passes over it. */
bool lua_tree_is_mark(lua_State *lua, int index);

#endif
