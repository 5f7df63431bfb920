#include "lib/lua_closure.h"

#include <assert.h>
#include <lauxlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/lua_code.h"
#include "lib/lua_sandbox.h"
#include "lib/lua_token.h"
#include "lib/text.h"

#define LEVELS 64
#define WATCHED 3 /* values for each variable: function, place, value */
#define TEXT_LONGEST (16UL << 20) /* bytes, of all functions of a file */

/* The source, with where reading begins to find the tokens of a line. */
struct lines {
	struct lua_tokens *starts; /* of the line by its number */
	long count;
};

/* A walk through all that one function can reach. */
struct walk {
	lua_State *lua;
	const struct lines *lines;
	struct text *text; /* the tree's */
	size_t room;       /* bytes that it may have */
	int seen;          /* on the stack: what was met, by itself */
	int watched;       /* likewise: WATCHED values for each variable */
	lua_Integer count; /* in `watched` */
	int depth;
};

static int table_written(lua_State *lua)
{
	lua_sandbox_refuse(lua, _("what stands outside the function cannot be "
				  "changed by it"));
}

/* The upvalue holds the members of a settled table. */
static int settled_length(lua_State *lua)
{
	lua_pushinteger(lua, (lua_Integer)lua_rawlen(lua, lua_upvalueindex(1)));
	return 1;
}

/* Move the members of the table at `index` behind it, where nobody writes. */
static void settle_table(lua_State *lua, int index)
{
	int behind;

	lua_newtable(lua);
	behind = lua_gettop(lua);
	for (lua_pushnil(lua); lua_next(lua, index);) {
		lua_pushvalue(lua, -2);
		lua_insert(lua, -2);
		lua_rawset(lua, behind);
		lua_pushvalue(lua, -1);
		lua_pushnil(lua);
		lua_rawset(lua, index);
	}
	lua_newtable(lua);
	lua_pushvalue(lua, behind);
	lua_setfield(lua, -2, "__index");
	lua_pushcfunction(lua, table_written);
	lua_setfield(lua, -2, "__newindex");
	lua_pushvalue(lua, behind);
	lua_pushcclosure(lua, settled_length, 1);
	lua_setfield(lua, -2, "__len");
	lua_setmetatable(lua, index);
	lua_settop(lua, behind - 1);
}

/* Whether the value at the top was met before; it is from now on. */
static bool was_seen(const struct walk *walk)
{
	lua_State *lua = walk->lua;
	bool seen;

	lua_pushvalue(lua, -1);
	seen = lua_rawget(lua, walk->seen) != LUA_TNIL;
	lua_pop(lua, 1);
	lua_pushvalue(lua, -1);
	lua_pushboolean(lua, true);
	lua_rawset(lua, walk->seen);
	return seen;
}

/* A file may have thousands of functions: its tokens are not read for each. */
static void find_lines(struct lines *lines, struct arena *arena,
		       const struct text *source)
{
	const char *at = text_string(source);
	struct lua_tokens tokens = { at, at + source->len, 1 };
	struct lua_tokens start = tokens;
	struct lua_token token = { 0 };

	while (lua_token_next(&tokens, &token)) {
		while (lines->count <= token.line) {
			lines->starts = arena_grow(arena, lines->starts,
						   (size_t)lines->count,
						   sizeof(*lines->starts));
			lines->starts[lines->count++] = start;
		}
		start = tokens;
	}
}

/* The lines of the file that the function at the top stands in, without their
 * remarks and spaces: those may change. */
static void add_source(const struct walk *walk)
{
	struct lua_tokens tokens;
	struct lua_token token = { 0 };
	lua_Debug about = { 0 };

	lua_pushvalue(walk->lua, -1);
	(void)lua_getinfo(walk->lua, ">S", &about);
	assert(walk->lines->starts); /* there is no function without a token */
	tokens = walk->lines->starts[about.linedefined];
	while (lua_token_next(&tokens, &token) &&
	       token.line <= about.lastlinedefined) {
		text_add_bytes(walk->text, token.at, token.len);
		text_add_char(walk->text, ' ');
	}
}

static void walk_value(struct walk *walk);

/* Remember the variable that is the `place`th of the function at the top. */
static void watch(struct walk *walk, int place)
{
	lua_State *lua = walk->lua;
	const lua_Integer first = walk->count;

	lua_pushvalue(lua, -1);
	lua_rawseti(lua, walk->watched, first + 1);
	lua_pushinteger(lua, place);
	lua_rawseti(lua, walk->watched, first + 2);
	(void)lua_getupvalue(lua, -1, place);
	lua_rawseti(lua, walk->watched, first + 3);
	walk->count += WATCHED;
}

/* A constant that lib/lua_code.h puts around the file. */
static bool is_ours(const char *name)
{
	static const char *const ours[] = { LUA_MARK, LUA_EQUAL, LUA_TRUE,
					    LUA_KEY };

	for (size_t i = 0; i < COUNT_OF(ours); i++)
		if (strcmp(name, ours[i]) == 0)
			return true;
	return false;
}

static void walk_function(struct walk *walk)
{
	lua_State *lua = walk->lua;
	const char *name;

	if (lua_iscfunction(lua, -1)) {
		text_add(walk->text, "(lua)");
		return;
	}
	add_source(walk);
	for (int i = 1; (name = lua_getupvalue(lua, -1, i)) != NULL; i++) {
		lua_pop(lua, 1);
		if (is_ours(name))
			continue;
		watch(walk, i);
		if (strcmp(name, "_ENV") == 0)
			continue;
		text_printf(walk->text, "%s = ", name);
		(void)lua_getupvalue(lua, -1, i);
		walk_value(walk);
		lua_pop(lua, 1);
		text_add(walk->text, "\n");
	}
}

