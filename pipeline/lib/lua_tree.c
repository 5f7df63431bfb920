#include "lib/lua_tree.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/lua_sandbox.h"
#include "lib/xml_writer.h"

#define NODES 100000
#define LEVELS 32

/* Only its address counts. */
static char mark;

void lua_tree_push_mark(lua_State *lua)
{
	lua_pushlightuserdata(lua, &mark);
}

bool lua_tree_is_mark(lua_State *lua, int index)
{
	return lua_touserdata(lua, index) == &mark;
}

/* Where the table at `index` begins; `otherwise` if it came about without a
 * constructor. */
static long line_of(lua_State *lua, int index, long otherwise)
{
	long line = otherwise;

	if (lua_rawgetp(lua, index, &mark) == LUA_TNUMBER)
		line = (long)lua_tointeger(lua, -1);
	lua_pop(lua, 1);
	return line;
}

_Noreturn static void refuse(struct lua_tree *tree, lua_State *lua,
			     const char *what)
{
	if (tree->field)
		lua_sandbox_refuse(lua, "%s: %s: %s", tree->inside, tree->field,
				   what);
	lua_sandbox_refuse(lua, "%s: %s", tree->inside, what);
}

void lua_tree_count(lua_State *lua, long *nodes, long more)
{
	*nodes += more;
	if (*nodes > NODES)
		lua_sandbox_refuse(
			lua, _("the file declares more than %d values"), NODES);
}

static struct lua_node *new_node(struct lua_tree *tree, lua_State *lua,
				 enum lua_kind kind, long line)
{
	struct lua_node *node;

	lua_tree_count(lua, &tree->made, 1);
	lua_tree_count(lua, &tree->size, 1);
	node = arena_alloc(tree->arena, sizeof(*node));
	node->kind = kind;
	node->line = line;
	return node;
}

/* The text at `index`, in the arena; long ones count as many nodes. */
static const char *text_of(struct lua_tree *tree, lua_State *lua, int index)
{
	size_t len;
	const char *text = lua_tolstring(lua, index, &len);

	if (!xml_writer_accepts(text, len))
		refuse(tree, lua,
		       _("a text must be UTF-8 without control characters"));
	lua_tree_count(lua, &tree->made, (long)(len / 64));
	return arena_strndup(tree->arena, text, len);
}

/* Cut zeros behind the point, and a point that nothing follows. */
static void trim_zeros(char *plain, size_t len)
{
	if (!strchr(plain, '.'))
		return;
	while (plain[len - 1] == '0')
		len--;
	if (plain[len - 1] == '.')
		len--;
	plain[len] = '\0';
}

/*
 * A floating point number as the decimal that people wrote: 15 digits, and
 * only if they read back as the same number.  0.1 + 0.2 is not 0.3 here, and
 * is refused rather than rounded.
 */
static bool float_decimal(lua_State *lua, int index, char plain[LUA_DECIMAL])
{
	lua_Number value = lua_tonumber(lua, index);
	char shortest[32];
	long exponent;
	size_t len;

	(void)snprintf(shortest, sizeof(shortest), "%.14e", value);
	if (lua_stringtonumber(lua, shortest) == 0)
		return false;
	if (lua_tonumber(lua, -1) != value) {
		lua_pop(lua, 1);
		return false;
	}
	lua_pop(lua, 1);
	exponent = strtol(strchr(shortest, 'e') + 1, NULL, 10);
	if (exponent > 14 || exponent < -14)
		return false;
	len = (size_t)snprintf(plain, LUA_DECIMAL, "%.*f",
			       value == 0 ? 0 : (int)(14 - exponent),
			       value == 0 ? 0 : value);
	trim_zeros(plain, len);
	return true;
}

bool lua_tree_decimal(lua_State *lua, int index, char decimal[LUA_DECIMAL])
{
	if (!lua_isinteger(lua, index))
		return float_decimal(lua, index, decimal);
	(void)snprintf(decimal, LUA_DECIMAL, "%lld",
		       (long long)lua_tointeger(lua, index));
	return true;
}

static const char *number_of(struct lua_tree *tree, lua_State *lua, int index)
{
	char decimal[LUA_DECIMAL];

	if (!lua_tree_decimal(lua, index, decimal))
		refuse(tree, lua,
		       _("the number is not exact, or too large or too small; "
			 "write it out as a decimal of at most 15 digits"));
	return arena_strdup(tree->arena, decimal);
}

/* A function, where one may stand: kept for calling. */
static struct lua_node *function_of(struct lua_tree *tree, lua_State *lua,
				    int index)
{
	struct lua_kept *kept = arena_alloc(tree->arena, sizeof(*kept));
	lua_Debug about = { 0 };

	if (!tree->function || !tree->field || tree->depth != 1 ||
	    strcmp(tree->field, tree->function) != 0)
		refuse(tree, lua,
		       _("a function cannot stand here; a word is called with "
			 "brackets: period()"));
	if (lua_iscfunction(lua, index))
		refuse(tree, lua, _("a function of your own was expected"));
	lua_tree_count(lua, &tree->made, 1);
	lua_tree_count(lua, &tree->size, 1);
	lua_pushvalue(lua, index);
	(void)lua_getinfo(lua, ">S", &about);
	kept->node.kind = LUA_NODE_FUNCTION;
	kept->node.line = about.linedefined;
	lua_pushvalue(lua, index);
	kept->node.kept = luaL_ref(lua, LUA_REGISTRYINDEX);
	kept->next = tree->functions;
	tree->functions = kept;
	return &kept->node;
}

