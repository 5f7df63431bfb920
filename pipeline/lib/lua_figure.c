#include "lib/lua_figure.h"

#include <lauxlib.h>
#include <math.h>

#include "lib/lang.h"
#include "lib/lua_sandbox.h"
#include "lib/lua_tree.h"

#define TELLABLE 9007199254740992.0 /* 2^53 */

static struct lua_figure_door *door_of(lua_State *lua)
{
	return lua_touserdata(lua, lua_upvalueindex(1));
}

/* What a number is remembered by: NaN, which nothing equals, for whole numbers
 * that floating point cannot tell apart. */
static lua_Number key_of(lua_State *lua, int index)
{
	const lua_Number number = lua_tonumber(lua, index);

	return fabs(number) < TELLABLE ? number : NAN;
}

/* A number as a figure, the same one for each time that it is met. */
static const void *figure_of_number(lua_State *lua,
				    struct lua_figure_door *door, int index)
{
	const lua_Number number = key_of(lua, index);
	const size_t next = door->next;
	char decimal[LUA_DECIMAL];

	for (size_t i = 0; i < LUA_FIGURE_NUMBERS && door->parsed[i]; i++)
		if (door->numbers[i] == number)
			return door->parsed[i];
	if (!door->parsed[next])
		door->parsed[next] =
			arena_alloc(door->arena, door->figures->size);
	/* the place is no number's any more, and not yet this one's */
	door->numbers[next] = NAN;
	if (!lua_tree_decimal(lua, index, decimal) ||
	    !door->figures->parse(door->parsed[next], decimal))
		lua_sandbox_refuse(lua, _("the number is not exact, or too "
					  "large or too small; write it out as "
					  "a decimal of at most 15 digits"));
	door->numbers[next] = number;
	door->next = (next + 1) % LUA_FIGURE_NUMBERS;
	return door->parsed[next];
}

/* The figure at `index`, or the number as one. */
static const void *operand(lua_State *lua, struct lua_figure_door *door,
			   int index)
{
	const int type = lua_type(lua, index);
	const void *figure;

	if (type == LUA_TNUMBER)
		return figure_of_number(lua, door, index);
	if (type != LUA_TUSERDATA)
		lua_sandbox_refuse(lua,
				   _("a figure or a number was expected, not: "
				     "%s"),
				   luaL_typename(lua, index));
	figure = lua_touserdata(lua, index);
	if (door->figures->missing(figure))
		lua_sandbox_refuse(lua, _("the figure is missing; ask "
					  "figure:missing() first"));
	return figure;
}

static int order(lua_State *lua)
{
	struct lua_figure_door *door = door_of(lua);
	const void *a = operand(lua, door, 1);
	const void *b = operand(lua, door, 2);

	return door->figures->compare(a, b);
}

static int is_equal(lua_State *lua)
{
	lua_pushboolean(lua, order(lua) == 0);
	return 1;
}

static int is_below(lua_State *lua)
{
	lua_pushboolean(lua, order(lua) < 0);
	return 1;
}

static int is_above(lua_State *lua)
{
	lua_pushboolean(lua, order(lua) > 0);
	return 1;
}

static int is_at_least(lua_State *lua)
{
	lua_pushboolean(lua, order(lua) >= 0);
	return 1;
}

static int is_at_most(lua_State *lua)
{
	lua_pushboolean(lua, order(lua) <= 0);
	return 1;
}

static int is_missing(lua_State *lua)
{
	if (lua_type(lua, 1) != LUA_TUSERDATA)
		lua_sandbox_refuse(lua, _("only a figure can be asked "
					  "missing()"));
	lua_pushboolean(lua,
			door_of(lua)->figures->missing(lua_touserdata(lua, 1)));
	return 1;
}

static int combine(lua_State *lua, enum lua_sum how)
{
	struct lua_figure_door *door = door_of(lua);
	const void *operands[2] = { operand(lua, door, 1),
				    operand(lua, door, 2) };
	void *result = lua_figure_push(lua, door);

	if (!door->figures->combine(result, how, operands))
		lua_sandbox_refuse(lua, _("the figures cannot be put together: "
					  "what comes out is too large, or the "
					  "divisor is 0"));
	return 1;
}

static int plus(lua_State *lua)
{
	return combine(lua, LUA_SUM_PLUS);
}

static int minus(lua_State *lua)
{
	return combine(lua, LUA_SUM_MINUS);
}

static int times(lua_State *lua)
{
	return combine(lua, LUA_SUM_TIMES);
}

static int over(lua_State *lua)
{
	return combine(lua, LUA_SUM_OVER);
}

static int sign_used(lua_State *lua)
{
	lua_sandbox_refuse(lua, _("figures have no arithmetic signs; "
				  "write f:plus(x), f:minus(x), "
				  "f:times(x) or f:over(x)"));
}

static const luaL_Reg methods[] = {
	{ "missing", is_missing },
	{ "eq", is_equal },
	{ "below", is_below },
	{ "above", is_above },
	{ "at_least", is_at_least },
	{ "at_most", is_at_most },
	{ "plus", plus },
	{ "minus", minus },
	{ "times", times },
	{ "over", over },
	{ NULL, NULL },
};

