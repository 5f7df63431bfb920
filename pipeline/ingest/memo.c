#include "ingest/memo.h"

#include <stdint.h>
#include <string.h>

#include "model/profile.h"

#define SLOTS 4096

static bool recurs(enum column_type type)
{
	switch (type) {
	case COLUMN_UNIT:
	case COLUMN_INDICATOR:
	case COLUMN_WORD:
	case COLUMN_MONTH:
	case COLUMN_PERIOD:
	case COLUMN_DATE:
		return true;
	default:
		return false;
	}
}

void memos_start(struct memos *memos, struct arena *arena,
		 const struct profile *profile)
{
	memos->columns = arena_alloc(arena, profile->column_count *
						    sizeof(*memos->columns));
	for (size_t i = 0; i < profile->column_count; i++)
		if (recurs(profile->columns[i].type))
			memos->columns[i] = arena_alloc(
				arena, SLOTS * sizeof(struct memo_slot));
}

/* Eight bytes at a time; the last ones may be looked at twice. */
static size_t place_of(const char *raw, size_t len)
{
	uint64_t hash = len;
	uint64_t word = 0;
	size_t at = 0;

	for (; at + sizeof(word) < len; at += sizeof(word)) {
		memcpy(&word, raw + at, sizeof(word));
		hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
		hash ^= hash >> 29;
	}
	word = 0;
	memcpy(&word, raw + at, len - at);
	hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
	return (size_t)(hash >> 32) % SLOTS;
}

bool memo_holds(const struct memo_slot *slot, const char *raw, size_t len)
{
	return slot->taken && slot->len == len &&
	       memcmp(slot->raw, raw, len) == 0;
}

/* The other slot for cells that fall on one place. */
static struct memo_slot *pair_of(struct memo_slot *slots,
				 const struct memo_slot *slot)
{
	return &slots[(size_t)(slot - slots) ^ 1];
}

struct memo_slot *memo_slot(const struct memos *memos, size_t column,
			    const char *raw, size_t len)
{
	struct memo_slot *slot;

	if (!memos->columns || !memos->columns[column] || len > MEMO_LONGEST)
		return NULL;
	slot = &memos->columns[column][place_of(raw, len)];
	if (memo_holds(slot, raw, len) || !slot->taken)
		return slot;
	return pair_of(memos->columns[column], slot);
}