/* In the order of pairs(); what stands in it before it is settled itself. */
static void walk_table(struct walk *walk)
{
	lua_State *lua = walk->lua;
	const int table = lua_gettop(lua);

	text_add(walk->text, "{");
	lua_pushcfunction(lua, lua_sandbox_pairs);
	lua_pushvalue(lua, table);
	lua_call(lua, 1, 1);
	for (;;) {
		lua_pushvalue(lua, -1);
		lua_call(lua, 0, 2);
		if (lua_isnil(lua, -2))
			break;
		lua_pushvalue(lua, -2);
		text_printf(walk->text, "[%s] = ", lua_tostring(lua, -1));
		lua_pop(lua, 1);
		walk_value(walk);
		text_add(walk->text, ", ");
		lua_pop(lua, 2);
	}
	lua_settop(lua, table);
	text_add(walk->text, "}");
	if (!lua_getmetatable(lua, table))
		settle_table(lua, table);
	lua_settop(lua, table);
}

/* Add the value at the top, and settle it. */
static void walk_value(struct walk *walk)
{
	lua_State *lua = walk->lua;
	const int type = lua_type(lua, -1);

	luaL_checkstack(lua, 12, NULL);
	if (walk->text->len > walk->room)
		lua_sandbox_refuse(lua,
				   _("the functions of the file use more than "
				     "%d KiB of other functions, tables and "
				     "texts together"),
				   (int)(TEXT_LONGEST >> 10));
	if (++walk->depth > LEVELS)
		lua_sandbox_refuse(lua, _("the table is too deep, or holds "
					  "itself"));
	if (type == LUA_TTABLE || type == LUA_TFUNCTION) {
		if (was_seen(walk))
			text_add(walk->text, "(again)");
		else if (type == LUA_TTABLE)
			walk_table(walk);
		else
			walk_function(walk);
	} else if (type == LUA_TLIGHTUSERDATA) {
		text_add(walk->text, "(word)");
	} else {
		text_printf(walk->text, "%s %s", lua_typename(lua, type),
			    luaL_tolstring(lua, -1, NULL));
		lua_pop(lua, 1);
	}
	walk->depth--;
}

/* What a walk found, kept in the registry by the function itself. */
static void keep_watched(const struct walk *walk, int function)
{
	lua_State *lua = walk->lua;

	lua_pushvalue(lua, function);
	lua_pushvalue(lua, walk->watched);
	lua_rawset(lua, LUA_REGISTRYINDEX);
}

/* Takes what its text needs of the `room` for those of the file. */
static void settle(lua_State *lua, struct lua_tree *tree,
		   struct lua_node *function, const struct lines *lines,
		   size_t *room)
{
	struct walk walk = {
		.lua = lua, .lines = lines, .text = &tree->text, .room = *room
	};
	const int top = lua_gettop(lua);

	lua_sandbox_look_at(lua, function->line);
	lua_newtable(lua);
	walk.seen = lua_gettop(lua);
	lua_newtable(lua);
	walk.watched = lua_gettop(lua);
	(void)lua_rawgeti(lua, LUA_REGISTRYINDEX, function->kept);
	text_reset(&tree->text);
	walk_value(&walk);
	*room -= tree->text.len < *room ? tree->text.len : *room;
	function->text = arena_strdup(tree->arena, text_string(&tree->text));
	keep_watched(&walk, lua_gettop(lua));
	lua_settop(lua, top);
}

void lua_closures_settle(lua_State *lua, struct lua_tree *tree,
			 const struct text *source)
{
	static const char *const libraries[] = { "string", "table", "math" };
	struct lines lines = { 0 };
	size_t room = TEXT_LONGEST;

	for (size_t i = 0; i < COUNT_OF(libraries); i++) {
		(void)lua_getfield(lua, -1, libraries[i]);
		settle_table(lua, lua_gettop(lua));
		lua_pop(lua, 1);
	}
	find_lines(&lines, tree->arena, source);
	for (struct lua_kept *kept = tree->functions; kept; kept = kept->next)
		settle(lua, tree, &kept->node, &lines, &room);
	lua_sandbox_look_at(lua, 0);
}

static void refuse_change(lua_State *lua, int function, int place)
{
	const char *name = lua_getupvalue(lua, function, place);

	lua_sandbox_refuse(lua,
			   _("the function changes %s, which stands outside "
			     "it; it must answer the same whenever it is asked "
			     "the same"),
			   name ? name : "?");
}

bool lua_closure_watches(lua_State *lua)
{
	bool watches;

	lua_pushvalue(lua, -1);
	(void)lua_rawget(lua, LUA_REGISTRYINDEX);
	watches = lua_rawlen(lua, -1) > 0;
	lua_pop(lua, 1);
	return watches;
}

void lua_closure_prove(lua_State *lua)
{
	const int function = lua_gettop(lua);
	const int watched = function + 1;
	lua_Integer place;

	lua_pushvalue(lua, function);
	(void)lua_rawget(lua, LUA_REGISTRYINDEX);
	for (lua_Integer i = 0;
	     lua_rawgeti(lua, watched, i + 1) == LUA_TFUNCTION; i += WATCHED) {
		(void)lua_rawgeti(lua, watched, i + 2);
		place = lua_tointeger(lua, -1);
		(void)lua_rawgeti(lua, watched, i + 3);
		(void)lua_getupvalue(lua, watched + 1, (int)place);
		if (!lua_rawequal(lua, -1, -2))
			refuse_change(lua, watched + 1, (int)place);
		lua_settop(lua, watched);
	}
	lua_settop(lua, function);
}
