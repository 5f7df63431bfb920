#include "assess/derived.h"

#include <string.h>

#include "assess/origin.h"
#include "lib/lang.h"
#include "lib/text.h"

/* A figure on its way, with the quantity that it is told in. */
struct worked {
	struct assessed_figure figure;
	const char *quantity; /* NULL: a missing one that nobody declared */
};

/* One figure that is being worked out, for one unit. */
struct errand {
	const char *id;
	const char *unit;
	enum series series;
};

static struct place place_of(const struct measure *measure)
{
	return (struct place){ .file = measure->rules_file,
			       .line = measure->line,
			       .header = measure->id };
}

/*
 * What a figure that is not there would be about: what its measure says,
 * else the period, or for what looks ahead the whole year.
 */
static struct window window_expected(const struct workings *workings,
				     const struct measure *measure,
				     enum series series)
{
	struct window_rule rule = { .kind = WINDOW_PERIOD };
	struct window window;

	if (measure)
		rule = measure->window;
	else if (series != SERIES_VALUE && series != SERIES_OUTCOME)
		rule.kind = WINDOW_WHOLE_YEAR;
	window = window_of_rule(&rule, &workings->period);
	return rule.kind == WINDOW_EACH_MONTH ? window_trailing(window, 1)
					      : window;
}

/* What a fact that is not there means: none was counted in what was delivered,
 * or nothing was. */
static struct figure without_fact(const struct workings *workings,
				  const struct measure *measure)
{
	const bool counts = measure && (measure->kind == MEASURE_COUNT ||
					measure->kind == MEASURE_DISTINCT);

	if (counts && evidence_has(workings->evidence, measure->source))
		return figure_of_number(decimal_of(0));
	return figure_of_missing(measure ? MISSING_NOT_DELIVERED
					 : MISSING_NOT_MEASURED);
}

static bool look_up(const struct workings *workings,
		    const struct measure *measure, const struct errand *errand,
		    struct worked *out)
{
	struct window window =
		window_expected(workings, measure, errand->series);
	struct fact_key key = { errand->id, errand->unit, errand->series,
				measure ? &window : NULL };
	struct found_fact found;
	const struct fact *fact;

	if (!evidence_find(workings->evidence, &key, &found))
		return false;
	fact = found.fact;
	if (!fact) {
		out->figure.window = window;
		out->figure.figure = without_fact(workings, measure);
		out->quantity = measure ? measure->quantity : NULL;
		return true;
	}
	out->figure.window = fact->window;
	out->figure.figure = fact->figure;
	out->quantity = fact->quantity;
	origin_add(&out->figure, workings->arena, from_of_fact(&found));
	return true;
}

/* Tell `worked` in the quantity `to`; false if the two do not belong together
 * (not told). */
static bool convert(const struct workings *workings, struct worked *worked,
		    const char *to)
{
	const struct quantities *all = &workings->rules->quantities;
	const struct quantity *from_quantity;
	const struct quantity *to_quantity;

	if (!worked->quantity || strcmp(worked->quantity, to) == 0)
		return true;
	from_quantity = quantity_lookup(all, worked->quantity);
	to_quantity = quantity_lookup(all, to);
	if (!from_quantity || !to_quantity ||
	    !quantity_convert(&worked->figure.figure, from_quantity,
			      to_quantity))
		return false;
	worked->quantity = to;
	return true;
}

static bool subtract_ratios(const struct figure *a, const struct figure *b,
			    struct figure *difference)
{
	struct ratio left;
	struct ratio right;

	if (!figure_ratio(a, &left) || !figure_ratio(b, &right) ||
	    !ratio_subtract(&left, left, right))
		return false;
	*difference = figure_of_ratio(left);
	return true;
}

bool derived_difference(const struct figure *a, const struct figure *b,
			struct figure *difference)
{
	struct decimal number;

	if (a->kind == FIGURE_MISSING || b->kind == FIGURE_MISSING) {
		*difference = a->kind == FIGURE_MISSING ? *a : *b;
		return true;
	}
	if (a->kind != FIGURE_NUMBER || b->kind != FIGURE_NUMBER)
		return subtract_ratios(a, b, difference);
	if (!decimal_subtract(&number, a->number, b->number))
		return false;
	*difference = figure_of_number(number);
	return true;
}

