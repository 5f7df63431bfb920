/*
 * record - the subcommand `state`, which records what was decided of a close.
 *
 *	bokslut state PERIOD REPORT STATE --date DATE …
 *
 * The step is added to input/<period>/states.csv and the report rendered for
 * it, from the very inputs that the latest revision was made from: a close
 * that would be otherwise now must be run, and looked at, first.  Only a
 * correction is made of what has come since.
 */
#include <string.h>

#include "bokslut/carry.h"
#include "bokslut/close.h"
#include "bokslut/decided.h"
#include "bokslut/desk.h"
#include "bokslut/revision.h"
#include "bokslut/standing.h"
#include "bokslut/used_rules.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "lib/xml_writer.h"

/* The option for a column of states.csv. */
static const char *option_of(const char *column)
{
	static const struct {
		const char *column;
		const char *option;
	} pairs[] = { { "organ", "--body" },
		      { "paragraf", "--paragraph" },
		      { "roll", "--role" },
		      { "skäl", "--reason" } };

	for (size_t i = 0; i < COUNT_OF(pairs); i++)
		if (strcmp(pairs[i].column, column) == 0)
			return pairs[i].option;
	return "--date";
}

/* A text that stands in one cell of a table, whole. */
static bool is_plain(const char *text)
{
	bool plain = xml_writer_accepts(text, strlen(text));

	for (; plain && *text; text++)
		plain = (unsigned char)*text >= ' ';
	if (!plain)
		msg_say(OUTCOME_MISUSED,
			_("texts of a state must be of one line and in UTF-8"));
	return plain;
}

static const char *given(const char *option)
{
	return option ? option : "";
}

static bool read_step(struct case_state *state, const char *word)
{
	if (case_step_of(&state->step, word) && state->step != CASE_DRAFT)
		return true;
	msg_say(OUTCOME_MISUSED,
		_("\"%s\" is no state; proposed, returned, approved, corrected "
		  "or withdrawn was expected"),
		word);
	return false;
}

/* What the command line says; told if it is wrong. */
static bool read_state(struct case_state *state, const struct desk *desk)
{
	const struct stating *stating = &desk->stating;
	const char *lacking;

	*state = (struct case_state){ .report = desk->words[1],
				      .body = given(stating->body),
				      .paragraph = given(stating->paragraph),
				      .role = given(stating->role),
				      .reason = given(stating->reason) };
	if (!read_step(state, desk->words[2]))
		return false;
	if (!date_parse(&state->date, given(stating->date))) {
		msg_say(OUTCOME_MISUSED,
			_("--date wants the day of the decision, like "
			  "2025-05-21, not \"%s\""),
			given(stating->date));
		return false;
	}
	lacking = case_state_lacks(state);
	if (lacking)
		msg_say(OUTCOME_MISUSED, _("the state \"%s\" needs %s"),
			gettext(case_step_id(state->step)), option_of(lacking));
	return !lacking && is_plain(state->body) &&
	       is_plain(state->paragraph) && is_plain(state->role) &&
	       is_plain(state->reason);
}

static bool may_follow(const struct case_state *state,
		       const struct decided *decided)
{
	if (case_step_may_follow(state->step, decided->step))
		return true;
	msg_say(OUTCOME_MISUSED,
		_("%s cannot follow %s, which the report \"%s\" is now"),
		gettext(case_step_id(state->step)),
		gettext(case_step_id(decided->step)), state->report);
	return false;
}

static bool still_stands(struct close *closing, const struct case_state *state,
			 struct text *why)
{
	int number = 0;
	long notes = 0;

	if (revision_latest(closing->folder) > 0 &&
	    (state->step == CASE_CORRECTED ||
	     standing_holds(closing, &number, &notes, why)))
		return true;
	if (why->len == 0)
		msg_say(OUTCOME_NOT_READY,
			_("%s %s has no revision of what stands in input/, "
			  "rules/ and templates/ now; run bokslut run %s %s, "
			  "look at what it made, and record the state then"),
			closing->plan->period, closing->plan->report,
			closing->plan->period, closing->plan->report);
	return false;
}

/* A step that was recorded is only lost with the file that it stands in. */
static bool record(struct close *closing, const struct case_state *state,
		   struct text *why)
{
	struct decided decided = { 0 };
	bool ok =
		decided_find(&decided, closing->desk, closing->plan, why) &&
		may_follow(state, &decided) &&
		still_stands(closing, state, why) &&
		case_states_append(state,
				   decided_folder(closing->desk, closing->plan),
				   why);

	decided_clear(&decided);
	return ok;
}

void state_command(struct desk *desk)
{
	struct close closing = { .lock = -1 };
	struct case_state state;
	struct text why = { 0 };
	struct close_list closes;
	bool ok;

	if (desk->word_count != 3) {
		msg_say(OUTCOME_MISUSED,
			_("state wants PERIOD, REPORT and STATE"));
		return;
	}
	if (!read_state(&state, desk))
		return;
	desk->word_count = 2;
	closes = desk_closes(desk);
	if (closes.count != 1 || !used_rules_hold(desk))
		return;
	ok = close_open(&closing, desk, closes.list[0], &why) &&
	     record(&closing, &state, &why) && carry_out(&closing);
	if (!ok && why.len > 0)
		msg_say(OUTCOME_UNWRITTEN, "%s", why.at);
	close_shut(&closing);
	text_clear(&why);
}
