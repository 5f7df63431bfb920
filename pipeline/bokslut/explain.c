/*
 * explain - the subcommand that tells why.
 *
 * It reads the latest revision's assessment and prints, for an indicator or a
 * goal, a tree from the grade down to files and lines.
 */
#include <stdio.h>
#include <string.h>

#include "bokslut/desk.h"
#include "bokslut/explain_grade.h"
#include "bokslut/explain_rows.h"
#include "bokslut/explain_words.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "model/assessment.h"

static void explain_figure(const struct explaining *explaining,
			   const char *title,
			   const struct assessed_figure *figure,
			   const char *quantity)
{
	const struct assessment *assessment = explaining->assessment;
	struct text line = { 0 };

	text_printf(&line, "  %s ", title);
	explain_add_figure(&line, assessment, &figure->figure,
			   quantity_lookup(&assessment->quantities, quantity));
	if (figure->window.form != WINDOW_NONE) {
		text_add(&line, ", ");
		window_print(&line, figure->window, assessment->language);
	}
	printf("%s\n", line.at);
	for (size_t i = 0; i < figure->from_count; i++) {
		explain_from(assessment, &figure->from[i]);
		explain_first_rows(explaining, &figure->from[i]);
	}
	text_clear(&line);
}

/* What value and forecast are made of, together. */
static void explain_rows_of(const struct explaining *explaining,
			    const struct assessed_indicator *indicator)
{
	const struct assessed_figure *value = &indicator->value;
	const struct assessed_figure *forecast = &indicator->forecast;
	size_t count = value->from_count + forecast->from_count;
	struct from *list = arena_alloc(&explaining->desk->arena,
					(count + 1) * sizeof(*list));

	for (size_t i = 0; i < count; i++)
		list[i] = i < value->from_count
				  ? value->from[i]
				  : forecast->from[i - value->from_count];
	explain_all_rows(explaining, list, count);
}

static void explain_indicator(const struct explaining *explaining,
			      const struct assessed_indicator *indicator)
{
	const struct assessment *assessment = explaining->assessment;
	struct text target = { 0 };

	if (explaining->desk->rows) {
		explain_rows_of(explaining, indicator);
		return;
	}
	printf("%s: %s (%s)\n", indicator->id, indicator->name,
	       explain_unit(assessment, indicator->unit));
	for (size_t i = 0; i < indicator->grade_count; i++)
		explain_grade(assessment, &indicator->grades[i]);
	explain_figure(explaining, explain_word("value"), &indicator->value,
		       indicator->quantity);
	explain_figure(explaining, explain_word("forecast"),
		       &indicator->forecast, indicator->quantity);
	explain_add_test(&target, target_op_name(indicator->target.op));
	printf("  %s \"%s\" (%s), input/register/indicators.csv\n",
	       explain_word("target"), indicator->target_text, target.at);
	text_clear(&target);
}

static bool has_goal(const struct assessed_indicator *indicator,
		     const char *goal)
{
	for (size_t i = 0; i < indicator->goals.count; i++)
		if (strcmp(indicator->goals.list[i], goal) == 0)
			return true;
	return false;
}

static void explain_goal(const struct assessment *assessment,
			 const struct assessed_goal *goal)
{
	printf("%s: %s (%s)\n", goal->id, goal->name,
	       explain_unit(assessment, goal->unit));
	for (size_t i = 0; i < goal->grade_count; i++)
		explain_grade(assessment, &goal->grades[i]);
	for (size_t i = 0; i < assessment->indicator_count; i++) {
		const struct assessed_indicator *indicator =
			&assessment->indicators[i];
		const struct assessed_grade *grade;

		if (!has_goal(indicator, goal->id))
			continue;
		grade = grade_that_counts(indicator->grades,
					  indicator->grade_count, WHEN_NOW);
		printf("  %-32s %s\n", indicator->id,
		       grade ? explain_label(assessment, grade) : "-");
	}
}

/* What was asked: an id or a name, and a unit if any will not do. */
struct question {
	const char *id;
	const char *unit; /* NULL: any */
	struct spelling_search near;
};

static bool is_asked(const struct question *question, const char *id,
		     const char *name, const char *unit)
{
	return (strcmp(question->id, id) == 0 ||
		spelling_same(question->id, name)) &&
	       (!question->unit || (unit && strcmp(question->unit, unit) == 0));
}

/* True if the assessment knows what was asked, and it is told. */
static bool answer(const struct explaining *explaining,
		   struct question *question)
{
	const struct assessment *assessment = explaining->assessment;

	for (size_t i = 0; i < assessment->indicator_count; i++) {
		const struct assessed_indicator *indicator =
			&assessment->indicators[i];

		if (is_asked(question, indicator->id, indicator->name,
			     indicator->unit)) {
			explain_indicator(explaining, indicator);
			return true;
		}
		spelling_offer(&question->near, indicator->id);
	}
	for (size_t i = 0; i < assessment->goal_count; i++) {
		const struct assessed_goal *goal = &assessment->goals[i];

		if (is_asked(question, goal->id, goal->name, goal->unit)) {
			explain_goal(assessment, goal);
			return true;
		}
		spelling_offer(&question->near, goal->id);
	}
	return false;
}

/* Keep the nearest id when the assessment that offered it goes. */
static void keep_nearest(struct desk *desk, struct question *question)
{
	question->near.nearest =
		arena_strdup(&desk->arena, question->near.nearest);
}

/* Ask the latest revision of one close. */
static bool explain_in(struct desk *desk, const struct close_plan *plan,
		       struct question *question)
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
		msg_say(OUTCOME_ABSENT,
			_("%s %s has no revision to explain; run `bokslut run "
			  "%s` first (%s)"),
			plan->period, plan->report, plan->period,
			text_string(&why));
	keep_nearest(desk, question);
	assessment_clear(&assessment);
	text_clear(&why);
	return told;
}

static void tell_unknown(const struct desk *desk,
			 const struct question *question)
{
	if (question->near.nearest)
		msg_say(OUTCOME_ABSENT,
			_("no indicator or goal \"%s\" in the closes of %s; is "
			  "it \"%s\" that is meant?"),
			desk->words[1], desk->words[0], question->near.nearest);
	else
		msg_say(OUTCOME_ABSENT,
			_("no indicator or goal \"%s\" in the closes of %s; "
			  "the ids stand in input/register/"),
			desk->words[1], desk->words[0]);
}

void explain_command(struct desk *desk)
{
	struct question question = { 0 };
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
		told = explain_in(desk, closes.list[i], &question);
	if (!told && msg_outcome() < OUTCOME_ABSENT)
		tell_unknown(desk, &question);
}
