#include "ingest/intake.h"

struct sighting intake_see(struct intake *intake, const char *name, long line)
{
	struct arena *arena = &intake->rejects.arena;
	size_t at =
		name_index_add(&intake->known, arena, name, intake->seen_count);

	if (at == NAME_INDEX_NONE) {
		at = intake->seen_count++;
		intake->seen = arena_grow(arena, intake->seen, at,
					  sizeof(*intake->seen));
		intake->seen[at] = (struct sighting){ .line = line };
	}
	intake->seen[at].count++;
	return intake->seen[at];
}
