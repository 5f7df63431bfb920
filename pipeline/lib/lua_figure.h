/*
 * lua_figure - figures as values of Lua, with methods and no inside.
 *
 * For lib/lua_* only; lib/lua_function.h tells what they can do.
 */
#ifndef LIB_LUA_FIGURE_H
#define LIB_LUA_FIGURE_H

#include <lua.h>

#include "lib/arena.h"
#include "lib/lua_function.h"

#define LUA_FIGURE_NUMBERS 16 /* remembered */

/* The figures of one function.  Zeroed but for the first two is empty. */
struct lua_figure_door {
	const struct lua_figures *figures;
	struct arena *arena;
	/* numbers that the function compares with, made figures once */
	lua_Number numbers[LUA_FIGURE_NUMBERS];
	void *parsed[LUA_FIGURE_NUMBERS];
	size_t next;
};

/* Whether its two arguments are equal, as Lua finds it; refuses figures. */
int lua_figure_equal(lua_State *lua);

/* Push what gives, to the power of any value, that value, and refuses a figure:
 * since it is asked whether it is true, or is a key. */
void lua_figure_push_tested(lua_State *lua);
void lua_figure_push_key(lua_State *lua);

/* Push a new figure; its bytes are the caller's to fill. */
void *lua_figure_push(lua_State *lua, struct lua_figure_door *door);

#endif
