#include "compose/parts_of.h"

#include <string.h>

#include "lib/text.h"
#include "model/cell.h"

struct names parts_of(struct arena *arena, const char *list, char mark)
{
	const char stop[] = { mark, '\0' };
	struct names parts = { 0 };

	while (*list) {
		size_t len = strcspn(list, stop);
		struct text part = { 0 };
		struct text trimmed = { 0 };

		text_add_bytes(&part, list, len);
		cell_trim(&trimmed, text_string(&part));
		if (trimmed.len > 0)
			names_add(&parts, arena,
				  arena_strdup(arena, trimmed.at));
		text_clear(&trimmed);
		text_clear(&part);
		list += len + (list[len] == mark);
	}
	return parts;
}
