#include "model/where.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"
#include "model/profile.h"

static const struct {
	const char *word;
	enum where_test test;
	size_t least; /* arguments */
	size_t most;
} words[] = {
	{ "eq", WHERE_EQ, 1, 1 },
	{ "one_of", WHERE_EQ, 1, 1000 },
	{ "below", WHERE_BELOW, 1, 1 },
	{ "at_most", WHERE_AT_MOST, 1, 1 },
	{ "above", WHERE_ABOVE, 1, 1 },
	{ "at_least", WHERE_AT_LEAST, 1, 1 },
	{ "between", WHERE_BETWEEN, 2, 2 },
	{ "missing", WHERE_MISSING, 0, 0 },
	{ "present", WHERE_PRESENT, 0, 0 },
};

static bool take_test(struct where_condition *condition,
		      const struct lua_node *node)
{
	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (node->kind != LUA_NODE_CALL ||
		    strcmp(node->text, words[i].word) != 0)
			continue;
		condition->test = words[i].test;
		return node->item_count >= words[i].least &&
		       node->item_count <= words[i].most &&
		       node->field_count == 0;
	}
	return false;
}

static bool take_values(struct where_condition *condition,
			struct declaration *given, const struct lua_node *node)
{
	condition->values =
		arena_alloc(given->arena, (node->item_count + 1) *
						  sizeof(struct where_value));
	for (size_t i = 0; i < node->item_count; i++) {
		const struct lua_node *item = node->items[i];

		if (item->kind != LUA_NODE_STRING &&
		    item->kind != LUA_NODE_NUMBER)
			return false;
		condition->values[condition->value_count++].text =
			arena_strdup(given->arena, item->text);
	}
	return true;
}

static void take_all(struct where_all *all, struct declaration *given,
		     const struct lua_node *table)
{
	all->list = arena_alloc(given->arena,
				(table->field_count + 1) * sizeof(*all->list));
	for (size_t i = 0; i < table->field_count; i++) {
		const struct lua_field *field = &table->fields[i];
		struct where_condition *condition = &all->list[all->count];

		condition->column = arena_strdup(given->arena, field->name);
		condition->line = field->value->line;
		if (take_test(condition, field->value) &&
		    take_values(condition, given, field->value))
			all->count++;
		else
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, field->value),
			       _("where: %s must be eq(x), one_of(x, …), "
				 "below(x), at_most(x), above(x), at_least(x), "
				 "between(x, y), missing() or present()"),
			       field->name);
	}
	if (table->field_count == 0 || table->item_count > 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, table),
		       _("where: { column = eq(x), … } was expected"));
}

void where_take(struct where *where, struct declaration *given,
		const struct lua_node *node)
{
	const bool any = node->kind == LUA_NODE_CALL &&
			 strcmp(node->text, "any_of") == 0 &&
			 node->field_count == 0 && node->item_count > 0;
	size_t count = any ? node->item_count : 1;

	where->list = arena_alloc(given->arena, count * sizeof(*where->list));
	for (size_t i = 0; i < count; i++) {
		const struct lua_node *table = any ? node->items[i] : node;

		if (table->kind == LUA_NODE_TABLE)
			take_all(&where->list[where->count++], given, table);
		else
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, table),
			       _("where: { column = eq(x), … } was expected"));
	}
}

static bool is_compared(enum where_test test)
{
	return test != WHERE_EQ && test != WHERE_MISSING &&
	       test != WHERE_PRESENT;
}

/* A day, or the first one of a month or period. */
static bool read_day(struct where_value *value)
{
	struct window window;

	if (date_parse(&value->day, value->text))
		return true;
	if (!window_of_period(&window, value->text))
		return false;
	value->day = window.first;
	return true;
}

static bool read_value(struct where_value *value, const struct column *column,
		       enum where_test test)
{
	switch (column->type) {
	case COLUMN_NUMBER:
		return decimal_parse(&value->number, value->text);
	case COLUMN_DATE:
	case COLUMN_MONTH:
	case COLUMN_PERIOD:
		return read_day(value);
	case COLUMN_FIGURE:
	case COLUMN_DECISION:
		return false;
	default:
		return !is_compared(test);
	}
}

static bool prove_condition(struct where_condition *condition,
			    const struct profile *profile, struct place place)
{
	const struct column *column =
		profile_column(profile, condition->column);

	place.line = condition->line;
	if (!column) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("where: the source \"%s\" has no column \"%s\""),
		       profile->id, condition->column);
		return false;
	}
	condition->at = (size_t)(column - profile->columns);
	for (size_t i = 0; i < condition->value_count; i++) {
		if (read_value(&condition->values[i], column, condition->test))
			continue;
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("where: \"%s\" is nothing that the column \"%s\" can "
			 "be held against"),
		       condition->values[i].text, condition->column);
		return false;
	}
	return true;
}

bool where_prove(struct where *where, const struct profile *profile,
		 struct place place)
{
	bool ok = true;

	for (size_t i = 0; i < where->count; i++)
		for (size_t j = 0; j < where->list[i].count; j++)
			ok = prove_condition(&where->list[i].list[j], profile,
					     place) &&
			     ok;
	return ok;
}
