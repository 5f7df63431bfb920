/*
 * status - the subcommand that tells what has come, and how far closes are.
 *
 * It writes nothing.  Its answer goes to stdout, as a table or as JSON; that
 * an export of an opened close is missing or too old makes the status 75.
 */
#include <stdio.h>

#include "bokslut/state.h"
#include "lib/json_writer.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/options.h"
#include "lib/text.h"

static const char *const ready_ids[] = {
	[SOURCE_MISSING] = "missing", [SOURCE_UNREAD] = "unread",
	[SOURCE_REFUSED] = "refused", [SOURCE_STALE] = "stale",
	[SOURCE_READ] = "read",
};

static const char *ready_words(enum source_ready ready)
{
	static const char *const words[] = {
		[SOURCE_MISSING] = N_("missing"),
		[SOURCE_UNREAD] = N_("not read yet"),
		[SOURCE_REFUSED] = N_("refused"),
		[SOURCE_STALE] = N_("too old"),
		[SOURCE_READ] = N_("ready"),
	};

	return gettext(words[ready]);
}

static const char *day(struct arena *arena, struct date date)
{
	struct text text = { 0 };
	const char *kept;

	if (date.year == 0)
		return NULL;
	date_add_text(&text, date);
	kept = arena_strdup(arena, text.at);
	text_clear(&text);
	return kept;
}

/* Add a cell; a column is as wide in characters, not bytes. */
static void add_padded(struct text *text, const char *cell, int width)
{
	for (; *cell; cell++) {
		width -= !text_goes_on(*cell);
		text_add_char(text, *cell);
	}
	for (; width > 0; width--)
		text_add_char(text, ' ');
}

static bool is_read(const struct source_state *source)
{
	return source->ready == SOURCE_READ || source->ready == SOURCE_STALE;
}

static void add_source(struct text *text, struct arena *arena,
		       const struct source_state *source, int width)
{
	const char *newest = day(arena, source->newest);
	const char *reaches = day(arena, source->fresh.reached);
	const char *wanted = day(arena, source->fresh.wanted);

	text_add(text, "  ");
	add_padded(text, source->profile->id, width);
	add_padded(text, ready_words(source->ready), 13);
	text_printf(text, "%6zu  ", source->files);
	add_padded(text, newest ? newest : "-", 10);
	if (is_read(source))
		text_printf(text, " %8ld %8ld  ", source->sum.rows,
			    source->sum.rejected);
	else
		text_printf(text, " %8s %8s  ", "-", "-");
	add_padded(text, reaches ? reaches : "-", 10);
	text_printf(text, "  %s\n", wanted ? wanted : "-");
}

static void add_head(struct text *text, struct arena *arena,
		     const struct close_state *state)
{
	const struct close_plan *plan = state->plan;

	text_printf(text, "%s %s: ", plan->period, plan->report);
	text_printf(text, state->opened ? _("opened %s") : _("opens %s"),
		    day(arena, plan->opens));
	text_printf(text,
		    state->overdue ? _(", deadline %s is past")
				   : _(", deadline %s"),
		    day(arena, plan->deadline));
	if (state->revision > 0)
		text_printf(text, _(", latest revision r%d, %s\n"),
			    state->revision,
			    gettext(case_step_id(state->step)));
	else
		text_add(text, _(", no revision yet\n"));
}

static void add_close(struct text *text, struct arena *arena,
		      const struct close_state *state)
{
	const struct close_plan *plan = state->plan;
	const int width = plan_source_width(plan) + 1;

	add_head(text, arena, state);
	text_add(text, "  ");
	add_padded(text, _("source"), width);
	add_padded(text, _("state"), 13);
	add_padded(text, _(" files"), 8);
	add_padded(text, _("changed"), 10);
	text_add(text, _("     rows rejected  "));
	add_padded(text, _("reaches"), 12);
	text_add(text, _("must reach\n"));
	for (size_t i = 0; i < plan->source_count; i++)
		add_source(text, arena, &state->sources[i], width);
}

static void write_source(struct json_writer *json, struct arena *arena,
			 const struct source_state *source)
{
	json_writer_object(json, NULL);
	json_writer_string(json, "source", source->profile->id);
	json_writer_string(json, "state", ready_ids[source->ready]);
	json_writer_number(json, "files", (long)source->files);
	json_writer_string(json, "changed", day(arena, source->newest));
	if (is_read(source)) {
		json_writer_string(json, "reaches",
				   day(arena, source->fresh.reached));
		json_writer_string(json, "must_reach",
				   day(arena, source->fresh.wanted));
		json_writer_number(json, "rows", source->sum.rows);
		json_writer_number(json, "used", source->sum.used);
		json_writer_number(json, "left_out", source->sum.left_out);
		json_writer_number(json, "rejected", source->sum.rejected);
	}
	json_writer_close(json);
}

static void write_close(struct json_writer *json, struct arena *arena,
			const struct close_state *state)
{
	const struct close_plan *plan = state->plan;

	json_writer_object(json, NULL);
	json_writer_string(json, "period", plan->period);
	json_writer_string(json, "report", plan->report);
	json_writer_string(json, "opens", day(arena, plan->opens));
	json_writer_flag(json, "opened", state->opened);
	json_writer_string(json, "deadline", day(arena, plan->deadline));
	json_writer_flag(json, "overdue", state->overdue);
	json_writer_number(json, "revision", state->revision);
	json_writer_string(json, "state", case_step_id(state->step));
	json_writer_array(json, "sources");
	for (size_t i = 0; i < plan->source_count; i++)
		write_source(json, arena, &state->sources[i]);
	json_writer_close(json);
	json_writer_close(json);
}

static void tell_unready(const struct close_state *state)
{
	const bool awaited = state->opened && !state->frozen;

	for (size_t i = 0; awaited && i < state->plan->source_count; i++) {
		const struct source_state *source = &state->sources[i];

		if (source->ready == SOURCE_MISSING)
			msg_say(OUTCOME_NOT_READY,
				_("%s %s: the export of \"%s\" is missing"),
				state->plan->period, state->plan->report,
				source->profile->id);
		if (source->ready == SOURCE_STALE)
			msg_say(OUTCOME_NOT_READY,
				_("%s %s: the export of \"%s\" is too old"),
				state->plan->period, state->plan->report,
				source->profile->id);
	}
}

static void print(struct desk *desk, const struct close_state *states,
		  size_t count)
{
	struct text text = { 0 };
	struct json_writer json = { .into = &text };

	if (desk->json) {
		json_writer_object(&json, NULL);
		json_writer_array(&json, "closes");
	}
	for (size_t i = 0; i < count; i++)
		if (desk->json)
			write_close(&json, &desk->arena, &states[i]);
		else
			add_close(&text, &desk->arena, &states[i]);
	if (desk->json) {
		json_writer_close(&json);
		json_writer_close(&json);
	}
	printf("%s", text_string(&text));
	text_clear(&text);
}

void status_command(struct desk *desk)
{
	struct close_list closes = desk_closes(desk);
	struct close_state *states =
		arena_alloc(&desk->arena, (closes.count + 1) * sizeof(*states));
	struct text why = { 0 };
	bool ok = true;

	for (size_t i = 0; ok && i < closes.count; i++)
		ok = state_find(&states[i], desk, closes.list[i], &why);
	if (!ok && why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	if (ok && msg_outcome() <= OUTCOME_NOTED) {
		print(desk, states, closes.count);
		for (size_t i = 0; i < closes.count; i++)
			tell_unready(&states[i]);
	}
	text_clear(&why);
}
