#include "model/statement.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"

bool statement_declare(struct statements *statements, struct arena *arena,
		       const struct lua_file *file, const struct lua_node *node)
{
	static const char *const names[] = { "id",        "about",    "unit",
					     "measure",   "quantity", "accrued",
					     "deviation", "parts",    NULL };
	struct declaration given = { arena, file, node, false };
	struct statement statement = { .rules_file = file->path,
				       .line = node->line };

	declaration_only(&given, names);
	statement.id = declaration_id(&given, "id");
	statement.about = declaration_string(&given, "about", true);
	statement.unit = declaration_id(&given, "unit");
	statement.measure = declaration_id(&given, "measure");
	statement.quantity = declaration_id(&given, "quantity");
	statement.accrued = declaration_string(&given, "accrued", false);
	statement.deviation = declaration_string(&given, "deviation", false);
	statement.parts = declaration_flag(&given, "parts", false);
	for (size_t i = 0; statement.id && i < statements->count; i++)
		if (strcmp(statements->list[i].id, statement.id) == 0)
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(&given, NULL),
			       _("the statement \"%s\" is declared twice"),
			       statement.id);
	if (given.refused)
		return false;

	statements->list =
		arena_grow(arena, statements->list, statements->count,
			   sizeof(*statements->list));
	statements->list[statements->count++] = statement;
	return true;
}