static const luaL_Reg signs[] = {
	{ "__lt", is_below },   { "__le", is_at_most },
	{ "__add", sign_used }, { "__sub", sign_used },
	{ "__mul", sign_used }, { "__div", sign_used },
	{ "__mod", sign_used }, { "__pow", sign_used },
	{ "__unm", sign_used }, { "__idiv", sign_used },
	{ "__len", sign_used }, { "__concat", sign_used },
	{ NULL, NULL },
};

/* f:missing() without its brackets, or a word without them. */
static void refuse_function(lua_State *lua, int index)
{
	if (lua_iscfunction(lua, index))
		lua_sandbox_refuse(lua, _("a function is called with brackets: "
					  "f:missing(), f:eq(x)"));
}

int lua_figure_equal(lua_State *lua)
{
	lua_settop(lua, 2);
	if (lua_type(lua, 1) == LUA_TUSERDATA ||
	    lua_type(lua, 2) == LUA_TUSERDATA)
		lua_sandbox_refuse(lua, _("a figure has no == and no ~=; write "
					  "f:eq(x), not f:eq(x), or "
					  "f:missing()"));
	refuse_function(lua, 1);
	refuse_function(lua, 2);
	lua_pushboolean(lua, lua_compare(lua, 1, 2, LUA_OPEQ));
	return 1;
}

/* Asked for each condition, so mostly of yes or no. */
static int is_tested(lua_State *lua)
{
	if (lua_type(lua, 2) == LUA_TBOOLEAN)
		return 1;
	if (lua_type(lua, 2) == LUA_TUSERDATA)
		lua_sandbox_refuse(lua, _("a figure is neither true nor false, "
					  "nor nil; ask f:missing(), or "
					  "compare it: f:eq(x), f:above(x)"));
	refuse_function(lua, 2);
	return 1;
}

static int is_key(lua_State *lua)
{
	if (lua_type(lua, 2) == LUA_TUSERDATA)
		lua_sandbox_refuse(lua,
				   _("a figure is no key of a table: equal "
				     "figures would be different keys"));
	return 1;
}

/* Push what asks of that which it is raised to. */
static void push_asker(lua_State *lua, lua_CFunction ask)
{
	(void)lua_newuserdatauv(lua, 0, 0);
	lua_createtable(lua, 0, 2);
	lua_pushcfunction(lua, ask);
	lua_setfield(lua, -2, "__pow");
	lua_setmetatable(lua, -2);
}

/* Push the members of what asks whether something is true: to ask a function
 * of a yes or no takes longer than most rules do, so these are there. */
static void push_answers(lua_State *lua)
{
	lua_createtable(lua, 0, 2);
	for (int yes = 0; yes <= 1; yes++) {
		lua_pushboolean(lua, yes);
		lua_pushboolean(lua, yes);
		lua_rawset(lua, -3);
	}
	lua_createtable(lua, 0, 1);
	lua_pushcfunction(lua, is_tested);
	lua_setfield(lua, -2, "__index");
	lua_setmetatable(lua, -2);
}

void lua_figure_push_tested(lua_State *lua)
{
	push_asker(lua, is_tested);
	(void)lua_getmetatable(lua, -1);
	push_answers(lua);
	lua_setfield(lua, -2, "__index");
	lua_pop(lua, 1);
}

void lua_figure_push_key(lua_State *lua)
{
	push_asker(lua, is_key);
}

/* __index of the methods: there is none such. */
static int method_missed(lua_State *lua)
{
	lua_sandbox_refuse(lua,
			   _("a figure has no %s(); it has missing, eq, "
			     "below, above, at_least, at_most, plus, "
			     "minus, times and over"),
			   lua_sandbox_key(lua));
}

/* Push what figures of the door have in common, made once. */
static void push_common(lua_State *lua, struct lua_figure_door *door)
{
	if (lua_rawgetp(lua, LUA_REGISTRYINDEX, door) != LUA_TNIL)
		return;
	lua_pop(lua, 1);
	lua_newtable(lua);
	lua_pushlightuserdata(lua, door);
	luaL_setfuncs(lua, signs, 1);
	lua_newtable(lua);
	lua_pushlightuserdata(lua, door);
	luaL_setfuncs(lua, methods, 1);
	lua_newtable(lua);
	lua_pushcfunction(lua, method_missed);
	lua_setfield(lua, -2, "__index");
	lua_setmetatable(lua, -2);
	lua_setfield(lua, -2, "__index");
	lua_pushvalue(lua, -1);
	lua_rawsetp(lua, LUA_REGISTRYINDEX, door);
}

void *lua_figure_push(lua_State *lua, struct lua_figure_door *door)
{
	void *figure = lua_newuserdatauv(lua, door->figures->size, 0);

	push_common(lua, door);
	lua_setmetatable(lua, -2);
	return figure;
}
