#include "model/declaration.h"

#include <string.h>

#include "lib/lang.h"

#define NAME_LONGEST 100

static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789.-";

bool id_is_sound(const char *id)
{
	return *id && id[strspn(id, letters)] == '\0';
}

/* Names of reports and sources become those of folders, and stand in commands:
 * one is neither ".." nor an option. */
static bool name_is_sound(const char *id)
{
	return id_is_sound(id) && *id != '.' && *id != '-' &&
	       strlen(id) <= NAME_LONGEST;
}

struct place declaration_fault(struct declaration *given,
			       const struct lua_node *at)
{
	struct place place = { .file = given->file->path };

	given->refused = true;
	place.line = at ? at->line : given->node->line;
	place.header = given->node->text;
	return place;
}

const char *declaration_string(struct declaration *given, const char *name,
			       bool needed)
{
	const char *text = lua_string(given->file, given->node, name, needed);

	if (!text && (needed || lua_field(given->node, name)))
		given->refused = true;
	return arena_strdup(given->arena, text);
}

long declaration_whole(struct declaration *given, const char *name,
		       long otherwise)
{
	const struct lua_node *field = lua_field(given->node, name);

	if (field &&
	    (field->kind != LUA_NODE_NUMBER || strchr(field->text, '.')))
		given->refused = true;
	return lua_whole(given->file, given->node, name, otherwise);
}

char declaration_char(struct declaration *given, const char *name,
		      const char *allowed)
{
	const char *text = declaration_string(given, name, false);

	if (!text)
		return allowed[0];
	if (strlen(text) == 1 && strchr(allowed, text[0]))
		return text[0];
	msg_at(OUTCOME_MISCONFIGURED,
	       declaration_fault(given, lua_field(given->node, name)),
	       _("%s = \"%s\" must be one of these characters: %s"), name, text,
	       allowed);
	return allowed[0];
}

bool declaration_flag(struct declaration *given, const char *name,
		      bool otherwise)
{
	const struct lua_node *field = lua_field(given->node, name);

	if (field && field->kind != LUA_NODE_BOOL)
		given->refused = true;
	return lua_flag(given->file, given->node, name, otherwise);
}

bool declaration_date(struct declaration *given, const char *name,
		      struct date *date)
{
	const char *text = declaration_string(given, name, true);

	if (!text)
		return false;
	if (date_parse(date, text))
		return true;
	msg_at(OUTCOME_MISCONFIGURED,
	       declaration_fault(given, lua_field(given->node, name)),
	       _("%s = \"%s\" is no day; write it as \"2025-04-30\""), name,
	       text);
	return false;
}

const char *declaration_id(struct declaration *given, const char *name)
{
	const char *id = declaration_string(given, name, true);

	if (!id || name_is_sound(id))
		return id;
	msg_at(OUTCOME_MISCONFIGURED,
	       declaration_fault(given, lua_field(given->node, name)),
	       _("%s = \"%s\" is no name; use a-z, 0-9, full stop and hyphen "
		 "only, a letter or digit first, and at most %d of them"),
	       name, id, NAME_LONGEST);
	return NULL;
}

const char **declaration_list(struct declaration *given, const char *name,
			      size_t *count)
{
	const struct lua_node *field = lua_field(given->node, name);
	const char **list = NULL;

	*count = 0;
	if (!field)
		return NULL;
	for (size_t i = 0; i < field->item_count; i++) {
		const struct lua_node *item = field->items[i];

		if (item->kind != LUA_NODE_STRING)
			break;
		list = arena_grow(given->arena, list, i, sizeof(*list));
		list[i] = arena_strdup(given->arena, item->text);
		(*count)++;
	}
	if (field->kind == LUA_NODE_TABLE && *count == field->item_count &&
	    field->field_count == 0)
		return list;
	msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, field),
	       _("%s must be a list of texts: { \"…\", \"…\" }"), name);
	*count = 0;
	return NULL;
}

void declaration_only(struct declaration *given, const char *const *names)
{
	if (!lua_only(given->file, given->node, names))
		given->refused = true;
}
