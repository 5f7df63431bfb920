#include "model/scale.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/lua_load.h"
#include "lib/msg.h"
#include "lib/text.h"

static const char *const symbols[] = { "circle", "triangle", "diamond",
				       "ring" };

static const char *const scale_words[] = { "id", "about", NULL };
static const char *const grade_words[] = { "id", "label", "symbol", "colour",
					   NULL };

static struct place place_of(const struct lua_file *file,
			     const struct lua_node *node)
{
	return (struct place){ .file = file->path, .line = node->line };
}

static bool is_id(const char *id)
{
	return *id && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789.-") ==
			      strlen(id);
}

static bool is_symbol(const char *symbol)
{
	for (size_t i = 0; i < COUNT_OF(symbols); i++)
		if (strcmp(symbol, symbols[i]) == 0)
			return true;
	return false;
}

static bool is_colour(const char *colour)
{
	return strlen(colour) == 7 && colour[0] == '#' &&
	       strspn(colour + 1, "0123456789abcdef") == 6;
}

static bool grade_is_sound(const struct grade *grade,
			   const struct lua_file *file,
			   const struct lua_node *node)
{
	struct place place = place_of(file, node);
	bool sound = true;

	if (!is_id(grade->id)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("\"%s\" is no id: small letters a-z, digits, point "
			 "and hyphen were expected"),
		       grade->id);
		sound = false;
	}
	if (!is_symbol(grade->symbol)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("unknown symbol \"%s\": circle, triangle, diamond or "
			 "ring was expected"),
		       grade->symbol);
		sound = false;
	}
	if (!is_colour(grade->colour)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("\"%s\" is no colour: # and six digits 0-9 and a-f "
			 "were expected, like \"#2e7d32\""),
		       grade->colour);
		sound = false;
	}
	return sound;
}

static bool grade_is_new(const struct scale *scale, const struct grade *grade,
			 const struct lua_file *file,
			 const struct lua_node *node)
{
	for (size_t i = 0; i < scale->grade_count; i++) {
		const struct grade *other = &scale->grades[i];

		if (strcmp(other->id, grade->id) != 0 &&
		    strcmp(other->label, grade->label) != 0)
			continue;
		msg_at(OUTCOME_MISCONFIGURED, place_of(file, node),
		       _("scale \"%s\" has a grade \"%s\" (\"%s\") already"),
		       scale->id, other->id, other->label);
		return false;
	}
	return true;
}

static bool take_grade(struct scale *scale, struct arena *arena,
		       const struct lua_file *file, const struct lua_node *node)
{
	struct grade grade = { 0 };
	bool ok;

	if (node->kind != LUA_NODE_CALL || strcmp(node->text, "grade") != 0) {
		msg_at(OUTCOME_MISCONFIGURED, place_of(file, node),
		       _("a scale consists of grade { … }"));
		return false;
	}
	ok = lua_only(file, node, grade_words);
	grade.id = lua_string(file, node, "id", true);
	grade.label = lua_string(file, node, "label", true);
	grade.symbol = lua_string(file, node, "symbol", true);
	grade.colour = lua_string(file, node, "colour", true);
	if (!grade.id || !grade.label || !grade.symbol || !grade.colour)
		return false;
	ok = grade_is_sound(&grade, file, node) && ok;
	ok = grade_is_new(scale, &grade, file, node) && ok;
	grade.id = arena_strdup(arena, grade.id);
	grade.label = arena_strdup(arena, grade.label);
	grade.symbol = arena_strdup(arena, grade.symbol);
	grade.colour = arena_strdup(arena, grade.colour);
	scale->grades = arena_grow(arena, scale->grades, scale->grade_count,
				   sizeof(*scale->grades));
	scale->grades[scale->grade_count++] = grade;
	return ok;
}

static bool scale_is_sound(const struct scales *scales,
			   const struct scale *scale,
			   const struct lua_file *file,
			   const struct lua_node *statement)
{
	struct place place = place_of(file, statement);

	if (!is_id(scale->id)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("\"%s\" is no id: small letters a-z, digits, point "
			 "and hyphen were expected"),
		       scale->id);
		return false;
	}
	if (scale_lookup(scales, scale->id)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the scale \"%s\" is declared already"), scale->id);
		return false;
	}
	if (scale->grade_count < 2) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the scale \"%s\" has less than two grades"),
		       scale->id);
		return false;
	}
	return true;
}

bool scale_declare(struct scales *scales, struct arena *arena,
		   const struct lua_file *file,
		   const struct lua_node *statement)
{
	bool ok = lua_only(file, statement, scale_words);
	struct scale scale = { 0 };

	scale.id = arena_strdup(arena, lua_string(file, statement, "id", true));
	scale.about =
		arena_strdup(arena, lua_string(file, statement, "about", true));
	if (!scale.id || !scale.about)
		return false;
	for (size_t i = 0; i < statement->item_count; i++)
		ok = take_grade(&scale, arena, file, statement->items[i]) && ok;
	if (!ok || !scale_is_sound(scales, &scale, file, statement))
		return false;
	scales->list = arena_grow(arena, scales->list, scales->count,
				  sizeof(*scales->list));
	scales->list[scales->count++] = scale;
	return true;
}

const struct scale *scale_lookup(const struct scales *scales, const char *id)
{
	for (size_t i = 0; i < scales->count; i++)
		if (strcmp(scales->list[i].id, id) == 0)
			return &scales->list[i];
	return NULL;
}

const struct grade *scale_grade(const struct scale *scale, const char *id)
{
	for (size_t i = 0; i < scale->grade_count; i++)
		if (strcmp(scale->grades[i].id, id) == 0)
			return &scale->grades[i];
	return NULL;
}

const struct grade *scale_grade_named(const struct scale *scale,
				      const char *name)
{
	const struct grade *grade = scale_grade(scale, name);

	for (size_t i = 0; !grade && i < scale->grade_count; i++)
		if (strcmp(scale->grades[i].label, name) == 0)
			grade = &scale->grades[i];
	return grade;
}

void scale_add_labels(struct text *text, const struct scale *scale)
{
	for (size_t i = 0; i < scale->grade_count; i++)
		text_printf(text, "%s\"%s\"", i ? ", " : "",
			    scale->grades[i].label);
}
