/*
 * state - how far a close has come, for `bokslut status`.
 *
 * Nothing is read but the calendar, the names and days of files, and the facts
 * that stand in the store; nothing is written.
 */
#ifndef BOKSLUT_STATE_H
#define BOKSLUT_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "bokslut/desk.h"
#include "bokslut/fresh.h"
#include "model/case_state.h"
#include "model/facts.h"

struct profile;

enum source_ready {
	SOURCE_MISSING, /* no export has come */
	SOURCE_UNREAD,  /* it has; these bytes were not read yet */
	SOURCE_REFUSED, /* they were, and nothing of them can be used */
	SOURCE_STALE,   /* they were, and are of an earlier day than wanted */
	SOURCE_READ     /* its facts stand in the store */
};

struct source_state {
	const struct profile *profile;
	enum source_ready ready;
	size_t files;
	struct date newest;    /* day (UTC) when a file was changed last */
	struct facts_file sum; /* of all files; zeroed unless read */
	struct freshness_state fresh;
};

struct close_state {
	const struct close_plan *plan;
	bool opened;                  /* as of `today` */
	bool overdue;                 /* the deadline is past, undecided */
	int revision;                 /* the latest; 0: none */
	enum case_step step;          /* how far the case has come */
	bool frozen;                  /* nothing more is made of it */
	struct source_state *sources; /* as many as the plan's */
};

/* Today by the clock, in UTC. */
struct date state_today(void);

/* Find out; false with a sentence in `why` if something cannot be read. */
bool state_find(struct close_state *state, struct desk *desk,
		const struct close_plan *plan, struct text *why) MUST_CHECK;

#endif
