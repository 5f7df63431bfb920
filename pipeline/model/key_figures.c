#include "model/key_figures.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"

static void take_figure(struct key_figures *into, struct declaration *within,
			const struct lua_node *node)
{
	static const char *const names[] = { "id", "title", "measure",
					     "quantity", NULL };
	struct declaration given = { within->arena, within->file, node, false };
	struct key_figure figure = { 0 };

	if (node->kind != LUA_NODE_CALL || strcmp(node->text, "figure") != 0) {
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(within, node),
		       _("key figures consist of figure { … }"));
		return;
	}
	declaration_only(&given, names);
	figure.id = declaration_id(&given, "id");
	figure.title = declaration_string(&given, "title", true);
	figure.measure = declaration_id(&given, "measure");
	figure.quantity = declaration_id(&given, "quantity");
	for (size_t i = 0; figure.id && i < into->count; i++)
		if (strcmp(into->list[i].id, figure.id) == 0)
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(&given, NULL),
			       _("there are two figures \"%s\""), figure.id);
	within->refused = within->refused || given.refused;
	into->list = arena_grow(within->arena, into->list, into->count,
				sizeof(*into->list));
	into->list[into->count++] = figure;
}

static void prove_whole(const struct all_key_figures *all,
			const struct key_figures *made,
			struct declaration *given)
{
	for (size_t i = 0; made->id && i < all->count; i++)
		if (strcmp(all->list[i].id, made->id) == 0)
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("the key figures \"%s\" are declared twice"),
			       made->id);
	if (made->count > KEY_FIGURES_AT_MOST)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("there may be %d figures, so that they stand beside "
			 "each other on a page; here are %zu"),
		       KEY_FIGURES_AT_MOST, made->count);
	if (made->count == 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("key figures consist of figure { … }"));
}

bool key_figures_declare(struct all_key_figures *all, struct arena *arena,
			 const struct lua_file *file,
			 const struct lua_node *node)
{
	static const char *const names[] = { "id", "about", "units", NULL };
	struct declaration given = { arena, file, node, false };
	struct key_figures made = { .rules_file = file->path,
				    .line = node->line };
	const char **units;
	size_t count = 0;

	declaration_only(&given, names);
	made.id = declaration_id(&given, "id");
	made.about = declaration_string(&given, "about", true);
	units = declaration_list(&given, "units", &count);
	for (size_t i = 0; units && i < count; i++)
		names_add(&made.units, arena, units[i]);
	for (size_t i = 0; i < node->item_count; i++)
		take_figure(&made, &given, node->items[i]);
	prove_whole(all, &made, &given);
	if (given.refused)
		return false;
	all->list =
		arena_grow(arena, all->list, all->count, sizeof(*all->list));
	all->list[all->count++] = made;
	return true;
}
