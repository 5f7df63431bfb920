/*
 * lock - that one run at a time works on a close.
 *
 * The kernel drops the lock at the death of its last holder, and stages inherit
 * it: as long as one of them still writes, no other run begins.
 */
#ifndef BOKSLUT_LOCK_H
#define BOKSLUT_LOCK_H

#include "lib/mem.h"

struct text;

/*
 * Lock the close in `folder`, which messages call `shown`.  The descriptor, for
 * lock_give(); -1 if another run holds it (told) or with a sentence in `why`.
 */
int lock_take(const char *folder, const char *shown,
	      struct text *why) MUST_CHECK;

/* Let it go; nothing of -1. */
void lock_give(int lock);

#endif
