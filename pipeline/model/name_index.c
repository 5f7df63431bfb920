#include "model/name_index.h"

#include <assert.h>
#include <string.h>

#include "lib/text.h"
#include "model/cell.h"

static uint32_t hash_of(const char *folded)
{
	uint32_t hash = 2166136261u; /* FNV-1a */

	for (; *folded; folded++)
		hash = (hash ^ (unsigned char)*folded) * 16777619u;
	return hash;
}

/* The slot of a name, or the free one where it would stand. */
static struct name_slot *slot_of(const struct name_index *index,
				 const char *folded, uint32_t hash)
{
	size_t mask = index->room - 1;
	size_t at = hash & mask;

	while (index->slots[at].folded &&
	       (index->slots[at].hash != hash ||
		strcmp(index->slots[at].folded, folded) != 0))
		at = (at + 1) & mask;
	return &index->slots[at];
}

/* Twice the room. */
static void make_room(struct name_index *index, struct arena *arena)
{
	struct name_index larger = {
		.room = index->room ? 2 * index->room : 64,
		.count = index->count,
	};

	larger.slots = arena_alloc(arena, larger.room * sizeof(*larger.slots));
	for (size_t i = 0; i < index->room; i++) {
		const struct name_slot *old = &index->slots[i];

		if (old->folded)
			*slot_of(&larger, old->folded, old->hash) = *old;
	}
	arena_drop(arena, index->slots);
	*index = larger;
}

size_t name_index_add(struct name_index *index, struct arena *arena,
		      const char *name, size_t number)
{
	struct text folded = { 0 };
	struct name_slot *slot;
	size_t before = NAME_INDEX_NONE;
	uint32_t hash;

	assert(number <= UINT32_MAX);
	if (2 * index->count >= index->room)
		make_room(index, arena);
	cell_fold(&folded, name);
	hash = hash_of(text_string(&folded));
	slot = slot_of(index, text_string(&folded), hash);
	if (slot->folded) {
		before = slot->stands_for;
	} else {
		slot->hash = hash;
		slot->folded = arena_strdup(arena, text_string(&folded));
		slot->stands_for = (uint32_t)number;
		index->count++;
	}
	text_clear(&folded);
	return before;
}

size_t name_index_lookup(const struct name_index *index, const char *name)
{
	struct text folded = { 0 };
	size_t found = NAME_INDEX_NONE;
	const struct name_slot *slot;

	if (index->room == 0)
		return NAME_INDEX_NONE;
	cell_fold(&folded, name);
	slot = slot_of(index, text_string(&folded),
		       hash_of(text_string(&folded)));
	if (slot->folded)
		found = slot->stands_for;
	text_clear(&folded);
	return found;
}
