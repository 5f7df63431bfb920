#include "assess/indicators.h"

#include <string.h>

#include "assess/goal_graph.h"
#include "assess/origin.h"
#include "assess/targets.h"
#include "lib/lang.h"

#define REGISTER_FILE "input/register/indicators.csv"

static struct place place_of(const struct indicator *indicator,
			     const char *header)
{
	return (struct place){ .file = REGISTER_FILE,
			       .line = indicator->line,
			       .header = header };
}

/*
 * A name that nobody gives figures for is a slip of the pen; the indicator's
 * own id is not, since an export may well be without it for once.
 */
static bool is_known(const struct workings *workings,
		     const struct indicator *indicator,
		     const struct wanted *wanted)
{
	const struct measures *measures = &workings->rules->measures;

	if (strcmp(wanted->id, indicator->id) == 0 ||
	    measure_lookup(measures, wanted->id, wanted->series) ||
	    evidence_knows(workings->evidence, wanted->id))
		return true;
	msg_at(OUTCOME_REFUSED, wanted->place,
	       _("\"%s\" is no measure with a %s, nor does any source give "
		 "figures for it"),
	       wanted->id, evidence_series(wanted->series));
	return false;
}

static bool fill_figure(const struct workings *workings,
			const struct indicator *from, enum series series,
			struct assessed_figure *into)
{
	bool value = series == SERIES_VALUE;
	struct wanted wanted = {
		.id = value ? from->value_from : from->forecast_from,
		.unit = from->unit,
		.series = series,
		.quantity = from->quantity,
		.place = place_of(from, value ? "värde" : "prognos"),
	};

	return is_known(workings, from, &wanted) &&
	       derived_figure(workings, &wanted, into);
}

static bool quantity_is_known(const struct workings *workings,
			      const struct indicator *indicator)
{
	if (quantity_lookup(&workings->rules->quantities, indicator->quantity))
		return true;
	msg_at(OUTCOME_REFUSED, place_of(indicator, "måttenhet"),
	       _("\"%s\" is no unit of measure; they are declared with "
		 "quantity { … }"),
	       indicator->quantity);
	return false;
}

/* The first comment on each indicator, by its place among the records. */
static struct name_index index_comments(const struct assessment *assessment,
					struct arena *arena)
{
	struct name_index comments = { 0 };

	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *record = &assessment->records[i];

		if (strcmp(record->kind, "comment") == 0 && record->field_count)
			name_index_add(&comments, arena, record->id, i);
	}
	return comments;
}

static const char *comment_on(const struct assessment *assessment,
			      const struct name_index *comments, const char *id)
{
	const size_t at = name_index_lookup(comments, id);

	return at == NAME_INDEX_NONE ? NULL
				     : assessment->records[at].fields[0].text;
}

static void fill_history(const struct workings *workings,
			 const struct indicator *from,
			 struct assessed_indicator *into)
{
	const struct measure *measure = measure_lookup(
		&workings->rules->measures, from->value_from, SERIES_VALUE);
	const struct history_search search = {
		.id = into->id,
		.unit = into->unit,
		.series = SERIES_VALUE,
		.before = workings->period,
		.adds = into->flow || (measure && measure_adds(measure)),
	};

	into->history =
		history_find(workings->history, workings->reg, workings->arena,
			     &search, &into->history_count);
}

/* How many answered a survey, as the source of the value tells it. */
static bool fill_base(const struct workings *workings,
		      struct assessed_indicator *into)
{
	const struct fact_key key = { into->id, into->unit, SERIES_BASE, NULL };
	struct found_fact found;

	if (!evidence_find(workings->evidence, &key, &found))
		return false;
	if (!found.fact)
		return true;
	into->base.window = found.fact->window;
	into->base.figure = found.fact->figure;
	origin_add(&into->base, workings->arena, from_of_fact(&found));
	return true;
}

static void add_part(const struct workings *workings, const struct unit *unit,
		     const struct assessed_figure *value,
		     struct assessed_indicator *into)
{
	if (value->figure.kind == FIGURE_MISSING)
		return;
	into->parts = arena_grow(workings->arena, into->parts, into->part_count,
				 sizeof(*into->parts));
	into->parts[into->part_count++] = (struct assessed_part){
		.unit = unit->id, .name = unit->name, .value = *value
	};
}

/* Of a mean of groups, what each of them has. */
static bool fill_parts(const struct workings *workings,
		       const struct indicator *from,
		       struct assessed_indicator *into)
{
	const struct measure *measure = measure_lookup(
		&workings->rules->measures, from->value_from, SERIES_VALUE);
	const struct registry *reg = workings->reg;

	if (!measure || measure->kind != MEASURE_GROUPS)
		return true;
	for (size_t i = 0; i < reg->unit_count; i++) {
		const struct unit *unit = &reg->units[i];
		const struct wanted wanted = {
			.id = measure->parts[0].id,
			.unit = unit->id,
			.series = measure->parts[0].series,
			.quantity = from->quantity,
			.place = place_of(from, "värde"),
		};
		struct assessed_figure value = { 0 };

		if (!unit->parent || strcmp(unit->parent, from->unit) != 0)
			continue;
		if (!derived_figure(workings, &wanted, &value))
			return false;
		add_part(workings, unit, &value, into);
	}
	return true;
}

