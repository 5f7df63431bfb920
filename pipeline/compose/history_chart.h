/*
 * history_chart - a line over an indicator's values of earlier years and now.
 */
#ifndef COMPOSE_HISTORY_CHART_H
#define COMPOSE_HISTORY_CHART_H

#include <stddef.h>

#include "compose/composition.h"

#define HISTORY_YEARS 5 /* earlier ones that are told, at most */

/* The earlier years that a report tells, in order. */
struct history_years {
	int list[HISTORY_YEARS];
	size_t count;
	size_t least; /* values that a picture needs; 0: three.  Fewer than
			 three are bars, no line */
};

/* Add the years of an indicator's earlier values; of too many the latest
 * stay. */
void history_years_add(struct history_years *years,
		       const struct assessed_indicator *indicator);

/*
 * Add the line if at least three of the values may be compared, or as many as
 * the years say; the others are gaps in it.
 */
void history_chart_compose(struct composition *composition,
			   const struct assessed_indicator *indicator,
			   const struct history_years *years,
			   struct blocks *into);

#endif
