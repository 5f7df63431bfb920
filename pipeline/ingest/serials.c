#include "ingest/serials.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/csv_reader.h"
#include "lib/eight_bytes.h"
#include "lib/text.h"
#include "model/cell.h"

#define LEAST_ROOM 64
#define MULTIPLIER 0x9E3779B97F4A7C15U /* 2^64 by the golden ratio, odd */

/* The lowest bits of a hash: a short text's length, or LONGER, above TAKEN. */
#define TAKEN 1U
#define LONGER (9U << 1)
#define LENGTH_MASK (15U << 1)

/* A text, taken apart. */
struct wanted {
	uint64_t key; /* of a short text: with its length, all of it */
	uint32_t hash;
};

/* Up to eight bytes; the middle ones may be looked at twice. */
static uint64_t key_of(const char *text, size_t len)
{
	const unsigned char *at = (const unsigned char *)text;
	uint32_t first;
	uint32_t last;

	if (len >= sizeof(first)) {
		memcpy(&first, text, sizeof(first));
		memcpy(&last, text + len - sizeof(last), sizeof(last));
		return first | (uint64_t)last << 32;
	}
	return len == 0 ? 0
			: (uint64_t)(at[0] | at[len / 2] << 8 |
				     at[len - 1] << 16);
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
	return ((hash ^ (hash >> 32)) + word) * MULTIPLIER;
}

/* Eight bytes at a time; the last ones may be looked at twice. */
static struct wanted wanted_of(const struct csv_cell *cell)
{
	const char *text = cell->text;
	bool longer = cell->len > EIGHT_BYTES;
	struct wanted wanted = { .key = longer ? eight_bytes(text)
					       : key_of(text, cell->len) };
	uint32_t length = longer ? LONGER : (uint32_t)cell->len << 1;
	uint64_t hash = wanted.key * MULTIPLIER;
	size_t at;

	for (at = EIGHT_BYTES; at + EIGHT_BYTES < cell->len; at += EIGHT_BYTES)
		hash = mix(hash, eight_bytes(text + at));
	if (longer)
		hash = mix(hash, eight_bytes(text + cell->len - EIGHT_BYTES));
	/* the last bytes of a text must reach the bits that choose a place */
	hash = mix(hash, 0);
	wanted.hash = ((uint32_t)(hash >> 32) & ~LENGTH_MASK) | length | TAKEN;
	return wanted;
}

static size_t place_of(const struct serials *serials, uint32_t hash)
{
	return (hash >> 5) & (serials->room - 1);
}

/* Whether a longer text is the cell's.  A word of it may reach past its end,
 * see keep(), but no further: the first word that differs is the last one. */
static bool is_text_of(const char *text, const struct csv_cell *cell)
{
	size_t last = cell->len - EIGHT_BYTES;

	for (size_t at = 0; at < last; at += EIGHT_BYTES)
		if (eight_bytes(text + at) != eight_bytes(cell->text + at))
			return false;
	return eight_bytes(text + last) == eight_bytes(cell->text + last) &&
	       text[cell->len] == '\0';
}

static bool is_wanted(const struct serial_text *slot,
		      const struct wanted *wanted, const struct csv_cell *cell)
{
	if (slot->hash != wanted->hash)
		return false;
	if ((wanted->hash & LENGTH_MASK) == LONGER)
		return is_text_of(slot->text, cell);
	return slot->key == wanted->key;
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

/* Every other slot may be taken: then a text mostly stands in its own. */
static void make_room(struct serials *serials, size_t count)
{
	while (2 * (serials->count + count) > serials->room)
		grow(serials);
}

/* Where the text stands, or would stand. */
static struct serial_text *slot_of(const struct serials *serials,
				   const struct csv_cell *cell,
				   const struct wanted *wanted)
{
	size_t at = place_of(serials, wanted->hash);

	while (serials->slots[at].hash != 0 &&
	       !is_wanted(&serials->slots[at], wanted, cell))
		at = (at + 1) & (serials->room - 1);
	return &serials->slots[at];
}

/* Digits and small letters fold to themselves. */
static bool is_folded(const struct csv_cell *cell)
{
	for (size_t i = 0; i < cell->len; i++) {
		char byte = cell->text[i];

		if ((byte < '0' || byte > '9') && (byte < 'a' || byte > 'z'))
			return false;
	}
	return true;
}

/* The serial of a text that stands there by its bytes; 0 if it does not. */
static uint32_t serial_of_text(const struct serials *serials, const char *text)
{
	const struct csv_cell cell = { .text = text, .len = strlen(text) };
	const struct wanted wanted = wanted_of(&cell);

	return slot_of(serials, &cell, &wanted)->serial;
}

/* The serial of a text that folds alike; 0 if there is none yet. */
static uint32_t serial_of_fold(const struct serials *serials,
			       const struct csv_cell *cell)
{
	size_t found = name_index_lookup(&serials->folded, cell->text);
	struct text folded = { 0 };
	uint32_t serial;

	if (found != NAME_INDEX_NONE)
		return (uint32_t)found;
	if (is_folded(cell))
		return 0;
	cell_fold(&folded, cell->text);
	serial = serial_of_text(serials, text_string(&folded));
	text_clear(&folded);
	return serial;
}

/* Texts that are folded already, like employee numbers, need no second index:
 * any other is looked for among them too. */
static uint32_t new_serial(struct serials *serials, const struct csv_cell *cell)
{
	uint32_t serial = serials->folds ? serial_of_fold(serials, cell) : 0;

	serials->count++;
	if (serial == 0)
		serial = ++serials->given;
	if (serials->folds && !is_folded(cell))
		(void)name_index_add(&serials->folded, &serials->arena,
				     cell->text, serial);
	return serial;
}

/* With as many bytes behind it as is_text_of() may look at. */
static const char *keep(struct serials *serials, const struct csv_cell *cell)
{
	char *kept = arena_alloc(&serials->arena, cell->len + EIGHT_BYTES);

	return memcpy(kept, cell->text, cell->len);
}

static uint32_t serial_of(struct serials *serials, const struct csv_cell *cell,
			  const struct wanted *wanted)
{
	struct serial_text *slot = slot_of(serials, cell, wanted);

	if (slot->hash != 0)
		return slot->serial;
	if (serials->most > 0 && serials->count == serials->most)
		return 0;
	slot->serial = new_serial(serials, cell);
	slot->hash = wanted->hash;
	if ((wanted->hash & LENGTH_MASK) == LONGER)
		slot->text = keep(serials, cell);
	else
		slot->key = wanted->key;
	return slot->serial;
}

/* Exports are often sorted: a short text may be the one before. */
static bool is_as_before(const struct wanted *wanted, size_t i)
{
	return i > 0 && wanted[i].key == wanted[i - 1].key &&
	       wanted[i].hash == wanted[i - 1].hash &&
	       (wanted[i].hash & LENGTH_MASK) != LONGER;
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
		cells[i]->serial =
			is_as_before(wanted, i)
				? cells[i - 1]->serial
				: serial_of(serials, cells[i], &wanted[i]);
}

void serials_clear(struct serials *serials)
{
	free(serials->slots);
	arena_clear(&serials->arena);
	*serials = (struct serials){ .most = serials->most,
				     .folds = serials->folds };
}
