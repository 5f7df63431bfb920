/*
 * caseinput - what people add to a close by hand: grades and the case.
 *
 * Read from input/<period>/, edited in a spreadsheet (UTF-8, BOM or not, `;`);
 * a missing file is an empty one:
 *	grades.csv  id;enhet;när;skala;grad;roll;datum;skäl;till
 *	            `när` is `nu` or `årsslut`; `grad` a grade's id or label.
 *	            Where a rule gives a grade too, it is an override.  `till`,
 *	            which may be left out, is the last day on which it counts.
 *	case.csv rapport;diarienummer;handlingsnummer;organ;paragraf;handläggare
 * Everything wrong is told with file, line and column.
 */
#ifndef MODEL_CASEINPUT_H
#define MODEL_CASEINPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/window.h"

struct text;

enum when { WHEN_NOW, WHEN_YEAR_END };

/* A grade given by a role, not by a rule. */
struct stated_grade {
	const char *id;   /* of a goal or indicator */
	const char *unit; /* "" for that of the goal or indicator */
	enum when when;
	const char *scale;
	const char *grade; /* as it stands: id or label */
	const char *role;  /* "Socialnämnden": never a person's name */
	struct date date;
	struct date till;   /* the last day; year 0: open */
	const char *reason; /* "" if none was given */
	const char *file;   /* as printed: "input/2025-T1/grades.csv" */
	long line;
};

struct stated_grades {
	struct arena arena;
	struct stated_grade *list;
	size_t count;
};

/* The case that a report belongs to; members may be NULL. */
struct case_entry {
	const char *report;
	const char *diary_number;
	const char *document_number;
	const char *body;
	const char *paragraph;
	const char *officer; /* a role */
};

struct case_entries {
	struct arena arena;
	struct case_entry *list;
	size_t count;
};

/* "now", "year-end" as hand-overs spell them. */
const char *when_name(enum when when);
bool when_of_name(enum when *when, const char *name) MUST_CHECK;

/*
 * Read <folder>/grades.csv, <folder>/case.csv; `shown` is the folder as
 * messages name it.  False with a sentence in `why` if it cannot be read, or
 * with `why` empty if it was refused (told).
 */
bool stated_grades_load(struct stated_grades *grades, const char *folder,
			const char *shown, struct text *why) MUST_CHECK;
bool case_entries_load(struct case_entries *entries, const char *folder,
		       const char *shown, struct text *why) MUST_CHECK;

/* The entry of a report, borrowed; NULL if there is none. */
const struct case_entry *case_entries_lookup(const struct case_entries *entries,
					     const char *report);

void stated_grades_clear(struct stated_grades *grades);
void case_entries_clear(struct case_entries *entries);

#endif
