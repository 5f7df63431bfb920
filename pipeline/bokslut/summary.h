/*
 * summary - what `bokslut run` tells a controller, in a dozen lines.
 *
 * Lines go to stderr.  The paths of what was made are collected on the desk and
 * go to stdout at the end, one a line.
 */
#ifndef BOKSLUT_SUMMARY_H
#define BOKSLUT_SUMMARY_H

#include <stdbool.h>

#include "lib/mem.h"

struct close;
struct desk;
struct text;

/* Which close begins. */
void summary_close(const struct close *closing);

/* One line a source: its rows, used, left out, rejected (a note). */
bool summary_sources(const struct close *closing, struct text *why) MUST_CHECK;

/* Grades in total, and the revision. */
bool summary_revision(const struct close *closing, const char *path, bool fresh,
		      struct text *why) MUST_CHECK;

/* What a new revision moved since the one before, and why: one line. */
bool summary_moved(const struct close *closing, int number,
		   struct text *why) MUST_CHECK;

/*
 * That a decided close stands as revision `number`, and what would have moved
 * in it by what has come since: a note.
 */
bool summary_held(const struct close *closing, int number,
		  struct text *why) MUST_CHECK;

/* That the latest revision stands, and how many notes were told of it. */
void summary_standing(const struct close *closing, const char *path,
		      long notes);

/* That nothing was made for a close; the lists of rejected rows are kept. */
void summary_not_made(const struct close *closing);

/* The last line: how many closes, how many of them with faults, and notes. */
void summary_end(const struct desk *desk, long closes, long faulty);

#endif
