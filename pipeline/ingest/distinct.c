#include "ingest/distinct.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_ROOM 8

/* A text, taken apart: the first eight bytes, then the whole of a longer one.
 */
struct wanted {
	const char *text;
	uint64_t key;
	uint32_t hash; /* never 0 */
	bool longer;
};

static struct wanted wanted_of(const char *cell)
{
	struct wanted wanted = { .text = cell };
	size_t len = strnlen(cell, sizeof(wanted.key));
	uint64_t hash;

	memcpy(&wanted.key, cell, len);
	wanted.longer = len == sizeof(wanted.key) && cell[len] != '\0';
	hash = wanted.key * 0x9E3779B97F4A7C15U;
	for (cell += len; wanted.longer && *cell; cell++)
		hash = (hash ^ (unsigned char)*cell) * 0x100000001B3U;
	wanted.hash = (uint32_t)(hash >> 32) | 1;
	return wanted;
}

static bool is_wanted(const struct distinct_text *slot,
		      const struct wanted *wanted)
{
	if (slot->hash != wanted->hash || slot->key != wanted->key ||
	    !slot->text != !wanted->longer)
		return false;
	return !wanted->longer || strcmp(slot->text, wanted->text) == 0;
}

/* Seven slots of eight may be taken. */
static bool is_full(size_t count, size_t room)
{
	return 8 * (count + 1) > 7 * room;
}

static void grow_names(struct distinct_names *names)
{
	struct distinct_text *before = names->slots;
	size_t room = names->room;

	names->room = room > 0 ? 2 * room : LEAST_ROOM;
	names->slots = mem_alloc(names->room * sizeof(*names->slots));
	memset(names->slots, 0, names->room * sizeof(*names->slots));
	for (size_t i = 0; i < room; i++) {
		size_t at = before[i].hash >> 1;

		if (before[i].hash == 0)
			continue;
		while (names->slots[at & (names->room - 1)].hash != 0)
			at++;
		names->slots[at & (names->room - 1)] = before[i];
	}
	free(before);
}

static uint32_t number_of_new(struct distinct_names *names, const char *cell)
{
	size_t before = name_index_add(&names->folded, &names->arena, cell,
				       names->numbers);

	if (before != NAME_INDEX_NONE)
		return (uint32_t)before;
	return names->numbers++;
}

uint32_t distinct_number(struct distinct_names *names, const char *cell)
{
	const struct wanted wanted = wanted_of(cell);
	size_t at = wanted.hash >> 1;
	struct distinct_text *slot;

	if (is_full(names->count, names->room))
		grow_names(names);
	for (;; at++) {
		slot = &names->slots[at & (names->room - 1)];
		if (slot->hash == 0)
			break;
		if (is_wanted(slot, &wanted))
			return slot->number;
	}
	*slot = (struct distinct_text){
		.key = wanted.key,
		.text = wanted.longer ? arena_strdup(&names->arena, cell)
				      : NULL,
		.hash = wanted.hash,
		.number = number_of_new(names, cell),
	};
	names->count++;
	return slot->number;
}

void distinct_names_clear(struct distinct_names *names)
{
	free(names->slots);
	arena_clear(&names->arena);
	*names = (struct distinct_names){ 0 };
}

static size_t place_of(uint64_t key)
{
	return (size_t)((key * 0x9E3779B97F4A7C15U) >> 32);
}

static void put(struct distinct_set *set, uint32_t key)
{
	size_t at = place_of(key);

	while (set->slots[at & (set->room - 1)] != 0) {
		if (set->slots[at & (set->room - 1)] == key)
			return;
		at++;
	}
	set->slots[at & (set->room - 1)] = key;
	set->count++;
}

static void grow(struct distinct_set *set)
{
	struct distinct_set before = *set;

	set->room = before.room > 0 ? 2 * before.room : LEAST_ROOM;
	set->slots = mem_alloc(set->room * sizeof(*set->slots));
	memset(set->slots, 0, set->room * sizeof(*set->slots));
	set->count = 0;
	for (size_t i = 0; i < before.room; i++)
		if (before.slots[i] != 0)
			put(set, before.slots[i]);
	free(before.slots);
}

void distinct_add(struct distinct_set *set, uint32_t number)
{
	if (is_full(set->count, set->room))
		grow(set);
	put(set, number + 1);
}

void distinct_merge(struct distinct_set *into, const struct distinct_set *from)
{
	for (size_t i = 0; i < from->room; i++)
		if (from->slots[i] != 0)
			distinct_add(into, from->slots[i] - 1);
}

void distinct_clear(struct distinct_set *set)
{
	free(set->slots);
	*set = (struct distinct_set){ 0 };
}

static void put_pair(struct distinct_pairs *pairs, uint64_t key)
{
	size_t at = place_of(key);

	while (pairs->slots[at & (pairs->room - 1)] != 0) {
		if (pairs->slots[at & (pairs->room - 1)] == key)
			return;
		at++;
	}
	pairs->slots[at & (pairs->room - 1)] = key;
	pairs->count++;
}

static void grow_pairs(struct distinct_pairs *pairs)
{
	struct distinct_pairs before = *pairs;

	pairs->room = before.room > 0 ? 2 * before.room : LEAST_ROOM;
	pairs->slots = mem_alloc(pairs->room * sizeof(*pairs->slots));
	memset(pairs->slots, 0, pairs->room * sizeof(*pairs->slots));
	pairs->count = 0;
	for (size_t i = 0; i < before.room; i++)
		if (before.slots[i] != 0)
			put_pair(pairs, before.slots[i]);
	free(before.slots);
}

static void add_key(struct distinct_pairs *pairs, uint64_t key)
{
	if (is_full(pairs->count, pairs->room))
		grow_pairs(pairs);
	put_pair(pairs, key);
}

void distinct_add_pair(struct distinct_pairs *pairs, uint32_t of,
		       uint32_t number)
{
	add_key(pairs, ((uint64_t)of << 32) + number + 1);
}

void distinct_merge_pairs(struct distinct_pairs *into,
			  const struct distinct_pairs *from)
{
	for (size_t i = 0; i < from->room; i++)
		if (from->slots[i] != 0)
			add_key(into, from->slots[i]);
}

void distinct_clear_pairs(struct distinct_pairs *pairs)
{
	free(pairs->slots);
	*pairs = (struct distinct_pairs){ 0 };
}
