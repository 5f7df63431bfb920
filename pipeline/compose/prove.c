#include "compose/prove.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "model/assessment.h"

/* An id that names nothing was written by us. */
static bool tell_unknown(const char *of, const char *id)
{
	msg_say(OUTCOME_BROKEN,
		_("assessment.xml: %s names \"%s\", which is not there"), of,
		id);
	return false;
}

static bool prove_figure(const char *of, const struct quantity *quantity,
			 const struct figure *figure)
{
	struct decimal rounded;
	struct ratio ratio;

	if (figure->kind != FIGURE_NUMBER && figure->kind != FIGURE_RATIO)
		return true;
	if (quantity_ratio(quantity, figure, &ratio) &&
	    ratio_round(&rounded, ratio, quantity->max_decimals))
		return true;
	msg_say(OUTCOME_REFUSED,
		_("a figure of %s is too large to print in \"%s\""), of,
		quantity->id);
	return false;
}

static bool prove_grade(const struct assessment *assessment, const char *of,
			const struct assessed_grade *grade)
{
	const struct scale *scale =
		scale_lookup(&assessment->scales, grade->scale);

	if (!scale)
		return tell_unknown(of, grade->scale);
	if (grade->grade && !scale_grade(scale, grade->grade))
		return tell_unknown(of, grade->grade);
	return true;
}

static bool prove_grades(const struct assessment *assessment, const char *of,
			 const struct assessed_grade *grades, size_t count)
{
	bool sound = true;

	for (size_t i = 0; i < count; i++)
		sound = prove_grade(assessment, of, &grades[i]) && sound;
	return sound;
}

static bool prove_indicator(const struct assessment *assessment,
			    const struct assessed_indicator *indicator)
{
	const struct quantity *quantity =
		quantity_lookup(&assessment->quantities, indicator->quantity);
	const struct figure *figures[] = { &indicator->value.figure,
					   &indicator->forecast.figure,
					   &indicator->target.figure };
	bool sound = prove_grades(assessment, indicator->id, indicator->grades,
				  indicator->grade_count);

	if (!quantity)
		return tell_unknown(indicator->id, indicator->quantity);
	for (size_t i = 0; i < COUNT_OF(figures); i++)
		sound = prove_figure(indicator->id, quantity, figures[i]) &&
			sound;
	if (indicator->target.op == TARGET_UNSTATED &&
	    indicator->target.figure.kind != FIGURE_MISSING)
		sound = tell_unknown(indicator->id, "unstated");
	return sound;
}

static bool prove_statement(const struct assessment *assessment,
			    const struct assessed_statement *statement)
{
	const struct quantity *quantity =
		quantity_lookup(&assessment->quantities, statement->quantity);
	bool sound = true;

	if (!quantity)
		return tell_unknown(statement->id, statement->quantity);
	for (size_t i = 0; i < statement->row_count; i++) {
		const struct assessed_row *row = &statement->rows[i];
		const struct figure *figures[] = { &row->budget.figure,
						   &row->outcome.figure,
						   &row->forecast.figure,
						   &row->deviation.figure };

		for (size_t j = 0; j < COUNT_OF(figures); j++)
			sound = prove_figure(statement->id, quantity,
					     figures[j]) &&
				sound;
	}
	return sound;
}

static bool prove_rule(const struct assessment *assessment,
		       const struct assessed_rule *rule)
{
	bool sound = true;

	for (size_t i = 0; i < rule->row_count; i++) {
		struct assessed_grade grade = { .scale = rule->scale,
						.grade = rule->rows[i].grade };

		sound = prove_grade(assessment, rule->version.id, &grade) &&
			sound;
	}
	return sound;
}

static bool prove_correction(const struct assessment *assessment,
			     const struct assessed_correction *correction)
{
	const struct quantity *quantity =
		quantity_lookup(&assessment->quantities, correction->quantity);

	if (!quantity)
		return tell_unknown(correction->id, correction->quantity);
	return prove_figure(correction->id, quantity, &correction->was) &&
	       prove_figure(correction->id, quantity, &correction->is);
}

static bool prove_corrections(const struct assessment *assessment)
{
	bool sound = true;

	for (size_t i = 0; i < assessment->correction_count; i++)
		sound = prove_correction(assessment,
					 &assessment->corrections[i]) &&
			sound;
	return sound;
}

bool prove_assessment(const struct assessment *assessment)
{
	bool sound = prove_corrections(assessment);

	for (size_t i = 0; i < assessment->rule_count; i++)
		sound = prove_rule(assessment, &assessment->rules[i]) && sound;
	for (size_t i = 0; i < assessment->goal_count; i++)
		sound = prove_grades(assessment, assessment->goals[i].id,
				     assessment->goals[i].grades,
				     assessment->goals[i].grade_count) &&
			sound;
	for (size_t i = 0; i < assessment->indicator_count; i++)
		sound = prove_indicator(assessment,
					&assessment->indicators[i]) &&
			sound;
	for (size_t i = 0; i < assessment->statement_count; i++)
		sound = prove_statement(assessment,
					&assessment->statements[i]) &&
			sound;
	return sound;
}
