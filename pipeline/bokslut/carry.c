#include "bokslut/carry.h"

#include "bokslut/close.h"
#include "bokslut/decided.h"
#include "bokslut/desk.h"
#include "bokslut/drafts.h"
#include "bokslut/fresh.h"
#include "bokslut/journal.h"
#include "bokslut/manifest.h"
#include "bokslut/revision.h"
#include "bokslut/standing.h"
#include "bokslut/summary.h"
#include "lib/msg.h"
#include "lib/text.h"

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

bool carry_gather(struct close *closing, struct text *why)
{
	summary_close(closing);
	return close_ingest(closing, why) && summary_sources(closing, why) &&
	       fresh_prove(closing, why);
}

/* What was made is kept, told and recorded. */
static bool keep(struct close *closing, const struct decided *decided,
		 long notes, struct text *why)
{
	int number = 0;
	bool fresh = false;

	return close_keep(closing, &number, &fresh, why) &&
	       tell(closing, number, fresh, why) &&
	       decided_record(decided, closing, number, why) &&
	       standing_keep(closing, number, msg_notes() - notes, why) &&
	       (!fresh || drafts_prune(closing, why));
}

/* Gathered, made, kept: the story of one close. */
static bool make(struct close *closing, const struct decided *decided,
		 struct text *why)
{
	const long notes = msg_notes();
	const int latest = revision_latest(closing->folder);

	return carry_gather(closing, why) &&
	       decided_agrees(decided, closing, why) &&
	       close_make(closing, latest > 0 ? latest : 1, why) &&
	       keep(closing, decided, notes, why);
}

/* What is decided stands; what it would be now is told, and not kept. */
static bool hold(struct close *closing, struct text *why)
{
	const int latest = revision_latest(closing->folder);

	return carry_gather(closing, why) && close_make(closing, latest, why) &&
	       manifest_write(closing->desk, closing->plan, closing->stored,
			      closing->next, why) &&
	       summary_held(closing, latest, why);
}

/* If nothing changed, no stage runs. */
static bool carry(struct close *closing, const struct decided *decided,
		  struct text *why)
{
	int number = 0;
	long notes = 0;

	if (closing->desk->rehash ||
	    !standing_holds(closing, &number, &notes, why))
		return why->len == 0 && !closing->desk->refused &&
		       (decided->frozen ? hold(closing, why)
					: make(closing, decided, why));
	summary_standing(closing,
			 revision_path(&closing->desk->arena, closing->folder,
				       number),
			 notes);
	return revision_point(closing->folder, REVISION_LATEST, number, why) &&
	       decided_record(decided, closing, number, why);
}

bool carry_out(struct close *closing)
{
	struct decided decided = { 0 };
	struct text why = { 0 };
	bool ok = journal_mend(closing->folder, &why) &&
		  decided_find(&decided, closing->desk, closing->plan, &why) &&
		  carry(closing, &decided, &why);

	if (!ok && why.len > 0)
		msg_say(OUTCOME_UNWRITTEN, "%s", why.at);
	else if (!ok)
		ok = closing->waits;
	if (!ok || closing->waits)
		summary_not_made(closing);
	decided_clear(&decided);
	text_clear(&why);
	return ok;
}

bool carry_close(struct desk *desk, const struct close_plan *plan)
{
	struct close closing = { .lock = -1 };
	struct text why = { 0 };
	bool ok = close_open(&closing, desk, plan, &why);

	if (!ok) {
		if (why.len > 0)
			msg_say(OUTCOME_UNWRITTEN, "%s", why.at);
		summary_not_made(&closing);
	}
	ok = ok && carry_out(&closing);
	close_shut(&closing);
	text_clear(&why);
	return ok;
}
