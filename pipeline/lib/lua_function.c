#include "lib/lua_function.h"

#include <lauxlib.h>
#include <lua.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/lua_closure.h"
#include "lib/lua_figure.h"
#include "lib/lua_sandbox.h"
#include "lib/text.h"
#include "lib/xml_writer.h"

struct lua_function {
	struct lua_sandbox *sandbox;
	const struct lua_node *node;
	struct lua_figure_door door;
	struct lua_given *given;
	enum lua_given_kind *set; /* what `values` has by now */
	size_t count;
	bool watched; /* there are variables that it could change */
	int values;   /* places in the registry: what `seen` shows, */
	int seen;     /* and what the function is called with */
};

struct lua_function *lua_function_open(const struct lua_file *file,
				       const struct lua_node *node,
				       const struct lua_figures *figures,
				       struct arena *arena)
{
	struct lua_function *function = arena_alloc(arena, sizeof(*function));

	function->sandbox = file->sandbox;
	function->node = node;
	function->door.figures = figures;
	function->door.arena = arena;
	return function;
}

/* __index of the values: what has no value, and what there is none of. */
static int value_read(lua_State *lua)
{
	const struct lua_function *function =
		lua_touserdata(lua, lua_upvalueindex(1));
	const char *name = lua_sandbox_key(lua);

	for (size_t i = 0; i < function->count; i++)
		if (strcmp(function->given[i].name, name) == 0)
			return 0;
	lua_sandbox_refuse(lua, _("the function is not given \"%s\""), name);
}

static int value_written(lua_State *lua)
{
	lua_sandbox_refuse(lua, _("what the function is given cannot be "
				  "changed by it"));
}

/* An empty table that shows the values, so that nobody can write them. */
static int open_values(lua_State *lua)
{
	struct lua_function *function = lua_touserdata(lua, 1);

	lua_newtable(lua);
	for (size_t i = 0; i < function->count; i++) {
		struct lua_given *given = &function->given[i];

		if (given->kind != LUA_GIVEN_FIGURE)
			continue;
		given->figure = lua_figure_push(lua, &function->door);
		lua_setfield(lua, -2, given->name);
	}
	lua_newtable(lua);
	lua_pushlightuserdata(lua, function);
	lua_pushcclosure(lua, value_read, 1);
	lua_setfield(lua, -2, "__index");
	lua_setmetatable(lua, -2);
	lua_newtable(lua);
	lua_newtable(lua);
	lua_pushvalue(lua, -3);
	lua_setfield(lua, -2, "__index");
	lua_pushcfunction(lua, value_written);
	lua_setfield(lua, -2, "__newindex");
	lua_setmetatable(lua, -2);
	function->seen = luaL_ref(lua, LUA_REGISTRYINDEX);
	function->values = luaL_ref(lua, LUA_REGISTRYINDEX);
	(void)lua_rawgeti(lua, LUA_REGISTRYINDEX, function->node->kept);
	function->watched = lua_getupvalue(lua, -1, 1) != NULL;
	lua_pushnil(lua);
	lua_pushnil(lua);
	return 2;
}

bool lua_function_give(struct lua_function *function, struct lua_given *given,
		       size_t count)
{
	struct lua_fault fault = { 0 };
	bool ok;

	function->given = given;
	function->count = count;
	function->set = arena_alloc(function->door.arena,
				    (count + 1) * sizeof(*function->set));
	ok = lua_sandbox_ask(function->sandbox, open_values, function, &fault);
	text_clear(&fault.text);
	return ok;
}

static void set_values(lua_State *lua, const struct lua_function *function)
{
	(void)lua_rawgeti(lua, LUA_REGISTRYINDEX, function->values);
	for (size_t i = 0; i < function->count; i++) {
		const struct lua_given *given = &function->given[i];

		if (given->kind == LUA_GIVEN_FIGURE ||
		    (given->kind != LUA_GIVEN_WORD &&
		     given->kind == function->set[i]))
			continue;
		function->set[i] = given->kind;
		lua_pushstring(lua, given->name);
		if (given->kind == LUA_GIVEN_WORD)
			lua_pushstring(lua, given->word);
		else if (given->kind == LUA_GIVEN_NOTHING)
			lua_pushnil(lua);
		else
			lua_pushboolean(lua, given->kind == LUA_GIVEN_YES);
		lua_rawset(lua, -3);
	}
	lua_pop(lua, 1);
}

static bool is_text(lua_State *lua, int index)
{
	size_t len;
	const char *text;

	if (lua_type(lua, index) != LUA_TSTRING)
		return false;
	text = lua_tolstring(lua, index, &len);
	return len > 0 && xml_writer_accepts(text, len);
}

static int ask(lua_State *lua)
{
	const struct lua_function *function = lua_touserdata(lua, 1);

	set_values(lua, function);
	(void)lua_rawgeti(lua, LUA_REGISTRYINDEX, function->node->kept);
	lua_pushvalue(lua, -1);
	(void)lua_rawgeti(lua, LUA_REGISTRYINDEX, function->seen);
	lua_call(lua, 1, 2);
	if (function->watched) {
		lua_pushvalue(lua, -3);
		lua_closure_prove(lua);
		lua_pop(lua, 1);
	}
	if (!is_text(lua, -2))
		lua_sandbox_refuse(lua,
				   _("the function must return a grade as a "
				     "text; it returned: %s"),
				   luaL_typename(lua, -2));
	if (!lua_isnil(lua, -1) && !is_text(lua, -1))
		lua_sandbox_refuse(lua,
				   _("the reason, which the function returns "
				     "behind the grade, must be a text; it "
				     "returned: %s"),
				   luaL_typename(lua, -1));
	return 2;
}

bool lua_function_ask(struct lua_function *function, const char **answer,
		      const char **reason, struct lua_stop *stop)
{
	struct lua_fault fault = { 0 };
	struct text sentence = { 0 };

	if (lua_sandbox_ask(function->sandbox, ask, function, &fault)) {
		*answer = lua_sandbox_answer(function->sandbox, 1);
		*reason = lua_sandbox_answer(function->sandbox, 2);
		return true;
	}
	stop->line = fault.line;
	if (fault.kind == LUA_FAULT_STOPPED)
		text_printf(&sentence,
			    _("the Lua code stopped with an error: %s"),
			    text_string(&fault.text));
	else
		text_add(&sentence, text_string(&fault.text));
	text_clear(&fault.text);
	stop->sentence = text_detach(&sentence);
	return false;
}
