#include "model/assessment.h"

#include <string.h>

#include "model/assessment_parts.h"

static void write_quantity(struct xml_writer *writer,
			   const struct quantity *quantity)
{
	xml_writer_open(writer, "quantity");
	xml_writer_attribute(writer, "id", quantity->id);
	xml_writer_attribute(writer, "print", quantity->print);
	xml_writer_number(writer, "min-decimals", quantity->min_decimals);
	xml_writer_number(writer, "max-decimals", quantity->max_decimals);
	handover_write_flag(writer, "hundred", quantity->hundred);
	handover_write_flag(writer, "thousands", quantity->thousands);
	xml_writer_attribute(writer, "of", quantity->of);
	if (quantity->of)
		xml_writer_number(writer, "times", quantity->times);
	xml_writer_close(writer);
}

static void write_scale(struct xml_writer *writer, const struct scale *scale)
{
	xml_writer_open(writer, "scale");
	xml_writer_attribute(writer, "id", scale->id);
	xml_writer_attribute(writer, "about", scale->about);
	for (size_t i = 0; i < scale->grade_count; i++) {
		xml_writer_open(writer, "grade");
		xml_writer_attribute(writer, "id", scale->grades[i].id);
		xml_writer_attribute(writer, "label", scale->grades[i].label);
		xml_writer_attribute(writer, "symbol", scale->grades[i].symbol);
		xml_writer_attribute(writer, "colour", scale->grades[i].colour);
		xml_writer_close(writer);
	}
	xml_writer_close(writer);
}

static void write_rule(struct xml_writer *writer,
		       const struct assessed_rule *rule)
{
	xml_writer_open(writer, "rule");
	assessment_write_version(writer, &rule->version);
	xml_writer_attribute(writer, "scale", rule->scale);
	xml_writer_attribute(writer, "about", rule->about);
	handover_write_flag(writer, "function", rule->function);
	for (size_t i = 0; i < rule->row_count; i++) {
		const struct assessed_rule_row *row = &rule->rows[i];

		xml_writer_open(writer, "row");
		xml_writer_number(writer, "n", row->row);
		xml_writer_attribute(writer, "says", row->says);
		xml_writer_attribute(writer, "grade", row->grade);
		if (!row->grade)
			xml_writer_attribute(writer, "missing",
					     missing_name(row->missing));
		xml_writer_close(writer);
	}
	xml_writer_close(writer);
}

static void write_source(struct xml_writer *writer,
			 const struct assessed_source *source)
{
	xml_writer_open(writer, "source");
	xml_writer_attribute(writer, "id", source->id);
	xml_writer_attribute(writer, "about", source->about);
	xml_writer_attribute(writer, "facts", source->facts);
	for (size_t i = 0; i < source->file_count; i++)
		facts_write_file(writer, &source->files[i]);
	xml_writer_close(writer);
}

static void write_unit(struct xml_writer *writer,
		       const struct assessed_unit *unit)
{
	xml_writer_open(writer, "unit");
	xml_writer_attribute(writer, "id", unit->id);
	xml_writer_attribute(writer, "name", unit->name);
	xml_writer_attribute(writer, "parent", unit->parent);
	xml_writer_close(writer);
}

static void write_root(struct xml_writer *writer,
		       const struct assessment *assessment)
{
	xml_writer_attribute(writer, "period", assessment->period);
	handover_write_window(writer, "window", assessment->window);
	xml_writer_attribute(writer, "report", assessment->report);
	xml_writer_attribute(writer, "title", assessment->title);
	xml_writer_attribute(writer, "unit", assessment->unit);
	xml_writer_attribute(writer, "municipality", assessment->municipality);
	xml_writer_attribute(writer, "language", assessment->language);
	handover_write_date(writer, "as-of", assessment->as_of);
}

/* What the report is made of, before what it says. */
static void write_terms(struct xml_writer *writer, const struct assessment *of)
{
	for (size_t i = 0; i < of->quantities.count; i++)
		write_quantity(writer, &of->quantities.list[i]);
	for (size_t i = 0; i < of->scales.count; i++)
		write_scale(writer, &of->scales.list[i]);
	for (size_t i = 0; i < of->rule_count; i++)
		write_rule(writer, &of->rules[i]);
	for (size_t i = 0; i < of->source_count; i++)
		write_source(writer, &of->sources[i]);
	for (size_t i = 0; i < of->unit_count; i++)
		write_unit(writer, &of->units[i]);
}

