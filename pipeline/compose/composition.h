/*
 * composition - what every kind of block is composed from, and into what.
 *
 * Each function at the end turns one element of the template into blocks; it
 * stands in the file of that name.  What the template names but the
 * assessment does not have is told (OUTCOME_MISCONFIGURED) and gives none.
 */
#ifndef COMPOSE_COMPOSITION_H
#define COMPOSE_COMPOSITION_H

#include <stdbool.h>
#include <stddef.h>

#include "compose/blocks.h"
#include "compose/template.h"
#include "lib/msg.h"
#include "model/assessment.h"
#include "model/report.h"

struct case_state;
struct text;
struct words;

/* A link in a text; whether its target is in the report shows at the end. */
struct link {
	struct place place;
	const char *to;
};

struct composition {
	const struct assessment *assessment;
	const struct words *words;
	const char *workspace;            /* path of its folder */
	const struct report *earlier;     /* to compare with; NULL for none */
	const struct template_part *root; /* the whole template */
	struct report *report; /* everything made goes into its arena */
	struct link *links;
	size_t link_count;
	int sections; /* that the part being composed stands in */
};

/* The arena of the report. */
struct arena *composition_arena(struct composition *composition);

/* Whether an indicator hangs under a goal; NULL is: under none at all. */
bool indicator_is_under(const struct assessed_indicator *indicator,
			const char *goal);

/* Whether any indicator hangs under that goal, or under none. */
bool goal_has_indicators(const struct assessment *assessment, const char *goal);

/* The quantity of an id; the assessment was proved to have it. */
const struct quantity *quantity_of(const struct composition *composition,
				   const char *id);

/*
 * Add the grade as symbol and label to `runs`; NULL is "not assessed".  The
 * second gives the label alone, borrowed.
 */
void runs_add_assessed(struct runs *runs, struct composition *composition,
		       const struct assessed_grade *grade);
const char *grade_label(const struct composition *composition,
			const struct assessed_grade *grade);

/* Add "Nämndens bedömning:" with the grade and its reason, on own lines. */
void runs_add_override(struct runs *runs, struct composition *composition,
		       const struct assessed_grade *grade);

/* "Behoven möts. (Förvaltningschefen, 29 september 2023)": why a grade was
 * stated, by whom and when. */
void grade_add_stated(struct text *text, const struct words *words,
		      const struct assessed_grade *grade);

/*
 * Whether the report has to tell the figure's window: it is neither the
 * report's nor, of a forecast, its year.
 */
bool tells_window(const struct composition *composition,
		  const struct assessed_figure *figure, enum series series);

/* "Nuvärde: januari–mars 2025" on a line of its own. */
void runs_add_window(struct runs *runs, struct composition *composition,
		     const char *series, const struct window *window);

/* "Målvärde januari–april 2025: ≥ 50" on a line of its own, if what was judged
 * was held to a part of its target. */
void runs_add_due(struct runs *runs, struct composition *composition,
		  const struct assessed_indicator *indicator);

/* The head of the report; `entry` is its case, or NULL. */
void head_compose(struct composition *composition,
		  const struct case_entry *entry,
		  const struct case_state *newest);

/* The body, with an id for each of its sections and tables. */
void body_compose(struct composition *composition,
		  const struct template *template);

typedef void compose_part(struct composition *composition,
			  const struct template_part *part,
			  struct blocks *into);

compose_part text_compose;
compose_part principle_compose;
compose_part status_compose;
compose_part goals_compose;
compose_part indicators_compose;
compose_part follow_up_compose;
compose_part history_compose;
compose_part comments_compose;
compose_part pages_compose;
compose_part decisions_compose;
compose_part risk_matrix_compose;
compose_part risks_compose;
compose_part risk_controls_compose;
compose_part checklist_compose;
compose_part checklist_units_compose;
compose_part checklist_actions_compose;
compose_part key_figures_compose;
compose_part operating_compose;
compose_part deviations_compose;
compose_part completeness_compose;
compose_part requirements_compose;
compose_part record_table_compose;
compose_part activities_compose;
compose_part indicator_chart_compose;
compose_part signatures_compose;
compose_part appendices_compose;
compose_part changes_compose;
compose_part corrections_compose;

/* Tell if there are corrections and the template has no place for them. */
void corrections_prove_place(const struct composition *composition,
			     const struct template *template);

#endif
