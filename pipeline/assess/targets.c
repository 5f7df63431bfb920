#include "assess/targets.h"

#include <string.h>

#include "assess/inputs.h"
#include "assess/origin.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "model/indicator_cell.h"

#define MOST_DECIMALS 6

/* A target on its way. */
struct settling {
	const struct workings *workings;
	const struct indicator *from;
	const struct place *place;
	const struct quantity *quantity;
	struct assessed_indicator *into;
};

static struct window year_of(struct window window)
{
	return window_of_months(window.last.year, 1, 12);
}

/* The year of what is judged: the report's, or that of an answer that still
 * holds. */
static int year_judged(const struct settling *settling)
{
	enum series series;
	const struct assessed_figure *judged =
		indicator_judged(settling->into, &series);

	if (judged && judged->from_count > 0 && judged->from->history)
		return judged->window.last.year;
	return settling->workings->period.last.year;
}

/* The window that the target names: of a year, its twelve months; none where
 * the value that it would be a year before was refused. */
static struct window named_window(const struct settling *settling)
{
	const struct target_base *base = settling->into->target.base;
	const struct window window = settling->into->value.window;

	switch (base->when) {
	case TARGET_YEAR_BEFORE:
		break;
	case TARGET_SAME_PERIOD:
		return window.form == WINDOW_NONE ? window
						  : window_year_before(window);
	case TARGET_OF_WINDOW:
		return base->window;
	}
	return window_of_months(year_judged(settling) - 1, 1, 12);
}

/*
 * The named value in history: of exactly that window, or where it is of the
 * year before, and nothing that adds up, the latest of that year.
 */
static const struct past *find_past(const struct settling *settling,
				    struct window named)
{
	const struct assessed_indicator *into = settling->into;
	const bool any = into->target.base->when == TARGET_YEAR_BEFORE &&
			 settling->from->kind != INDICATOR_FLOW;
	const struct past *found = NULL;

	for (size_t i = 0; i < into->history_count; i++) {
		const struct past *past = &into->history[i];

		if (window_equal(past->window, named))
			return past;
		if (any && past->window.last.year == named.last.year)
			found = past;
	}
	return found;
}

static void add_named(struct settling *settling, const struct figure *figure,
		      struct window window, struct from from)
{
	struct arena *arena = settling->workings->arena;
	struct assessed_figure *named = arena_alloc(arena, sizeof(*named));

	*named =
		(struct assessed_figure){ .window = window, .figure = *figure };
	origin_add(named, arena, from);
	settling->into->named = named;
}

static void take_past(struct settling *settling, const struct past *past)
{
	struct figure figure = past->figure;

	if (!succession_compares(past->succession))
		figure = figure_of_missing(MISSING_NOT_APPLICABLE);
	add_named(settling, &figure, past->window,
		  from_of_past(settling->from, past));
}

/* False (told) if it is among the facts twice or in another quantity. */
static bool take_fact(struct settling *settling, struct window named)
{
	const struct workings *workings = settling->workings;
	const struct fact_key key = { settling->from->value_from,
				      settling->from->unit, SERIES_VALUE,
				      &named };
	const struct quantity *told;
	struct found_fact found;
	struct figure figure;

	if (!evidence_find(workings->evidence, &key, &found))
		return false;
	if (!found.fact)
		return true;
	figure = found.fact->figure;
	told = quantity_lookup(&workings->rules->quantities,
			       found.fact->quantity);
	if (!told || !quantity_convert(&figure, told, settling->quantity)) {
		msg_at(OUTCOME_REFUSED, *settling->place,
		       _("\"%s\" names a value that is told in \"%s\", not in "
			 "\"%s\""),
		       settling->into->target_text, found.fact->quantity,
		       settling->from->quantity);
		return false;
	}
	add_named(settling, &figure, found.fact->window, from_of_fact(&found));
	return true;
}

/* The window as hand-overs spell it, for a message. */
static const char *shown(const struct settling *settling, struct window window)
{
	struct text text = { 0 };
	const char *kept;

	window_add_text(&text, window);
	kept = arena_strdup(settling->workings->arena, text.at);
	text_clear(&text);
	return kept;
}

