/*
 * The allow-list: what a file finds beside the words of its caller.
 *
 * Left out on purpose: load, loadfile, dofile, require, pcall, xpcall, print,
 * collectgarbage, getmetatable, setmetatable, raw*, next; io, os, debug,
 * coroutine, package, utf8; string patterns (find, match, gmatch, gsub) and
 * binary strings; table.move; math.random and what libm may round otherwise.
 */
#include <lauxlib.h>
#include <lualib.h>

#include "lib/lang.h"
#include "lib/lua_sandbox.h"

/* Text of a value that has one; the others would print an address. */
static int to_text(lua_State *lua)
{
	luaL_checkany(lua, 1);
	lua_sandbox_check_text(lua, 1);
	(void)luaL_tolstring(lua, 1, NULL);
	return 1;
}

/* Lua's own, which would make a figure nil, and so unequal to any number. */
static int to_number(lua_State *lua)
{
	if (lua_type(lua, 1) == LUA_TUSERDATA)
		lua_sandbox_refuse(lua, _("a figure cannot be made a number; "
					  "its own methods compare it and do "
					  "sums"));
	lua_pushvalue(lua, lua_upvalueindex(1));
	lua_insert(lua, 1);
	lua_call(lua, lua_gettop(lua) - 1, 1);
	return 1;
}

struct library {
	const char *name;
	lua_CFunction open;
	const char *const *kept; /* as Lua has them */
	const luaL_Reg *ours;    /* each gets Lua's own as its upvalue */
};

static const struct library base = {
	.open = luaopen_base,
	.kept = (const char *const[]){ "assert", "error", "ipairs", "select",
				       "type", NULL },
	.ours = (const luaL_Reg[]){ { "pairs", lua_sandbox_pairs },
				    { "tostring", to_text },
				    { "tonumber", to_number },
				    { "contains", lua_sandbox_contains },
				    { "starts_with", lua_sandbox_starts_with },
				    { "split", lua_sandbox_split },
				    { NULL, NULL } },
};

static const struct library strings = {
	.name = "string",
	.open = luaopen_string,
	.kept = (const char *const[]){ "byte", "char", "len", "reverse", "sub",
				       NULL },
	.ours = (const luaL_Reg[]){ { "format", lua_sandbox_format },
				    { "rep", lua_sandbox_rep },
				    { "lower", lua_sandbox_lower },
				    { "upper", lua_sandbox_upper },
				    { NULL, NULL } },
};

static const struct library tables = {
	.name = "table",
	.open = luaopen_table,
	.kept = (const char *const[]){ "concat", "insert", "remove", "unpack",
				       NULL },
	.ours = (const luaL_Reg[]){ { "sort", lua_sandbox_sort },
				    { NULL, NULL } },
};

static const struct library mathematics = {
	.name = "math",
	.open = luaopen_math,
	.kept = (const char *const[]){ "abs", "ceil", "floor", "fmod", "max",
				       "min", "maxinteger", "mininteger", "ult",
				       NULL },
	.ours = (const luaL_Reg[]){ { "tointeger", to_number },
				    { "type", to_number },
				    { NULL, NULL } },
};

/* Open a library of Lua's and push a new table with what may be had of it. */
static void push_library(lua_State *lua, const struct library *library)
{
	const char *const *name;
	const luaL_Reg *our;

	lua_newtable(lua);
	lua_pushcfunction(lua, library->open);
	lua_call(lua, 0, 1);
	for (name = library->kept; *name; name++) {
		lua_getfield(lua, -1, *name);
		lua_setfield(lua, -3, *name);
	}
	for (our = library->ours; our->name; our++) {
		lua_getfield(lua, -1, our->name);
		lua_pushcclosure(lua, our->func, 1);
		lua_setfield(lua, -3, our->name);
	}
	lua_pop(lua, 1);
}

/* Methods of strings are those of the table at the top; "10" + 1 is an error.
 */
static void replace_string_methods(lua_State *lua)
{
	lua_pushliteral(lua, "");
	lua_newtable(lua);
	lua_pushvalue(lua, -3);
	lua_setfield(lua, -2, "__index");
	lua_setmetatable(lua, -2);
	lua_pop(lua, 1);
}

void lua_sandbox_names(lua_State *lua)
{
	static const struct library *const inner[] = { &strings, &tables,
						       &mathematics };

	push_library(lua, &base);
	for (size_t i = 0; i < COUNT_OF(inner); i++) {
		push_library(lua, inner[i]);
		if (inner[i] == &strings)
			replace_string_methods(lua);
		lua_setfield(lua, -2, inner[i]->name);
	}
}
