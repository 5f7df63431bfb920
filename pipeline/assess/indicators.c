#include "assess/indicators.h"

#include <string.h>

#include "assess/goal_graph.h"
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

static const char *comment_on(const struct assessment *assessment,
			      const char *id)
{
	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *record = &assessment->records[i];

		if (strcmp(record->kind, "comment") == 0 &&
		    strcmp(record->id, id) == 0 && record->field_count)
			return record->fields[0].text;
	}
	return NULL;
}

static void fill_history(const struct workings *workings,
			 struct assessed_indicator *into)
{
	const struct measure *measure = measure_lookup(
		&workings->rules->measures, into->id, SERIES_VALUE);
	const struct history_search search = {
		.id = into->id,
		.unit = into->unit,
		.series = SERIES_VALUE,
		.before = workings->period,
		.adds = measure && measure_adds(measure),
	};

	into->history =
		history_find(workings->history, workings->reg, workings->arena,
			     &search, &into->history_count);
}

static bool take_indicator(const struct workings *workings,
			   const struct indicator *from,
			   struct assessed_indicator *into)
{
	bool ok;

	*into = (struct assessed_indicator){
		.id = from->id,
		.name = from->name,
		.unit = from->unit,
		.quantity = from->quantity,
		.lower_is_better = from->lower_is_better,
		.goals = from->goals,
		.target = from->target,
		.target_text = from->target_text,
	};
	if (into->target.op == TARGET_UNSTATED &&
	    into->target.figure.kind != FIGURE_MISSING)
		into->target.op = from->lower_is_better ? TARGET_AT_MOST
							: TARGET_AT_LEAST;
	if (!quantity_is_known(workings, from))
		return false;
	fill_history(workings, into);
	ok = fill_figure(workings, from, SERIES_VALUE, &into->value);
	return fill_figure(workings, from, SERIES_FORECAST, &into->forecast) &&
	       ok;
}

bool indicators_add(const struct workings *workings, const struct registry *reg,
		    struct assessment *assessment)
{
	bool ok = true;

	for (size_t i = 0; i < reg->indicator_count; i++) {
		const struct indicator *from = &reg->indicators[i];
		struct assessed_indicator into;

		if (!register_belongs(reg, from->unit, assessment->unit))
			continue;
		ok = take_indicator(workings, from, &into) && ok;
		into.comment = comment_on(assessment, from->id);
		assessment->indicators =
			arena_grow(&assessment->arena, assessment->indicators,
				   assessment->indicator_count,
				   sizeof(*assessment->indicators));
		assessment->indicators[assessment->indicator_count++] = into;
	}
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
