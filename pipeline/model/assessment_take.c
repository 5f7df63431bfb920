#include "model/assessment_parts.h"

#include <string.h>

struct version assessment_take_version(struct xml_reader *reader,
				       struct arena *arena)
{
	return (struct version){
		.id = handover_string(reader, "id", arena),
		.number = (int)handover_number(reader, "version"),
		.kind = handover_string(reader, "kind", arena),
		.file = handover_string(reader, "file", arena),
		.line = handover_number(reader, "line"),
		.sha256 = handover_string(reader, "sha256", arena),
	};
}

static const struct handover_child no_children[] = { { NULL, NULL } };

struct names assessment_take_ids(struct xml_reader *reader, const char *name,
				 struct arena *arena)
{
	const char *at = xml_reader_attribute(reader, name);
	struct names names = { 0 };

	while (at && *at) {
		size_t len = strcspn(at, " ");

		if (len > 0)
			names_add(&names, arena, arena_strndup(arena, at, len));
		at += len + (at[len] == ' ');
	}
	return names;
}

static bool take_because(void *into, struct xml_reader *reader,
			 struct arena *arena)
{
	struct assessed_grade *grade = into;
	const bool met = xml_reader_is(reader, "because");
	struct because **list = met ? &grade->because : &grade->unmet;
	size_t *count = met ? &grade->because_count : &grade->unmet_count;

	*list = arena_grow(arena, *list, *count, sizeof(**list));
	(*list)[(*count)++] = (struct because){
		.row = (int)handover_number(reader, "row"),
		.given = handover_string(reader, "given", arena),
		.value = handover_string(reader, "value", arena),
		.test = handover_string(reader, "test", arena),
	};
	return handover_children(reader, no_children, NULL, arena);
}

/* The words of `grade` that are attributes with a set of values. */
static bool take_grade_words(struct assessed_grade *grade,
			     struct xml_reader *reader)
{
	const char *const origins[] = { origin_name(ORIGIN_RULE),
					origin_name(ORIGIN_STATED),
					origin_name(ORIGIN_OVERRIDE) };
	const char *missing = xml_reader_attribute(reader, "missing");

	grade->origin = (enum origin)handover_word(
		origins, COUNT_OF(origins),
		xml_reader_attribute(reader, "origin"));
	return (!missing || missing_of_name(&grade->missing, missing)) &&
	       when_of_name(&grade->when, xml_reader_attribute(reader, "when"));
}

static bool take_grade(struct assessed_grade *grade, struct xml_reader *reader,
		       struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "because", take_because },
		{ "unmet", take_because },
		{ NULL, NULL }
	};

	*grade = (struct assessed_grade){
		.scale = handover_string(reader, "of", arena),
		.grade = handover_string(reader, "is", arena),
		.rule = handover_string(reader, "rule", arena),
		.version = (int)handover_number(reader, "version"),
		.file = handover_string(reader, "file", arena),
		.line = handover_number(reader, "line"),
		.sha256 = handover_string(reader, "sha256", arena),
		.role = handover_string(reader, "role", arena),
		.date = handover_date(reader, "date"),
		.reason = handover_string(reader, "reason", arena),
	};
	return take_grade_words(grade, reader) &&
	       handover_children(reader, children, grade, arena);
}

static bool take_goal_grade(void *into, struct xml_reader *reader,
			    struct arena *arena)
{
	struct assessed_goal *goal = into;

	goal->grades = arena_grow(arena, goal->grades, goal->grade_count,
				  sizeof(*goal->grades));
	return take_grade(&goal->grades[goal->grade_count++], reader, arena);
}

bool assessment_take_goal(void *into, struct xml_reader *reader,
			  struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "grade", take_goal_grade }, { NULL, NULL }
	};
	struct assessment *assessment = into;
	struct assessed_goal *goal;

	assessment->goals =
		arena_grow(arena, assessment->goals, assessment->goal_count,
			   sizeof(*assessment->goals));
	goal = &assessment->goals[assessment->goal_count++];
	*goal = (struct assessed_goal){
		.id = handover_string(reader, "id", arena),
		.kind = handover_string(reader, "kind", arena),
		.name = handover_string(reader, "name", arena),
		.unit = handover_string(reader, "unit", arena),
		.parents = assessment_take_ids(reader, "parents", arena),
	};
	return handover_children(reader, children, goal, arena);
}

static bool take_from(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct assessed_figure *figure = into;
	struct from from = {
		.fact = handover_string(reader, "fact", arena),
		.unit = handover_string(reader, "unit", arena),
		.window = handover_window(reader, "window"),
		.source = handover_string(reader, "source", arena),
		.file = (int)handover_number(reader, "file"),
		.first = handover_number(reader, "first"),
		.last = handover_number(reader, "last"),
		.rows = handover_number(reader, "rows"),
		.history = handover_string(reader, "history", arena),
	};

	if (!series_of_name(&from.series,
			    xml_reader_attribute(reader, "series")))
		return false;
	figure->from = arena_grow(arena, figure->from, figure->from_count,
				  sizeof(*figure->from));
	figure->from[figure->from_count++] = from;
	return handover_children(reader, no_children, NULL, arena);
}

