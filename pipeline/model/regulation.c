#include "model/regulation.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"

static const struct date for_ever = { 9999, 12, 31 };

static void prove_new(const struct regulations *regulations,
		      const struct regulation *regulation,
		      struct declaration *given)
{
	for (size_t i = 0; i < regulations->count; i++) {
		const struct regulation *other = &regulations->list[i];

		if (strcmp(other->id, regulation->id) != 0 ||
		    date_compare(other->to, regulation->from) < 0 ||
		    date_compare(regulation->to, other->from) < 0)
			continue;
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("\"%s\" is declared as %s for some of this time; end "
			 "the one before the other begins"),
		       other->id, other->cite);
	}
}

bool regulation_declare(struct regulations *regulations, struct arena *arena,
			const struct lua_file *file,
			const struct lua_node *node)
{
	static const char *const names[] = { "id",   "cite", "title",
					     "from", "to",   NULL };
	struct declaration given = { arena, file, node, false };
	struct regulation regulation = { .to = for_ever };
	bool dated;

	declaration_only(&given, names);
	regulation.id = declaration_id(&given, "id");
	regulation.cite = declaration_string(&given, "cite", true);
	regulation.title = declaration_string(&given, "title", true);
	dated = declaration_date(&given, "from", &regulation.from) &&
		(!lua_field(node, "to") ||
		 declaration_date(&given, "to", &regulation.to));
	if (dated && date_compare(regulation.to, regulation.from) < 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("it ends before it begins"));
	if (regulation.id && dated && regulation.cite)
		prove_new(regulations, &regulation, &given);
	if (given.refused)
		return false;
	regulations->list =
		arena_grow(arena, regulations->list, regulations->count,
			   sizeof(*regulations->list));
	regulations->list[regulations->count++] = regulation;
	return true;
}

bool regulation_known(const struct regulations *regulations, const char *id)
{
	for (size_t i = 0; i < regulations->count; i++)
		if (strcmp(regulations->list[i].id, id) == 0)
			return true;
	return false;
}

const struct regulation *regulation_on(const struct regulations *regulations,
				       const char *id, struct date day)
{
	for (size_t i = 0; i < regulations->count; i++) {
		const struct regulation *regulation = &regulations->list[i];

		if (strcmp(regulation->id, id) == 0 &&
		    date_compare(regulation->from, day) <= 0 &&
		    date_compare(day, regulation->to) <= 0)
			return regulation;
	}
	return NULL;
}
