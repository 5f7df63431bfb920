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
	int question; /* the place in the registry of answer_once() */
};

/* What answer_once() keeps by itself. */
enum kept {
	KEPT_FUNCTION = 1, /* the struct */
	KEPT_VALUES,       /* what `seen` shows */
	KEPT_SEEN,         /* what the function is called with */
	KEPT_CALLED        /* the function */
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

/* Push the values, with their figures in place. */
static void push_values(lua_State *lua, struct lua_function *function)
{
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
}

/* Push an empty table that shows those at the top, so that nobody can write
 * them. */
static void push_seen(lua_State *lua)
{
	lua_newtable(lua);
	lua_newtable(lua);
	lua_pushvalue(lua, -3);
	lua_setfield(lua, -2, "__index");
	lua_pushcfunction(lua, value_written);
	lua_setfield(lua, -2, "__newindex");
	lua_setmetatable(lua, -2);
}

static void set_values(lua_State *lua, const struct lua_function *function)
{
	lua_pushvalue(lua, lua_upvalueindex(KEPT_VALUES));
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

/* Most answers: one that has any other byte, NUL too, is looked at closely. */
static bool is_plain(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len &&
	       ((text[i] >= 'a' && text[i] <= 'z') || text[i] == '-'))
		i++;
	return i == len;
}

static bool is_text(lua_State *lua, int index)
{
	size_t len;
	const char *text;

	if (lua_type(lua, index) != LUA_TSTRING)
		return false;
	text = lua_tolstring(lua, index, &len);
	return len > 0 &&
	       (is_plain(text, len) || xml_writer_accepts(text, len));
}

/* What stands where a text should. */
static const char *what_instead(lua_State *lua, int index)
{
	return lua_type(lua, index) == LUA_TSTRING
		       ? _("a text that is empty, or not UTF-8, or has control "
			   "characters")
		       : luaL_typename(lua, index);
}

/* One question: what the function gives, proved. */
static int answer_once(lua_State *lua)
{
	const struct lua_function *function =
		lua_touserdata(lua, lua_upvalueindex(KEPT_FUNCTION));

	set_values(lua, function);
	lua_pushvalue(lua, lua_upvalueindex(KEPT_CALLED));
	lua_pushvalue(lua, lua_upvalueindex(KEPT_SEEN));
	lua_call(lua, 1, 2);
	if (function->watched) {
		lua_pushvalue(lua, lua_upvalueindex(KEPT_CALLED));
		lua_closure_prove(lua);
		lua_pop(lua, 1);
	}
	if (!is_text(lua, -2))
		lua_sandbox_refuse(lua,
				   _("the function must return a grade as a "
				     "text; it returned: %s"),
				   what_instead(lua, -2));
	if (!lua_isnil(lua, -1) && !is_text(lua, -1))
		lua_sandbox_refuse(lua,
				   _("the reason, which the function returns "
				     "behind the grade, must be a text; it "
				     "returned: %s"),
				   what_instead(lua, -1));
	return 2;
}

/* In the order of `enum kept`. */
static int open_question(lua_State *lua)
{
	struct lua_function *function = lua_touserdata(lua, 1);

	push_values(lua, function);
	push_seen(lua);
	(void)lua_rawgeti(lua, LUA_REGISTRYINDEX, function->node->kept);
	function->watched = lua_closure_watches(lua);
	lua_pushcclosure(lua, answer_once, KEPT_CALLED);
	function->question = luaL_ref(lua, LUA_REGISTRYINDEX);
	return 0;
}

/* `stop` gets what ended a call. */
static void fill_stop(struct lua_stop *stop, struct lua_fault *fault)
{
	struct text sentence = { 0 };

	stop->line = fault->line;
	if (fault->kind == LUA_FAULT_STOPPED)
		text_printf(&sentence,
			    _("the Lua code stopped with an error: %s"),
			    text_string(&fault->text));
	else
		text_add(&sentence, text_string(&fault->text));
	text_clear(&fault->text);
	stop->sentence = text_detach(&sentence);
}

bool lua_function_give(struct lua_function *function, struct lua_given *given,
		       size_t count, struct lua_stop *stop)
{
	struct lua_fault fault = { 0 };

	function->given = given;
	function->count = count;
	function->set = arena_alloc(function->door.arena,
				    (count + 1) * sizeof(*function->set));
	if (lua_sandbox_run(function->sandbox, open_question, function, &fault))
		return true;
	fill_stop(stop, &fault);
	return false;
}

bool lua_function_ask(struct lua_function *function, const char **answer,
		      const char **reason, struct lua_stop *stop)
{
	struct lua_fault fault = { 0 };

	if (!lua_sandbox_ask(function->sandbox, function->question, &fault)) {
		fill_stop(stop, &fault);
		return false;
	}
	*answer = lua_sandbox_answer(function->sandbox, 1);
	*reason = lua_sandbox_answer(function->sandbox, 2);
	return true;
}
