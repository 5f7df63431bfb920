/*
 * name_index - names found fast, without regard to case and spaces.
 *
 * Zeroed is empty.  What it holds lives in the arena given to name_index_add;
 * there is nothing to release.  Names are folded as cell_fold() does it.
 */
#ifndef MODEL_NAME_INDEX_H
#define MODEL_NAME_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"

struct name_slot {
	const char *folded; /* NULL: free */
	uint32_t hash;
	uint32_t stands_for;
};

struct name_index {
	struct name_slot *slots;
	size_t room; /* a power of two, or 0 */
	size_t count;
};

#define NAME_INDEX_NONE SIZE_MAX

/*
 * Let `name` stand for `number`.  Gives what it stood for already, and keeps
 * that; NAME_INDEX_NONE if it is new.
 */
size_t name_index_add(struct name_index *index, struct arena *arena,
		      const char *name, size_t number);

/* What `name` stands for; NAME_INDEX_NONE if it is unknown. */
size_t name_index_lookup(const struct name_index *index, const char *name);

#endif
