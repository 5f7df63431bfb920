/*
 * lua_closure - functions that answer the same whenever they are asked the
 * same.
 *
 * For lib/lua_* only.  When a file has run, all that its kept functions can
 * reach is settled: tables can be read but no more changed, and what stands in
 * variables outside a function is remembered, so that a change by a call is
 * seen.  A function's `text` becomes its source and that of the functions it
 * uses, without remarks, with the values of those variables: two functions of
 * one text answer alike.
 */
#ifndef LIB_LUA_CLOSURE_H
#define LIB_LUA_CLOSURE_H

#include <lua.h>

#include "lib/lua_tree.h"

/* Settle all functions that the tree met; at the top of the stack are the names
 * that the file had.  Raises if one reaches what cannot be settled. */
void lua_closures_settle(lua_State *lua, struct lua_tree *tree,
			 const struct text *source);

/* Whether the function at the top can reach variables outside that a call could
 * change. */
bool lua_closure_watches(lua_State *lua);

/* Refuse, in Lua, if a call of the function at the top changed what stands
 * outside it. */
void lua_closure_prove(lua_State *lua);

#endif