bool derived_sum(const struct figure *a, const struct figure *b,
		 struct figure *sum)
{
	struct figure negative = *b;

	if (b->kind == FIGURE_NUMBER || b->kind == FIGURE_RATIO)
		negative.number = decimal_negate(b->number);
	return derived_difference(a, &negative, sum);
}

/* A share is of like things; else it is a rate, like kronor per person. */
static bool make_alike(const struct workings *workings,
		       const struct measure *measure, struct worked parts[2])
{
	const struct quantity *result = quantity_lookup(
		&workings->rules->quantities, measure->quantity);
	bool alike = !parts[0].quantity ||
		     convert(workings, &parts[1], parts[0].quantity);

	return alike || (result && !result->hundred);
}

/* What a ratio over nothing is: as declared, or else not applicable. */
static struct figure over_nothing(const struct measure *measure,
				  const struct errand *errand)
{
	if (measure->has_zero)
		return figure_of_missing(measure->zero);
	msg_at(OUTCOME_NOTED, place_of(measure),
	       _("\"%s\" of \"%s\" is 0; say by zero what that is"),
	       measure->parts[1].id, errand->unit);
	return figure_of_missing(MISSING_NOT_APPLICABLE);
}

static bool divide(const struct workings *workings,
		   const struct measure *measure, const struct errand *errand,
		   struct worked parts[2], struct figure *quotient)
{
	const struct figure *upper = &parts[0].figure.figure;
	const struct figure *lower = &parts[1].figure.figure;
	struct ratio a;
	struct ratio b;

	if (!make_alike(workings, measure, parts) || !figure_ratio(upper, &a) ||
	    !figure_ratio(lower, &b))
		return false;
	if (decimal_is_zero(b.numerator)) {
		*quotient = over_nothing(measure, errand);
		return true;
	}
	/* Both numbers are kept as they are, for the reader of the trace. */
	if (upper->kind == FIGURE_NUMBER && lower->kind == FIGURE_NUMBER)
		a = ratio_over(upper->number, lower->number);
	else if (!ratio_divide(&a, a, b))
		return false;
	*quotient = figure_of_ratio(a);
	return true;
}

static bool combine(const struct workings *workings,
		    const struct measure *measure, const struct errand *errand,
		    struct worked parts[2], struct figure *result)
{
	const struct figure *a = &parts[0].figure.figure;
	const struct figure *b = &parts[1].figure.figure;

	if (a->kind == FIGURE_MISSING || b->kind == FIGURE_MISSING) {
		*result = a->kind == FIGURE_MISSING ? *a : *b;
		return true;
	}
	if (measure->kind == MEASURE_RATIO)
		return divide(workings, measure, errand, parts, result);
	return convert(workings, &parts[0], measure->quantity) &&
	       convert(workings, &parts[1], measure->quantity) &&
	       derived_difference(a, b, result);
}

static bool windows_agree(const struct measure *measure,
			  const struct worked parts[2])
{
	struct text windows = { 0 };

	if (window_equal(parts[0].figure.window, parts[1].figure.window))
		return true;
	window_add_text(&windows, parts[0].figure.window);
	text_add(&windows, ", ");
	window_add_text(&windows, parts[1].figure.window);
	msg_at(OUTCOME_MISCONFIGURED, place_of(measure),
	       _("its parts \"%s\" and \"%s\" are about different windows (%s) "
		 "and cannot be put together"),
	       measure->parts[0].id, measure->parts[1].id,
	       text_string(&windows));
	text_clear(&windows);
	return false;
}

static bool work_out(const struct workings *workings,
		     const struct errand *errand, struct worked *out);

static bool derive(const struct workings *workings,
		   const struct measure *measure, const struct errand *errand,
		   struct worked *out)
{
	struct worked parts[2] = { 0 };