/* What is added to the named value, in what the indicator is told in: so much,
 * or that part of it. */
static bool add_change(const struct settling *settling, struct ratio *value)
{
	const struct target_base *base = settling->into->target.base;
	struct ratio change = ratio_of(base->change);

	if (base->share &&
	    (!ratio_multiply(&change, *value, base->change) ||
	     !ratio_divide(&change, change, ratio_of(decimal_of(100)))))
		return false;
	return ratio_add(value, *value, change);
}

/* A number where one says all of it in a few decimals: 50, not 600/12. */
static struct figure figure_from(struct ratio ratio)
{
	struct decimal number = { 0 };

	for (int places = 0; places <= MOST_DECIMALS; places++)
		if (ratio_round(&number, ratio, places) &&
		    ratio_compare(ratio_of(number), ratio) == 0)
			return figure_of_number(number);
	return figure_of_ratio(ratio);
}

/* The named value with its change; a ratio that is told in per cent is a
 * hundredth of what it says. */
static bool work_out(const struct settling *settling, struct figure *figure)
{
	const struct quantity *quantity = settling->quantity;
	struct ratio ratio;

	if (!quantity_ratio(quantity, &settling->into->named->figure, &ratio) ||
	    !add_change(settling, &ratio))
		return false;
	*figure = figure_from(ratio);
	if (figure->kind == FIGURE_NUMBER || !quantity->hundred)
		return true;
	if (!ratio_divide(&ratio, ratio, ratio_of(decimal_of(100))))
		return false;
	*figure = figure_of_ratio(ratio);
	return true;
}

/* The target's figure, from the named value. */
static bool set_figure(struct settling *settling)
{
	struct figure *figure = &settling->into->target.figure;

	if (decimal_is_zero(settling->into->target.base->change)) {
		*figure = settling->into->named->figure;
		return true;
	}
	if (work_out(settling, figure))
		return true;
	msg_at(OUTCOME_REFUSED, *settling->place,
	       _("\"%s\" cannot be worked out from the value of %s: it "
		 "is no number, or too large"),
	       settling->into->target_text,
	       shown(settling, settling->into->named->window));
	return false;
}

/* 2 % less than 8 % may be 7,84 or 6. */
static bool change_is_clear(const struct settling *settling)
{
	if (!settling->into->target.base->share || !settling->quantity->hundred)
		return true;
	msg_at(OUTCOME_REFUSED, *settling->place,
	       _("\"%s\" may be read in two ways, since the indicator is told "
		 "in per cent itself; write the change in procentenheter"),
	       settling->into->target_text);
	return false;
}

/* 5 % less than a deficit of 200 may be a deficit of 190 or 210. */
static bool share_is_clear(const struct settling *settling)
{
	const struct figure *value = &settling->into->named->figure;

	if (!settling->into->target.base->share ||
	    !decimal_is_negative(value->number))
		return true;
	msg_at(OUTCOME_REFUSED, *settling->place,
	       _("\"%s\" may be read in two ways, since the value of %s is "
		 "below 0; write how much it is to change by, without %%"),
	       settling->into->target_text,
	       shown(settling, settling->into->named->window));
	return false;
}

static bool find_named(struct settling *settling)
{
	const struct window named = named_window(settling);
	const struct past *past = find_past(settling, named);

	if (!change_is_clear(settling) || named.form == WINDOW_NONE)
		return false;
	if (past)
		take_past(settling, past);
	else if (!take_fact(settling, named))
		return false;
	if (!settling->into->named) {
		msg_at(OUTCOME_REFUSED, *settling->place,
		       _("\"%s\" names the value of %s, which is neither in "
			 "input/history nor among the figures of the sources; "
			 "write it in a file of input/history"),
		       settling->into->target_text, shown(settling, named));
		return false;
	}
	if (settling->into->named->figure.kind != FIGURE_MISSING)
		return share_is_clear(settling) && set_figure(settling);
	settling->into->target.figure = settling->into->named->figure;
	msg_at(OUTCOME_NOTED, *settling->place,
	       _("\"%s\" names the value of %s, which is missing or does not "
		 "compare; the indicator is not judged"),
	       settling->into->target_text, shown(settling, named));
	return true;
}

