/*
 * distinct - what is different, told apart exactly and kept small.
 *
 * Each different text of a column has a serial (see ingest/serials.h), once for
 * the whole source; what is counted at a unit is then a set of serials, four
 * bytes each, or of pairs of them.  Memory grows with what is different, not
 * with rows.
 */
#ifndef INGEST_DISTINCT_H
#define INGEST_DISTINCT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A set of serials, or of pairs.  Zeroed is empty; ended by _clear(). */
struct distinct_set {
	uint32_t *slots; /* serials, 0: free; or a bit for each there is */
	size_t room;
	size_t count;
	bool is_bits;
};
struct distinct_pairs {
	uint64_t *slots;
	size_t room;
	size_t count;
};

/* Add a serial, which is not 0. */
void distinct_add(struct distinct_set *set, uint32_t serial);
void distinct_add_pair(struct distinct_pairs *pairs, uint32_t of,
		       uint32_t serial);

/* Ask the memory for the place of a serial that is soon to be added. */
void distinct_await(const struct distinct_set *set, uint32_t serial);

/* Add all of `from`; no serial is higher than `highest`.  A set that becomes
 * large is from then on a bit for each serial there may be. */
void distinct_merge(struct distinct_set *into, const struct distinct_set *from,
		    uint32_t highest);
void distinct_merge_pairs(struct distinct_pairs *into,
			  const struct distinct_pairs *from);

void distinct_clear(struct distinct_set *set);
void distinct_clear_pairs(struct distinct_pairs *pairs);

#endif
