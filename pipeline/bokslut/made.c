#include "bokslut/made.h"

#include <string.h>
#include <unistd.h>

#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "bokslut/revision.h"

struct words_named {
	char *const *list;
	int count;
};

/* Whether the words of the command line name <period>/<report>. */
static bool is_named(const struct words_named *named, const char *period,
		     const char *report)
{
	if (named->count > 0 && strcmp(named->list[0], period) != 0)
		return false;
	if (named->count < 2)
		return true;
	for (int i = 1; i < named->count; i++)
		if (strcmp(named->list[i], report) == 0)
			return true;
	return false;
}

static bool is_close(struct desk *desk, const char *name)
{
	const char *folder =
		arena_printf(&desk->arena, "%s/%s", desk->output, name);

	return revision_latest(folder) > 0 ||
	       access(arena_printf(&desk->arena, "%s/journal", folder), F_OK) ==
		       0;
}

static void add_reports(struct names *closes, struct desk *desk,
			const struct words_named *named, const char *period)
{
	struct arena *arena = &desk->arena;
	struct names reports = folder_names(
		arena, arena_printf(arena, "%s/%s", desk->output, period));

	for (size_t i = 0; i < reports.count; i++) {
		const char *name =
			arena_printf(arena, "%s/%s", period, reports.list[i]);

		if (is_named(named, period, reports.list[i]) &&
		    is_close(desk, name))
			names_add(closes, arena, name);
	}
}

struct names made_closes(struct desk *desk, char *const *words, int count)
{
	const struct words_named named = { words, count };
	struct names periods = folder_names(&desk->arena, desk->output);
	struct names closes = { 0 };

	for (size_t i = 0; i < periods.count; i++)
		if (strcmp(periods.list[i], "store") != 0)
			add_reports(&closes, desk, &named, periods.list[i]);
	return closes;
}
