/*
 * distinct - different cells, told apart exactly and kept small.
 *
 * Each different text of a column gets a number, once for the whole source;
 * what is counted at a unit is then a set of numbers, four bytes each, or of
 * pairs of them.  Texts are the same if they are when folded (see
 * model/cell.h).  Memory grows with what is different, not with rows.
 */
#ifndef INGEST_DISTINCT_H
#define INGEST_DISTINCT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/mem.h"
#include "model/name_index.h"

/* The texts of a column.  Zeroed is empty; ended by distinct_names_clear(). */
struct distinct_names {
	uint32_t *by_serial; /* their numbers, from 1; 0: not met yet */
	size_t room;
	struct name_index folded;
	uint32_t numbers; /* given so far */
	struct arena arena;
};

/* The number, from 0, of a cell with a serial (see ingest/serials.h). */
uint32_t distinct_number(struct distinct_names *names, uint32_t serial,
			 const char *cell);

void distinct_names_clear(struct distinct_names *names);

/* A set of numbers, or of pairs.  Zeroed is empty; ended by _clear(). */
struct distinct_set {
	uint32_t *slots; /* number + 1; 0: free */
	size_t room;
	size_t count;
};
struct distinct_pairs {
	uint64_t *slots;
	size_t room;
	size_t count;
};

void distinct_add(struct distinct_set *set, uint32_t number);
void distinct_add_pair(struct distinct_pairs *pairs, uint32_t of,
		       uint32_t number);

/* Add all of `from`. */
void distinct_merge(struct distinct_set *into, const struct distinct_set *from);
void distinct_merge_pairs(struct distinct_pairs *into,
			  const struct distinct_pairs *from);

void distinct_clear(struct distinct_set *set);
void distinct_clear_pairs(struct distinct_pairs *pairs);

#endif
