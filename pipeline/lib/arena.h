/*
 * arena - many small things that live and die together.
 *
 * A model (facts, assessment, report) keeps its strings and arrays in one
 * arena, so its clear() is one call and no member is freed on its own.
 * Zeroed is empty.  Everything handed out is zeroed and belongs to the arena.
 */
#ifndef LIB_ARENA_H
#define LIB_ARENA_H

#include <stddef.h>

#include "lib/mem.h"

struct arena {
	struct arena_block *blocks; /* newest first */
	struct arena_texts *shared; /* by what they say; NULL: none yet */
};

/* `size` zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size) MUST_CHECK;

/* A copy of a string, or of its first `len` bytes; NULL for NULL. */
char *arena_strdup(struct arena *arena, const char *text) MUST_CHECK;
char *arena_strndup(struct arena *arena, const char *text,
		    size_t len) MUST_CHECK;

/*
 * The text of the arena that says the same, a new one if there is none; NULL
 * for NULL.  For what is read again and again, like ids and labels.
 */
const char *arena_share(struct arena *arena, const char *text) MUST_CHECK;

/* What printf(3) would print. */
char *arena_printf(struct arena *arena, const char *format, ...) MUST_CHECK
	PRINTF_LIKE(2, 3);

/*
 * Room for one more member behind `count` members of `size` bytes: gives the
 * array back, moved when its room is used up.  Write
 *	list = arena_grow(arena, list, count, sizeof(*list));
 *	list[count++] = member;
 * and grow a list in no other way.
 */
void *arena_grow(struct arena *arena, void *array, size_t count,
		 size_t size) MUST_CHECK;

/* Give back what was allocated, if it is large; what is small stays until the
 * arena is cleared. */
void arena_drop(struct arena *arena, const void *array);

/* Release everything.  The arena is empty and may be used again. */
void arena_clear(struct arena *arena);

#endif
