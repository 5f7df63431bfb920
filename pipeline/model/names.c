#include "model/names.h"

#include <stdlib.h>
#include <string.h>

void names_add(struct names *names, struct arena *arena, const char *taken)
{
	names->list = arena_grow(arena, names->list, names->count,
				 sizeof(*names->list));
	names->list[names->count++] = taken;
}

bool names_has(const struct names *names, const char *wanted)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->list[i], wanted) == 0)
			return true;
	return false;
}

static int compare(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void names_sort(struct names *names)
{
	if (names->count > 0)
		qsort(names->list, names->count, sizeof(*names->list), compare);
}
