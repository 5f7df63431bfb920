/*
 * case_state - how far the case of a close has come with those who decide.
 *
 * Read from input/<period>/states.csv, a row for each step, the newest last:
 *	rapport;status;datum;organ;paragraf;roll;skäl
 * `bokslut state` alone writes it.  A close without a row is a draft.  Which
 * step may follow which:
 *	utkast → föreslagen → återremitterad → föreslagen …
 *	                    → godkänd → rättad … → återkallad
 * What is approved, corrected or withdrawn is frozen: a run makes no revision
 * of it.
 *
 * Ownership: everything that `struct case_states` points to is in its arena.
 */
#ifndef MODEL_CASE_STATE_H
#define MODEL_CASE_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/window.h"

struct text;

#define CASE_STATES "states.csv"

enum case_step {
	CASE_DRAFT,
	CASE_PROPOSED,
	CASE_RETURNED,
	CASE_APPROVED,
	CASE_CORRECTED,
	CASE_WITHDRAWN,
	CASE_STEPS
};

/* A step; texts are "" where none was given. */
struct case_state {
	const char *report;
	enum case_step step;
	struct date date;
	const char *body;      /* who approved: "Socialnämnden" */
	const char *paragraph; /* of its minutes: "§ 52" */
	const char *role;      /* who recorded it: never a person's name */
	const char *reason;    /* of a return, correction or withdrawal */
};

/* Zeroed is empty; ended by case_states_clear(). */
struct case_states {
	struct arena arena;
	struct case_state *list; /* of all reports, in the file's order */
	size_t count;
};

/* "approved", as commands and journals write it; for gettext() where it is
 * told. */
const char *case_step_id(enum case_step step);

/* Of that or of the word in the file: "godkänd". */
bool case_step_of(enum case_step *step, const char *word) MUST_CHECK;

bool case_step_may_follow(enum case_step next, enum case_step now);
bool case_step_is_frozen(enum case_step step);

/* What a step needs and has not, as the file's header names it ("organ"); NULL
 * if it has everything. */
const char *case_state_lacks(const struct case_state *state);

/*
 * Read <folder>/states.csv; `shown` is the folder as messages name it; a file
 * that is not there is empty.  False with a sentence in `why` if it cannot be
 * read, or with `why` empty if it was refused (told).
 */
bool case_states_load(struct case_states *states, const char *folder,
		      const char *shown, struct text *why) MUST_CHECK;

/* The step that a report has reached. */
enum case_step case_states_step(const struct case_states *states,
				const char *report);

/* Its row number `index`, from 0, borrowed; NULL if there are not so many. */
const struct case_state *case_states_at(const struct case_states *states,
					const char *report, size_t index);

/* Its newest row, borrowed; NULL for a draft. */
const struct case_state *case_states_newest(const struct case_states *states,
					    const char *report);

/* Add the file that holds the rows of one report alone; nothing if it has none:
 * what shapes that report. */
void case_states_add(struct text *content, const struct case_states *states,
		     const char *report);

/* Add a step to <folder>/states.csv, which keeps what it holds. */
bool case_states_append(const struct case_state *state, const char *folder,
			struct text *why) MUST_CHECK;

void case_states_clear(struct case_states *states);

#endif
