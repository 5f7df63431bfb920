/*
 * explained_find - how explained.c and explained_figures.c look for what is
 * asked; for them only.
 */
#ifndef BOKSLUT_EXPLAINED_FIND_H
#define BOKSLUT_EXPLAINED_FIND_H

#include "bokslut/explained.h"

/* A search on its way. */
struct finding {
	struct explained *into;
	struct arena *arena;
	const struct assessment *assessment;
	struct explained_question *question;
};

/* Whether this is what was asked; else its id may be the nearest. */
bool finding_is_asked(const struct finding *finding, const char *id,
		      const char *name, const char *unit);

void finding_note(const struct finding *finding, const char *name,
		  const char *value);
void finding_figure(const struct finding *finding,
		    struct explained_figure figure);

/* The label of a grade; the grade itself where the scale has none. */
const char *finding_label(const struct finding *finding, const char *scale,
			  const char *grade);

/* Questions of checklists, key figures and rows of statements. */
bool explained_find_figures(const struct finding *finding) MUST_CHECK;

#endif
