/*
 * explain_grade - a grade, a figure and a fact, as lines of a tree on stdout.
 */
#ifndef BOKSLUT_EXPLAIN_GRADE_H
#define BOKSLUT_EXPLAIN_GRADE_H

#include "model/assessment.h"

struct text;

/* The word of a grade, or of the missing state in its place; borrowed. */
const char *explain_label(const struct assessment *assessment,
			  const struct assessed_grade *grade);

/* The name of a unit, its id where it has none, "" without an id; borrowed. */
const char *explain_unit(const struct assessment *assessment, const char *id);

/* Add a figure as exactly as it is known: "12,0 % = 31415.00 / 261792.00". */
void explain_add_figure(struct text *line, const struct assessment *assessment,
			const struct figure *figure,
			const struct quantity *quantity);

/* Print the grade, the rule or role behind it, and what it compared. */
void explain_grade(const struct assessment *assessment,
		   const struct assessed_grade *grade);

/* The file that a fact came from, borrowed; NULL for a derived one. */
const struct facts_file *explain_file(const struct assessment *assessment,
				      const struct from *from);

/* Print a fact with its file and lines. */
void explain_from(const struct assessment *assessment, const struct from *from);

#endif
