/*
 * chance - numbers that look like chance and are the same everywhere.
 *
 * A generator of sample exports starts one from a fixed seed; no clock, no
 * library generator.  Values: nothing is owned.
 */
#ifndef GENERATE_CHANCE_H
#define GENERATE_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
	uint64_t state; /* never 0 */
};

/* The next number, 0 up to but not including `limit`, which is above 0. */
int chance_below(struct chance *chance, int limit);

/* The next number from `least` to `most`, both included. */
int chance_between(struct chance *chance, int least, int most);

/* Whether something happens that does so `of_thousand` times of 1 000. */
bool chance_happens(struct chance *chance, int of_thousand);

#endif
