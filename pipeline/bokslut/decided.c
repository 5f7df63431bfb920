#include "bokslut/decided.h"

#include <string.h>

#include "bokslut/cause.h"
#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/journal.h"
#include "bokslut/kept.h"
#include "bokslut/revision.h"
#include "bokslut/standing.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

char *decided_folder(struct desk *desk, const struct close_plan *plan)
{
	return arena_printf(&desk->arena, "%s/input/%s", desk->workspace,
			    plan->period);
}

static size_t steps_of(const struct journal *journal)
{
	enum case_step step;
	size_t count = 0;

	for (size_t i = 0; i < journal->count; i++)
		count += case_step_of(&step, journal->entries[i].what);
	return count;
}

bool decided_find(struct decided *decided, struct desk *desk,
		  const struct close_plan *plan, struct text *why)
{
	struct arena *arena = &desk->arena;
	const char *shown = arena_printf(arena, "input/%s", plan->period);
	const char *folder = arena_printf(arena, "%s/%s/%s", desk->output,
					  plan->period, plan->report);
	struct journal journal = { 0 };

	*decided = (struct decided){ 0 };
	if (!case_states_load(&decided->states, decided_folder(desk, plan),
			      shown, why) ||
	    !journal_load(&journal, arena, folder, why))
		return false;
	decided->step = case_states_step(&decided->states, plan->report);
	decided->recorded = steps_of(&journal);
	decided->frozen = case_step_is_frozen(decided->step) &&
			  !case_states_at(&decided->states, plan->report,
					  decided->recorded);
	return true;
}

#define HARMLESS (1U << CAUSE_STATE | 1U << CAUSE_PROGRAM)

bool decided_agrees(const struct decided *decided, struct close *closing,
		    struct text *why)
{
	const struct close_plan *plan = closing->plan;
	const int latest = revision_latest(closing->folder);
	struct shapings shapings = { 0 };
	bool ok = true;

	if (latest == 0 || decided->step == CASE_CORRECTED ||
	    !case_states_at(&decided->states, plan->report, decided->recorded))
		return true;
	if (!standing_differs(closing, latest, &shapings, why))
		return false;
	for (size_t i = 0; i < shapings.count; i++) {
		if (HARMLESS & 1U << shapings.list[i].cause)
			continue;
		msg_say(OUTCOME_NOT_READY,
			_("%s %s is recorded as %s, but r%d was not made of "
			  "%s as it is now; undo that, or take the last line "
			  "of its states.csv out"),
			plan->period, plan->report,
			gettext(case_step_id(decided->step)), latest,
			shapings.list[i].name);
		ok = false;
	}
	return ok;
}

/* A withdrawn one holds no longer. */
static bool point(const struct close *closing, enum case_step step, int number,
		  struct text *why)
{
	if (step == CASE_APPROVED || step == CASE_CORRECTED)
		return revision_point(closing->folder, REVISION_APPROVED,
				      number, why);
	if (step == CASE_WITHDRAWN)
		return revision_unpoint(closing->folder, REVISION_APPROVED,
					why);
	return true;
}

bool decided_record(const struct decided *decided, struct close *closing,
		    int number, struct text *why)
{
	const char *manifest = revision_manifest(&closing->desk->arena,
						 closing->folder, number);
	const struct case_state *state;
	bool ok = true;

	if (case_states_at(&decided->states, closing->plan->report,
			   decided->recorded))
		ok = kept_keep(closing, number, &decided->states, why);
	for (size_t i = decided->recorded;
	     ok && (state = case_states_at(&decided->states,
					   closing->plan->report, i)) != NULL;
	     i++)
		ok = point(closing, state->step, number, why) &&
		     journal_add(closing->folder, case_step_id(state->step),
				 number, manifest, why);
	return ok;
}

void decided_clear(struct decided *decided)
{
	case_states_clear(&decided->states);
	*decided = (struct decided){ 0 };
}
