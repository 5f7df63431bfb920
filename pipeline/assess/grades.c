#include "assess/grades.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/spelling.h"
#include "lib/text.h"

static struct place place_of(const struct stated_grade *stated,
			     const char *header)
{
	return (struct place){ .file = stated->file,
			       .line = stated->line,
			       .header = header };
}

/* The unit of a goal or indicator, NULL if there is none such. */
static bool find_unit(const struct registry *reg, const char *id,
		      const char **unit)
{
	const struct goal *goal = register_goal(reg, id);
	const struct indicator *indicator = register_indicator(reg, id);

	if (goal)
		*unit = goal->unit;
	else if (indicator)
		*unit = indicator->unit;
	return goal || indicator;
}

static bool tell_unknown_id(const struct registry *reg,
			    const struct stated_grade *stated)
{
	struct spelling_search near = { .wanted = stated->id };
	struct text shown = { 0 };

	for (size_t i = 0; i < reg->goal_count; i++)
		spelling_offer(&near, reg->goals[i].id);
	for (size_t i = 0; i < reg->indicator_count; i++)
		spelling_offer(&near, reg->indicators[i].id);
	if (near.nearest)
		msg_at(OUTCOME_REFUSED, place_of(stated, "id"),
		       _("no goal or indicator has the id \"%s\"; did you mean "
			 "\"%s\"?"),
		       text_show(&shown, stated->id), near.nearest);
	else
		msg_at(OUTCOME_REFUSED, place_of(stated, "id"),
		       _("no goal or indicator has the id \"%s\"; the ids "
			 "stand "
			 "in goals.csv and indicators.csv of input/register"),
		       text_show(&shown, stated->id));
	text_clear(&shown);
	return false;
}

static bool prove_unit(const struct registry *reg,
		       const struct stated_grade *stated)
{
	const struct unit *named = NULL;
	const char *unit = NULL;

	if (!find_unit(reg, stated->id, &unit))
		return tell_unknown_id(reg, stated);
	if (*stated->unit)
		named = register_unit_named(reg, stated->unit);
	if (!*stated->unit || (named && unit && strcmp(named->id, unit) == 0))
		return true;
	msg_at(OUTCOME_REFUSED, place_of(stated, "enhet"),
	       _("\"%s\" does not belong to the unit \"%s\" but to \"%s\"; the "
		 "cell may be left empty"),
	       stated->id, stated->unit, unit ? unit : "");
	return false;
}

static bool prove_grade(const struct scales *scales,
			const struct stated_grade *stated)
{
	const struct scale *scale = scale_lookup(scales, stated->scale);
	struct text labels = { 0 };
	struct text shown = { 0 };

	if (!scale) {
		for (size_t i = 0; i < scales->count; i++)
			text_printf(&labels, "%s\"%s\"", i ? ", " : "",
				    scales->list[i].id);
		msg_at(OUTCOME_REFUSED, place_of(stated, "skala"),
		       _("there is no scale \"%s\"; there is %s"),
		       text_show(&shown, stated->scale), text_string(&labels));
		text_clear(&labels);
		text_clear(&shown);
		return false;
	}
	if (scale_grade_named(scale, stated->grade))
		return true;
	scale_add_labels(&labels, scale);
	msg_at(OUTCOME_REFUSED, place_of(stated, "grad"),
	       _("the scale \"%s\" has no grade \"%s\"; it has %s"), scale->id,
	       text_show(&shown, stated->grade), text_string(&labels));
	text_clear(&labels);
	text_clear(&shown);
	return false;
}

static bool has_ended(const struct stated_grade *stated, struct date day)
{
	return stated->till.year != 0 && date_compare(stated->till, day) < 0;
}

/* One that ends before the other begins is followed by it. */
static bool days_meet(const struct stated_grade *a,
		      const struct stated_grade *b)
{
	return !has_ended(a, b->date) && !has_ended(b, a->date);
}

static bool prove_once(const struct stated_grades *all,
		       const struct stated_grade *stated)
{
	for (const struct stated_grade *other = all->list; other < stated;
	     other++) {
		if (other->when != stated->when ||
		    strcmp(other->id, stated->id) != 0 ||
		    !days_meet(other, stated))
			continue;
		msg_at(OUTCOME_REFUSED, place_of(stated, "id"),
		       _("\"%s\" was given a grade for the same time in line "
			 "%ld already"),
		       stated->id, other->line);
		return false;
	}
	return true;
}

/* Whether it counts on the as-of day. */
static bool holds(const struct stating *stating,
		  const struct stated_grade *stated)
{
	return date_compare(stated->date, stating->as_of) <= 0 &&
	       !has_ended(stated, stating->as_of);
}

