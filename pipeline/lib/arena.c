#include "lib/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHARED_LEAST 64 /* texts, at first */
#define BLOCK_ROOM ((size_t)32 * 1024)

/* Texts that are shared, in the order of their hash; at most half full. */
struct arena_texts {
	const char **slots;
	size_t room; /* a power of two */
	size_t count;
};

struct arena_block {
	struct arena_block *next;
	size_t used;
	size_t room;
	alignas(max_align_t) char at[];
};

static struct arena_block *add_block(struct arena *arena, size_t size)
{
	size_t room = size > BLOCK_ROOM ? size : BLOCK_ROOM;
	struct arena_block *block = mem_alloc(sizeof(*block) + room);

	block->room = room;
	block->next = arena->blocks;
	arena->blocks = block;
	return block;
}

/* Room that begins at a multiple of `step`. */
static void *take(struct arena *arena, size_t size, size_t step)
{
	struct arena_block *block = arena->blocks;
	size_t from = block ? (block->used + step - 1) / step * step : 0;

	assert(size < SIZE_MAX / 2);
	if (!block || from > block->room || block->room - from < size) {
		block = add_block(arena, size);
		from = 0;
	}
	block->used = from + size;
	return block->at + from;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	return take(arena, size, alignof(max_align_t));
}

char *arena_strndup(struct arena *arena, const char *text, size_t len)
{
	char *copy;

	if (!text)
		return NULL;
	copy = take(arena, len + 1, 1);
	memcpy(copy, text, len);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return text ? arena_strndup(arena, text, strlen(text)) : NULL;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	char *made;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	assert(len >= 0);

	made = take(arena, (size_t)len + 1, 1);
	va_start(args, format);
	(void)vsnprintf(made, (size_t)len + 1, format, args);
	va_end(args);
	return made;
}

/* Take the block of an array that has one of its own, as the large ones do, out
 * of the arena; NULL if it has none.  The caller frees it. */
static struct arena_block *take_large(struct arena *arena, const void *array)
{
	struct arena_block **link = &arena->blocks;
	struct arena_block *block = *link;

	while (block && block->at != array) {
		link = &block->next;
		block = *link;
	}
	if (!block || block->used <= BLOCK_ROOM)
		return NULL;
	*link = block->next;
	return block;
}

void arena_drop(struct arena *arena, const void *array)
{
	free(take_large(arena, array));
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t size)
{
	/* One at first: of a hundred thousand lists, most have one member. */
	size_t room = count ? 2 * count : 1;
	struct arena_block *outgrown = NULL;
	void *moved;

	if ((count & (count - 1)) != 0)
		return array;
	assert(room <= SIZE_MAX / 2 / size);
	if (count * size > BLOCK_ROOM)
		outgrown = take_large(arena, array);
	moved = arena_alloc(arena, room * size);
	if (count > 0)
		memcpy(moved, array, count * size);
	free(outgrown);
	return moved;
}

/* FNV-1a; only equality is asked, so that the order of slots shows nowhere. */
static size_t hash_of(const char *text)
{
	uint64_t hash = 14695981039346656037U;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 1099511628211U;
	return (size_t)(hash ^ hash >> 32);
}

static const char **slot_of(const struct arena_texts *shared, const char *text)
{
	size_t at = hash_of(text) & (shared->room - 1);

	while (shared->slots[at] && strcmp(shared->slots[at], text) != 0)
		at = (at + 1) & (shared->room - 1);
	return &shared->slots[at];
}

static void make_room(struct arena_texts *shared)
{
	struct arena_texts more = {
		.room = shared->room ? 2 * shared->room : SHARED_LEAST,
		.count = shared->count,
	};

	more.slots = mem_alloc(more.room * sizeof(const char *));
	for (size_t i = 0; i < shared->room; i++)
		if (shared->slots[i])
			*slot_of(&more, shared->slots[i]) = shared->slots[i];
	free(shared->slots);
	*shared = more;
}

const char *arena_share(struct arena *arena, const char *text)
{
	struct arena_texts *shared = arena->shared;
	const char **slot;

	if (!text)
		return NULL;
	if (!shared) {
		shared = mem_alloc(sizeof(*shared));
		arena->shared = shared;
	}
	if (2 * shared->count >= shared->room)
		make_room(shared);
	slot = slot_of(shared, text);
	if (!*slot) {
		*slot = arena_strdup(arena, text);
		shared->count++;
	}
	return *slot;
}

void arena_clear(struct arena *arena)
{
	struct arena_block *block = arena->blocks;

	while (block) {
		struct arena_block *next = block->next;

		free(block);
		block = next;
	}
	if (arena->shared)
		free(arena->shared->slots);
	free(arena->shared);
	*arena = (struct arena){ 0 };
}
