#include "typeset/places.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void places_note(struct places *places, const char *name, int page)
{
	places->list = arena_grow(&places->arena, places->list, places->count,
				  sizeof(*places->list));
	places->list[places->count++] = (struct place_of_name){ name, page };
	places->sorted = false;
}

static int compare(const void *left, const void *right)
{
	const struct place_of_name *a = left;
	const struct place_of_name *b = right;

	return strcmp(a->name, b->name);
}

int places_lookup(struct places *places, const char *name)
{
	const struct place_of_name wanted = { .name = name };
	const struct place_of_name *found = NULL;

	if (!places->sorted && places->count > 0)
		qsort(places->list, places->count, sizeof(*places->list),
		      compare);
	places->sorted = true;
	if (places->count > 0)
		found = bsearch(&wanted, places->list, places->count,
				sizeof(*places->list), compare);
	assert(found);
	return found->page;
}

void places_clear(struct places *places)
{
	arena_clear(&places->arena);
	*places = (struct places){ 0 };
}
