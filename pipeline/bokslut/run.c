/* run - the subcommand that makes revisions. */
#include <stdio.h>
#include <unistd.h>

#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/fresh.h"
#include "bokslut/journal.h"
#include "bokslut/plan.h"
#include "bokslut/revision.h"
#include "bokslut/standing.h"
#include "bokslut/state.h"
#include "bokslut/summary.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/exports.h"

/* What there is now: the revision, and what it moved if it is new. */
static bool tell(struct close *closing, int number, bool fresh,
		 struct text *why)
{
	struct arena *arena = &closing->desk->arena;

	return summary_revision(closing,
				revision_path(arena, closing->folder, number),
				fresh, why) &&
	       (!fresh || number == 1 || summary_moved(closing, number, why));
}

/* Made, ingested, kept: the story of one close. */
static bool make(struct close *closing, struct text *why)
{
	const long notes = msg_notes();
	int latest = revision_latest(closing->folder);
	int number = 0;
	bool fresh = false;

	summary_close(closing);
	if (!close_ingest(closing, why))
		return false;
	return summary_sources(closing, why) &&
	       fresh_prove(closing->desk, closing->plan, closing->stored,
			   why) &&
	       close_make(closing, latest > 0 ? latest : 1, why) &&
	       close_keep(closing, &number, &fresh, why) &&
	       tell(closing, number, fresh, why) &&
	       standing_keep(closing, number, msg_notes() - notes, why);
}

/* If nothing changed, no stage runs. */
static bool carry(struct close *closing, struct text *why)
{
	int number = 0;
	long notes = 0;

	if (!journal_mend(closing->folder, why))
		return false;
	if (closing->desk->rehash ||
	    !standing_holds(closing, &number, &notes, why))
		return why->len == 0 && make(closing, why);
	summary_standing(closing,
			 revision_path(&closing->desk->arena, closing->folder,
				       number),
			 notes);
	return revision_point(closing->folder, number, why);
}

static bool run_close(struct desk *desk, const struct close_plan *plan)
{
	struct close closing = { .lock = -1 };
	struct text why = { 0 };
	bool ok =
		close_open(&closing, desk, plan, &why) && carry(&closing, &why);

	if (!ok) {
		if (why.len > 0)
			msg_say(OUTCOME_UNWRITTEN, "%s", why.at);
		summary_not_made(&closing);
	}
	close_shut(&closing);
	text_clear(&why);
	return ok;
}

/*
 * Whether a close that nobody named waits for exports that may still come: a
 * note until its deadline.  After it, the run finds them missing itself.
 */
static bool waits(struct desk *desk, const struct close_plan *plan,
		  struct date day)
{
	bool waiting = false;

	if (desk->dry_run || date_compare(day, plan->deadline) > 0)
		return false;
	for (size_t i = 0; i < plan->source_count; i++) {
		const struct profile *profile =
			profile_lookup(&desk->rules.profiles, plan->sources[i]);

		if (exports_find(&desk->arena, desk->workspace, plan->period,
				 profile)
			    .count > 0)
			continue;
		msg_say(OUTCOME_NOTED,
			_("%s %s waits for the export of \"%s\""), plan->period,
			plan->report, profile->id);
		waiting = true;
	}
	return waiting;
}

/* A close is due when it is named, or has opened and waits for nothing. */
static bool is_due(struct desk *desk, const struct close_plan *plan)
{
	const struct date day = state_today();

	return desk->word_count > 0 ||
	       (date_compare(plan->opens, day) <= 0 && !waits(desk, plan, day));
}

void run_command(struct desk *desk)
{
	struct close_list closes = desk_closes(desk);
	long tried = 0;
	long made = 0;

	if (!desk->rehash)
		known_load(&desk->known, &desk->arena, desk->output);
	for (size_t i = 0; i < closes.count; i++) {
		if (!is_due(desk, closes.list[i]))
			continue;
		made += desk->dry_run ? plan_close(desk, closes.list[i])
				      : run_close(desk, closes.list[i]);
		tried++;
	}
	if (desk->dry_run)
		return;
	known_save(&desk->known, desk->output);
	if (tried == 0 && msg_outcome() <= OUTCOME_NOTED)
		msg_say(OUTCOME_CLEAN, _("No close is due."));
	else if (tried > 0)
		summary_end(desk, tried, tried - made);
}
