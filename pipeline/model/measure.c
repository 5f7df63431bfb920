#include "model/measure.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"

static void take_lag(struct window_rule *rule, struct declaration *given,
		     const struct lua_node *call)
{
	static const char *const names[] = { "lag", NULL };
	struct declaration part = { given->arena, given->file, call, false };
	long lag;

	declaration_only(&part, names);
	lag = declaration_whole(&part, "lag", 0);
	if (lag < 0 || lag > 11)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, call),
		       _("lag = %ld must be 0 to 11 months"), lag);
	else
		rule->lag = (int)lag;
	if (part.refused)
		given->refused = true;
}

static void take_own(struct window_rule *rule, struct declaration *given,
		     const struct lua_node *call)
{
	const struct lua_node *item =
		call->item_count == 1 ? call->items[0] : NULL;

	if (!item || item->kind != LUA_NODE_STRING ||
	    !window_parse(&rule->window, item->text))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, call),
		       _("own needs a window: own(\"2023-01..2023-08\")"));
}

static void take_window(struct measure *measure, struct declaration *given)
{
	static const struct {
		const char *word;
		enum window_kind kind;
	} words[] = {
		{ "period", WINDOW_PERIOD },
		{ "accumulated", WINDOW_ACCUMULATED },
		{ "whole_year", WINDOW_WHOLE_YEAR },
		{ "own", WINDOW_OWN },
	};
	const struct lua_node *field = lua_field(given->node, "window");
	bool known = false;

	if (!field)
		return;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (field->kind == LUA_NODE_CALL &&
		    strcmp(field->text, words[i].word) == 0) {
			measure->window.kind = words[i].kind;
			known = true;
		}
	if (!known)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, field),
		       _("window must be period(), accumulated { lag = … }, "
			 "whole_year() or own(\"…\")"));
	else if (measure->window.kind == WINDOW_ACCUMULATED)
		take_lag(&measure->window, given, field);
	else if (measure->window.kind == WINDOW_OWN)
		take_own(&measure->window, given, field);
}

static void take_series(struct measure *measure, struct declaration *given)
{
	const char *name = declaration_string(given, "series", false);

	if (name && !series_of_name(&measure->series, name))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("series = \"%s\" is not known; write value, forecast, "
			 "target, budget, outcome or base"),
		       name);
}

/* "economy.net/budget", or "hr.sick-hours" for its value. */
static bool take_part(struct measure_part *part, struct arena *arena,
		      const char *name)
{
	const char *slash = strchr(name, '/');
	size_t len = slash ? (size_t)(slash - name) : strlen(name);
	char *id = arena_strndup(arena, name, len);

	part->id = id;
	part->series = SERIES_VALUE;
	if (!id_is_sound(id))
		return false;
	return !slash || series_of_name(&part->series, slash + 1);
}

static void take_parts(struct measure *measure, struct declaration *given,
		       const char *name)
{
	size_t count;
	const char **list = declaration_list(given, name, &count);

	if (count == 2 &&
	    take_part(&measure->parts[0], given->arena, list[0]) &&
	    take_part(&measure->parts[1], given->arena, list[1]))
		return;
	msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
	       _("%s must name two measures, each as \"id\" or \"id/series\""),
	       name);
}

static void take_kind(struct measure *measure, struct declaration *given)
{
	static const char *const kinds[] = {
		[MEASURE_SUM] = "sum",
		[MEASURE_COUNT] = "count",
		[MEASURE_RATIO] = "ratio",
		[MEASURE_DIFFERENCE] = "difference",
	};
	size_t found = 0;

	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (!lua_field(given->node, kinds[i]))
			continue;
		measure->kind = (enum measure_kind)i;
		found++;
	}
	if (found != 1) {
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a measure has one of sum = \"column\", count = true, "
			 "ratio = { … } and difference = { … }"));
		return;
	}
	if (measure->kind == MEASURE_SUM)
		measure->column = declaration_string(given, "sum", true);
	else if (measure->kind == MEASURE_COUNT)
		(void)declaration_flag(given, "count", true);
	else
		take_parts(measure, given, kinds[measure->kind]);
}

static void prove_fields(const struct measure *measure,
			 struct declaration *given)
{
	bool derived = measure->kind == MEASURE_RATIO ||
		       measure->kind == MEASURE_DIFFERENCE;
	bool of_rows = measure->month || lua_field(given->node, "window");

	if (!derived && !measure->source)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("sum and count need a source = \"…\""));
	if (derived && (measure->source || of_rows))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("ratio and difference are made from measures: they "
			 "take no source, month or window"));
}

bool measure_declare(struct measures *measures, struct arena *arena,
		     const struct lua_file *file,
		     const struct lua_node *statement)
{
	static const char *const names[] = { "id",     "series",     "source",
					     "sum",    "count",      "month",
					     "ratio",  "difference", "quantity",
					     "window", NULL };
	struct declaration given = { arena, file, statement, false };
	struct measure measure = { .rules_file = file->path,
				   .line = statement->line };

	declaration_only(&given, names);
	measure.id = declaration_id(&given, "id");
	take_series(&measure, &given);
	measure.source = declaration_string(&given, "source", false);
	measure.month = declaration_string(&given, "month", false);
	measure.quantity = declaration_string(&given, "quantity", true);
	take_kind(&measure, &given);
	take_window(&measure, &given);
	prove_fields(&measure, &given);
	if (measure.id && measure_lookup(measures, measure.id, measure.series))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("the measure \"%s\" is declared twice with series "
			 "\"%s\""),
		       measure.id, series_name(measure.series));
	if (given.refused)
		return false;

	measures->list = arena_grow(arena, measures->list, measures->count,
				    sizeof(*measures->list));
	measures->list[measures->count++] = measure;
	return true;
}

const struct measure *measure_lookup(const struct measures *measures,
				     const char *id, enum series series)
{
	for (size_t i = 0; i < measures->count; i++)
		if (measures->list[i].series == series &&
		    strcmp(measures->list[i].id, id) == 0)
			return &measures->list[i];
	return NULL;
}

/* January to the period's last month less the lag, but January at least: the
 * window never leaves the period's year. */
static struct window accumulated(const struct window *period, int lag)
{
	int last = period->last.month - lag;

	return window_of_months(period->last.year, 1, last > 1 ? last : 1);
}

bool measure_adds(const struct measure *measure)
{
	return measure->kind == MEASURE_SUM || measure->kind == MEASURE_COUNT;
}

struct window window_of_rule(const struct window_rule *rule,
			     const struct window *period)
{
	switch (rule->kind) {
	case WINDOW_ACCUMULATED:
		return accumulated(period, rule->lag);
	case WINDOW_WHOLE_YEAR:
		return window_of_months(period->last.year, 1, 12);
	case WINDOW_OWN:
		return rule->window;
	case WINDOW_PERIOD:
		break;
	}
	return *period;
}