	for (size_t i = 0; i < 2; i++) {
		struct errand part = { measure->parts[i].id, errand->unit,
				       measure->parts[i].series };

		if (!work_out(workings, &part, &parts[i]))
			return false;
	}
	if (!windows_agree(measure, parts))
		return false;
	if (!combine(workings, measure, errand, parts, &out->figure.figure)) {
		msg_at(OUTCOME_REFUSED, place_of(measure),
		       _("\"%s\" and \"%s\" of \"%s\" are no numbers that can "
			 "be put together, or are too large"),
		       measure->parts[0].id, measure->parts[1].id,
		       errand->unit);
		return false;
	}
	out->quantity = measure->quantity;
	out->figure.window = parts[0].figure.window;
	origin_add(&out->figure, workings->arena,
		   (struct from){ .fact = errand->id,
				  .unit = errand->unit,
				  .window = out->figure.window,
				  .series = errand->series });
	for (size_t i = 0; i < 2; i++)
		origin_add_all(&out->figure, workings->arena, &parts[i].figure);
	return true;
}

/* Add one unit's figure to the sum of the group; false if it is none that can
 * be, or too large. */
static bool add_group(const struct workings *workings,
		      const struct measure *measure, struct worked *part,
		      struct ratio *sum)
{
	struct ratio one;

	return convert(workings, part, measure->quantity) &&
	       figure_ratio(&part->figure.figure, &one) &&
	       ratio_add(sum, *sum, one);
}

static bool tell_groups(const struct measure *measure, const char *unit)
{
	msg_at(OUTCOME_REFUSED, place_of(measure),
	       _("the figures of \"%s\" below \"%s\" are no numbers that a "
		 "mean can be made of, or are too large"),
	       measure->parts[0].id, unit);
	return false;
}

/* The mean of the units right below that have the figure. */
static bool mean_groups(const struct workings *workings,
			const struct measure *measure,
			const struct errand *errand, struct worked *out)
{
	const struct registry *reg = workings->reg;
	struct ratio sum = ratio_of(decimal_of(0));
	struct ratio mean;
	long groups = 0;

	out->quantity = measure->quantity;
	origin_add(&out->figure, workings->arena,
		   (struct from){ .fact = errand->id,
				  .unit = errand->unit,
				  .series = errand->series });
	for (size_t i = 0; i < reg->unit_count; i++) {
		const struct unit *unit = &reg->units[i];
		struct errand part = { measure->parts[0].id, unit->id,
				       measure->parts[0].series };
		struct worked worked = { 0 };

		if (!unit->parent || strcmp(unit->parent, errand->unit) != 0)
			continue;
		if (!work_out(workings, &part, &worked))
			return false;
		out->figure.window = worked.figure.window;
		if (worked.figure.figure.kind == FIGURE_MISSING)
			continue;
		if (!add_group(workings, measure, &worked, &sum))
			return tell_groups(measure, errand->unit);
		origin_add_all(&out->figure, workings->arena, &worked.figure);
		groups++;
	}
	if (groups == 0) {
		/* it is from nothing: the report may lack its source */
		out->figure.from_count = 0;
		if (out->figure.window.form == WINDOW_NONE)
			out->figure.window =
				window_expected(workings, NULL, errand->series);
		out->figure.figure = figure_of_missing(MISSING_NOT_MEASURED);
		return true;
	}
	if (!ratio_divide(&mean, sum, ratio_of(decimal_of(groups))))
		return tell_groups(measure, errand->unit);
	out->figure.from[0].window = out->figure.window;
	out->figure.figure = figure_of_ratio(mean);
	return true;
}

/* Comes to an end: parts are declared above the measure made of them. */
static bool work_out(const struct workings *workings,
		     const struct errand *errand, struct worked *out)
{
	const struct measure *measure = measure_lookup(
		&workings->rules->measures, errand->id, errand->series);

	if (!measure || measure->source)
		return look_up(workings, measure, errand, out);
	if (measure->kind == MEASURE_GROUPS)
		return mean_groups(workings, measure, errand, out);
	return derive(workings, measure, errand, out);
}

bool derived_figure(const struct workings *workings,
		    const struct wanted *wanted, struct assessed_figure *figure)
{
	struct errand errand = { wanted->id, wanted->unit, wanted->series };
	struct worked worked = { 0 };

	if (!work_out(workings, &errand, &worked))
		return false;
	if (!convert(workings, &worked, wanted->quantity)) {
		msg_at(OUTCOME_REFUSED, wanted->place,
		       _("\"%s\" (%s) is told in \"%s\", but \"%s\" was "
			 "expected; the two cannot be converted"),
		       wanted->id, evidence_series(wanted->series),
		       worked.quantity, wanted->quantity);
		return false;
	}
	*figure = worked.figure;
	return true;
}
