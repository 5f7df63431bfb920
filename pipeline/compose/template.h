/*
 * template - what a report consists of, in what order: templates/<name>.xml.
 *
 *	<template xmlns="urn:bokslut:template:1">
 *	  <cover/>
 *	  <contents depth="2"/>
 *	  <section title="Mål" new-page="yes">
 *	    <text file="mal.md"/>
 *	    <goals kind="nämndmål" empty="Nämnden har inga mål."/>
 *	  </section>
 *	</template>
 *
 * The elements (schema/template.xsd says the same to editors):
 *	cover                 the front page
 *	contents depth        the contents, `depth` levels of headings
 *	section title         a heading and what stands below it, also sections;
 *	                      new-page="yes" begins a page; meets="events
 *	                      outlook" says what of the requirements it is
 *	text file             input/<period>/text/<file>, in CommonMark
 *	principle rule        a rule's rows in words
 *	status scale          counts per grade, per goal and in all, and a chart
 *	goals kind            the goals of a kind with their grades
 *	indicators            all indicators, by goal
 *	follow-up kind        the indicators of a kind of goals: last year, now
 *	                      and the trend
 *	history               indicators with the values of earlier years, and a
 *	                      line for each with three or more
 *	indicator-comments    what was said about each indicator
 *	indicator-pages       `kind`: the indicators of a kind of goals, one by
 *	                      one, with picture, source and next value
 *	decisions kind        records of a kind with their status and parts;
 *	                      closed="avslutat": the age of the others
 *	risk-matrix matrix    the risks of a matrix as a picture, and its levels
 *	risks matrix          the same as a table, with their classes
 *	risk-controls matrix  the controls of each, and what was done
 *	checklist checklist   the questions of a checklist: answers of the
 *	                      parts of the committee, and outcomes
 *	checklist-units       `checklist`: who answered, and for whom
 *	checklist-actions     `checklist`: comments and actions of each question
 *	key-figures figures   measures of units, now and the year before
 *	operating-statement   `statement`: units by budget, outcome, forecast
 *	deviations            `statement`: units and their parts by deviation
 *	                      now, at year end and last year
 *	changes               what is new, changed or gone since the
 *	                      revision that the calendar names
 *	completeness          per file of the sources: what became of its rows,
 *	                      and what of it does not fit
 *	corrections           figures corrected by hand, before and after
 *	requirements profile  what law and RKR R17 ask of an interim report, of
 *	                      a "committee" or the "municipality"
 *	records kind          records of a kind as a table: `fields` (a name,
 *	                      then numbers) under `heads`, and their sums
 *	activities kind       records of a kind with who sees to them, their
 *	                      status and when they are done
 *	chart indicator       the development of one indicator as a picture
 *	signatures roles      places to sign; `names` beside, if they are known
 *	appendices file       documents that go with the report, listed in
 *	                      input/<period>/text/<file>
 * Elements about indicators, goals or records may select: kind, goal, unit,
 * grade, since (see selection.h).
 * `empty` is the sentence that stands in for a table without rows.
 * Elements with tables may say landscape="yes" or "no", on which pages those
 * stand; if they do not, the tables' words decide.
 *
 * Ownership: everything a template points to lives in its arena.
 */
#ifndef COMPOSE_TEMPLATE_H
#define COMPOSE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/msg.h"

struct text;

enum part_kind {
	PART_TEMPLATE, /* the root */
	PART_COVER,
	PART_CONTENTS,
	PART_SECTION,
	PART_TEXT,
	PART_PRINCIPLE,
	PART_STATUS,
	PART_GOALS,
	PART_INDICATORS,
	PART_FOLLOW_UP,
	PART_HISTORY,
	PART_INDICATOR_COMMENTS,
	PART_INDICATOR_PAGES,
	PART_DECISIONS,
	PART_RISK_MATRIX,
	PART_RISKS,
	PART_RISK_CONTROLS,
	PART_CHECKLIST,
	PART_CHECKLIST_UNITS,
	PART_CHECKLIST_ACTIONS,
	PART_KEY_FIGURES,
	PART_OPERATING_STATEMENT,
	PART_DEVIATIONS,
	PART_CHANGES,
	PART_COMPLETENESS,
	PART_CORRECTIONS,
	PART_REQUIREMENTS,
	PART_RECORDS,
	PART_ACTIVITIES,
	PART_CHART,
	PART_SIGNATURES,
	PART_APPENDICES
};

/* An element; members that it has no attribute for are NULL, false, 0. */
struct template_part {
	enum part_kind kind;
	struct place place; /* in the template */
	const char *title;
	const char *file;
	const char *of; /* what it is about: a rule, scale, kind or statement */
	const char *empty;
	const char *fields; /* of records: a name and numbers, in spaces */
	const char *heads;  /* of their columns, parted by | */
	const char *goal;   /* ids that it selects by; see selection.h */
	const char *under;  /* a kind of goals, likewise */
	const char *unit;
	const char *grade;
	const char *since; /* a day */
	const char *roles; /* of signatures, parted by |; and names */
	const char *names;
	const char *closed; /* of decisions: the status that needs no age */
	const char *meets;  /* of a section: what law asks, by id, in spaces */
	const char *landscape; /* its tables, on such pages: yes or no */
	bool new_page;
	int depth;
	struct template_part *parts;
	size_t part_count;
};

struct template
{
	struct arena arena;
	struct template_part root;
};

/*
 * Read <workspace>/templates/<name>.xml; all that is wrong in it is told.
 * False with a sentence in `why` if it cannot be read, or with `why` empty
 * if it was refused (told).
 */
bool template_load(struct template *template, const char *workspace,
		   const char *name, struct text *why) MUST_CHECK;

/* Release everything.  The template is empty and may be used again. */
void template_clear(struct template *template);

#endif
