#include "bokslut/plan.h"

#include <stdio.h>

#include "bokslut/arrival.h"
#include "bokslut/cause.h"
#include "bokslut/close.h"
#include "bokslut/decided.h"
#include "bokslut/desk.h"
#include "bokslut/revision.h"
#include "bokslut/standing.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

/* The exports that have not come: without them nothing is made. */
static bool tell_missing(struct desk *desk, const struct close_plan *plan)
{
	const struct names missing = arrival_missing(desk, plan);

	for (size_t i = 0; i < missing.count; i++)
		msg_say(OUTCOME_NOT_READY,
			_("%s %s: the export of \"%s\" is missing"),
			plan->period, plan->report, missing.list[i]);
	return missing.count == 0;
}

static void tell_sources(const struct close *closing)
{
	for (size_t i = 0; i < closing->plan->source_count; i++)
		if (!closing->stored[i].there)
			printf(_("  read the export of %s\n"),
			       closing->plan->sources[i]);
}

/* What shapes it otherwise than the latest revision. */
static bool tell_causes(struct close *closing, int latest, struct text *why)
{
	struct shapings shapings = { 0 };
	struct text line = { 0 };
	bool ok = standing_differs(closing, latest, &shapings, why);

	for (size_t i = 0; ok && i < shapings.count; i++) {
		text_reset(&line);
		cause_add_words(&line, 1U << shapings.list[i].cause);
		printf(_("  because of %s: %s\n"), line.at,
		       shapings.list[i].name);
	}
	text_clear(&line);
	return ok;
}

static bool is_frozen(const struct close *closing, struct text *why)
{
	struct decided decided = { 0 };
	bool frozen =
		decided_find(&decided, closing->desk, closing->plan, why) &&
		decided.frozen;

	decided_clear(&decided);
	return frozen;
}

static bool tell_plan(struct close *closing, struct text *why)
{
	const struct close_plan *plan = closing->plan;
	const int latest = revision_latest(closing->folder);
	int number = 0;
	long notes = 0;

	if (standing_holds(closing, &number, &notes, why)) {
		printf(_("%s %s: nothing to do, r%d stands\n"), plan->period,
		       plan->report, number);
		return true;
	}
	if (why->len > 0 || !close_find(closing, why))
		return false;
	if (is_frozen(closing, why)) {
		printf(_("%s %s: r%d is decided; what came since would be "
			 "told, and nothing made\n"),
		       plan->period, plan->report, latest);
		return true;
	}
	if (why->len > 0)
		return false;
	printf(_("%s %s: would be made, r%d if it differs\n"), plan->period,
	       plan->report, latest + 1);
	tell_sources(closing);
	return latest == 0 || tell_causes(closing, latest, why);
}

bool plan_close(struct desk *desk, const struct close_plan *plan)
{
	struct close closing = { .lock = -1 };
	struct text why = { 0 };
	bool ok = tell_missing(desk, plan);

	close_lay(&closing, desk, plan);
	ok = ok && tell_plan(&closing, &why);
	if (why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	text_clear(&why);
	return ok;
}
