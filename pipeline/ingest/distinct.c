#include "ingest/distinct.h"

#include <stdlib.h>
#include <string.h>

#include "lib/mem.h"

#define LEAST_ROOM 8
#define WORD_BITS 32

/* Seven slots of eight may be taken. */
static bool is_full(size_t count, size_t room)
{
	return 8 * (count + 1) > 7 * room;
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

void distinct_add(struct distinct_set *set, uint32_t serial)
{
	if (is_full(set->count, set->room))
		grow(set);
	put(set, serial);
}

void distinct_await(const struct distinct_set *set, uint32_t serial)
{
	if (set->room > 0)
		__builtin_prefetch(
			&set->slots[place_of(serial) & (set->room - 1)]);
}

static void add_bits(struct distinct_set *set, size_t at, uint32_t bits)
{
	uint32_t more = bits & ~set->slots[at];

	set->slots[at] |= bits;
	set->count += (size_t)__builtin_popcount(more);
}

static void add_bit(struct distinct_set *set, uint32_t serial)
{
	uint32_t *word = &set->slots[serial / WORD_BITS];
	uint32_t bit = 1U << serial % WORD_BITS;

	set->count += (*word & bit) == 0;
	*word |= bit;
}

static void become_bits(struct distinct_set *set, size_t words)
{
	struct distinct_set before = *set;

	*set = (struct distinct_set){ .slots = mem_alloc(words *
							 sizeof(uint32_t)),
				      .room = words,
				      .is_bits = true };
	memset(set->slots, 0, words * sizeof(*set->slots));
	for (size_t i = 0; i < before.room; i++)
		if (before.slots[i] != 0)
			add_bit(set, before.slots[i]);
	free(before.slots);
}

/* Whether a slot is free is no question here, which would be answered wrongly
 * half the time: 0 is added as if it were a serial that is there. */
static void merge_slots(struct distinct_set *into,
			const struct distinct_set *from)
{
	into->slots[0] |= 1;
	for (size_t i = 0; i < from->room; i++)
		add_bit(into, from->slots[i]);
	into->slots[0] &= ~1U;
}

void distinct_merge(struct distinct_set *into, const struct distinct_set *from,
		    uint32_t highest)
{
	size_t words = highest / WORD_BITS + 1;

	if (!into->is_bits &&
	    (from->is_bits || into->count + from->count >= words))
		become_bits(into, words);
	if (into->is_bits && !from->is_bits) {
		merge_slots(into, from);
		return;
	}
	for (size_t i = 0; i < from->room; i++)
		if (from->slots[i] == 0)
			continue;
		else if (from->is_bits)
			add_bits(into, i, from->slots[i]);
		else
			distinct_add(into, from->slots[i]);
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
		       uint32_t serial)
{
	add_key(pairs, ((uint64_t)of << 32) + serial);
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
