#include <string.h>

#include "model/assessment_parts.h"

static void write_levels(struct xml_writer *writer, const char *of,
			 const struct names *levels, const struct names *means)
{
	for (size_t i = 0; i < levels->count; i++) {
		xml_writer_open(writer, "level");
		xml_writer_attribute(writer, "of", of);
		xml_writer_attribute(writer, "name", levels->list[i]);
		xml_writer_attribute(writer, "means",
				     i < means->count ? means->list[i] : NULL);
		xml_writer_close(writer);
	}
}

void assessment_write_matrix(struct xml_writer *writer,
			     const struct risk_matrix *matrix)
{
	const size_t cells = matrix->likelihood.count * matrix->severity.count;

	xml_writer_open(writer, "risk-matrix");
	assessment_write_version(writer, &matrix->version);
	xml_writer_attribute(writer, "about", matrix->about);
	xml_writer_attribute(writer, "scale", matrix->scale);
	write_levels(writer, "likelihood", &matrix->likelihood,
		     &matrix->likelihood_means);
	write_levels(writer, "severity", &matrix->severity,
		     &matrix->severity_means);
	for (size_t i = 0; i < matrix->classes.count; i++) {
		xml_writer_open(writer, "letter");
		xml_writer_attribute(writer, "of", matrix->classes.list[i]);
		xml_writer_attribute(writer, "is", matrix->letters.list[i]);
		xml_writer_close(writer);
	}
	for (size_t i = 0; i < cells; i++) {
		xml_writer_open(writer, "cell");
		xml_writer_attribute(writer, "is", matrix->cells[i]);
		xml_writer_close(writer);
	}
	xml_writer_close(writer);
}

void assessment_write_risk(struct xml_writer *writer,
			   const struct assessed_risk *risk)
{
	xml_writer_open(writer, "risk");
	xml_writer_attribute(writer, "matrix", risk->matrix);
	xml_writer_attribute(writer, "record", risk->record);
	xml_writer_number(writer, "number", risk->number);
	xml_writer_number(writer, "likelihood", risk->likelihood);
	xml_writer_number(writer, "severity", risk->severity);
	xml_writer_attribute(writer, "is", risk->grade);
	handover_write_number(writer, "residual-likelihood",
			      risk->residual_likelihood);
	handover_write_number(writer, "residual-severity",
			      risk->residual_severity);
	xml_writer_attribute(writer, "residual", risk->residual);
	xml_writer_attribute(writer, "measure", risk->measure);
	xml_writer_close(writer);
}

static const struct handover_child none[] = { { NULL, NULL } };

static bool take_level(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct risk_matrix *matrix = into;
	const bool likelihood =
		strcmp(xml_reader_attribute(reader, "of"), "likelihood") == 0;
	const char *means = handover_string(reader, "means", arena);

	names_add(likelihood ? &matrix->likelihood : &matrix->severity, arena,
		  handover_string(reader, "name", arena));
	if (means)
		names_add(likelihood ? &matrix->likelihood_means
				     : &matrix->severity_means,
			  arena, means);
	return handover_children(reader, none, NULL, arena);
}

static bool take_letter(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	struct risk_matrix *matrix = into;

	names_add(&matrix->classes, arena,
		  handover_string(reader, "of", arena));
	names_add(&matrix->letters, arena,
		  handover_string(reader, "is", arena));
	return handover_children(reader, none, NULL, arena);
}

/* A cell more than levels make is none. */
static bool take_cell(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct risk_matrix *matrix = into;
	const size_t room = matrix->likelihood.count * matrix->severity.count;
	size_t at = 0;

	if (!matrix->cells)
		matrix->cells =
			arena_alloc(arena, (room + 1) * sizeof(*matrix->cells));
	while (at < room && matrix->cells[at])
		at++;
	if (at < room)
		matrix->cells[at] = handover_string(reader, "is", arena);
	return at < room && handover_children(reader, none, NULL, arena);
}

bool assessment_take_matrix(void *into, struct xml_reader *reader,
			    struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "level", take_level },
		{ "letter", take_letter },
		{ "cell", take_cell },
		{ NULL, NULL }
	};
	struct assessment *assessment = into;
	struct risk_matrices *matrices = &assessment->matrices;
	struct risk_matrix *matrix;

	matrices->list = arena_grow(arena, matrices->list, matrices->count,
				    sizeof(*matrices->list));
	matrix = &matrices->list[matrices->count++];
	*matrix = (struct risk_matrix){
		.version = assessment_take_version(reader, arena),
		.about = handover_string(reader, "about", arena),
		.scale = handover_string(reader, "scale", arena),
	};
	return handover_children(reader, children, matrix, arena);
}

bool assessment_take_risk(void *into, struct xml_reader *reader,
			  struct arena *arena)
{
	struct assessment *assessment = into;

	assessment->risks =
		arena_grow(arena, assessment->risks, assessment->risk_count,
			   sizeof(*assessment->risks));
	assessment->risks[assessment->risk_count++] = (struct assessed_risk){
		.matrix = handover_string(reader, "matrix", arena),
		.record = handover_string(reader, "record", arena),
		.number = (int)handover_number(reader, "number"),
		.likelihood = (int)handover_number(reader, "likelihood"),
		.severity = (int)handover_number(reader, "severity"),
		.grade = handover_string(reader, "is", arena),
		.residual_likelihood =
			(int)handover_number(reader, "residual-likelihood"),
		.residual_severity =
			(int)handover_number(reader, "residual-severity"),
		.residual = handover_string(reader, "residual", arena),
		.measure = handover_string(reader, "measure", arena),
	};
	return handover_children(reader, none, NULL, arena);
}
