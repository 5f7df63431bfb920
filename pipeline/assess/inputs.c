#include "assess/inputs.h"

#include <string.h>

#include "assess/evidence.h"
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

/* The same for what has no denominators, as nearly all figures. */
static bool stand_in_decimals(struct standing *standing, struct decimal judged,
			      enum target_op op)
{
	const struct decimal wanted = standing->wanted->number;
	const int order = decimal_compare(judged, wanted);
	struct decimal *shortfall = &standing->shortfall.numerator;

	standing->met = op_is_met(op, order);
	standing->shortfall = whole(0);
	standing->part = whole(0);
	if (standing->met)
		return true;
	if (order < 0 ? !decimal_subtract(shortfall, wanted, judged)
		      : !decimal_subtract(shortfall, judged, wanted))
		return false;
	standing->part.numerator = *shortfall;
	if (decimal_is_zero(wanted))
		standing->part.numerator = decimal_of(order != 0);
	else if (decimal_is_negative(wanted))
		standing->part.denominator = decimal_negate(wanted);
	else
		standing->part.denominator = wanted;
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

const struct assessed_figure *indicator_judged(
	const struct assessed_indicator *indicator, enum series *series)
{
	const struct target_base *base = indicator->target.base;
	const bool ahead = !base || base->when != TARGET_SAME_PERIOD;

	*series = SERIES_FORECAST;
	if (ahead && is_there(&indicator->forecast))
		return &indicator->forecast;
	*series = SERIES_VALUE;
	return is_there(&indicator->value) ? &indicator->value : NULL;
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

/* Two numbers, or ratios of one. */
static bool stand_in_amounts(struct standing *standing, enum target_op op,
			     const struct quantity *quantity)
{
	const struct figure *judged = &standing->judged->figure;
	struct ratio judged_ratio;
	struct ratio target_ratio;

	if (standing->wanted->kind == FIGURE_NUMBER &&
	    judged->kind == FIGURE_NUMBER)
		return stand_in_decimals(standing, judged->number, op);
	return quantity_ratio(quantity, judged, &judged_ratio) &&
	       quantity_ratio(quantity, standing->wanted, &target_ratio) &&
	       stand_in_numbers(standing, judged_ratio, target_ratio, op);
}

bool standing_of(struct standing *standing,
		 const struct assessed_indicator *indicator,
		 const struct quantity *quantity)
{
	const struct figure *target = &indicator->target.figure;
	const struct figure *judged;

	*standing = (struct standing){ .wanted = target };
	standing->judged = indicator_judged(indicator, &standing->series);
	if (!standing->judged || target->kind == FIGURE_MISSING)
		return true;
	standing->known = true;
	standing->due = indicator->due != NULL;
	if (indicator->due)
		standing->wanted = &indicator->due->figure;
	judged = &standing->judged->figure;
	if (target->kind == FIGURE_YESNO && judged->kind == FIGURE_YESNO) {
		stand_in_yes_or_no(standing, judged->yes, target->yes);
		return true;
	}
	return stand_in_amounts(standing, indicator->target.op, quantity) ||
	       tell_unequal(indicator, standing);
}

/* What is nothing but a number is quicker to test as one. */
static void set_ratio(struct figure *value, const struct ratio *ratio)
{
	value->kind = FIGURE_RATIO;
	value->number = ratio->numerator;
	value->denominator = ratio->denominator;
	if (value->denominator.units == 1 && value->denominator.scale == 0)
		value->kind = FIGURE_NUMBER;
}

static void set_yes_or_no(struct figure *value, bool yes)
{
	value->kind = FIGURE_YESNO;
	value->yes = yes;
}

/* In place, and of the members only those of its kind: a million figures that
 * are copied whole take half the time of judging them. */
static void set_value(struct figure *value, const struct rule_input *input,
		      const struct assessed_indicator *indicator,
		      const struct standing *standing)
{
	if (input->word == INPUT_NO_FIGURES) {
		set_yes_or_no(value, !standing->known);
	} else if (input->word == INPUT_MEASURED_IN) {
		value->kind = FIGURE_WORD;
		value->word = indicator->quantity;
	} else if (!standing->known) {
		value->kind = FIGURE_MISSING;
		value->missing = MISSING_NOT_MEASURED;
	} else if (input->word == INPUT_TARGET_MET) {
		set_yes_or_no(value, standing->met);
	} else if (input->word == INPUT_SHORTFALL) {
		set_ratio(value, &standing->shortfall);
	} else {
		set_ratio(value, &standing->part);
	}
}

void inputs_of_indicator(const struct decision_table *table,
			 const struct assessed_indicator *indicator,
			 const struct standing *standing, struct figure *values)
{
	for (size_t i = 0; i < table->input_count; i++)
		set_value(&values[i], &table->inputs[i], indicator, standing);
}

static struct figure yes_or_no(bool yes)
{
	return (struct figure){ .kind = FIGURE_YESNO, .yes = yes };
}

/* Whether an indicator with this grade, NULL if it has none, counts: one
 * without a grade does too, since it has not reached anything, unless the rule
 * leaves out what is missing for its reason, or nobody holds it to a target. */
static bool counts(const struct decision_table *table,
		   const struct assessed_indicator *indicator,
		   const struct assessed_grade *grade)
{
	if (!grade)
		return indicator->target.figure.kind != FIGURE_MISSING;
	return grade->grade || !table->leaves_out[grade->missing];
}

static struct figure value_for_goal(const struct decision_table *table,
				    const struct rule_input *input,
				    const struct goal_members *members)
{
	long all = 0;
	long graded = 0;

	for (size_t i = 0; i < members->count; i++) {
		const struct assessed_indicator *indicator = members->list[i];
		const struct assessed_grade *grade = grade_that_counts(
			indicator->grades, indicator->grade_count, WHEN_NOW);

		all += counts(table, indicator, grade);
		graded += grade && grade->grade &&
			  names_has(&input->grades, grade->grade);
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
		    const struct goal_members *members, struct figure *values)
{
	for (size_t i = 0; i < table->input_count; i++)
		values[i] = value_for_goal(table, &table->inputs[i], members);
}
