#include "model/assessment_parts.h"

#include "lib/text.h"

void assessment_write_ids(struct xml_writer *writer, const char *name,
			  const struct names *names)
{
	struct text ids = { 0 };

	for (size_t i = 0; i < names->count; i++)
		text_printf(&ids, "%s%s", i > 0 ? " " : "", names->list[i]);
	if (names->count > 0)
		xml_writer_attribute(writer, name, ids.at);
	text_clear(&ids);
}

void assessment_write_version(struct xml_writer *writer,
			      const struct version *version)
{
	xml_writer_attribute(writer, "id", version->id);
	xml_writer_number(writer, "version", version->number);
	xml_writer_attribute(writer, "kind", version->kind);
	xml_writer_attribute(writer, "file", version->file);
	xml_writer_number(writer, "line", version->line);
	xml_writer_attribute(writer, "sha256", version->sha256);
}

static void write_because(struct xml_writer *writer, const char *name,
			  const struct because *because)
{
	xml_writer_open(writer, name);
	xml_writer_number(writer, "row", because->row);
	xml_writer_attribute(writer, "given", because->given);
	xml_writer_attribute(writer, "value", because->value);
	xml_writer_attribute(writer, "test", because->test);
	xml_writer_close(writer);
}

static void write_grade(struct xml_writer *writer,
			const struct assessed_grade *grade)
{
	xml_writer_open(writer, "grade");
	xml_writer_attribute(writer, "when", when_name(grade->when));
	xml_writer_attribute(writer, "of", grade->scale);
	xml_writer_attribute(writer, "is", grade->grade);
	if (!grade->grade)
		xml_writer_attribute(writer, "missing",
				     missing_name(grade->missing));
	xml_writer_attribute(writer, "origin", origin_name(grade->origin));
	xml_writer_attribute(writer, "rule", grade->rule);
	handover_write_number(writer, "version", grade->version);
	xml_writer_attribute(writer, "file", grade->file);
	xml_writer_number(writer, "line", grade->line);
	xml_writer_attribute(writer, "sha256", grade->sha256);
	xml_writer_attribute(writer, "role", grade->role);
	handover_write_date(writer, "date", grade->date);
	xml_writer_attribute(writer, "reason", grade->reason);
	for (size_t i = 0; i < grade->because_count; i++)
		write_because(writer, "because", &grade->because[i]);
	for (size_t i = 0; i < grade->unmet_count; i++)
		write_because(writer, "unmet", &grade->unmet[i]);
	xml_writer_close(writer);
}

static void write_from(struct xml_writer *writer, const struct from *from)
{
	xml_writer_open(writer, "from");
	xml_writer_attribute(writer, "fact", from->fact);
	xml_writer_attribute(writer, "unit", from->unit);
	handover_write_window(writer, "window", from->window);
	xml_writer_attribute(writer, "series", series_name(from->series));
	xml_writer_attribute(writer, "source", from->source);
	xml_writer_number(writer, "file", from->file);
	xml_writer_number(writer, "first", from->first);
	xml_writer_number(writer, "last", from->last);
	xml_writer_number(writer, "rows", from->rows);
	xml_writer_attribute(writer, "history", from->history);
	xml_writer_close(writer);
}

void assessment_write_figure(struct xml_writer *writer, const char *name,
			     const struct assessed_figure *figure)
{
	xml_writer_open(writer, name);
	handover_write_window(writer, "window", figure->window);
	figure_write(writer, &figure->figure);
	for (size_t i = 0; i < figure->from_count; i++)
		write_from(writer, &figure->from[i]);
	xml_writer_close(writer);
}

void assessment_write_goal(struct xml_writer *writer,
			   const struct assessed_goal *goal)
{
	xml_writer_open(writer, "goal");
	xml_writer_attribute(writer, "id", goal->id);
	xml_writer_attribute(writer, "kind", goal->kind);
	xml_writer_attribute(writer, "name", goal->name);
	xml_writer_attribute(writer, "unit", goal->unit);
	assessment_write_ids(writer, "parents", &goal->parents);
	for (size_t i = 0; i < goal->grade_count; i++)
		write_grade(writer, &goal->grades[i]);
	xml_writer_close(writer);
}

void assessment_write_past(struct xml_writer *writer, const char *name,
			   const struct past *past)
{
	xml_writer_open(writer, name);
	handover_write_window(writer, "window", past->window);
	figure_write(writer, &past->figure);
	xml_writer_attribute(writer, "unit-was",
			     succession_name(past->succession));
	xml_writer_attribute(writer, "file", past->file);
	xml_writer_number(writer, "line", past->line);
	xml_writer_close(writer);
}

static void write_target(struct xml_writer *writer,
			 const struct assessed_indicator *indicator)
{
	xml_writer_open(writer, "target");
	xml_writer_attribute(writer, "op",
			     target_op_name(indicator->target.op));
	figure_write(writer, &indicator->target.figure);
	xml_writer_attribute(writer, "text", indicator->target_text);
	if (indicator->named)
		assessment_write_figure(writer, "named", indicator->named);
	if (indicator->due)
		assessment_write_figure(writer, "due", indicator->due);
	xml_writer_close(writer);
}

static void write_part(struct xml_writer *writer,
		       const struct assessed_part *part)
{
	xml_writer_open(writer, "part");
	xml_writer_attribute(writer, "unit", part->unit);
	xml_writer_attribute(writer, "name", part->name);
	assessment_write_figure(writer, "value", &part->value);
	xml_writer_close(writer);
}

void assessment_write_indicator(struct xml_writer *writer,
				const struct assessed_indicator *indicator)
{
	xml_writer_open(writer, "indicator");
	xml_writer_attribute(writer, "id", indicator->id);
	xml_writer_attribute(writer, "name", indicator->name);
	xml_writer_attribute(writer, "unit", indicator->unit);
	xml_writer_attribute(writer, "measure", indicator->quantity);
	xml_writer_attribute(writer, "better",
			     indicator->lower_is_better ? "lower" : "higher");
	handover_write_flag(writer, "flow", indicator->flow);
	assessment_write_ids(writer, "goals", &indicator->goals);
	xml_writer_attribute(writer, "source", indicator->source);
	xml_writer_attribute(writer, "reported", indicator->reported);
	if (indicator->next.form != WINDOW_NONE)
		handover_write_window(writer, "next", indicator->next);
	assessment_write_figure(writer, "value", &indicator->value);
	assessment_write_figure(writer, "forecast", &indicator->forecast);
	if (indicator->base.window.form != WINDOW_NONE)
		assessment_write_figure(writer, "base", &indicator->base);
	for (size_t i = 0; i < indicator->part_count; i++)
		write_part(writer, &indicator->parts[i]);
	for (size_t i = 0; i < indicator->history_count; i++)
		assessment_write_past(writer, "history",
				      &indicator->history[i]);
	write_target(writer, indicator);
	xml_writer_leaf(writer, "comment", indicator->comment);
	for (size_t i = 0; i < indicator->grade_count; i++)
		write_grade(writer, &indicator->grades[i]);
	xml_writer_close(writer);
}
