/* report_picture - charts and risk matrices in report.xml, both ways. */
#include "lib/text.h"
#include "model/handover.h"
#include "model/report.h"
#include "model/report_body.h"

static const struct handover_child no_children[] = { { NULL, NULL } };

/* A value that may be left out; false if it is none. */
static bool take_decimal(struct xml_reader *reader, const char *name,
			 bool *there, struct decimal *value)
{
	const char *text = xml_reader_attribute(reader, name);

	*there = text != NULL;
	return !text || decimal_parse(value, text);
}

static void write_decimal(struct xml_writer *writer, const char *name,
			  struct decimal value)
{
	struct text digits = { 0 };

	decimal_add_text(&digits, value);
	xml_writer_attribute(writer, name, digits.at);
	text_clear(&digits);
}

static bool take_bar(void *into, struct xml_reader *reader, struct arena *arena)
{
	struct chart *chart = into;
	struct chart_bar *bar;
	bool there;

	chart->bars = arena_grow(arena, chart->bars, chart->bar_count,
				 sizeof(*chart->bars));
	bar = &chart->bars[chart->bar_count++];
	*bar = (struct chart_bar){
		.label = handover_string(reader, "label", arena),
		.print = handover_string(reader, "print", arena),
		.series = handover_string(reader, "series", arena),
		.colour = handover_string(reader, "colour", arena),
		.symbol = handover_string(reader, "symbol", arena),
	};
	if (!take_decimal(reader, "value", &there, &bar->value))
		return false;
	bar->missing = !there;
	return handover_children(reader, no_children, NULL, arena);
}

bool report_take_chart(struct block *block, struct xml_reader *reader,
		       struct arena *arena)
{
	static const struct handover_child children[] = { { "bar", take_bar },
							  { NULL, NULL } };
	struct chart *chart = arena_alloc(arena, sizeof(*chart));

	block->chart = chart;
	if (!take_decimal(reader, "target", &chart->has_target,
			  &chart->target) ||
	    !take_decimal(reader, "mean", &chart->has_mean, &chart->mean))
		return false;
	chart->kind = (enum chart_kind)handover_word(
		report_charts, COUNT_OF(report_charts),
		xml_reader_attribute(reader, "kind"));
	chart->title = handover_string(reader, "title", arena);
	chart->alt = handover_string(reader, "alt", arena);
	chart->target_print = handover_string(reader, "target-print", arena);
	chart->mean_print = handover_string(reader, "mean-print", arena);
	return handover_children(reader, children, chart, arena);
}

void report_write_chart(struct xml_writer *writer, const struct chart *chart)
{
	xml_writer_attribute(writer, "kind", report_charts[chart->kind]);
	xml_writer_attribute(writer, "title", chart->title);
	xml_writer_attribute(writer, "alt", chart->alt);
	if (chart->has_target)
		write_decimal(writer, "target", chart->target);
	xml_writer_attribute(writer, "target-print", chart->target_print);
	if (chart->has_mean)
		write_decimal(writer, "mean", chart->mean);
	xml_writer_attribute(writer, "mean-print", chart->mean_print);
	for (size_t i = 0; i < chart->bar_count; i++) {
		const struct chart_bar *bar = &chart->bars[i];

		xml_writer_open(writer, "bar");
		xml_writer_attribute(writer, "label", bar->label);
		xml_writer_attribute(writer, "series", bar->series);
		xml_writer_attribute(writer, "print", bar->print);
		if (!bar->missing)
			write_decimal(writer, "value", bar->value);
		xml_writer_attribute(writer, "colour", bar->colour);
		xml_writer_attribute(writer, "symbol", bar->symbol);
		xml_writer_close(writer);
	}
}

static bool take_step(const char ***list, size_t *count,
		      struct xml_reader *reader, struct arena *arena)
{
	*list = arena_grow(arena, *list, *count, sizeof(**list));
	(*list)[(*count)++] = handover_string(reader, "name", arena);
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_likelihood(void *into, struct xml_reader *reader,
			    struct arena *arena)
{
	struct matrix *matrix = into;

	return take_step(&matrix->likelihoods, &matrix->likelihood_count,
			 reader, arena);
}

static bool take_severity(void *into, struct xml_reader *reader,
			  struct arena *arena)
{
	struct matrix *matrix = into;

