#include "ingest/serials.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/csv_reader.h"

#define LEAST_ROOM 64
#define MULTIPLIER 0x9E3779B97F4A7C15U /* 2^64 by the golden ratio, odd */

/* A text, taken apart: the first eight bytes, then the whole of a longer one.
 */
struct wanted {
	uint64_t key;
	uint32_t hash; /* never 0 */
	bool longer;
};

/* Eight bytes at a time; the last ones may be looked at twice. */
static struct wanted wanted_of(const struct csv_cell *cell)
{
	struct wanted wanted = { .longer = cell->len > sizeof(wanted.key) };
	uint64_t word = 0;
	uint64_t hash;

	memcpy(&wanted.key, cell->text,
	       wanted.longer ? sizeof(wanted.key) : cell->len);
	hash = wanted.key * MULTIPLIER;
	for (size_t at = sizeof(word); at < cell->len; at += sizeof(word)) {
		if (cell->len - at < sizeof(word))
			at = cell->len - sizeof(word);
		memcpy(&word, cell->text + at, sizeof(word));
		hash = ((hash ^ (hash >> 32)) + word) * MULTIPLIER;
	}
	wanted.hash = (uint32_t)(hash >> 32) | 1;
	return wanted;
}

static size_t place_of(const struct serials *serials, uint32_t hash)
{
	return (hash >> 1) & (serials->room - 1);
}

static bool is_wanted(const struct serial_text *slot,
		      const struct wanted *wanted, const char *text)
{
	if (slot->hash != wanted->hash || slot->key != wanted->key ||
	    !slot->text != !wanted->longer)
		return false;
	return !wanted->longer || strcmp(slot->text, text) == 0;
}

static void grow(struct serials *serials)
{
	struct serial_text *before = serials->slots;
	size_t room = serials->room;

	serials->room = room > 0 ? 2 * room : LEAST_ROOM;
	serials->slots = mem_alloc(serials->room * sizeof(*serials->slots));
	memset(serials->slots, 0, serials->room * sizeof(*serials->slots));
	for (size_t i = 0; i < room; i++) {
		size_t at = place_of(serials, before[i].hash);

		if (before[i].hash == 0)
			continue;
		while (serials->slots[at].hash != 0)
			at = (at + 1) & (serials->room - 1);
		serials->slots[at] = before[i];
	}
	free(before);
}

/* Seven slots of eight may be taken. */
static void make_room(struct serials *serials, size_t count)
{
	while (8 * (serials->count + count) > 7 * serials->room)
		grow(serials);
}

static uint32_t serial_of(struct serials *serials, const struct csv_cell *cell,
			  const struct wanted *wanted)
{
	size_t at = place_of(serials, wanted->hash);
	struct serial_text *slot;

	for (;; at = (at + 1) & (serials->room - 1)) {
		slot = &serials->slots[at];
		if (slot->hash == 0)
			break;
		if (is_wanted(slot, wanted, cell->text))
			return slot->serial;
	}
	if (serials->most > 0 && serials->count == serials->most)
		return 0;
	*slot = (struct serial_text){
		.key = wanted->key,
		.text = wanted->longer ? arena_strndup(&serials->arena,
						       cell->text, cell->len)
				       : NULL,
		.hash = wanted->hash,
		.serial = ++serials->count,
	};
	return slot->serial;
}

/* All places are asked of the memory before the first is looked at. */
void serials_give(struct serials *serials, struct csv_cell *const *cells,
		  size_t count)
{
	struct wanted wanted[SERIALS_TOGETHER];

	assert(count <= SERIALS_TOGETHER);
	make_room(serials, count);
	for (size_t i = 0; i < count; i++) {
		wanted[i] = wanted_of(cells[i]);
		__builtin_prefetch(
			&serials->slots[place_of(serials, wanted[i].hash)]);
	}
	for (size_t i = 0; i < count; i++)
		cells[i]->serial = serial_of(serials, cells[i], &wanted[i]);
}

void serials_clear(struct serials *serials)
{
	free(serials->slots);
	arena_clear(&serials->arena);
	*serials = (struct serials){ .most = serials->most };
}
