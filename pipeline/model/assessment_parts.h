/*
 * assessment_parts - goals, indicators, statements and so on of assessment.xml,
 * as its reader takes them and its writer tells them; nobody else's business.
 */
#ifndef MODEL_ASSESSMENT_PARTS_H
#define MODEL_ASSESSMENT_PARTS_H

#include "model/assessment.h"
#include "model/handover.h"

#define ASSESSMENT_URN "urn:bokslut:assessment:1"

/* Each takes one element into the `struct assessment` that `into` is. */
handover_take assessment_take_goal;
handover_take assessment_take_indicator;
handover_take assessment_take_statement;
handover_take assessment_take_correction;
handover_take assessment_take_control;
handover_take assessment_take_matrix;
handover_take assessment_take_risk;
handover_take assessment_take_regulation;
handover_take assessment_take_checklist;
handover_take assessment_take_key_figures;

/* Each writes one element. */
void assessment_write_goal(struct xml_writer *writer,
			   const struct assessed_goal *goal);
void assessment_write_indicator(struct xml_writer *writer,
				const struct assessed_indicator *indicator);
void assessment_write_statement(struct xml_writer *writer,
				const struct assessed_statement *statement);
void assessment_write_correction(struct xml_writer *writer,
				 const struct assessed_correction *correction);
void assessment_write_control(struct xml_writer *writer,
			      const struct assessed_control *control);
void assessment_write_matrix(struct xml_writer *writer,
			     const struct risk_matrix *matrix);
void assessment_write_risk(struct xml_writer *writer,
			   const struct assessed_risk *risk);
void assessment_write_regulation(struct xml_writer *writer,
				 const struct regulation *regulation);
void assessment_write_checklist(struct xml_writer *writer,
				const struct assessed_checklist *checklist);
void assessment_write_key_figures(struct xml_writer *writer,
				  const struct assessed_key_figures *written);

/* The version by which something was judged: id, number and place. */
void assessment_write_version(struct xml_writer *writer,
			      const struct version *version);
struct version assessment_take_version(struct xml_reader *reader,
				       struct arena *arena);

/* A figure with its window, written as an element `name` and taken from one. */
void assessment_write_figure(struct xml_writer *writer, const char *name,
			     const struct assessed_figure *figure);
bool assessment_take_figure(struct assessed_figure *figure,
			    struct xml_reader *reader,
			    struct arena *arena) MUST_CHECK;

/* A figure of an earlier window, likewise. */
void assessment_write_past(struct xml_writer *writer, const char *name,
			   const struct past *past);
bool assessment_take_past(struct past *past, struct xml_reader *reader,
			  struct arena *arena) MUST_CHECK;

/* The ids of a list, parted by spaces; NULL and left out if it is empty. */
void assessment_write_ids(struct xml_writer *writer, const char *name,
			  const struct names *names);
struct names assessment_take_ids(struct xml_reader *reader, const char *name,
				 struct arena *arena);

#endif