bool assessment_take_figure(struct assessed_figure *figure,
			    struct xml_reader *reader, struct arena *arena)
{
	static const struct handover_child children[] = { { "from", take_from },
							  { NULL, NULL } };

	figure->window = handover_window(reader, "window");
	return figure_read(&figure->figure, reader, arena) &&
	       handover_children(reader, children, figure, arena);
}

static bool take_indicator_figure(void *into, struct xml_reader *reader,
				  struct arena *arena)
{
	struct assessed_indicator *indicator = into;
	struct assessed_figure *figure = &indicator->forecast;

	if (xml_reader_is(reader, "value"))
		figure = &indicator->value;
	else if (xml_reader_is(reader, "base"))
		figure = &indicator->base;
	return assessment_take_figure(figure, reader, arena);
}

static bool take_part_value(void *into, struct xml_reader *reader,
			    struct arena *arena)
{
	struct assessed_part *part = into;

	return assessment_take_figure(&part->value, reader, arena);
}

static bool take_part(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "value", take_part_value }, { NULL, NULL }
	};
	struct assessed_indicator *indicator = into;
	struct assessed_part *part;

	indicator->parts =
		arena_grow(arena, indicator->parts, indicator->part_count,
			   sizeof(*indicator->parts));
	part = &indicator->parts[indicator->part_count++];
	*part = (struct assessed_part){
		.unit = handover_string(reader, "unit", arena),
		.name = handover_string(reader, "name", arena),
	};
	return handover_children(reader, children, part, arena);
}

bool assessment_take_past(struct past *past, struct xml_reader *reader,
			  struct arena *arena)
{
	*past = (struct past){
		.window = handover_window(reader, "window"),
		.file = handover_string(reader, "file", arena),
		.line = handover_number(reader, "line"),
	};

	return succession_of_name(&past->succession,
				  xml_reader_attribute(reader, "unit-was")) &&
	       figure_read(&past->figure, reader, arena) &&
	       handover_children(reader, no_children, NULL, arena);
}

static bool take_indicator_past(void *into, struct xml_reader *reader,
				struct arena *arena)
{
	struct assessed_indicator *indicator = into;

	indicator->history =
		arena_grow(arena, indicator->history, indicator->history_count,
			   sizeof(*indicator->history));
	return assessment_take_past(
		&indicator->history[indicator->history_count++], reader, arena);
}

static bool take_target_figure(void *into, struct xml_reader *reader,
			       struct arena *arena)
{
	struct assessed_indicator *indicator = into;
	struct assessed_figure *figure = arena_alloc(arena, sizeof(*figure));

	if (xml_reader_is(reader, "named"))
		indicator->named = figure;
	else
		indicator->due = figure;
	return assessment_take_figure(figure, reader, arena);
}

static bool take_target(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "named", take_target_figure },
		{ "due", take_target_figure },
		{ NULL, NULL }
	};
	struct assessed_indicator *indicator = into;

	indicator->target_text = handover_string(reader, "text", arena);
	return target_op_of_name(&indicator->target.op,
				 xml_reader_attribute(reader, "op")) &&
	       figure_read(&indicator->target.figure, reader, arena) &&
	       handover_children(reader, children, indicator, arena);
}

static bool take_comment(void *into, struct xml_reader *reader,
			 struct arena *arena)
{
	struct assessed_indicator *indicator = into;

	indicator->comment = handover_content(reader, arena);
	return indicator->comment != NULL;
}

static bool take_indicator_grade(void *into, struct xml_reader *reader,
				 struct arena *arena)
{
	struct assessed_indicator *indicator = into;

	indicator->grades =
		arena_grow(arena, indicator->grades, indicator->grade_count,
			   sizeof(*indicator->grades));
	return take_grade(&indicator->grades[indicator->grade_count++], reader,
			  arena);
}

bool assessment_take_indicator(void *into, struct xml_reader *reader,
			       struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "value", take_indicator_figure },
		{ "forecast", take_indicator_figure },
		{ "base", take_indicator_figure },
		{ "part", take_part },
		{ "history", take_indicator_past },
		{ "target", take_target },
		{ "comment", take_comment },
		{ "grade", take_indicator_grade },
		{ NULL, NULL }
	};
	struct assessment *assessment = into;
	const char *better = xml_reader_attribute(reader, "better");
	struct assessed_indicator *indicator;

	assessment->indicators = arena_grow(arena, assessment->indicators,
					    assessment->indicator_count,
					    sizeof(*assessment->indicators));
	indicator = &assessment->indicators[assessment->indicator_count++];
	*indicator = (struct assessed_indicator){
		.lower_is_better = better && strcmp(better, "lower") == 0,
		.flow = handover_flag(reader, "flow"),
		.id = handover_string(reader, "id", arena),
		.name = handover_string(reader, "name", arena),
		.unit = handover_string(reader, "unit", arena),
		.quantity = handover_string(reader, "measure", arena),
		.goals = assessment_take_ids(reader, "goals", arena),
		.source = handover_string(reader, "source", arena),
		.reported = handover_string(reader, "reported", arena),
		.next = handover_window(reader, "next"),
	};
	return handover_children(reader, children, indicator, arena);
}
