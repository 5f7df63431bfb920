#include "typeset/places.h"

#include <assert.h>
#include <string.h>

void places_note(struct places *places, const char *name, int page)
{
	const int known = places_lookup(places, name);

	assert(known == 0 || known == page);
	if (known)
		return;
	places->list = arena_grow(&places->arena, places->list, places->count,
				  sizeof(*places->list));
	places->list[places->count++] = (struct place_of_name){ name, page };
}

int places_lookup(const struct places *places, const char *name)
{
	for (size_t i = 0; i < places->count; i++)
		if (strcmp(places->list[i].name, name) == 0)
			return places->list[i].page;
	return 0;
}

void places_clear(struct places *places)
{
	arena_clear(&places->arena);
	*places = (struct places){ 0 };
}
