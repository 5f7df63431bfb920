#include "ingest/intake.h"

#include "ingest/serials.h"

static struct serials **new_list(struct intake *intake)
{
	return arena_alloc(&intake->facts->arena,
			   intake->profile->column_count *
				   sizeof(struct serials *));
}

static struct serials *new_serials(struct intake *intake, bool counted)
{
	struct serials *serials =
		arena_alloc(&intake->facts->arena, sizeof(*serials));

	serials->folds = counted;
	serials->most = counted ? 0 : MEMO_MOST;
	return serials;
}

void intake_start(struct intake *intake, const struct measures *measures)
{
	const struct profile *profile = intake->profile;
	struct arena *arena = &intake->facts->arena;
	const struct tally_basis basis = { measures, profile, intake->reg,
					   intake->window };

	tally_start(&intake->tally, arena, &basis);
	keys_start(&intake->keys, arena, profile);
	control_start(&intake->control, arena, profile);
	intake->counted = new_list(intake);
	intake->recurring = new_list(intake);
	for (size_t i = 0; i < profile->column_count; i++)
		if (tally_tells_apart(&intake->tally, i))
			intake->counted[i] = new_serials(intake, true);
		else if (memo_recurs(profile->columns[i].type))
			intake->recurring[i] = new_serials(intake, false);
	memos_start(&intake->memos, profile, intake->recurring);
}

static void clear_list(const struct intake *intake, struct serials **list)
{
	for (size_t i = 0; list && i < intake->profile->column_count; i++)
		if (list[i])
			serials_clear(list[i]);
}

void intake_clear(struct intake *intake)
{
	clear_list(intake, intake->counted);
	clear_list(intake, intake->recurring);
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
