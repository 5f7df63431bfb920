/*
 * The fields of a declaration, read with the type that they must have.
 */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/lua_load.h"
#include "lib/msg.h"
#include "lib/options.h" /* N_() */
#include "lib/spelling.h"

static const char *const kinds[] = {
	[LUA_NODE_BOOL] = N_("true or false"),
	[LUA_NODE_NUMBER] = N_("a number"),
	[LUA_NODE_STRING] = N_("a text"),
	[LUA_NODE_TABLE] = N_("a table"),
	[LUA_NODE_CALL] = N_("a word"),
};

static struct place place_of(const struct lua_file *file,
			     const struct lua_node *node)
{
	struct place place = { .file = file->path, .line = node->line };

	return place;
}

/* What a message calls the node: its word, or that it is a table. */
static const char *name_of(const struct lua_node *node)
{
	return node->kind == LUA_NODE_CALL ? node->text : _("the table");
}

const struct lua_node *lua_field(const struct lua_node *node, const char *name)
{
	for (size_t i = 0; i < node->field_count; i++)
		if (strcmp(node->fields[i].name, name) == 0)
			return node->fields[i].value;
	return NULL;
}

/* The field if it is there and of this kind; what else it is, is told. */
static const struct lua_node *field_of_kind(const struct lua_file *file,
					    const struct lua_node *node,
					    const char *name,
					    enum lua_kind kind, bool needed)
{
	const struct lua_node *value = lua_field(node, name);

	if (value && value->kind == kind)
		return value;
	if (value)
		msg_at(OUTCOME_MISCONFIGURED, place_of(file, value),
		       _("%s: %s must be %s, not %s"), name_of(node), name,
		       _(kinds[kind]), _(kinds[value->kind]));
	else if (needed)
		msg_at(OUTCOME_MISCONFIGURED, place_of(file, node),
		       _("%s: %s is missing; it must be %s"), name_of(node),
		       name, _(kinds[kind]));
	return NULL;
}

const char *lua_string(const struct lua_file *file, const struct lua_node *node,
		       const char *name, bool needed)
{
	const struct lua_node *value =
		field_of_kind(file, node, name, LUA_NODE_STRING, needed);

	return value ? value->text : NULL;
}

const char *lua_number(const struct lua_file *file, const struct lua_node *node,
		       const char *name, bool needed)
{
	const struct lua_node *value =
		field_of_kind(file, node, name, LUA_NODE_NUMBER, needed);

	return value ? value->text : NULL;
}

long lua_whole(const struct lua_file *file, const struct lua_node *node,
	       const char *name, long otherwise)
{
	const struct lua_node *value =
		field_of_kind(file, node, name, LUA_NODE_NUMBER, false);
	char *end;
	long whole;

	if (!value)
		return otherwise;
	errno = 0;
	whole = strtol(value->text, &end, 10);
	if (*end == '\0' && errno == 0)
		return whole;
	msg_at(OUTCOME_MISCONFIGURED, place_of(file, value),
	       _("%s: %s must be a whole number, not %s"), name_of(node), name,
	       value->text);
	return otherwise;
}

bool lua_flag(const struct lua_file *file, const struct lua_node *node,
	      const char *name, bool otherwise)
{
	const struct lua_node *value =
		field_of_kind(file, node, name, LUA_NODE_BOOL, false);

	return value ? value->yes : otherwise;
}

static bool is_listed(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

static void tell_unknown(const struct lua_file *file,
			 const struct lua_node *node,
			 const struct lua_field *field,
			 const char *const *names)
{
	struct spelling_search search = { .wanted = field->name };

	for (; *names; names++)
		spelling_offer(&search, *names);
	if (search.nearest)
		msg_at(OUTCOME_MISCONFIGURED, place_of(file, field->value),
		       _("%s: unknown field %s; did you mean %s?"),
		       name_of(node), field->name, search.nearest);
	else
		msg_at(OUTCOME_MISCONFIGURED, place_of(file, field->value),
		       _("%s: unknown field %s"), name_of(node), field->name);
}

bool lua_only(const struct lua_file *file, const struct lua_node *node,
	      const char *const *names)
{
	bool all = true;

	for (size_t i = 0; i < node->field_count; i++) {
		if (is_listed(node->fields[i].name, names))
			continue;
		all = false;
		tell_unknown(file, node, &node->fields[i], names);
	}
	return all;
}