/* Whether the next value is still to come. */
static bool awaits(const struct registry *reg,
		   const struct assessed_indicator *indicator)
{
	return indicator->next.form != WINDOW_NONE &&
	       date_compare(indicator->next.last, reg->as_of) > 0;
}

/* A survey's latest answer holds until the next one is due; gives whether it is
 * the value now. */
static bool keep_answer(const struct workings *workings,
			const struct indicator *from,
			struct assessed_indicator *into)
{
	const struct figure *value = &into->value.figure;
	const struct past *latest;

	if (from->kind != INDICATOR_SURVEY || into->history_count == 0 ||
	    value->kind != FIGURE_MISSING || value->missing == MISSING_SECRET ||
	    value->missing == MISSING_NOT_APPLICABLE ||
	    !awaits(workings->reg, into))
		return false;
	latest = &into->history[into->history_count - 1];
	if (latest->figure.kind == FIGURE_MISSING ||
	    !succession_compares(latest->succession))
		return false;
	into->value = (struct assessed_figure){ .window = latest->window,
						.figure = latest->figure };
	origin_add(&into->value, workings->arena, from_of_past(from, latest));
	return true;
}

/* What is reported later is not yet due, which is not to be unmeasured. */
static void await_value(const struct registry *reg,
			struct assessed_indicator *into)
{
	struct figure *value = &into->value.figure;

	if (value->kind == FIGURE_MISSING &&
	    value->missing == MISSING_NOT_MEASURED && awaits(reg, into))
		value->missing = MISSING_NOT_YET_DUE;
}

/* "minska från 2024": the year's value is "värdet 2024", 2024 is a number. */
static void note_year(const struct target *target, const char *cell,
		      const struct place *place)
{
	const struct decimal number = target->figure.number;

	if (target->figure.kind != FIGURE_NUMBER || *target->unit ||
	    (target->op != TARGET_BELOW && target->op != TARGET_ABOVE) ||
	    strchr("<>", *cell) || number.scale != 0 ||
	    decimal_compare(number, decimal_of(1990)) < 0 ||
	    decimal_compare(number, decimal_of(2099)) > 0)
		return;
	msg_at(OUTCOME_NOTED, *place,
	       _("\"%s\" is held to the number itself; if the value of that "
		 "year is meant, write \"värdet\" before it, else < or > "
		 "instead of the words"),
	       cell);
}

static bool take_indicator(const struct workings *workings,
			   const struct indicator *from,
			   struct assessed_indicator *into)
{
	const struct place target = place_of(from, "målvärde");
	bool kept;
	bool ok;

	*into = (struct assessed_indicator){
		.id = from->id,
		.name = from->name,
		.unit = from->unit,
		.quantity = from->quantity,
		.lower_is_better = from->lower_is_better,
		.flow = from->kind == INDICATOR_FLOW,
		.goals = from->goals,
		.target = from->target,
		.target_text = from->target_text,
		.source = from->source,
		.reported = from->reported,
		.next = from->next,
	};
	if (!quantity_is_known(workings, from))
		return false;
	note_year(&from->target, from->target_text, &target);
	fill_history(workings, from, into);
	ok = fill_figure(workings, from, SERIES_VALUE, &into->value);
	kept = keep_answer(workings, from, into);
	await_value(workings->reg, into);
	ok = ok && fill_base(workings, into) &&
	     fill_parts(workings, from, into);
	ok = fill_figure(workings, from, SERIES_FORECAST, &into->forecast) &&
	     targets_settle(workings, from, &target, into) && ok;
	/* what is told as the value is told no more as what was */
	into->history_count -= kept;
	return ok;
}

bool indicators_add(const struct workings *workings, const struct registry *reg,
		    struct assessment *assessment)
{
	struct arena arena = { 0 };
	const struct name_index comments = index_comments(assessment, &arena);
	bool ok = true;

	for (size_t i = 0; i < reg->indicator_count; i++) {
		const struct indicator *from = &reg->indicators[i];
		struct assessed_indicator into;

		if (!register_belongs(reg, from->unit, assessment->unit))
			continue;
		ok = take_indicator(workings, from, &into) && ok;
		into.comment = comment_on(assessment, &comments, from->id);
		assessment->indicators =
			arena_grow(&assessment->arena, assessment->indicators,
				   assessment->indicator_count,
				   sizeof(*assessment->indicators));
		assessment->indicators[assessment->indicator_count++] = into;
	}
	arena_clear(&arena);
	return ok;
}

void goals_add(const struct registry *reg, struct assessment *assessment)
{
	for (size_t i = 0; i < reg->goal_count; i++) {
		const struct goal *from = &reg->goals[i];

		if (!goal_graph_concerns(reg, from, assessment->unit))
			continue;
		assessment->goals =
			arena_grow(&assessment->arena, assessment->goals,
				   assessment->goal_count,
				   sizeof(*assessment->goals));
		assessment->goals[assessment->goal_count++] =
			(struct assessed_goal){ .id = from->id,
						.kind = from->kind,
						.name = from->name,
						.unit = from->unit,
						.parents = from->parents };
	}
}
