#include "assess/controls.h"

#include <string.h>

#include "assess/controls_parts.h"
#include "assess/controls_tell.h"

/* A figure of an indicator, and what it is held against. */
struct held {
	const struct assessed_indicator *indicator;
	const struct quantity *quantity;
	enum series series;
	const struct assessed_figure *figure;
};

static struct assessed_control control_of(const struct held *held,
					  enum control_kind kind)
{
	return (struct assessed_control){
		.kind = kind,
		.id = held->indicator->id,
		.unit = held->indicator->unit,
		.series = held->series,
		.window = held->figure->window,
		.quantity = held->indicator->quantity,
		.value = held->figure->figure,
	};
}

static void tell(const struct controlling *controlling, const struct held *held,
		 enum control_kind kind, const struct figure *wanted)
{
	struct assessed_control control = control_of(held, kind);

	control.wanted = *wanted;
	controls_tell(controlling, held->figure, &control);
}

static void prove_share(const struct controlling *controlling,
			const struct held *held)
{
	const struct figure hundred = figure_of_number(decimal_of(100));
	struct ratio ratio;

	if (!held->quantity->hundred || held->quantity->may_exceed ||
	    !quantity_ratio(held->quantity, &held->figure->figure, &ratio) ||
	    ratio_compare(ratio, ratio_of(hundred.number)) <= 0)
		return;
	tell(controlling, held, CONTROL_OVER_HUNDRED, &hundred);
}

/* Whether `a` is at least a third of `b` and at most three times it. */
static bool is_near(struct ratio a, struct ratio b)
{
	const struct decimal three = decimal_of(3);
	struct ratio more;

	return ratio_multiply(&more, a, three) && ratio_compare(more, b) >= 0 &&
	       ratio_multiply(&more, b, three) && ratio_compare(a, more) <= 0;
}

/* How many times a slip of the quantity makes a figure larger; 0: none. */
static long slip_of(const struct quantity *quantity)
{
	if (quantity->hundred)
		return 100;
	return quantity->times >= 10 ? quantity->times : 0;
}

/* Whether one of two is near the other only if it is told otherwise. */
static bool is_unlike(const struct quantity *quantity, const struct figure *a,
		      const struct figure *b)
{
	const struct ratio nought = ratio_of(decimal_of(0));
	const struct decimal times = decimal_of(slip_of(quantity));
	struct ratio left;
	struct ratio right;
	struct ratio more;

	if (decimal_is_zero(times) || !quantity_ratio(quantity, a, &left) ||
	    !quantity_ratio(quantity, b, &right) ||
	    ratio_compare(left, nought) <= 0 ||
	    ratio_compare(right, nought) <= 0)
		return false;
	return (ratio_multiply(&more, left, times) && is_near(more, right)) ||
	       (ratio_multiply(&more, right, times) && is_near(left, more));
}

/* What the indicator was in the latest window that compares. */
static const struct figure *latest_of(const struct assessed_indicator *of)
{
	for (size_t i = of->history_count; i > 0; i--)
		if (of->history[i - 1].succession == SUCCESSION_SAME)
			return &of->history[i - 1].figure;
	return NULL;
}

/* The first that is there decides: a slip is told once. */
static void prove_likeness(const struct controlling *controlling,
			   const struct held *held)
{
	const struct figure *beside[] = {
		&held->indicator->target.figure,
		latest_of(held->indicator),
		held->series == SERIES_VALUE ? &held->indicator->forecast.figure
					     : &held->indicator->value.figure,
	};
	struct ratio ratio;

	for (size_t i = 0; i < COUNT_OF(beside); i++) {
		if (!beside[i] || !figure_ratio(beside[i], &ratio))
			continue;
		if (is_unlike(held->quantity, &held->figure->figure, beside[i]))
			tell(controlling, held, CONTROL_UNLIKE, beside[i]);
		return;
	}
}

static bool is_there(const struct assessed_figure *figure)
{
	return figure->figure.kind != FIGURE_MISSING;
}

/* Whether an outcome is beyond the forecast, on the same side of nought. */
static bool is_beyond(const struct figure *outcome,
		      const struct figure *forecast)
{
	const struct ratio nought = ratio_of(decimal_of(0));
	struct ratio now;
	struct ratio ahead;
	int side;

	if (!figure_ratio(outcome, &now) || !figure_ratio(forecast, &ahead))
		return false;
	side = ratio_compare(ahead, nought);
	return side != 0 && side * ratio_compare(now, ahead) > 0;
}

/* Whether a forecast contradicts what is known; `*kind` says how. */
static bool contradicts(const struct assessed_figure *now,
			const struct assessed_figure *ahead, bool adds,
			enum control_kind *kind)
{
	if (!is_there(now) || !is_there(ahead))
		return false;
	if (window_equal(now->window, ahead->window)) {
		*kind = CONTROL_SETTLED;
		return !figure_equal(&now->figure, &ahead->figure);
	}
	*kind = CONTROL_SPENT;
	return adds &&
	       date_compare(now->window.first, ahead->window.first) == 0 &&
	       date_compare(now->window.last, ahead->window.last) < 0 &&
	       is_beyond(&now->figure, &ahead->figure);
}

/* Sums may fall again, counts of rows never do. */
static bool only_grows(const struct controlling *controlling,
		       const struct assessed_figure *figure)
{
	const struct measure *measure = NULL;

	if (figure->from_count == 1)
		measure = measure_lookup(&controlling->rules->measures,
					 figure->from[0].fact,
					 figure->from[0].series);
	return measure && measure->kind == MEASURE_COUNT;
}

static void prove_forecast(const struct controlling *controlling,
			   const struct held *value)
{
	const struct assessed_figure *ahead = &value->indicator->forecast;
	enum control_kind kind;

	if (contradicts(value->figure, ahead,
			only_grows(controlling, value->figure), &kind))
		tell(controlling, value, kind, &ahead->figure);
}

static void prove_indicator(const struct controlling *controlling,
			    const struct assessed_indicator *indicator)
{
	struct held held = {
		.indicator = indicator,
		.quantity = quantity_lookup(&controlling->rules->quantities,
					    indicator->quantity),
		.series = SERIES_VALUE,
		.figure = &indicator->value,
	};

	prove_forecast(controlling, &held);
	prove_share(controlling, &held);
	prove_likeness(controlling, &held);
	held.series = SERIES_FORECAST;
	held.figure = &indicator->forecast;
	prove_share(controlling, &held);
	prove_likeness(controlling, &held);
}

static void prove_row(const struct controlling *controlling,
		      const struct assessed_statement *statement,
		      const struct assessed_row *row)
{
	struct assessed_control control = {
		.id = statement->id,
		.unit = row->unit,
		.series = SERIES_OUTCOME,
		.window = row->outcome.window,
		.quantity = statement->quantity,
		.value = row->outcome.figure,
		.wanted = row->forecast.figure,
	};

	if (contradicts(&row->outcome, &row->forecast, true, &control.kind))
		controls_tell(controlling, &row->outcome, &control);
}

void controls_make(const struct controlling *controlling)
{
	const struct assessment *assessment = controlling->assessment;

	for (size_t i = 0; i < assessment->indicator_count; i++)
		prove_indicator(controlling, &assessment->indicators[i]);
	for (size_t i = 0; i < assessment->statement_count; i++)
		for (size_t n = 0; n < assessment->statements[i].row_count; n++)
			prove_row(controlling, &assessment->statements[i],
				  &assessment->statements[i].rows[n]);
	controls_prove_parts(controlling);
	controls_prove_sources(controlling);
}
