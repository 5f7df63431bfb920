/*
 * summary - what `bokslut run` tells a controller, in a dozen lines.
 *
 * Lines go to stderr; the paths of what was made go to stdout, one a line.
 */
#ifndef BOKSLUT_SUMMARY_H
#define BOKSLUT_SUMMARY_H

#include <stdbool.h>

#include "lib/mem.h"

struct close;
struct close_plan;
struct text;

/* Which close begins. */
void summary_close(const struct close *closing);

/* One line a source: its rows, used, left out, rejected (a note). */
bool summary_sources(const struct close *closing, struct text *why) MUST_CHECK;

/* Grades in total, the revision, and the paths. */
bool summary_revision(const struct close *closing, const char *path, bool fresh,
		      struct text *why) MUST_CHECK;

/* That nothing was made for a close. */
void summary_not_made(const struct close_plan *plan);

/* The last line: how many closes, how many of them with faults, and notes. */
void summary_end(long closes, long faulty);

#endif
