#include "bokslut/state.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "bokslut/decided.h"
#include "bokslut/revision.h"
#include "bokslut/store.h"
#include "model/exports.h"

static struct date day_of(time_t moment)
{
	struct tm parts = { 0 };

	(void)gmtime_r(&moment, &parts);
	return (struct date){ .year = parts.tm_year + 1900,
			      .month = parts.tm_mon + 1,
			      .day = parts.tm_mday };
}

struct date state_today(void)
{
	return day_of(time(NULL));
}

static void find_files(struct source_state *source, struct desk *desk,
		       const struct close_plan *plan)
{
	struct arena *arena = &desk->arena;
	struct names files = exports_find(arena, desk->workspace, plan->period,
					  source->profile);

	source->files = files.count;
	for (size_t i = 0; i < files.count; i++) {
		const char *path = arena_printf(
			arena, "%s/%s", desk->workspace,
			exports_shown(arena, plan->period, files.list[i]));
		struct stat status;
		struct date day;

		if (stat(path, &status) != 0)
			continue;
		day = day_of(status.st_mtime);
		if (date_compare(day, source->newest) > 0)
			source->newest = day;
	}
}

static bool add_rows(struct source_state *source, const struct close_plan *plan,
		     const char *path, struct text *why)
{
	struct facts facts = { 0 };
	bool ok = facts_load(&facts, path, why);

	if (ok) {
		source->sum = facts_sum(&facts);
		source->fresh = fresh_state(source->profile, plan, &facts);
		source->ready =
			source->fresh.stale ? SOURCE_STALE : SOURCE_READ;
	}
	facts_clear(&facts);
	return ok;
}

static bool find_source(struct source_state *source, struct desk *desk,
			const struct close_plan *plan, const char *id,
			struct text *why)
{
	struct stored_facts stored = { 0 };

	source->profile = profile_lookup(&desk->rules.profiles, id);
	find_files(source, desk, plan);
	if (source->files == 0)
		return true;
	if (!store_find(&stored, desk, plan, source->profile, why))
		return false;
	if (stored.there)
		return add_rows(source, plan, stored.facts, why);
	/* ingest ended there without making facts of it */
	source->ready = access(stored.folder, F_OK) == 0 ? SOURCE_REFUSED
							 : SOURCE_UNREAD;
	return true;
}

bool state_find(struct close_state *state, struct desk *desk,
		const struct close_plan *plan, struct text *why)
{
	const struct date today = state_today();
	const char *folder =
		arena_printf(&desk->arena, "%s/%s/%s", desk->output,
			     plan->period, plan->report);
	struct decided decided = { 0 };
	bool ok = decided_find(&decided, desk, plan, why);

	state->plan = plan;
	state->step = decided.step;
	state->frozen = decided.frozen;
	state->opened = date_compare(plan->opens, today) <= 0;
	state->overdue =
		!decided.frozen && date_compare(plan->deadline, today) < 0;
	state->revision = revision_latest(folder);
	state->sources =
		arena_alloc(&desk->arena,
			    (plan->source_count + 1) * sizeof(*state->sources));
	for (size_t i = 0; ok && i < plan->source_count; i++)
		ok = find_source(&state->sources[i], desk, plan,
				 plan->sources[i], why);
	decided_clear(&decided);
	return ok;
}
