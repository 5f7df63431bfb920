/*
 * close - one report for one period, from exports to a revision.
 */
#ifndef BOKSLUT_CLOSE_H
#define BOKSLUT_CLOSE_H

#include <stdbool.h>

#include "bokslut/store.h"
#include "lib/msg.h"

struct close_plan;
struct desk;
struct text;

/* A close at work.  Made by close_open(), ended by close_shut(). */
struct close {
	struct desk *desk;
	const struct close_plan *plan;
	const char *folder;          /* output/<period>/<report> */
	const char *next;            /* …/next: where it is made */
	struct stored_facts *stored; /* as many as plan->source_count */
	int lock;                    /* descriptor, -1 if not held */
	bool waits;                  /* for exports that may still come */
};

/*
 * How grave it is that an export is not ready: OUTCOME_NOT_READY, but a note,
 * and the close waits, where nobody named it and its deadline is not past.
 */
enum outcome close_unready(struct close *closing);

/* Name its folders; nothing is made or locked. */
void close_lay(struct close *closing, struct desk *desk,
	       const struct close_plan *plan);

/*
 * Make the folder of the close and lock it.  False if another run holds the
 * lock (told) or with a sentence in `why`.
 */
bool close_open(struct close *closing, struct desk *desk,
		const struct close_plan *plan, struct text *why) MUST_CHECK;

/* Find where the facts of every source stand or are to stand. */
bool close_find(struct close *closing, struct text *why) MUST_CHECK;

/* See that the facts of every source are in the store. */
bool close_ingest(struct close *closing, struct text *why) MUST_CHECK;

/* Assess, compose and typeset into `next`, as revision `number`. */
bool close_make(struct close *closing, int number, struct text *why) MUST_CHECK;

/*
 * Make `next` a revision if it differs from the latest: `*number` is the one
 * that now is the latest, `*fresh` tells whether it is new.
 */
bool close_keep(struct close *closing, int *number, bool *fresh,
		struct text *why) MUST_CHECK;

/* Let the lock go and remove what was not kept. */
void close_shut(struct close *closing);

#endif
