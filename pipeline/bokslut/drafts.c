#include "bokslut/drafts.h"

#include <string.h>
#include <unistd.h>

#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "bokslut/journal.h"
#include "bokslut/revision.h"
#include "model/case_state.h"

static bool was_decided(const struct journal *journal, int number)
{
	enum case_step step;

	for (size_t i = 0; i < journal->count; i++)
		if (journal->entries[i].revision == number &&
		    case_step_of(&step, journal->entries[i].what))
			return true;
	return false;
}

/* Whether some close is compared with it: "2025-T1/r1". */
static bool is_compared(const struct close *closing, int number)
{
	const struct calendar *calendar = &closing->desk->rules.calendar;
	const char *name = arena_printf(&closing->desk->arena, "%s/r%d",
					closing->plan->period, number);

	for (size_t i = 0; i < calendar->count; i++) {
		const struct close_plan *plan = &calendar->list[i];

		if (plan->compare &&
		    strcmp(plan->report, closing->plan->report) == 0 &&
		    strcmp(plan->compare, name) == 0)
			return true;
	}
	return false;
}

static bool prune(const struct close *closing, const struct journal *journal,
		  int number, struct text *why)
{
	const char *folder =
		revision_path(&closing->desk->arena, closing->folder, number);
	const char *manifest = revision_manifest(&closing->desk->arena,
						 closing->folder, number);
	const struct journal_entry *last = journal_lookup(journal, number);

	if (last && strcmp(last->what, JOURNAL_PRUNED) != 0 &&
	    !journal_add(closing->folder, JOURNAL_PRUNED, number, manifest,
			 why))
		return false;
	return folder_remove(folder, why);
}

bool drafts_prune(struct close *closing, struct text *why)
{
	struct arena *arena = &closing->desk->arena;
	const long keep = closing->desk->rules.workspace.drafts;
	struct journal journal = { 0 };
	long drafts = 0;
	bool ok = keep == 0 ||
		  journal_load(&journal, arena, closing->folder, why);

	for (int number = revision_latest(closing->folder);
	     ok && keep > 0 && number > 0; number--) {
		const char *path =
			revision_path(arena, closing->folder, number);

		if (access(path, F_OK) != 0 || was_decided(&journal, number) ||
		    is_compared(closing, number))
			continue;
		if (++drafts > keep)
			ok = prune(closing, &journal, number, why);
	}
	return ok;
}
