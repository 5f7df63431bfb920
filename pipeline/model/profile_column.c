#include "model/profile_column.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"

static const char *const type_names[] = {
	[COLUMN_TEXT] = "text",           [COLUMN_CODE] = "code",
	[COLUMN_NUMBER] = "number",       [COLUMN_FIGURE] = "figure",
	[COLUMN_DATE] = "date",           [COLUMN_MONTH] = "month",
	[COLUMN_PERIOD] = "period",       [COLUMN_UNIT] = "unit",
	[COLUMN_INDICATOR] = "indicator", [COLUMN_DECISION] = "decision",
	[COLUMN_WORD] = "word",
};

const char *column_type_name(enum column_type type)
{
	return type_names[type];
}

static enum column_type take_type(struct declaration *given)
{
	const char *name = declaration_string(given, "type", false);

	for (size_t i = 0; name && i < COUNT_OF(type_names); i++)
		if (strcmp(type_names[i], name) == 0)
			return (enum column_type)i;
	if (name)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("type = \"%s\" is not known; write text, code, "
			 "number, figure, date, month, period, unit, "
			 "indicator, decision or word"),
		       name);
	return COLUMN_TEXT;
}

static bool take_limit(struct declaration *given, const char *name,
		       struct decimal *limit)
{
	const char *number;

	if (!lua_field(given->node, name))
		return false;
	number = lua_number(given->file, given->node, name, false);
	if (number && decimal_parse(limit, number))
		return true;
	if (number)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("%s = %s is too large a number"), name, number);
	given->refused = true;
	return false;
}

static bool take_day(struct declaration *given, const char *name,
		     struct date *day)
{
	return lua_field(given->node, name) &&
	       declaration_date(given, name, day);
}

static bool is_of_time(const struct column *column)
{
	return column->type == COLUMN_DATE || column->type == COLUMN_MONTH ||
	       column->type == COLUMN_PERIOD;
}

/* Both are of the kind that the column's type has. */
static void take_limits(struct column *column, struct declaration *given)
{
	if (is_of_time(column)) {
		column->has_min = take_day(given, "min", &column->earliest);
		column->has_max = take_day(given, "max", &column->latest);
	} else {
		column->has_min = take_limit(given, "min", &column->min);
		column->has_max = take_limit(given, "max", &column->max);
	}
}

static void take_header(struct column *column, struct declaration *given)
{
	const struct lua_node *node = given->node;

	if (node->item_count == 1 && node->items[0]->kind == LUA_NODE_STRING &&
	    *node->items[0]->text)
		column->header =
			arena_strdup(given->arena, node->items[0]->text);
	else
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a column begins with its header as it stands in the "
			 "export: column { \"Enhet\", … }"));
}

static void prove_limits(const struct column *column, struct declaration *given)
{
	bool may = column->type == COLUMN_NUMBER ||
		   column->type == COLUMN_FIGURE || is_of_time(column);

	if (!may && (column->has_min || column->has_max))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("min and max need a type of numbers or of time"));
	if (column->has_min && column->has_max &&
	    (decimal_compare(column->min, column->max) > 0 ||
	     date_compare(column->earliest, column->latest) > 0))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("min is larger than max"));
}

static void prove_words(const struct column *column, struct declaration *given)
{
	if ((column->type == COLUMN_WORD) != (column->word_count > 0))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("words = { … } and type = \"word\" belong together"));
	if (column->pattern &&
	    (column->type != COLUMN_CODE || !*column->pattern))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("pattern = \"…\" needs type = \"code\", and a sign or "
			 "more: 9 a digit, A a letter, * anything"));
	if (column->quantity && column->type != COLUMN_NUMBER)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("quantity = \"%s\" needs type = \"number\""),
		       column->quantity);
}

/* A row without these is of nobody or about nothing. */
static void prove_needed(const struct column *column, struct declaration *given)
{
	bool needed = column->type == COLUMN_UNIT ||
		      column->type == COLUMN_INDICATOR ||
		      column->type == COLUMN_DECISION;

	if (needed && (column->optional || column->may_be_empty))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a column of type = \"%s\" can be neither optional "
			 "nor "
			 "may_be_empty"),
		       column_type_name(column->type));
}

static void prove_names(const struct profile *profile,
			const struct column *column, struct declaration *given)
{
	for (size_t i = 0; i < profile->column_count; i++) {
		const struct column *other = &profile->columns[i];

		if (column->as && strcmp(other->as, column->as) == 0)
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("as = \"%s\" is the name of a column above "
				 "too"),
			       column->as);
		if (column->header &&
		    strcmp(other->header, column->header) == 0)
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("the column \"%s\" is declared twice"),
			       column->header);
	}
}

bool column_declare(struct profile *profile, struct arena *arena,
		    const struct lua_file *file, const struct lua_node *node)
{
	static const char *const names[] = {
		"as",  "type",  "optional", "may_be_empty", "personal", "min",
		"max", "words", "pattern",  "quantity",     "adds",     NULL
	};
	struct declaration given = { arena, file, node, false };
	struct column column = { .line = node->line };

	declaration_only(&given, names);
	take_header(&column, &given);
	column.as = declaration_id(&given, "as");
	column.type = take_type(&given);
	column.optional = declaration_flag(&given, "optional", false);
	column.may_be_empty = declaration_flag(&given, "may_be_empty", false);
	column.adds = declaration_flag(&given, "adds", true);
	column.personal = declaration_flag(&given, "personal", false);
	take_limits(&column, &given);
	column.pattern = declaration_string(&given, "pattern", false);
	column.quantity = declaration_string(&given, "quantity", false);
	column.words = declaration_list(&given, "words", &column.word_count);
	prove_limits(&column, &given);
	prove_words(&column, &given);
	prove_needed(&column, &given);
	prove_names(profile, &column, &given);
	if (given.refused)
		return false;

	profile->columns =
		arena_grow(arena, profile->columns, profile->column_count,
			   sizeof(*profile->columns));
	profile->columns[profile->column_count++] = column;
	return true;
}
