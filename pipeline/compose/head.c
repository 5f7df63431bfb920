/*
 * head - what the cover and the running header say.
 */
#include "compose/composition.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"
#include "model/case_state.h"

static void add_line(struct report *report, const char *name, const char *text)
{
	struct report_head *head = &report->head;
	struct head_line *line;

	if (!text || !*text)
		return;
	head->lines = arena_grow(&report->arena, head->lines, head->line_count,
				 sizeof(*head->lines));
	line = &head->lines[head->line_count++];
	line->name = arena_strdup(&report->arena, name);
	line->text = arena_strdup(&report->arena, text);
}

static void add_date(struct composition *composition)
{
	const struct words *words = composition->words;
	struct text date = { 0 };

	date_print(&date, composition->assessment->as_of, words->language);
	add_line(composition->report, words_at(words, WORD_HEAD_DATE), date.at);
	text_clear(&date);
}

/* How the cover tells each step. */
static const enum word step_words[CASE_STEPS] = {
	[CASE_DRAFT] = WORD_HEAD_DRAFT,
	[CASE_PROPOSED] = WORD_HEAD_PROPOSED,
	[CASE_RETURNED] = WORD_HEAD_RETURNED,
	[CASE_APPROVED] = WORD_HEAD_APPROVED,
	[CASE_CORRECTED] = WORD_HEAD_CORRECTED,
	[CASE_WITHDRAWN] = WORD_HEAD_WITHDRAWN,
};

static void add_state(struct composition *composition,
		      const struct case_state *state)
{
	const struct words *words = composition->words;
	struct report *report = composition->report;
	struct text revision = { 0 };
	struct text date = { 0 };
	struct text says = { 0 };

	print_count(&revision, words, report->revision);
	if (state->step != CASE_DRAFT)
		date_print(&date, state->date, words->language);
	words_fill(&says, words, step_words[state->step],
		   (struct filling[]){ { "revision", revision.at },
				       { "date", text_string(&date) },
				       { "body", state->body },
				       { "paragraph", state->paragraph },
				       { "reason", state->reason },
				       { 0 } });
	add_line(report, words_at(words, WORD_HEAD_STATE), says.at);
	text_clear(&says);
	text_clear(&date);
	text_clear(&revision);
}

/* What stands across each page; NULL for what was proposed or decided. */
static const char *stamp_of(const struct words *words, enum case_step step)
{
	if (step == CASE_WITHDRAWN)
		return words_at(words, WORD_WITHDRAWN);
	if (step == CASE_DRAFT || step == CASE_RETURNED)
		return words_at(words, WORD_DRAFT);
	return NULL;
}

/* The body is named only where it has decided: then there is a paragraph. */
static void add_paragraph(struct composition *composition,
			  const struct case_entry *entry)
{
	struct text decided = { 0 };

	if (!entry->paragraph || !*entry->paragraph)
		return;
	text_printf(&decided, "%s%s%s", entry->body ? entry->body : "",
		    entry->body && *entry->body ? " " : "", entry->paragraph);
	add_line(composition->report,
		 words_at(composition->words, WORD_HEAD_PARAGRAPH), decided.at);
	text_clear(&decided);
}

static void add_lines(struct composition *composition,
		      const struct case_entry *entry,
		      const struct case_state *state)
{
	const struct words *words = composition->words;
	struct report *report = composition->report;

	if (entry) {
		add_line(report, words_at(words, WORD_HEAD_DIARY_NUMBER),
			 entry->diary_number);
		add_line(report, words_at(words, WORD_HEAD_DOCUMENT_NUMBER),
			 entry->document_number);
	}
	add_date(composition);
	add_state(composition, state);
	if (entry) {
		add_paragraph(composition, entry);
		add_line(report, words_at(words, WORD_HEAD_OFFICER),
			 entry->officer);
	}
}

static void add_times(struct composition *composition)
{
	const struct assessment *assessment = composition->assessment;
	struct report *report = composition->report;
	struct text text = { 0 };

	window_print(&text, assessment->window, composition->words->language);
	report->head.subtitle = arena_strdup(&report->arena, text.at);
	text_reset(&text);
	date_add_text(&text, assessment->as_of);
	report->head.date = arena_strdup(&report->arena, text.at);
	text_clear(&text);
}

void head_compose(struct composition *composition,
		  const struct case_entry *entry,
		  const struct case_state *newest)
{
	const struct case_state draft = { .step = CASE_DRAFT };
	const struct case_state *state = newest ? newest : &draft;
	const struct assessment *assessment = composition->assessment;
	const struct words *words = composition->words;
	const struct assessed_unit *unit =
		assessment_unit(assessment, assessment->unit);
	struct report *report = composition->report;
	struct arena *arena = &report->arena;
	struct report_head *head = &report->head;

	head->title = arena_strdup(arena, assessment->title);
	head->municipality = arena_strdup(arena, assessment->municipality);
	head->unit = arena_strdup(arena, unit ? unit->name : assessment->unit);
	add_times(composition);
	head->short_title =
		arena_printf(arena, "%s %s", head->title, head->subtitle);
	if (entry && entry->diary_number && *entry->diary_number)
		head->diary_number = arena_strdup(arena, entry->diary_number);
	head->draft = stamp_of(words, state->step);
	if (head->draft)
		head->draft = arena_strdup(arena, head->draft);
	head->word_contents =
		arena_strdup(arena, words_at(words, WORD_CONTENTS));
	head->word_continued =
		arena_strdup(arena, words_at(words, WORD_CONTINUED));
	head->word_page = arena_strdup(arena, words_at(words, WORD_PAGE));
	add_lines(composition, entry, state);
}
