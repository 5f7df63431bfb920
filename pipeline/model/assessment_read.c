#include "model/assessment.h"

#include "model/assessment_parts.h"
#include "model/handover.h"
#include "schema/schema.h"

static const struct handover_child no_children[] = { { NULL, NULL } };

static bool take_quantity(void *into, struct xml_reader *reader,
			  struct arena *arena)
{
	struct quantities *list = &((struct assessment *)into)->quantities;
	long times = handover_number(reader, "times");

	list->list =
		arena_grow(arena, list->list, list->count, sizeof(*list->list));
	list->list[list->count++] = (struct quantity){
		.id = handover_string(reader, "id", arena),
		.print = handover_string(reader, "print", arena),
		.min_decimals = (int)handover_number(reader, "min-decimals"),
		.max_decimals = (int)handover_number(reader, "max-decimals"),
		.hundred = handover_flag(reader, "hundred"),
		.thousands = handover_flag(reader, "thousands"),
		.of = handover_string(reader, "of", arena),
		.times = times > 0 ? times : 1,
	};
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_scale_grade(void *into, struct xml_reader *reader,
			     struct arena *arena)
{
	struct scale *scale = into;

	scale->grades = arena_grow(arena, scale->grades, scale->grade_count,
				   sizeof(*scale->grades));
	scale->grades[scale->grade_count++] = (struct grade){
		.id = handover_string(reader, "id", arena),
		.label = handover_string(reader, "label", arena),
		.symbol = handover_string(reader, "symbol", arena),
		.colour = handover_string(reader, "colour", arena),
	};
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_scale(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "grade", take_scale_grade }, { NULL, NULL }
	};
	struct scales *list = &((struct assessment *)into)->scales;
	struct scale *scale;

	list->list =
		arena_grow(arena, list->list, list->count, sizeof(*list->list));
	scale = &list->list[list->count++];
	*scale = (struct scale){
		.id = handover_string(reader, "id", arena),
		.about = handover_string(reader, "about", arena),
	};
	return handover_children(reader, children, scale, arena);
}

static bool take_rule_row(void *into, struct xml_reader *reader,
			  struct arena *arena)
{
	const char *missing = xml_reader_attribute(reader, "missing");
	struct assessed_rule *rule = into;
	struct assessed_rule_row row = {
		.row = (int)handover_number(reader, "n"),
		.says = handover_string(reader, "says", arena),
		.grade = handover_string(reader, "grade", arena),
	};

	if (missing && !missing_of_name(&row.missing, missing))
		return false;
	rule->rows = arena_grow(arena, rule->rows, rule->row_count,
				sizeof(*rule->rows));
	rule->rows[rule->row_count++] = row;
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_rule(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "row", take_rule_row }, { NULL, NULL }
	};
	struct assessment *assessment = into;
	struct assessed_rule *rule;

	assessment->rules =
		arena_grow(arena, assessment->rules, assessment->rule_count,
			   sizeof(*assessment->rules));
	rule = &assessment->rules[assessment->rule_count++];
	*rule = (struct assessed_rule){
		.version = assessment_take_version(reader, arena),
		.scale = handover_string(reader, "scale", arena),
		.about = handover_string(reader, "about", arena),
		.function = handover_flag(reader, "function"),
	};
	return handover_children(reader, children, rule, arena);
}

static bool take_file(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct assessed_source *source = into;

	source->files = arena_grow(arena, source->files, source->file_count,
				   sizeof(*source->files));
	return facts_read_file(&source->files[source->file_count++], reader,
			       arena);
}

static bool take_source(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	static const struct handover_child children[] = { { "file", take_file },
							  { NULL, NULL } };
	struct assessment *assessment = into;
	struct assessed_source *source;

	assessment->sources =
		arena_grow(arena, assessment->sources, assessment->source_count,
			   sizeof(*assessment->sources));
	source = &assessment->sources[assessment->source_count++];
	*source = (struct assessed_source){
		.id = handover_string(reader, "id", arena),
		.about = handover_string(reader, "about", arena),
		.facts = handover_string(reader, "facts", arena),
	};
	return handover_children(reader, children, source, arena);
}

static bool take_unit(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct assessment *assessment = into;

	assessment->units =
		arena_grow(arena, assessment->units, assessment->unit_count,
			   sizeof(*assessment->units));
	assessment->units[assessment->unit_count++] = (struct assessed_unit){
		.id = handover_string(reader, "id", arena),
		.name = handover_string(reader, "name", arena),
		.parent = handover_string(reader, "parent", arena),
	};
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_record(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	struct assessment *assessment = into;

	assessment->records =
		arena_grow(arena, assessment->records, assessment->record_count,
			   sizeof(*assessment->records));
	return facts_read_record(
		&assessment->records[assessment->record_count++], reader,
		arena);
}

static bool take_root(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "quantity", take_quantity },
		{ "scale", take_scale },
		{ "rule", take_rule },
		{ "source", take_source },
		{ "unit", take_unit },
		{ "goal", assessment_take_goal },
		{ "indicator", assessment_take_indicator },
		{ "statement", assessment_take_statement },
		{ "correction", assessment_take_correction },
		{ "control", assessment_take_control },
		{ "risk-matrix", assessment_take_matrix },
		{ "risk", assessment_take_risk },
		{ "regulation", assessment_take_regulation },
		{ "checklist", assessment_take_checklist },
		{ "key-figures", assessment_take_key_figures },
		{ "record", take_record },
		{ NULL, NULL }
	};
	struct assessment *assessment = into;

	assessment->period = handover_string(reader, "period", arena);
	assessment->window = handover_window(reader, "window");
	assessment->report = handover_string(reader, "report", arena);
	assessment->title = handover_string(reader, "title", arena);
	assessment->unit = handover_string(reader, "unit", arena);
	assessment->municipality =
		handover_string(reader, "municipality", arena);
	assessment->language = handover_string(reader, "language", arena);
	assessment->as_of = handover_date(reader, "as-of");
	return handover_children(reader, children, assessment, arena);
}

bool assessment_load(struct assessment *assessment, const char *path,
		     struct text *why)
{
	const struct handover_form form = { schema_assessment_begin,
					    SCHEMA_LEN(assessment), take_root };

	return handover_load(&form, path, assessment, &assessment->arena, why);
}
