/*
 * spelling - words compared as people read them, and the nearest one to them.
 *
 * Case is that of the Latin letters of European languages (ASCII, Latin-1,
 * Latin Extended-A), which holds å, ä, ö, é and ü; what lies outside is equal
 * only to itself.
 */
#ifndef LIB_SPELLING_H
#define LIB_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

/* Whether two words are the same but for case. */
bool spelling_same(const char *a, const char *b);

/*
 * The least number of letters to add, drop, change or swap with their
 * neighbour that makes `a` into `b`, case aside (optimal string alignment).
 * `limit` or more is told as `limit`, and soon.
 */
size_t spelling_distance(const char *a, const char *b, size_t limit);

/*
 * A search for the word nearest to `wanted`: offer every candidate, then read
 * `nearest`.  A word is near if at most a third of the longer one differs; of
 * two equally near ones the first offered wins.
 */
struct spelling_search {
	const char *wanted;
	const char *nearest; /* borrowed from the offer; NULL: none is near */
	size_t distance;     /* of `nearest` */
};
void spelling_offer(struct spelling_search *search, const char *candidate);

#endif