/* What part of a year's flow whole months are, in per cent; false for what is
 * not whole months. */
static bool share_of(const struct indicator *indicator, struct window window,
		     struct ratio *share)
{
	struct ratio month = ratio_over(decimal_of(100), decimal_of(12));
	int count = window_months(window);

	*share = ratio_of(decimal_of(0));
	if (window.form != WINDOW_MONTHS)
		return false;
	if (!indicator->phasing)
		return ratio_multiply(share, month, decimal_of(count));
	for (int i = 0; i < count; i++) {
		int at = (window.first.month - 1 + i) % 12;

		if (!ratio_add(share, *share, ratio_of(indicator->phasing[at])))
			return false;
	}
	return true;
}

static bool tell_months(const struct settling *settling,
			const struct assessed_figure *judged)
{
	msg_at(OUTCOME_REFUSED, *settling->place,
	       _("it adds up over the months, but what is judged is about %s; "
		 "only whole months can be held to their part of \"%s\""),
	       shown(settling, judged->window), settling->into->target_text);
	return false;
}

/* The part of a flow's target that is due by what is judged. */
static bool set_due(struct settling *settling)
{
	struct arena *arena = settling->workings->arena;
	const struct assessed_figure *named = settling->into->named;
	const struct window wanted =
		named ? named->window : year_of(settling->workings->period);
	struct assessed_figure *due;
	enum series series;
	const struct assessed_figure *judged =
		indicator_judged(settling->into, &series);
	struct ratio target;
	struct ratio part;
	struct ratio whole;

	if (!judged || !figure_ratio(&settling->into->target.figure, &target))
		return true;
	if (!share_of(settling->from, judged->window, &part) ||
	    !share_of(settling->from, wanted, &whole))
		return tell_months(settling, judged);
	if (ratio_compare(part, whole) == 0)
		return true;
	if (!ratio_divide(&part, part, whole) ||
	    !ratio_multiply(&part, part, target.numerator) ||
	    !ratio_divide(&part, part, ratio_of(target.denominator)))
		return tell_months(settling, judged);
	due = arena_alloc(arena, sizeof(*due));
	*due = (struct assessed_figure){ .window = judged->window,
					 .figure = figure_from(part) };
	settling->into->due = due;
	return true;
}

static bool flow_adds_up(const struct settling *settling)
{
	if (!settling->quantity->hundred)
		return true;
	msg_at(OUTCOME_REFUSED, *settling->place,
	       _("it is told in per cent (\"%s\"), which does not add up over "
		 "the months; write \"läge\" in the column slag"),
	       settling->from->quantity);
	return false;
}

/* A change of what is told in per cent is told in points of it. */
static bool unit_is_known(const struct settling *settling)
{
	const struct target *target = &settling->into->target;
	const char *unit = target->unit ? target->unit : "";
	const bool points = target->base && settling->quantity->hundred;

	if (indicator_unit(settling->quantity, unit, strlen(unit)) ||
	    (points && (cell_same(unit, "procentenheter") ||
			cell_same(unit, "procentenhet"))))
		return true;
	msg_at(OUTCOME_REFUSED, *settling->place,
	       _("\"%s\" is not told in \"%s\", its unit of measure"),
	       settling->into->target_text, settling->from->quantity);
	return false;
}

bool targets_settle(const struct workings *workings,
		    const struct indicator *from, const struct place *place,
		    struct assessed_indicator *into)
{
	struct settling settling = {
		.workings = workings,
		.from = from,
		.place = place,
		.quantity = quantity_lookup(&workings->rules->quantities,
					    from->quantity),
		.into = into,
	};

	if (!unit_is_known(&settling) ||
	    (into->target.base && !find_named(&settling)))
		return false;
	target_settle(&into->target, from->lower_is_better);
	return from->kind != INDICATOR_FLOW ||
	       (flow_adds_up(&settling) && set_due(&settling));
}
