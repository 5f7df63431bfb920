#include "bokslut/desk.h"

#include <string.h>
#include <unistd.h>

#include "bokslut/revision.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

static bool is_workspace(struct desk *desk)
{
	const char *path = arena_printf(&desk->arena, "%s/rules/workspace.lua",
					desk->workspace);

	if (access(path, R_OK) == 0)
		return true;
	msg_say(OUTCOME_ABSENT,
		_("%s is no workspace: it has no rules/workspace.lua; name "
		  "the municipality's folder with -C"),
		desk->workspace);
	return false;
}

static bool read_as_of(struct desk *desk)
{
	if (!desk->as_of || date_parse(&desk->as_of_date, desk->as_of))
		return true;
	msg_say(OUTCOME_MISUSED,
		_("--as-of wants a date like 2025-05-05, not \"%s\""),
		desk->as_of);
	return false;
}

bool desk_lay(struct desk *desk, struct text *why)
{
	desk->known.arena = &desk->arena;
	if (!is_workspace(desk) || !read_as_of(desk))
		return false;
	if (!desk->output)
		desk->output = strcmp(desk->workspace, ".") == 0
				       ? "output"
				       : arena_printf(&desk->arena, "%s/output",
						      desk->workspace);
	if (!rules_load(&desk->rules, desk->workspace, why))
		return false;
	if (!desk->language) {
		desk->language = desk->rules.workspace.language;
		lang_start(desk->language);
	}
	return true;
}

void desk_clear(struct desk *desk)
{
	rules_clear(&desk->rules);
	text_clear(&desk->programs);
	text_clear(&desk->paths);
	arena_clear(&desk->arena);
	*desk = (struct desk){ 0 };
}

static bool names_report(const struct desk *desk, const char *report)
{
	if (desk->word_count < 2)
		return true;
	for (int i = 1; i < desk->word_count; i++)
		if (strcmp(desk->words[i], report) == 0)
			return true;
	return false;
}

static bool names_close(const struct desk *desk, const struct close_plan *plan)
{
	return (desk->word_count < 1 ||
		strcmp(desk->words[0], plan->period) == 0) &&
	       names_report(desk, plan->report);
}

/* Each period once, for a sentence. */
static void add_periods(struct text *text, const struct calendar *calendar)
{
	for (size_t i = 0; i < calendar->count; i++) {
		size_t before = 0;

		while (before < i && strcmp(calendar->list[before].period,
					    calendar->list[i].period) != 0)
			before++;
		if (before == i)
			text_printf(text, "%s%s", i > 0 ? ", " : "",
				    calendar->list[i].period);
	}
}

static void add_reports(struct text *text, const struct calendar *calendar,
			const char *period)
{
	for (size_t i = 0; i < calendar->count; i++)
		if (strcmp(calendar->list[i].period, period) == 0)
			text_printf(text, "%s%s", text->len > 0 ? ", " : "",
				    calendar->list[i].report);
}

static void tell_absent(const struct desk *desk, int word)
{
	struct text known = { 0 };

	if (word == 0) {
		add_periods(&known, &desk->rules.calendar);
		msg_say(OUTCOME_ABSENT,
			_("no close for the period \"%s\" in "
			  "rules/calendar.lua; there are: %s"),
			desk->words[0], text_string(&known));
	} else {
		add_reports(&known, &desk->rules.calendar, desk->words[0]);
		msg_say(OUTCOME_ABSENT,
			_("no report \"%s\" for %s in rules/calendar.lua; "
			  "there are: %s"),
			desk->words[word], desk->words[0], text_string(&known));
	}
	text_clear(&known);
}

/* Tell the words that name nothing; true if all name something. */
static bool all_words_exist(const struct desk *desk)
{
	const struct calendar *calendar = &desk->rules.calendar;
	bool period = false;
	bool ok = true;

	for (size_t i = 0; desk->word_count > 0 && i < calendar->count; i++)
		if (strcmp(calendar->list[i].period, desk->words[0]) == 0)
			period = true;
	if (desk->word_count > 0 && !period) {
		tell_absent(desk, 0);
		return false;
	}
	for (int i = 1; i < desk->word_count; i++) {
		if (calendar_lookup(calendar, desk->words[0], desk->words[i]))
			continue;
		tell_absent(desk, i);
		ok = false;
	}
	return ok;
}

struct close_list desk_closes(struct desk *desk)
{
	const struct calendar *calendar = &desk->rules.calendar;
	struct close_list closes = { 0 };

	if (!all_words_exist(desk))
		return closes;
	for (size_t i = 0; i < calendar->count; i++) {
		if (!names_close(desk, &calendar->list[i]))
			continue;
		closes.list = arena_grow(&desk->arena, closes.list,
					 closes.count, sizeof(*closes.list));
		closes.list[closes.count++] = &calendar->list[i];
	}
	return closes;
}

struct close_list desk_closes_of_period(struct desk *desk)
{
	const int words = desk->word_count;
	struct close_list closes;

	desk->word_count = words > 1 ? 1 : words;
	closes = desk_closes(desk);
	desk->word_count = words;
	return closes;
}

struct date desk_as_of(const struct desk *desk, const struct close_plan *plan)
{
	return desk->as_of ? desk->as_of_date : plan->as_of;
}

const char *desk_compared(struct desk *desk, const struct close_plan *plan)
{
	const char *slash = strrchr(plan->compare, '/');

	return arena_printf(&desk->arena, "%s/%.*s/%s%s/report.xml",
			    desk->output, (int)(slash - plan->compare),
			    plan->compare, plan->report, slash);
}

int desk_revision(struct desk *desk, const char *folder, int word)
{
	const char *name = desk->words[word];
	const int number = strcmp(name, REVISION_LATEST) == 0
				   ? revision_latest(folder)
				   : revision_number(name);

	if (number > 0 &&
	    access(revision_path(&desk->arena, folder, number), F_OK) == 0)
		return number;
	msg_say(OUTCOME_ABSENT,
		_("%s %s has no revision \"%s\"; the latest is r%d"),
		desk->words[0], desk->words[1], name, revision_latest(folder));
	return 0;
}
