/*
 * standing - whether the latest revision still is what a close would make.
 *
 * output/<period>/<report>/standing names everything that shaped the close when
 * it was last made, by one digest, with the revision that it gave and how many
 * notes were told.  If all that is the same, and the revision's files have the
 * digests of its manifest, no stage need run.
 */
#ifndef BOKSLUT_STANDING_H
#define BOKSLUT_STANDING_H

#include <stdbool.h>

#include "lib/mem.h"

struct close;
struct shapings;
struct text;

/* Whether it is; then `*number` is the revision, `*notes` how many were told.
 */
bool standing_holds(struct close *closing, int *number, long *notes,
		    struct text *why) MUST_CHECK;

/* What shapes the close now otherwise than it did a revision: after
 * close_find(); everything is in the desk's arena. */
bool standing_differs(struct close *closing, int number,
		      struct shapings *shapings, struct text *why) MUST_CHECK;

/* Write down that the close was made, with so many notes. */
bool standing_keep(struct close *closing, int number, long notes,
		   struct text *why) MUST_CHECK;

#endif