static void tell_validity(const struct stating *stating,
			  const struct stated_grade *stated)
{
	if (date_compare(stated->date, stating->as_of) > 0)
		msg_at(OUTCOME_NOTED, place_of(stated, "datum"),
		       _("the grade is dated after the as-of day of this close "
			 "and is left out"));
	else if (has_ended(stated, stating->as_of))
		msg_at(OUTCOME_NOTED, place_of(stated, "till"),
		       _("the grade of \"%s\" has expired by the as-of day of "
			 "this close and is left out"),
		       stated->id);
}

bool grades_prove(const struct stating *stating)
{
	const struct stated_grades *all = stating->stated;
	bool ok = true;

	for (size_t i = 0; i < all->count; i++) {
		const struct stated_grade *stated = &all->list[i];

		ok = prove_unit(stating->reg, stated) && ok;
		ok = prove_grade(stating->scales, stated) && ok;
		ok = prove_once(all, stated) && ok;
		tell_validity(stating, stated);
	}
	return ok;
}

/* A goal or indicator whose grades are being added to. */
struct graded {
	const char *id;
	struct assessed_grade **list;
	size_t *count;
};

static bool prove_override(const struct stated_grade *stated,
			   const struct assessed_grade *ruled)
{
	if (strcmp(stated->scale, ruled->scale) != 0) {
		msg_at(OUTCOME_REFUSED, place_of(stated, "skala"),
		       _("the rule \"%s\" grades \"%s\" by the scale \"%s\"; a "
			 "grade in its place must be of that scale"),
		       ruled->rule, stated->id, ruled->scale);
		return false;
	}
	if (!*stated->reason) {
		msg_at(OUTCOME_REFUSED, place_of(stated, "skäl"),
		       _("the rule \"%s\" grades \"%s\" too; a grade in its "
			 "place needs a reason"),
		       ruled->rule, stated->id);
		return false;
	}
	return true;
}

static bool add_one(const struct stating *stating,
		    const struct stated_grade *stated,
		    const struct graded *graded, struct arena *arena)
{
	const struct assessed_grade *ruled =
		grade_of_rule(*graded->list, *graded->count, stated->when);
	const struct scale *scale =
		scale_lookup(stating->scales, stated->scale);
	struct assessed_grade grade = {
		.when = stated->when,
		.scale = scale->id,
		.grade = scale_grade_named(scale, stated->grade)->id,
		.origin = ruled ? ORIGIN_OVERRIDE : ORIGIN_STATED,
		.file = stated->file,
		.line = stated->line,
		.role = stated->role,
		.date = stated->date,
		.reason = *stated->reason ? stated->reason : NULL,
	};

	if (ruled && !prove_override(stated, ruled))
		return false;
	*graded->list = arena_grow(arena, *graded->list, *graded->count,
				   sizeof(**graded->list));
	(*graded->list)[(*graded->count)++] = grade;
	return true;
}

static bool add_to(const struct stating *stating, const struct graded *graded,
		   struct arena *arena)
{
	bool ok = true;

	for (size_t i = 0; i < stating->stated->count; i++) {
		const struct stated_grade *stated = &stating->stated->list[i];

		if (strcmp(stated->id, graded->id) == 0 &&
		    holds(stating, stated))
			ok = add_one(stating, stated, graded, arena) && ok;
	}
	return ok;
}

bool grades_add_to_indicators(const struct stating *stating,
			      struct assessment *assessment)
{
	bool ok = true;

	for (size_t i = 0; i < assessment->indicator_count; i++) {
		struct assessed_indicator *indicator =
			&assessment->indicators[i];
		struct graded graded = { indicator->id, &indicator->grades,
					 &indicator->grade_count };

		ok = add_to(stating, &graded, &assessment->arena) && ok;
	}
	return ok;
}

bool grades_add_to_goals(const struct stating *stating,
			 struct assessment *assessment)
{
	bool ok = true;

	for (size_t i = 0; i < assessment->goal_count; i++) {
		struct assessed_goal *goal = &assessment->goals[i];
		struct graded graded = { goal->id, &goal->grades,
					 &goal->grade_count };

		ok = add_to(stating, &graded, &assessment->arena) && ok;
	}
	return ok;
}

bool grades_are_stated(const struct report_kind *report,
		       const struct assessment *assessment)
{
	bool ok = true;

	for (size_t i = 0; i < assessment->goal_count; i++) {
		const struct assessed_goal *goal = &assessment->goals[i];

		if (!names_has(&report->year_end, goal->kind) ||
		    grade_that_counts(goal->grades, goal->grade_count,
				      WHEN_YEAR_END))
			continue;
		msg_say(OUTCOME_NOT_READY,
			_("the goal \"%s\", %s, has no grade for year end, "
			  "which the report \"%s\" needs; state it in "
			  "input/%s/grades.csv"),
			goal->id, goal->name, report->id, assessment->period);
		ok = false;
	}
	return ok;
}
