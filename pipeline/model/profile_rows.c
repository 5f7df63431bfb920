#include "model/profile_rows.h"

#include <string.h>

#include "lib/lang.h"
#include "model/cell.h"

/* NULL, and told, if there is no such column. */
static const struct column *column_named(const struct profile *profile,
					 struct declaration *given,
					 const char *as)
{
	const struct column *column = as ? profile_column(profile, as) : NULL;

	if (as && !column)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("there is no column \"%s\" in this source"), as);
	return column;
}

static void take_duplicates(struct profile *profile, struct declaration *given)
{
	static const char *const names[] = {
		[DUPLICATES_REFUSE] = "refuse",
		[DUPLICATES_FIRST] = "first",
		[DUPLICATES_LAST] = "last",
	};
	const char *name = declaration_string(given, "duplicates", false);

	for (size_t i = 0; name && i < COUNT_OF(names); i++) {
		if (strcmp(names[i], name) != 0)
			continue;
		profile->duplicates = (enum duplicates)i;
		name = profile->key_count > 0 ? NULL : name;
		break;
	}
	if (name)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("duplicates = \"%s\" must be \"first\", \"last\" or "
			 "\"refuse\", and stand with a key = { … }"),
		       name);
}

static void prove_key(const struct profile *profile, struct declaration *given,
		      size_t at)
{
	const char *as = profile->key[at];
	const struct column *column = column_named(profile, given, as);

	for (size_t i = 0; i < at; i++)
		if (strcmp(profile->key[i], as) == 0)
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("key: the column \"%s\" stands twice"), as);
	if (column &&
	    (column->optional || column->may_be_empty ||
	     column->type == COLUMN_NUMBER || column->type == COLUMN_FIGURE))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("key: the column \"%s\" can be neither a number nor "
			 "a figure, optional nor may_be_empty"),
		       as);
}

void profile_take_key(struct profile *profile, struct declaration *given)
{
	profile->key = declaration_list(given, "key", &profile->key_count);
	for (size_t i = 0; i < profile->key_count; i++)
		prove_key(profile, given, i);
	take_duplicates(profile, given);
}

static bool may_compare(const struct column *a, const struct column *b)
{
	return a->type == b->type &&
	       (a->type == COLUMN_NUMBER || a->type == COLUMN_DATE);
}

static void take_check(struct profile *profile, struct declaration *given)
{
	static const char *const names[] = { "at_most", "at_least", NULL };
	const struct lua_node *node = given->node;
	const char *most = declaration_string(given, "at_most", false);
	const char *least = declaration_string(given, "at_least", false);
	struct profile_check check = { .at_least = least != NULL };

	declaration_only(given, names);
	if (node->item_count != 1 || node->items[0]->kind != LUA_NODE_STRING ||
	    !most == !least) {
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a check is of two columns: check { \"sick\", "
			 "at_most = \"ordinary\" }, or at_least"));
		return;
	}
	check.column = column_named(profile, given, node->items[0]->text);
	check.other = column_named(profile, given, most ? most : least);
	if (!check.column || !check.other)
		return;
	if (check.column == check.other ||
	    !may_compare(check.column, check.other))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("\"%s\" and \"%s\" must be two columns, both of "
			 "type = \"number\" or both of type = \"date\""),
		       check.column->as, check.other->as);
	profile->checks =
		arena_grow(given->arena, profile->checks, profile->check_count,
			   sizeof(*profile->checks));
	profile->checks[profile->check_count++] = check;
}

static void take_cut_off(struct profile *profile, struct declaration *given)
{
	static const char *const names[] = { "column", "days", NULL };
	const char *as = declaration_string(given, "column", true);
	const struct column *column = column_named(profile, given, as);
	long days = declaration_whole(given, "days", 0);

	declaration_only(given, names);
	if (profile->cut_off)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a source has one cut_off { … }, not two"));
	if (column && column->type != COLUMN_DATE)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("the column \"%s\" must have type = \"date\" here"),
		       as);
	if (days < 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("%s = %ld must be 0 or more"), "days", days);
	profile->cut_off = column;
	profile->cut_off_days = days;
}

/* A number as the export would have it: "203006000,00". */
static void take_sum(struct profile_control *control,
		     const struct profile *profile, struct declaration *given)
{
	const char *as = declaration_string(given, "column", true);
	const char *sum = declaration_string(given, "sum", true);

	control->column = column_named(profile, given, as);
	if (control->column && control->column->type != COLUMN_NUMBER)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("the column \"%s\" must have type = \"number\" here"),
		       as);
	if (sum &&
	    cell_number(&control->wanted, sum, profile->decimal) != CELL_SOUND)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("sum = \"%s\" is no number; write it as the export "
			 "does, with its decimal sign"),
		       sum);
}

static void take_control(struct profile *profile, struct declaration *given)
{
	static const char *const of_rows[] = { "rows", NULL };
	static const char *const of_sum[] = { "column", "sum", NULL };
	struct profile_control control = { .line = given->node->line };
	long rows;

	if (lua_field(given->node, "rows")) {
		declaration_only(given, of_rows);
		rows = declaration_whole(given, "rows", 0);
		control.wanted = decimal_of(rows);
		if (rows < 0)
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("%s = %ld must be 0 or more"), "rows", rows);
	} else {
		declaration_only(given, of_sum);
		take_sum(&control, profile, given);
	}
	profile->controls =
		arena_grow(given->arena, profile->controls,
			   profile->control_count, sizeof(*profile->controls));
	profile->controls[profile->control_count++] = control;
}

bool profile_take_rows(struct profile *profile, struct declaration *given)
{
	static const struct {
		const char *word;
		void (*take)(struct profile *profile,
			     struct declaration *given);
	} words[] = {
		{ "check", take_check },
		{ "cross_foot", profile_take_foot },
		{ "cut_off", take_cut_off },
		{ "control", take_control },
	};

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (given->node->kind != LUA_NODE_CALL ||
		    strcmp(given->node->text, words[i].word) != 0)
			continue;
		words[i].take(profile, given);
		return true;
	}
	return false;
}