	return take_step(&matrix->severities, &matrix->severity_count, reader,
			 arena);
}

static bool take_class(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct matrix *matrix = into;

	matrix->classes =
		arena_grow(arena, matrix->classes, matrix->class_count,
			   sizeof(*matrix->classes));
	matrix->classes[matrix->class_count++] = (struct matrix_class){
		.letter = handover_string(reader, "letter", arena),
		.name = handover_string(reader, "name", arena),
		.colour = handover_string(reader, "colour", arena),
	};
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_field(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct matrix *matrix = into;

	matrix->fields = arena_grow(arena, matrix->fields, matrix->field_count,
				    sizeof(*matrix->fields));
	matrix->fields[matrix->field_count++] = (struct matrix_field){
		.likelihood = (int)handover_number(reader, "likelihood"),
		.severity = (int)handover_number(reader, "severity"),
		.letter = handover_string(reader, "letter", arena),
	};
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_risk(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct matrix *matrix = into;

	matrix->risks = arena_grow(arena, matrix->risks, matrix->risk_count,
				   sizeof(*matrix->risks));
	matrix->risks[matrix->risk_count++] = (struct matrix_risk){
		.number = handover_string(reader, "number", arena),
		.likelihood = (int)handover_number(reader, "likelihood"),
		.severity = (int)handover_number(reader, "severity"),
	};
	return handover_children(reader, no_children, NULL, arena);
}

bool report_take_matrix(struct block *block, struct xml_reader *reader,
			struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "likelihood", take_likelihood },
		{ "severity", take_severity },
		{ "class", take_class },
		{ "field", take_field },
		{ "risk", take_risk },
		{ NULL, NULL }
	};
	struct matrix *matrix = arena_alloc(arena, sizeof(*matrix));

	block->matrix = matrix;
	matrix->title = handover_string(reader, "title", arena);
	matrix->alt = handover_string(reader, "alt", arena);
	matrix->likelihood = handover_string(reader, "likelihood", arena);
	matrix->severity = handover_string(reader, "severity", arena);
	return handover_children(reader, children, matrix, arena);
}

static void write_place(struct xml_writer *writer, int likelihood, int severity)
{
	xml_writer_number(writer, "likelihood", likelihood);
	xml_writer_number(writer, "severity", severity);
	xml_writer_close(writer);
}

static void write_steps(struct xml_writer *writer, const char *element,
			const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		xml_writer_open(writer, element);
		xml_writer_attribute(writer, "name", names[i]);
		xml_writer_close(writer);
	}
}

static void write_classes(struct xml_writer *writer,
			  const struct matrix *matrix)
{
	for (size_t i = 0; i < matrix->class_count; i++) {
		const struct matrix_class *class = &matrix->classes[i];

		xml_writer_open(writer, "class");
		xml_writer_attribute(writer, "letter", class->letter);
		xml_writer_attribute(writer, "name", class->name);
		xml_writer_attribute(writer, "colour", class->colour);
		xml_writer_close(writer);
	}
}

void report_write_matrix(struct xml_writer *writer, const struct matrix *matrix)
{
	xml_writer_attribute(writer, "title", matrix->title);
	xml_writer_attribute(writer, "alt", matrix->alt);
	xml_writer_attribute(writer, "likelihood", matrix->likelihood);
	xml_writer_attribute(writer, "severity", matrix->severity);
	write_steps(writer, "likelihood", matrix->likelihoods,
		    matrix->likelihood_count);
	write_steps(writer, "severity", matrix->severities,
		    matrix->severity_count);
	write_classes(writer, matrix);
	for (size_t i = 0; i < matrix->field_count; i++) {
		const struct matrix_field *field = &matrix->fields[i];

		xml_writer_open(writer, "field");
		xml_writer_attribute(writer, "letter", field->letter);
		write_place(writer, field->likelihood, field->severity);
	}
	for (size_t i = 0; i < matrix->risk_count; i++) {
		const struct matrix_risk *risk = &matrix->risks[i];

		xml_writer_open(writer, "risk");
		xml_writer_attribute(writer, "number", risk->number);
		write_place(writer, risk->likelihood, risk->severity);
	}
}
