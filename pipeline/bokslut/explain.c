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
#include "bokslut/explain_words.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/assessment.h"

static void explain_figure(const struct assessment *assessment,
			   const char *title,
			   const struct assessed_figure *figure,
			   const char *quantity)
{
	struct text line = { 0 };

	text_printf(&line, "  %s ", title);
	explain_add_figure(&line, &figure->figure,
			   quantity_lookup(&assessment->quantities, quantity));
	if (figure->window.form != WINDOW_NONE) {
		text_add(&line, ", ");
		window_print(&line, figure->window, assessment->language);
	}
	printf("%s\n", line.at);
	for (size_t i = 0; i < figure->from_count; i++)
		explain_from(assessment, &figure->from[i]);
	text_clear(&line);
}

static void explain_indicator(const struct assessment *assessment,
			      const struct assessed_indicator *indicator)
{
	struct text target = { 0 };

	printf("%s: %s (%s)\n", indicator->id, indicator->name,
	       explain_unit(assessment, indicator->unit));
	for (size_t i = 0; i < indicator->grade_count; i++)
		explain_grade(assessment, &indicator->grades[i]);
	explain_figure(assessment, explain_word("value"), &indicator->value,
		       indicator->quantity);
	explain_figure(assessment, explain_word("forecast"),
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

static bool is_of(const char *asked, const char *unit)
{
	return !asked || (unit && strcmp(asked, unit) == 0);
}

/* The assessment of the first of the period's reports that knows the id. */
static bool explain_in(struct desk *desk, const struct close_plan *plan,
		       const char *id, const char *unit)
{
	struct assessment assessment = { 0 };
	const struct assessed_indicator *indicator = NULL;
	const struct assessed_goal *goal = NULL;
	const char *path =
		arena_printf(&desk->arena, "%s/%s/%s/latest/assessment.xml",
			     desk->output, plan->period, plan->report);
	struct text why = { 0 };
	bool told;

	if (!assessment_load(&assessment, path, &why)) {
		msg_say(OUTCOME_ABSENT,
			_("%s %s has no revision to explain; run `bokslut run "
			  "%s` first (%s)"),
			plan->period, plan->report, plan->period,
			text_string(&why));
	} else {
		indicator = assessment_indicator(&assessment, id);
		goal = assessment_goal(&assessment, id);
	}
	told = (indicator && is_of(unit, indicator->unit)) ||
	       (goal && is_of(unit, goal->unit));
	if (told && indicator)
		explain_indicator(&assessment, indicator);
	else if (told)
		explain_goal(&assessment, goal);
	assessment_clear(&assessment);
	text_clear(&why);
	return told;
}

void explain_command(struct desk *desk)
{
	const struct calendar *calendar = &desk->rules.calendar;
	const char *at;
	char *id;
	bool told = false;

	if (desk->word_count != 2) {
		msg_say(OUTCOME_MISUSED, _("usage: %s"),
			_("bokslut explain PERIOD ID[@UNIT]"));
		return;
	}
	at = strchr(desk->words[1], '@');
	id = arena_strndup(&desk->arena, desk->words[1],
			   strcspn(desk->words[1], "@"));
	for (size_t i = 0; !told && i < calendar->count; i++)
		if (strcmp(calendar->list[i].period, desk->words[0]) == 0)
			told = explain_in(desk, &calendar->list[i], id,
					  at ? at + 1 : NULL);
	if (!told && msg_outcome() < OUTCOME_ABSENT)
		msg_say(OUTCOME_ABSENT,
			_("no indicator or goal \"%s\" in the closes of %s; "
			  "the ids stand in input/register/"),
			desk->words[1], desk->words[0]);
}
