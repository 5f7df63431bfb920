#include "assess/inputs.h"

#include <string.h>

#include "assess/evidence.h"
#include "assess/goal_graph.h"
#include "lib/lang.h"
#include "lib/msg.h"

static struct ratio whole(long number)
{
	return ratio_of(decimal_of(number));
}

static bool op_is_met(enum target_op op, int order)
{
	switch (op) {
	case TARGET_AT_LEAST:
		return order >= 0;
	case TARGET_AT_MOST:
		return order <= 0;
	case TARGET_BELOW:
		return order < 0;
	case TARGET_ABOVE:
		return order > 0;
	case TARGET_EQUALS:
	case TARGET_UNSTATED:
		break;
	}
	return order == 0;
}

/* What `a` lacks of `b`, or `b` of `a`: never below 0. */
static bool distance(struct ratio *out, struct ratio a, struct ratio b)
{
	if (ratio_compare(a, b) < 0)
		return ratio_subtract(out, b, a);
	return ratio_subtract(out, a, b);
}

static bool stand_in_numbers(struct standing *standing, struct ratio judged,
			     struct ratio target, enum target_op op)
{
	struct ratio size;

	standing->met = op_is_met(op, ratio_compare(judged, target));
	standing->shortfall = whole(0);
	standing->part = whole(0);
	if (standing->met)
		return true;
	if (!distance(&standing->shortfall, judged, target) ||
	    !distance(&size, target, whole(0)))
		return false;
	if (ratio_compare(size, whole(0)) != 0)
		return ratio_divide(&standing->part, standing->shortfall, size);
	standing->part = whole(ratio_compare(standing->shortfall, whole(0)));
	return true;
}

static void stand_in_yes_or_no(struct standing *standing, bool judged,
			       bool target)
{
	standing->met = judged == target;
	standing->shortfall = whole(!standing->met);
	standing->part = whole(!standing->met);
}

static bool is_there(const struct assessed_figure *figure)
{
	return figure->figure.kind != FIGURE_MISSING;
}

static void choose_judged(struct standing *standing,
			  const struct assessed_indicator *indicator)
{
	if (is_there(&indicator->forecast)) {
		standing->judged = &indicator->forecast;
		standing->series = SERIES_FORECAST;
	} else if (is_there(&indicator->value)) {
		standing->judged = &indicator->value;
		standing->series = SERIES_VALUE;
	}
}

static bool tell_unequal(const struct assessed_indicator *indicator,
			 const struct standing *standing)
{
	msg_say(OUTCOME_REFUSED,
		_("indicator \"%s\": its %s cannot be compared with the target "
		  "\"%s\"; one is a number and the other is not, or a number "
		  "is too large"),
		indicator->id, evidence_series(standing->series),
		indicator->target_text);
	return false;
}

bool standing_of(struct standing *standing,
		 const struct assessed_indicator *indicator,
		 const struct quantity *quantity)
{
	const struct figure *target = &indicator->target.figure;
	struct ratio judged_ratio;
	struct ratio target_ratio;
	const struct figure *judged;

	*standing = (struct standing){ 0 };
	choose_judged(standing, indicator);
	if (!standing->judged || target->kind == FIGURE_MISSING)
		return true;
	standing->known = true;
	judged = &standing->judged->figure;
	if (target->kind == FIGURE_YESNO && judged->kind == FIGURE_YESNO) {
		stand_in_yes_or_no(standing, judged->yes, target->yes);
		return true;
	}
	if (!quantity_ratio(quantity, judged, &judged_ratio) ||
	    !quantity_ratio(quantity, target, &target_ratio) ||
	    !stand_in_numbers(standing, judged_ratio, target_ratio,
			      indicator->target.op))
		return tell_unequal(indicator, standing);
	return true;
}

static struct figure yes_or_no(bool yes)
{
	return (struct figure){ .kind = FIGURE_YESNO, .yes = yes };
}

static struct figure value_for_indicator(
	const struct rule_input *input,
	const struct assessed_indicator *indicator,
	const struct standing *standing)
{
	if (input->word == INPUT_NO_FIGURES)
		return yes_or_no(!standing->known);
	if (input->word == INPUT_MEASURED_IN)
		return (struct figure){ .kind = FIGURE_WORD,
					.word = indicator->quantity };
	if (!standing->known)
		return figure_of_missing(MISSING_NOT_MEASURED);
	if (input->word == INPUT_TARGET_MET)
		return yes_or_no(standing->met);
	if (input->word == INPUT_SHORTFALL)
		return figure_of_ratio(standing->shortfall);
	return figure_of_ratio(standing->part);
}

void inputs_of_indicator(const struct decision_table *table,
			 const struct assessed_indicator *indicator,
			 const struct standing *standing, struct figure *values)
{
	for (size_t i = 0; i < table->input_count; i++)
		values[i] = value_for_indicator(&table->inputs[i], indicator,
						standing);
}

/* Whether the grade that counts now is one of `grades`. */
static bool has_grade(const struct assessed_indicator *indicator,
		      const struct names *grades)
{
	const struct assessed_grade *grade = grade_that_counts(
		indicator->grades, indicator->grade_count, WHEN_NOW);

	if (!grade || !grade->grade)
		return false;
	for (size_t i = 0; i < grades->count; i++)
		if (strcmp(grades->list[i], grade->grade) == 0)
			return true;
	return false;
}

/* Indicators without a grade count too: they have not reached anything. */
static struct figure value_for_goal(const struct rule_input *input,
				    const struct registry *reg,
				    const struct assessment *assessment,
				    const struct assessed_goal *goal)
{
	long all = 0;
	long graded = 0;

	for (size_t i = 0; i < assessment->indicator_count; i++) {
		const struct assessed_indicator *indicator =
			&assessment->indicators[i];

		if (!goal_graph_reaches(reg, &indicator->goals, goal->id))
			continue;
		all++;
		graded += has_grade(indicator, &input->grades);
	}
	if (input->word == INPUT_NO_INDICATORS)
		return yes_or_no(all == 0);
	if (input->word == INPUT_COUNT)
		return figure_of_number(decimal_of(graded));
	if (all == 0)
		return figure_of_missing(MISSING_NOT_APPLICABLE);
	return figure_of_ratio(ratio_over(decimal_of(graded), decimal_of(all)));
}

void inputs_of_goal(const struct decision_table *table,
		    const struct registry *reg,
		    const struct assessment *assessment,
		    const struct assessed_goal *goal, struct figure *values)
{
	for (size_t i = 0; i < table->input_count; i++)
		values[i] = value_for_goal(&table->inputs[i], reg, assessment,
					   goal);
}
