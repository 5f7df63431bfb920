/* Which columns of a source must add up to which other. */
#include <string.h>

#include "lib/lang.h"
#include "model/profile_rows.h"

/* A column of numbers; NULL, and told, if it is none. */
static const struct column *number_called(const struct profile *profile,
					  struct declaration *given,
					  const char *as)
{
	const struct column *column = profile_column(profile, as);

	if (column && column->type == COLUMN_NUMBER)
		return column;
	msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
	       _("\"%s\" must be a column of type = \"number\" in "
		 "this source"),
	       as);
	return NULL;
}

static const struct column **take_terms(const struct profile *profile,
					struct declaration *given,
					const char *name, size_t *count)
{
	const char **names = declaration_list(given, name, count);
	const struct column **terms =
		arena_alloc(given->arena, (*count + 1) * sizeof(*terms));

	for (size_t i = 0; i < *count; i++)
		terms[i] = number_called(profile, given, names[i]);
	return terms;
}

/* No column may stand twice: one cell would have two signs. */
static void prove_apart(const struct profile_foot *foot,
			struct declaration *given)
{
	size_t count = 1 + foot->plus_count + foot->minus_count;
	const struct column **all =
		arena_alloc(given->arena, count * sizeof(*all));
	size_t seen = 0;

	all[seen++] = foot->column;
	for (size_t i = 0; i < foot->plus_count; i++)
		all[seen++] = foot->plus[i];
	for (size_t i = 0; i < foot->minus_count; i++)
		all[seen++] = foot->minus[i];
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++)
			if (all[i] && all[i] == all[j])
				msg_at(OUTCOME_MISCONFIGURED,
				       declaration_fault(given, NULL),
				       _("the column \"%s\" stands "
					 "twice"),
				       all[i]->as);
}

void profile_take_foot(struct profile *profile, struct declaration *given)
{
	static const char *const names[] = { "plus", "minus", NULL };
	const struct lua_node *node = given->node;
	struct profile_foot foot = { 0 };

	declaration_only(given, names);
	foot.plus = take_terms(profile, given, "plus", &foot.plus_count);
	foot.minus = take_terms(profile, given, "minus", &foot.minus_count);
	if (node->item_count != 1 || node->items[0]->kind != LUA_NODE_STRING ||
	    foot.plus_count == 0) {
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a cross_foot is of one column and those that make "
			 "it: cross_foot { \"deviation\", plus = { \"budget\" "
			 "}, minus = { \"forecast\" } }"));
		return;
	}
	foot.column = number_called(profile, given, node->items[0]->text);
	prove_apart(&foot, given);
	profile->feet = arena_grow(given->arena, profile->feet,
				   profile->foot_count, sizeof(*profile->feet));
	profile->feet[profile->foot_count++] = foot;
}
