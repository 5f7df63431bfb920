/*
 * Tables in the sandbox: in an order that is the same in every run, and short
 * enough that one call in C ends soon.
 */
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/lua_sandbox.h"
#include "lib/lua_tree.h"

#define LONGEST 10000 /* members */

struct key {
	const char *text; /* NULL for a whole number; borrowed from Lua */
	size_t len;
	lua_Integer number;
};

static int compare_keys(const void *a, const void *b)
{
	const struct key *left = a;
	const struct key *right = b;
	size_t len = left->len < right->len ? left->len : right->len;
	int order;

	if (!left->text || !right->text) {
		if (left->text || right->text)
			return left->text ? 1 : -1;
		return (left->number > right->number) -
		       (left->number < right->number);
	}
	order = memcmp(left->text, right->text, len);
	return order != 0 ? order
			  : (left->len > right->len) - (left->len < right->len);
}

/* How many members the table at `index` has; refuses odd keys. */
static size_t count_keys(lua_State *lua, int index)
{
	size_t count = 0;

	for (lua_pushnil(lua); lua_next(lua, index); lua_pop(lua, 1)) {
		if (lua_tree_is_mark(lua, -2))
			continue;
		if (lua_type(lua, -2) != LUA_TSTRING && !lua_isinteger(lua, -2))
			lua_sandbox_refuse(lua, _("pairs needs names or whole "
						  "numbers as keys"));
		count++;
	}
	if (count > LONGEST)
		lua_sandbox_refuse(lua, _("the table has more than %d members"),
				   LONGEST);
	return count;
}

/* Push a list of the keys of the table at 1, in order. */
static void push_keys(lua_State *lua)
{
	size_t count = count_keys(lua, 1);
	struct key *keys =
		lua_newuserdatauv(lua, (count + 1) * sizeof(*keys), 0);
	size_t i = 0;

	for (lua_pushnil(lua); lua_next(lua, 1); lua_pop(lua, 1)) {
		if (lua_tree_is_mark(lua, -2))
			continue;
		keys[i] = (struct key){ 0 };
		if (lua_isinteger(lua, -2))
			keys[i].number = lua_tointeger(lua, -2);
		else
			keys[i].text = lua_tolstring(lua, -2, &keys[i].len);
		i++;
	}
	qsort(keys, count, sizeof(*keys), compare_keys);

	lua_createtable(lua, (int)count, 0);
	for (i = 0; i < count; i++) {
		if (keys[i].text)
			lua_pushlstring(lua, keys[i].text, keys[i].len);
		else
			lua_pushinteger(lua, keys[i].number);
		lua_rawseti(lua, -2, (lua_Integer)i + 1);
	}
	lua_remove(lua, -2);
}

/* The iterator: upvalues are the table, the list of its keys, and how many
 * were given.  Members that are gone by now are passed over. */
static int next_member(lua_State *lua)
{
	lua_Integer given = lua_tointeger(lua, lua_upvalueindex(3));

	for (;;) {
		lua_settop(lua, 0);
		given++;
		if (lua_rawgeti(lua, lua_upvalueindex(2), given) == LUA_TNIL)
			return 1;
		lua_pushvalue(lua, 1);
		if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL)
			break;
	}
	lua_pushinteger(lua, given);
	lua_replace(lua, lua_upvalueindex(3));
	return 2;
}

int lua_sandbox_pairs(lua_State *lua)
{
	luaL_checktype(lua, 1, LUA_TTABLE);
	lua_settop(lua, 1);
	/* the members of a settled table stand behind it */
	if (luaL_getmetafield(lua, 1, "__index") == LUA_TTABLE)
		lua_replace(lua, 1);
	lua_settop(lua, 1);
	push_keys(lua);
	lua_pushinteger(lua, 0);
	lua_pushcclosure(lua, next_member, 3);
	return 1;
}

/* Where things stand on the stack while a list is sorted. */
enum { LIST = 1, ORDER, COPY, SPARE };

/* Copy the list, which may be a settled one, and make room beside it. */
static void copy_list(lua_State *lua, lua_Integer count)
{
	lua_createtable(lua, (int)count, 0);
	for (lua_Integer i = 1; i <= count; i++) {
		(void)lua_geti(lua, LIST, i);
		if (!lua_rawequal(lua, -1, -1))
			lua_sandbox_refuse(lua, _("table.sort cannot sort what "
						  "is no number (0/0)"));
		lua_rawseti(lua, COPY, i);
	}
	lua_createtable(lua, (int)count, 0);
}

/* Whether the `b`th of the copy comes before the `a`th. */
static bool comes_before(lua_State *lua, lua_Integer b, lua_Integer a)
{
	const int top = lua_gettop(lua);
	bool before;

	lua_pushvalue(lua, ORDER);
	(void)lua_rawgeti(lua, COPY, b);
	(void)lua_rawgeti(lua, COPY, a);
	if (lua_isnil(lua, ORDER)) {
		before = lua_compare(lua, -2, -1, LUA_OPLT);
	} else {
		lua_call(lua, 2, 1);
		before = lua_toboolean(lua, -1);
	}
	lua_settop(lua, top);
	return before;
}

/* Put what stands sorted from `low` before `middle`, and from there before
 * `high`, sorted into the spare list. */
static void merge(lua_State *lua, lua_Integer low, lua_Integer middle,
		  lua_Integer high)
{
	lua_Integer left = low;
	lua_Integer right = middle;

	for (lua_Integer i = low; i < high; i++) {
		const bool takes_right =
			left == middle ||
			(right < high && comes_before(lua, right, left));

		(void)lua_rawgeti(lua, COPY, takes_right ? right++ : left++);
		lua_rawseti(lua, SPARE, i);
	}
}

static void merge_all(lua_State *lua, lua_Integer count)
{
	const lua_Integer end = count + 1;

	for (lua_Integer run = 1; run < count; run *= 2) {
		lua_sandbox_spend(lua, (long)count);
		for (lua_Integer low = 1; low < end; low += 2 * run) {
			const bool whole = end - low > run;
			const lua_Integer middle = whole ? low + run : end;

			merge(lua, low, middle,
			      end - middle > run ? middle + run : end);
		}
		lua_insert(lua, COPY);
	}
}

/* Put the copy back in its place, if its order is one. */
static void put_back(lua_State *lua, lua_Integer count)
{
	for (lua_Integer i = 2; i <= count; i++)
		if (comes_before(lua, i, i - 1))
			lua_sandbox_refuse(lua,
					   _("the function that table.sort is "
					     "given says of two values that "
					     "each comes before the other; "
					     "write < in it, not <="));
	for (lua_Integer i = 1; i <= count; i++) {
		(void)lua_rawgeti(lua, COPY, i);
		lua_seti(lua, LIST, i);
	}
}

/*
 * Not Lua's own: that one leaves equals in an order that depends on the clock,
 * and what an order that is none makes of the list passes for sorted.
 */
int lua_sandbox_sort(lua_State *lua)
{
	lua_Integer count;

	luaL_checktype(lua, LIST, LUA_TTABLE);
	lua_settop(lua, ORDER);
	if (!lua_isnil(lua, ORDER))
		luaL_checktype(lua, ORDER, LUA_TFUNCTION);
	count = luaL_len(lua, LIST);
	if (count > LONGEST)
		lua_sandbox_refuse(lua, _("the table has more than %d members"),
				   LONGEST);
	copy_list(lua, count);
	merge_all(lua, count);
	put_back(lua, count);
	return 0;
}
