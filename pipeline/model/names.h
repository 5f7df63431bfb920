/*
 * names - a list of words: ids, aliases, the files of a folder.
 *
 * Zeroed is empty; list and words live in the arena of whoever keeps them.
 */
#ifndef MODEL_NAMES_H
#define MODEL_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

struct names {
	const char **list;
	size_t count;
};

/* Add a name, which must live as long as the arena. */
void names_add(struct names *names, struct arena *arena, const char *taken);

/* Whether a name is in the list. */
bool names_has(const struct names *names, const char *wanted);

/* Sort bytewise: no order of ours follows a locale. */
void names_sort(struct names *names);

#endif
