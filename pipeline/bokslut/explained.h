/*
 * explained - what an assessment knows of one thing that people ask about:
 *	an indicator or goal          sick-leave, goal.lss, or its name
 *	a risk                        risk.2, or its text
 *	all risks of a matrix         internal-control
 *	a question of a checklist     work-environment.13
 *	a key figure                  avvikelser.antal
 *	a row of a statement          operating, for its total
 * with the unit behind an @ where it is not the committee's.
 *
 * Everything is borrowed from the assessment, or lives in the arena given.
 */
#ifndef BOKSLUT_EXPLAINED_H
#define BOKSLUT_EXPLAINED_H

#include <stdbool.h>

#include "lib/spelling.h"
#include "model/assessment.h"

/* What was asked: an id or a name, and a unit if any will not do. */
struct explained_question {
	const char *id;
	const char *unit; /* NULL: any */
	struct spelling_search near;
};

struct explained_figure {
	const char *title; /* "value", "budget", "before": see explain_words */
	const struct assessed_figure *figure;
	const struct past *past; /* in its place: of history */
	const char *quantity;
};

/* Something that was counted or compared, by its name. */
struct explained_note {
	const char *name;
	const char *value;
};

struct explained {
	const char *kind; /* "indicator", "goal", "risk", "risks", "question",
			     "key-figure", "row" */
	const char *id;
	const char *name;
	const char *unit;
	const struct assessed_grade *grades;
	size_t grade_count;
	const char *grade; /* of a risk or question: its label */
	int version;       /* of the rules that gave it; 0: they have none */
	const char *file;
	long line;
	const char *sha256;
	struct explained_note *notes;
	size_t note_count;
	struct explained_figure *figures;
	size_t figure_count;
	const struct assessed_indicator *indicator; /* NULL: it is none */
	const struct record *record;                /* that tells it; NULL */
};

/*
 * Find what was asked and fill `into`, which is empty.  False if there is none
 * such; what comes nearest is then in the question.
 */
bool explained_find(struct explained *into, struct arena *arena,
		    const struct assessment *assessment,
		    struct explained_question *question) MUST_CHECK;

#endif
