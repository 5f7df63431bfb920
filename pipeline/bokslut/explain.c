/*
 * explain - the subcommand that tells why.
 *
 * It reads the latest revision's assessment and prints what explained.h finds
 * there as a tree, from the grade down to files and lines, or as JSON.
 */
#include <stdio.h>
#include <string.h>

#include "bokslut/desk.h"
#include "bokslut/explain_grade.h"
#include "bokslut/explain_json.h"
#include "bokslut/explain_rows.h"
#include "bokslut/explain_words.h"
#include "bokslut/explained.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "model/assessment.h"

static void tell_window(struct text *line, const struct explaining *explaining,
			struct window window)
{
	if (window.form == WINDOW_NONE)
		return;
	text_add(line, ", ");
	window_print(line, window, explaining->assessment->language);
}

static void tell_past(const struct explaining *explaining,
		      const struct explained_figure *told)
{
	const struct assessment *assessment = explaining->assessment;
	struct text line = { 0 };

	text_printf(&line, "  %s ", explain_word(told->title));
	explain_add_figure(&line, assessment, &told->past->figure,
			   quantity_lookup(&assessment->quantities,
					   told->quantity));
	tell_window(&line, explaining, told->past->window);
	printf("%s\n    %s:%ld\n", line.at, told->past->file, told->past->line);
	text_clear(&line);
}

static void tell_figure(const struct explaining *explaining,
			const struct explained_figure *told)
{
	const struct assessment *assessment = explaining->assessment;
	const struct assessed_figure *figure = told->figure;
	struct text line = { 0 };

	if (told->past) {
		tell_past(explaining, told);
		return;
	}
	text_printf(&line, "  %s ", explain_word(told->title));
	explain_add_figure(&line, assessment, &figure->figure,
			   quantity_lookup(&assessment->quantities,
					   told->quantity));
	tell_window(&line, explaining, figure->window);
	printf("%s\n", line.at);
	for (size_t i = 0; i < figure->from_count; i++) {
		explain_from(assessment, &figure->from[i]);
		explain_first_rows(explaining, &figure->from[i]);
	}
	text_clear(&line);
}

/* What all figures are made of, together. */
static void tell_rows(const struct explaining *explaining,
		      const struct explained *found)
{
	struct arena *arena = &explaining->desk->arena;
	struct from *list = NULL;
	size_t count = 0;

	for (size_t i = 0; i < found->figure_count; i++) {
		const struct assessed_figure *figure = found->figures[i].figure;

		for (size_t j = 0; figure && j < figure->from_count; j++) {
			list = arena_grow(arena, list, count, sizeof(*list));
			list[count++] = figure->from[j];
		}
	}
	explain_all_rows(explaining, list, count);
}

static void tell_target(const struct assessed_indicator *indicator)
{
	struct text target = { 0 };

	explain_add_test(&target, target_op_name(indicator->target.op));
	printf("  %s \"%s\" (%s), input/register/indicators.csv\n",
	       explain_word("target"), indicator->target_text, target.at);
	text_clear(&target);
}

/* Where it is declared, and the row of the export that tells it. */
static void tell_origin(const struct explaining *explaining,
			const struct explained *found)
{
	const struct facts_file *file =
		explain_record_file(explaining, found->record);

	if (found->grade)
		printf("  %s: %s\n", _("now"), found->grade);
	if (found->version > 0)
		printf(_("    version %d, %s:%ld"), found->version, found->file,
		       found->line);
	else if (found->file)
		printf("    %s:%ld", found->file, found->line);
	if (found->file && found->sha256)
		printf(" (SHA-256 %.12s…)", found->sha256);
	if (found->file)
		printf("\n");
	if (file)
		printf("    input/%s/%s:%ld (SHA-256 %.12s…)\n",
		       explaining->plan->period, file->name,
		       found->record->first, file->sha256);
}