static void write_risks(struct xml_writer *writer,
			const struct assessment *assessment)
{
	for (size_t i = 0; i < assessment->matrices.count; i++)
		assessment_write_matrix(writer, &assessment->matrices.list[i]);
	for (size_t i = 0; i < assessment->risk_count; i++)
		assessment_write_risk(writer, &assessment->risks[i]);
}

static void write_checklists(struct xml_writer *writer,
			     const struct assessment *assessment)
{
	for (size_t i = 0; i < assessment->regulations.count; i++)
		assessment_write_regulation(writer,
					    &assessment->regulations.list[i]);
	for (size_t i = 0; i < assessment->checklist_count; i++)
		assessment_write_checklist(writer, &assessment->checklists[i]);
	for (size_t i = 0; i < assessment->key_figures_count; i++)
		assessment_write_key_figures(writer,
					     &assessment->key_figures[i]);
}

bool assessment_save(const struct assessment *assessment, const char *path,
		     struct text *why)
{
	struct xml_writer *writer =
		xml_writer_file("assessment", ASSESSMENT_URN, path);

	write_root(writer, assessment);
	write_terms(writer, assessment);
	for (size_t i = 0; i < assessment->goal_count; i++)
		assessment_write_goal(writer, &assessment->goals[i]);
	for (size_t i = 0; i < assessment->indicator_count; i++)
		assessment_write_indicator(writer, &assessment->indicators[i]);
	for (size_t i = 0; i < assessment->statement_count; i++)
		assessment_write_statement(writer, &assessment->statements[i]);
	for (size_t i = 0; i < assessment->correction_count; i++)
		assessment_write_correction(writer,
					    &assessment->corrections[i]);
	for (size_t i = 0; i < assessment->control_count; i++)
		assessment_write_control(writer, &assessment->controls[i]);
	write_risks(writer, assessment);
	write_checklists(writer, assessment);
	for (size_t i = 0; i < assessment->record_count; i++)
		facts_write_record(writer, &assessment->records[i]);
	return xml_writer_save(writer, why);
}

void assessment_clear(struct assessment *assessment)
{
	arena_clear(&assessment->arena);
	*assessment = (struct assessment){ 0 };
}

const struct assessed_indicator *assessment_indicator(
	const struct assessment *assessment, const char *id)
{
	for (size_t i = 0; i < assessment->indicator_count; i++)
		if (strcmp(assessment->indicators[i].id, id) == 0)
			return &assessment->indicators[i];
	return NULL;
}

const struct assessed_goal *assessment_goal(const struct assessment *assessment,
					    const char *id)
{
	for (size_t i = 0; i < assessment->goal_count; i++)
		if (strcmp(assessment->goals[i].id, id) == 0)
			return &assessment->goals[i];
	return NULL;
}

const struct assessed_unit *assessment_unit(const struct assessment *assessment,
					    const char *id)
{
	for (size_t i = 0; i < assessment->unit_count; i++)
		if (strcmp(assessment->units[i].id, id) == 0)
			return &assessment->units[i];
	return NULL;
}

const struct assessed_rule *assessment_rule(const struct assessment *assessment,
					    const char *id)
{
	for (size_t i = 0; i < assessment->rule_count; i++)
		if (strcmp(assessment->rules[i].version.id, id) == 0)
			return &assessment->rules[i];
	return NULL;
}

bool assessment_has_records(const struct assessment *assessment,
			    const char *kind)
{
	for (size_t i = 0; i < assessment->record_count; i++)
		if (strcmp(assessment->records[i].kind, kind) == 0)
			return true;
	return false;
}

const struct record *assessment_record(const struct assessment *assessment,
				       const char *id)
{
	for (size_t i = 0; i < assessment->record_count; i++)
		if (strcmp(assessment->records[i].id, id) == 0)
			return &assessment->records[i];
	return NULL;
}

bool assessment_is_below(const struct assessment *assessment, const char *unit,
			 const char *top)
{
	while (unit && strcmp(unit, top) != 0) {
		const struct assessed_unit *found =
			assessment_unit(assessment, unit);

		unit = found ? found->parent : NULL;
	}
	return unit != NULL;
}

const struct assessed_statement *assessment_statement(
	const struct assessment *assessment, const char *id)
{
	for (size_t i = 0; i < assessment->statement_count; i++)
		if (strcmp(assessment->statements[i].id, id) == 0)
			return &assessment->statements[i];
	return NULL;
}
