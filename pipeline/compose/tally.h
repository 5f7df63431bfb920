/*
 * tally - how many indicators have which grade now.
 *
 * The counts live in the arena given.
 */
#ifndef COMPOSE_TALLY_H
#define COMPOSE_TALLY_H

#include "model/assessment.h"

struct text;
struct words;

struct tally {
	const struct scale *scale;
	long *counts; /* one for each grade of the scale */
	long none;    /* without a grade of the scale */
	long total;
};

/* Count the indicators under a goal, or with NULL each of all once. */
struct tally tally_of(const struct assessment *assessment,
		      const struct scale *scale, const char *goal,
		      struct arena *arena);

/* The scale that indicators are graded in; NULL if none is graded. */
const struct scale *tally_scale(const struct assessment *assessment);

/* Add "18 gröna, 2 gula, 5 röda"; grades that nothing has are left out. */
void tally_print(struct text *text, const struct words *words,
		 const struct tally *tally);

#endif