static void tell(const struct explaining *explaining,
		 const struct explained *found)
{
	const struct assessment *assessment = explaining->assessment;

	printf("%s: %s (%s)\n", found->id, found->name,
	       explain_unit(assessment, found->unit));
	for (size_t i = 0; i < found->grade_count; i++)
		explain_grade(assessment, &found->grades[i]);
	tell_origin(explaining, found);
	for (size_t i = 0; i < found->note_count; i++)
		printf("  %-32s %s\n", explain_word(found->notes[i].name),
		       explain_word(found->notes[i].value));
	for (size_t i = 0; i < found->figure_count; i++)
		tell_figure(explaining, &found->figures[i]);
	if (found->indicator)
		tell_target(found->indicator);
}

/* True if the assessment knows what was asked, and it is told. */
static bool answer(const struct explaining *explaining,
		   struct explained_question *question)
{
	struct explained found = { 0 };

	if (!explained_find(&found, &explaining->desk->arena,
			    explaining->assessment, question))
		return false;
	if (explaining->desk->json)
		explain_json(explaining, &found);
	else if (explaining->desk->rows)
		tell_rows(explaining, &found);
	else
		tell(explaining, &found);
	return true;
}

/* Keep the nearest id when the assessment that offered it goes. */
static void keep_nearest(struct desk *desk, struct explained_question *question)
{
	question->near.nearest =
		arena_strdup(&desk->arena, question->near.nearest);
}

/* Ask the latest revision of one close; why it has none is added to `unread`.
 */
static bool explain_in(struct desk *desk, const struct close_plan *plan,
		       struct explained_question *question,
		       struct names *unread)
{
	struct assessment assessment = { 0 };
	const char *path =
		arena_printf(&desk->arena, "%s/%s/%s/latest/assessment.xml",
			     desk->output, plan->period, plan->report);
	const struct explaining explaining = { desk, plan, &assessment };
	struct text why = { 0 };
	bool told = false;

	if (assessment_load(&assessment, path, &why))
		told = answer(&explaining, question);
	else
		names_add(unread, &desk->arena,
			  arena_printf(&desk->arena,
				       _("%s %s has no revision to explain; "
					 "run `bokslut run %s` first (%s)"),
				       plan->period, plan->report, plan->period,
				       text_string(&why)));
	keep_nearest(desk, question);
	assessment_clear(&assessment);
	text_clear(&why);
	return told;
}

static void tell_unknown(const struct desk *desk,
			 const struct explained_question *question)
{
	if (question->near.nearest)
		msg_say(OUTCOME_ABSENT,
			_("nothing is called \"%s\" in the closes of %s; is it "
			  "\"%s\" that is meant?"),
			desk->words[1], desk->words[0], question->near.nearest);
	else
		msg_say(OUTCOME_ABSENT,
			_("nothing is called \"%s\" in the closes of %s; the "
			  "ids stand in input/register/ and rules/"),
			desk->words[1], desk->words[0]);
}

void explain_command(struct desk *desk)
{
	struct explained_question question = { 0 };
	struct names unread = { 0 };
	struct close_list closes;
	const char *at;
	bool told = false;

	if (desk->word_count != 2) {
		msg_say(OUTCOME_MISUSED, _("usage: %s"),
			_("bokslut explain PERIOD ID[@UNIT]"));
		return;
	}
	at = strchr(desk->words[1], '@');
	question.unit = at ? at + 1 : NULL;
	question.id = arena_strndup(&desk->arena, desk->words[1],
				    strcspn(desk->words[1], "@"));
	question.near.wanted = question.id;
	closes = desk_closes_of_period(desk);
	for (size_t i = 0; !told && i < closes.count; i++)
		told = explain_in(desk, closes.list[i], &question, &unread);
	for (size_t i = 0; !told && i < unread.count; i++)
		msg_say(OUTCOME_ABSENT, "%s", unread.list[i]);
	if (!told && msg_outcome() < OUTCOME_ABSENT)
		tell_unknown(desk, &question);
}
