/*
 * carry - one close, from its exports to its revision.
 */
#ifndef BOKSLUT_CARRY_H
#define BOKSLUT_CARRY_H

#include <stdbool.h>

#include "lib/mem.h"

struct close;
struct close_plan;
struct desk;
struct text;

/* Tell of the close, and see that the facts of every source are there and as
 * fresh as they must be. */
bool carry_gather(struct close *closing, struct text *why) MUST_CHECK;

/*
 * Carry out a close: no stage runs if nothing changed, and of what is decided
 * no revision is made, but told what it would have moved.  False if it came to
 * nothing (told).
 */
bool carry_close(struct desk *desk, const struct close_plan *plan);

/* The same for a close that is open already; `plan` is its. */
bool carry_out(struct close *closing);

#endif
