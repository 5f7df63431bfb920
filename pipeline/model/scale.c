#include "model/scale.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"
#include "model/declaration.h"

static bool is_symbol(const char *symbol)
{
	static const char *const symbols[] = { "circle", "triangle", "diamond",
					       "ring" };

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

static void prove_look(const struct grade *grade, struct declaration *given)
{
	if (!is_symbol(grade->symbol))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("unknown symbol \"%s\": circle, triangle, diamond or "
			 "ring was expected"),
		       grade->symbol);
	if (!is_colour(grade->colour))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("\"%s\" is no colour: # and six digits 0-9 and a-f "
			 "were expected, like \"#2e7d32\""),
		       grade->colour);
}

static void prove_new(const struct scale *scale, const struct grade *grade,
		      struct declaration *given)
{
	for (size_t i = 0; i < scale->grade_count; i++) {
		const struct grade *other = &scale->grades[i];

		if (strcmp(other->id, grade->id) == 0 ||
		    strcmp(other->label, grade->label) == 0)
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("scale \"%s\" has a grade \"%s\" (\"%s\") "
				 "already"),
			       scale->id, other->id, other->label);
	}
}

static bool take_grade(struct scale *scale, const struct declaration *within,
		       const struct lua_node *node)
{
	static const char *const words[] = { "id", "label", "symbol", "colour",
					     NULL };
	struct declaration given = { within->arena, within->file, node, false };
	struct grade grade = { 0 };

	if (node->kind != LUA_NODE_CALL || strcmp(node->text, "grade") != 0) {
		given.node = within->node;
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, node),
		       _("a scale consists of grade { … }"));
		return false;
	}
	declaration_only(&given, words);
	grade.id = declaration_id(&given, "id");
	grade.label = declaration_string(&given, "label", true);
	grade.symbol = declaration_string(&given, "symbol", true);
	grade.colour = declaration_string(&given, "colour", true);
	if (!grade.id || !grade.label || !grade.symbol || !grade.colour)
		return false;
	prove_look(&grade, &given);
	prove_new(scale, &grade, &given);
	scale->grades = arena_grow(given.arena, scale->grades,
				   scale->grade_count, sizeof(*scale->grades));
	scale->grades[scale->grade_count++] = grade;
	return !given.refused;
}

static void prove_scale(const struct scales *scales, const struct scale *scale,
			struct declaration *given)
{
	if (scale_lookup(scales, scale->id))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("the scale \"%s\" is declared twice"), scale->id);
	if (scale->grade_count < 2)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("the scale \"%s\" has less than two grades"),
		       scale->id);
}

bool scale_declare(struct scales *scales, struct arena *arena,
		   const struct lua_file *file,
		   const struct lua_node *statement)
{
	static const char *const words[] = { "id", "about", NULL };
	struct declaration given = { arena, file, statement, false };
	struct scale scale = { 0 };

	declaration_only(&given, words);
	scale.id = declaration_id(&given, "id");
	scale.about = declaration_string(&given, "about", true);
	if (!scale.id || !scale.about)
		return false;
	for (size_t i = 0; i < statement->item_count; i++)
		if (!take_grade(&scale, &given, statement->items[i]))
			given.refused = true;
	if (!given.refused)
		prove_scale(scales, &scale, &given);
	if (given.refused)
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
