#include "compose/selection.h"

#include <string.h>

#include "lib/lang.h"

/* An element with the assessment that it selects from. */
struct selecting {
	const struct assessment *from;
	const struct template_part *part;
	struct date since;
};

bool selection_is_made(const struct template_part *part)
{
	return part->goal || part->under || part->unit || part->grade ||
	       part->since;
}

/* The register was proved to have no goal above itself. */
static bool goal_is_below(const struct assessment *assessment, const char *id,
			  const char *top)
{
	const struct assessed_goal *goal = assessment_goal(assessment, id);
	bool below = strcmp(id, top) == 0;

	for (size_t i = 0; goal && !below && i < goal->parents.count; i++)
		below = goal_is_below(assessment, goal->parents.list[i], top);
	return below;
}

static bool has_grade(const struct assessed_grade *grades, size_t count,
		      const char *wanted)
{
	const struct assessed_grade *grade =
		grade_that_counts(grades, count, WHEN_NOW);

	return grade && grade->grade && strcmp(grade->grade, wanted) == 0;
}

static bool takes_unit(const struct selecting *selecting, const char *unit)
{
	const char *wanted = selecting->part->unit;

	return !wanted ||
	       (unit && assessment_is_below(selecting->from, unit, wanted));
}

/* Whether an indicator hangs under the goal, or under any of the kind. */
static bool hangs_under(const struct selecting *selecting,
			const struct assessed_indicator *indicator)
{
	const struct template_part *part = selecting->part;
	bool under = !part->goal;
	bool of_kind = !part->under;

	for (size_t i = 0; i < indicator->goals.count; i++) {
		const char *id = indicator->goals.list[i];
		const struct assessed_goal *goal =
			assessment_goal(selecting->from, id);

		under = under || goal_is_below(selecting->from, id, part->goal);
		of_kind = of_kind ||
			  (goal && strcmp(goal->kind, part->under) == 0);
	}
	return under && of_kind;
}

static bool takes_goal(const struct selecting *selecting,
		       const struct assessed_goal *goal)
{
	const struct template_part *part = selecting->part;

	/* of another kind than is listed: it may be a heading above them */
	if (part->kind == PART_GOALS && strcmp(goal->kind, part->of) != 0)
		return true;
	return (!part->goal ||
		goal_is_below(selecting->from, goal->id, part->goal)) &&
	       takes_unit(selecting, goal->unit) &&
	       (!part->grade || part->kind != PART_GOALS ||
		has_grade(goal->grades, goal->grade_count, part->grade));
}

/* A list of goals counts all indicators of the goals that it lists. */
static bool is_of_listed(const struct selecting *selecting,
			 const struct assessed_indicator *indicator)
{
	for (size_t i = 0; i < indicator->goals.count; i++) {
		const struct assessed_goal *goal = assessment_goal(
			selecting->from, indicator->goals.list[i]);

		if (goal && strcmp(goal->kind, selecting->part->of) == 0 &&
		    takes_goal(selecting, goal))
			return true;
	}
	return false;
}

static bool takes_indicator(const struct selecting *selecting,
			    const struct assessed_indicator *indicator)
{
	const char *grade = selecting->part->grade;

	if (selecting->part->kind == PART_GOALS)
		return is_of_listed(selecting, indicator);
	return hangs_under(selecting, indicator) &&
	       takes_unit(selecting, indicator->unit) &&
	       (!grade ||
		has_grade(indicator->grades, indicator->grade_count, grade));
}

/* "d.2018-08-27.52.1", or the field `date`. */
static bool record_day(struct date *day, const struct record *record)
{
	const char *dot = strchr(record->id, '.');
	const char *field = record_field(record, "date");
	char inside[11] = "";

	if (dot && strlen(dot) > sizeof(inside))
		memcpy(inside, dot + 1, sizeof(inside) - 1);
	return date_parse(day, inside) || (field && date_parse(day, field));
}

static bool takes_record(const struct selecting *selecting,
			 const struct record *record)
{
	struct date day;

	if (!takes_unit(selecting, record->unit))
		return false;
	return !selecting->part->since ||
	       (record_day(&day, record) &&
		date_compare(day, selecting->since) >= 0);
}

static void fill(struct assessment *selected, const struct selecting *selecting,
		 struct arena *arena)
{
	const struct assessment *from = selecting->from;

	*selected = *from;
	selected->indicators = arena_alloc(
		arena, (from->indicator_count + 1) * sizeof(*from->indicators));
	selected->indicator_count = 0;
	for (size_t i = 0; i < from->indicator_count; i++)
		if (takes_indicator(selecting, &from->indicators[i]))
			selected->indicators[selected->indicator_count++] =
				from->indicators[i];
	selected->goals = arena_alloc(arena, (from->goal_count + 1) *
						     sizeof(*from->goals));
	selected->goal_count = 0;
	for (size_t i = 0; i < from->goal_count; i++)
		if (takes_goal(selecting, &from->goals[i]))
			selected->goals[selected->goal_count++] =
				from->goals[i];
	selected->records = arena_alloc(arena, (from->record_count + 1) *
						       sizeof(*from->records));
	selected->record_count = 0;
	for (size_t i = 0; i < from->record_count; i++)
		if (takes_record(selecting, &from->records[i]))
			selected->records[selected->record_count++] =
				from->records[i];
}

static bool is_grade(const struct assessment *assessment, const char *id)
{
	for (size_t i = 0; i < assessment->scales.count; i++)
		if (scale_grade(&assessment->scales.list[i], id))
			return true;
	return false;
}

static bool refuse(const struct template_part *part, const char *attribute,
		   const char *id)
{
	msg_at(OUTCOME_MISCONFIGURED, part->place,
	       _("%s=\"%s\": there is none such on the as-of day"), attribute,
	       id);
	return false;
}

/* What is named is there; it may still select nothing. */
static bool prove(struct selecting *selecting)
{
	const struct assessment *from = selecting->from;
	const struct template_part *part = selecting->part;
	bool ok = true;

	if (part->goal && !assessment_goal(from, part->goal))
		ok = refuse(part, "goal", part->goal);
	if (part->unit && !assessment_unit(from, part->unit))
		ok = refuse(part, "unit", part->unit);
	if (part->grade && !is_grade(from, part->grade))
		ok = refuse(part, "grade", part->grade);
	if (part->since && !date_parse(&selecting->since, part->since))
		ok = refuse(part, "since", part->since);
	return ok;
}

bool selection_make(struct assessment *selected,
		    struct composition *composition,
		    const struct template_part *part)
{
	struct selecting selecting = { .from = composition->assessment,
				       .part = part };

	if (!prove(&selecting))
		return false;
	fill(selected, &selecting, composition_arena(composition));
	return true;
}
