#include "ingest/intake.h"

#include "ingest/serials.h"

void intake_start(struct intake *intake)
{
	const struct profile *profile = intake->profile;
	struct arena *arena = &intake->facts->arena;

	intake->serials = arena_alloc(arena, profile->column_count *
						     sizeof(*intake->serials));
	for (size_t i = 0; i < profile->column_count; i++) {
		bool counts = tally_tells_apart(&intake->tally, i);

		if (!counts && !memo_recurs(profile->columns[i].type))
			continue;
		intake->serials[i] =
			arena_alloc(arena, sizeof(*intake->serials[i]));
		intake->serials[i]->most = counts ? 0 : MEMO_MOST;
	}
	memos_start(&intake->memos, profile);
}

void intake_clear(struct intake *intake)
{
	for (size_t i = 0; intake->serials && i < intake->memos.count; i++)
		if (intake->serials[i])
			serials_clear(intake->serials[i]);
	memos_clear(&intake->memos);
	keys_clear(&intake->keys);
	tally_clear(&intake->tally);
	rejects_clear(&intake->rejects);
}

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
