/* run - the subcommand that makes revisions. */
#include <stdio.h>
#include <unistd.h>

#include "bokslut/arrival.h"
#include "bokslut/decided.h"
#include "bokslut/desk.h"
#include "bokslut/plan.h"
#include "bokslut/pool.h"
#include "bokslut/state.h"
#include "bokslut/summary.h"
#include "bokslut/used_rules.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

/*
 * Whether a close that nobody named waits for exports that may still come: a
 * note until its deadline.  After it, the run finds them missing itself.
 */
static bool waits(struct desk *desk, const struct close_plan *plan,
		  struct date day)
{
	struct names missing;

	if (desk->dry_run || date_compare(day, plan->deadline) > 0)
		return false;
	missing = arrival_missing(desk, plan);
	for (size_t i = 0; i < missing.count; i++)
		msg_say(OUTCOME_NOTED,
			_("%s %s waits for the export of \"%s\""), plan->period,
			plan->report, missing.list[i]);
	return missing.count > 0;
}

/* What cannot be found out is found, and told, by the run itself. */
static bool is_frozen(struct desk *desk, const struct close_plan *plan)
{
	struct decided decided = { 0 };
	struct text why = { 0 };
	bool frozen =
		decided_find(&decided, desk, plan, &why) && decided.frozen;

	decided_clear(&decided);
	text_clear(&why);
	return frozen;
}

/*
 * A close is due when it is named, or has opened, is not decided and waits for
 * nothing.
 */
static bool is_due(struct desk *desk, const struct close_plan *plan)
{
	const struct date day = state_today();

	return desk->word_count > 0 ||
	       (date_compare(plan->opens, day) <= 0 && !is_frozen(desk, plan) &&
		!waits(desk, plan, day));
}

static struct close_list due_closes(struct desk *desk)
{
	struct close_list all = desk_closes(desk);
	struct close_list due = { 0 };

	due.list =
		arena_alloc(&desk->arena, (all.count + 1) * sizeof(*due.list));
	for (size_t i = 0; i < all.count; i++)
		if (is_due(desk, all.list[i]))
			due.list[due.count++] = all.list[i];
	return due;
}

void run_command(struct desk *desk)
{
	struct close_list closes;
	long made;

	desk->unattended = desk->word_count == 0;
	if (!desk->rehash)
		known_load(&desk->known, &desk->arena, desk->output);
	if (!used_rules_hold(desk))
		return;
	closes = due_closes(desk);
	for (size_t i = 0; desk->dry_run && i < closes.count; i++)
		(void)plan_close(desk, closes.list[i]);
	if (desk->dry_run)
		return;
	made = pool_carry(desk, &closes);
	known_save(&desk->known, desk->output);
	if (closes.count == 0 && msg_outcome() <= OUTCOME_NOTED)
		msg_say(OUTCOME_CLEAN, _("No close is due."));
	else if (closes.count > 0)
		summary_end(desk, (long)closes.count,
			    (long)closes.count - made);
}
