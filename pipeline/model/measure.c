#include "model/measure.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"
#include "model/measure_take.h"

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

static void take_nested(struct measure *measure, struct declaration *given)
{
	static const char *const names[] = { "distinct", "per", NULL };
	const struct lua_node *node = lua_field(given->node, "nested");
	struct declaration part = { given->arena, given->file, node, false };

	if (node->kind != LUA_NODE_TABLE) {
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, node),
		       _("nested = { distinct = \"…\", per = \"…\" } was "
			 "expected"));
		return;
	}
	declaration_only(&part, names);
	measure->column = declaration_string(&part, "distinct", true);
	measure->per = declaration_string(&part, "per", true);
	if (part.refused)
		given->refused = true;
}

static void take_groups(struct measure *measure, struct declaration *given)
{
	const char *name = declaration_string(given, "mean_of_groups", true);

	if (name && !take_part(&measure->parts[0], given->arena, name))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("mean_of_groups must name a measure, as \"id\" or "
			 "\"id/series\""));
}

static const char *const kinds[] = {
	[MEASURE_SUM] = "sum",
	[MEASURE_COUNT] = "count",
	[MEASURE_MIN] = "min",
	[MEASURE_MAX] = "max",
	[MEASURE_MEAN] = "mean",
	[MEASURE_DISTINCT] = "distinct",
	[MEASURE_NESTED] = "nested",
	[MEASURE_RATIO] = "ratio",
	[MEASURE_DIFFERENCE] = "difference",
	[MEASURE_GROUPS] = "mean_of_groups",
};

static void take_operands(struct measure *measure, struct declaration *given)
{
	switch (measure->kind) {
	case MEASURE_COUNT:
		(void)declaration_flag(given, "count", true);
		break;
	case MEASURE_NESTED:
		take_nested(measure, given);
		break;
	case MEASURE_RATIO:
	case MEASURE_DIFFERENCE:
		take_parts(measure, given, kinds[measure->kind]);
		break;
	case MEASURE_GROUPS:
		take_groups(measure, given);
		break;
	default:
		measure->column =
			declaration_string(given, kinds[measure->kind], true);
	}
}

static void take_kind(struct measure *measure, struct declaration *given)
{
	size_t found = 0;

	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (!lua_field(given->node, kinds[i]))
			continue;
		measure->kind = (enum measure_kind)i;
		found++;
	}
	if (found == 1)
		take_operands(measure, given);
	else
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a measure has one of sum, min, max, mean and "
			 "distinct = \"column\", count = true, nested, ratio "
			 "and difference = { … } and mean_of_groups = \"…\""));
}

static void take_zero(struct measure *measure, struct declaration *given)
{
	const char *name = declaration_string(given, "zero", false);

	measure->has_zero = name != NULL;
	if (name && (measure->kind != MEASURE_RATIO ||
		     !missing_of_name(&measure->zero, name)))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("zero = \"%s\" must stand with a ratio and be "
			 "not-measured, not-applicable, secret, not-delivered "
			 "or not-yet-due"),
		       name);
}

static void take_during(struct measure *measure, struct declaration *given)
{
	size_t count = 0;
	const char **list = declaration_list(given, "during", &count);

	if (!lua_field(given->node, "during"))
		return;
	if (count == 2 && !measure->month) {
		measure->during[0] = list[0];
		measure->during[1] = list[1];
		return;
	}
	msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
	       _("during = { \"from\", \"to\" } names two columns, in place "
		 "of month"));
}

static bool is_of_rows(const struct measure *measure,
		       const struct declaration *given)
{
	return measure->source || measure->month || measure->during[0] ||
	       measure->where.count > 0 || lua_field(given->node, "window");
}

static void prove_fields(const struct measure *measure,
			 struct declaration *given)
{
	bool derived = measure_is_derived(measure);

	if (!derived && !measure->source)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("what is made of rows needs a source = \"…\""));
	if (derived && is_of_rows(measure, given))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("ratio, difference and mean_of_groups are made from "
			 "measures: they take no source, month, during, where "
			 "or window"));
	if (!derived && measure->window.kind == WINDOW_EACH_MONTH &&
	    !measure->month)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("each_month() needs month = \"…\""));
}

bool measure_declare(struct measures *measures, struct arena *arena,
		     const struct lua_file *file,
		     const struct lua_node *statement)
{
	static const char *const names[] = {
		"id",       "series", "source", "sum",
		"count",    "min",    "max",    "mean",
		"distinct", "nested", "ratio",  "difference",
		"where",    "month",  "during", "mean_of_groups",
		"quantity", "window", "zero",   "varav",
		NULL
	};
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
	take_zero(&measure, &given);
	take_during(&measure, &given);
	if (lua_field(statement, "where"))
		where_take(&measure.where, &given,
			   lua_field(statement, "where"));
	measure.varav = declaration_string(&given, "varav", false);
	measure_take_window(&measure, &given);
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

bool measure_is_derived(const struct measure *measure)
{
	return measure->kind >= MEASURE_RATIO;
}

bool measure_adds(const struct measure *measure)
{
	return measure->kind == MEASURE_SUM || measure->kind == MEASURE_COUNT;
}