/* A term that was made before: it is not copied, but counts again. */
static struct lua_node *take_term(struct lua_tree *tree, lua_State *lua,
				  int index)
{
	struct lua_term *term = lua_touserdata(lua, index);

	lua_tree_count(lua, &tree->size, term->size);
	if (tree->depth + term->depth > tree->deepest)
		tree->deepest = tree->depth + term->depth;
	term->used = true;
	return &term->node;
}

static void fill(struct lua_tree *tree, lua_State *lua, struct lua_node *node,
		 int index);

static struct lua_node *table_of(struct lua_tree *tree, lua_State *lua,
				 int index, long line)
{
	struct lua_node *node =
		new_node(tree, lua, LUA_NODE_TABLE, line_of(lua, index, line));

	fill(tree, lua, node, index);
	return node;
}

/* The value at `index`, counted from the bottom, around which `line` is. */
static struct lua_node *node_of(struct lua_tree *tree, lua_State *lua,
				int index, long line)
{
	struct lua_node *node = NULL;

	switch (lua_type(lua, index)) {
	case LUA_TBOOLEAN:
		node = new_node(tree, lua, LUA_NODE_BOOL, line);
		node->yes = lua_toboolean(lua, index);
		return node;
	case LUA_TNUMBER:
		node = new_node(tree, lua, LUA_NODE_NUMBER, line);
		node->text = number_of(tree, lua, index);
		return node;
	case LUA_TSTRING:
		node = new_node(tree, lua, LUA_NODE_STRING, line);
		node->text = text_of(tree, lua, index);
		return node;
	case LUA_TTABLE:
		return table_of(tree, lua, index, line);
	case LUA_TLIGHTUSERDATA:
		if (lua_tree_is_mark(lua, index))
			refuse(tree, lua, _("the word is not for use"));
		return take_term(tree, lua, index);
	case LUA_TFUNCTION:
		return function_of(tree, lua, index);
	default:
		refuse(tree, lua, _("there is no value (nil)"));
	}
}

static int compare_fields(const void *a, const void *b)
{
	const struct lua_field *left = a;
	const struct lua_field *right = b;

	return strcmp(left->name, right->name);
}

/* Note the names of the table at `index`, sorted: Lua's own order differs
 * from run to run.  Gives the number of its other members. */
static lua_Integer read_names(struct lua_tree *tree, lua_State *lua,
			      struct lua_node *node, int index)
{
	lua_Integer others = 0;

	for (lua_pushnil(lua); lua_next(lua, index); lua_pop(lua, 1)) {
		if (lua_type(lua, -2) != LUA_TSTRING) {
			others += !lua_tree_is_mark(lua, -2);
			continue;
		}
		lua_tree_count(lua, &tree->made, 1);
		node->fields =
			arena_grow(tree->arena, node->fields, node->field_count,
				   sizeof(*node->fields));
		node->fields[node->field_count++].name = text_of(tree, lua, -2);
	}
	if (node->field_count > 0)
		qsort(node->fields, node->field_count, sizeof(*node->fields),
		      compare_fields);
	return others;
}

static void add_item(struct lua_tree *tree, struct lua_node *node,
		     struct lua_node *item)
{
	node->items = arena_grow(tree->arena, node->items, node->item_count,
				 sizeof(struct lua_node *));
	node->items[node->item_count++] = item;
}

/* Give `node` the items and fields of the table at `index`. */
static void fill(struct lua_tree *tree, lua_State *lua, struct lua_node *node,
		 int index)
{
	const char *around = tree->field;
	lua_Integer items;

	luaL_checkstack(lua, 8, NULL);
	if (++tree->depth > tree->deepest)
		tree->deepest = tree->depth;
	if (tree->deepest > LEVELS)
		refuse(tree, lua, _("the table is too deep, or holds itself"));
	items = read_names(tree, lua, node, index);
	for (lua_Integer i = 1; i <= items; i++) {
		if (lua_rawgeti(lua, index, i) == LUA_TNIL)
			refuse(tree, lua,
			       _("the list has a hole: a value is nil, or "
				 "stands at a place of its own"));
		add_item(tree, node,
			 node_of(tree, lua, lua_gettop(lua), node->line));
		lua_pop(lua, 1);
	}
	for (size_t i = 0; i < node->field_count; i++) {
		tree->field = node->fields[i].name;
		lua_pushstring(lua, node->fields[i].name);
		lua_rawget(lua, index);
		node->fields[i].value =
			node_of(tree, lua, lua_gettop(lua), node->line);
		lua_pop(lua, 1);
	}
	tree->field = around;
	tree->depth--;
}

struct lua_term *lua_tree_call(struct lua_tree *tree, lua_State *lua,
			       const char *word, long line)
{
	struct lua_term *term = arena_alloc(tree->arena, sizeof(*term));
	struct lua_node *node = &term->node;
	int count = lua_gettop(lua);

	tree->inside = word;
	tree->field = NULL;
	tree->size = 1;
	tree->depth = 0;
	tree->deepest = 0;
	lua_tree_count(lua, &tree->made, 1);
	node->kind = LUA_NODE_CALL;
	node->text = word;
	node->line = line;
	if (count == 1 && lua_type(lua, 1) == LUA_TTABLE)
		fill(tree, lua, node, 1);
	else
		for (int i = 1; i <= count; i++)
			add_item(tree, node, node_of(tree, lua, i, line));
	term->size = tree->size;
	term->depth = tree->deepest + 1;
	if (term->depth > LEVELS)
		refuse(tree, lua, _("the table is too deep, or holds itself"));
	return term;
}
