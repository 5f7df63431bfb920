/*
 * checklist_answers - one question of a checklist, answered by every unit; for
 * checklists.c only.
 */
#ifndef ASSESS_CHECKLIST_ANSWERS_H
#define ASSESS_CHECKLIST_ANSWERS_H

#include <stdbool.h>

#include "assess/derived.h"

/* A checklist on its way. */
struct checking {
	const struct workings *workings;
	const struct checklist *declared;
	struct assessment *assessment;
	struct assessed_checklist *into; /* its units are there */
};

/* Fill the answers to a question.  False (told) if one cannot be. */
bool checklist_answers_fill(const struct checking *checking,
			    const struct checklist_question *question,
			    struct assessed_question *into) MUST_CHECK;

#endif
