#include "lib/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_ROOM ((size_t)32 * 1024)

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

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t step = alignof(max_align_t);
	struct arena_block *block = arena->blocks;
	void *made;

	assert(size < SIZE_MAX / 2);
	size = (size + step - 1) / step * step;
	if (!block || block->room - block->used < size)
		block = add_block(arena, size);
	made = block->at + block->used;
	block->used += size;
	return made;
}

char *arena_strndup(struct arena *arena, const char *text, size_t len)
{
	char *copy;

	if (!text)
		return NULL;
	copy = arena_alloc(arena, len + 1);
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

	made = arena_alloc(arena, (size_t)len + 1);
	va_start(args, format);
	(void)vsnprintf(made, (size_t)len + 1, format, args);
	va_end(args);
	return made;
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t size)
{
	/* One at first: of a hundred thousand lists, most have one member. */
	size_t room = count ? 2 * count : 1;
	void *moved;

	if ((count & (count - 1)) != 0)
		return array;
	assert(room <= SIZE_MAX / 2 / size);
	moved = arena_alloc(arena, room * size);
	if (count > 0)
		memcpy(moved, array, count * size);
	return moved;
}

void arena_clear(struct arena *arena)
{
	struct arena_block *block = arena->blocks;

	while (block) {
		struct arena_block *next = block->next;

		free(block);
		block = next;
	}
	arena->blocks = NULL;
}
