/*
 * figures - the data of the report: every figure that its body prints, once,
 * with its origin.
 */
#ifndef COMPOSE_FIGURES_H
#define COMPOSE_FIGURES_H

#include "compose/composition.h"

/* Keep a figure of an indicator, printed as `print`. */
void figures_add(struct composition *composition,
		 const struct assessed_indicator *indicator, enum series series,
		 const char *print);

/* A value of an earlier window. */
void figures_add_past(struct composition *composition,
		      const struct assessed_indicator *indicator,
		      const struct past *past, const char *print);

/* What is due of the indicator's target by the window of what was judged. */
void figures_add_due(struct composition *composition,
		     const struct assessed_indicator *indicator,
		     const char *print);

/* A figure of a row of an operating statement. */
struct statement_figure {
	const struct assessed_statement *statement;
	const struct assessed_row *row;
	const char *id; /* "operating", "operating.deviation" */
	enum series series;
	const struct assessed_figure *figure;
	const struct past *past; /* of history; NULL for one of this close */
};

void figures_add_row(struct composition *composition,
		     const struct statement_figure *printed, const char *print);

/* A figure of no indicator or statement: one of the key figures, or a
 * checklist's. */
struct measured_figure {
	const char *id; /* "deviations.count" */
	const char *unit;
	const char *quantity;
	const struct assessed_figure *figure;
	const struct past *past; /* of history; NULL for one of this close */
};

void figures_add_measured(struct composition *composition,
			  const struct measured_figure *printed,
			  const char *print);

#endif
