#include "compose/ids.h"

#include <string.h>

#include "compose/composition.h"
#include "lib/lang.h"

/* The ids given so far; borrowed from the report. */
struct ids {
	struct arena *arena;
	const char **list;
	size_t count;
};

static bool is_taken(const struct ids *ids, const char *id)
{
	for (size_t i = 0; i < ids->count; i++)
		if (strcmp(ids->list[i], id) == 0)
			return true;
	return false;
}

/* `base`, or base-2, base-3 … if that is taken. */
static const char *next_free(struct ids *ids, const char *base)
{
	const char *id = base;

	for (int i = 2; is_taken(ids, id); i++)
		id = arena_printf(ids->arena, "%s-%d", base, i);
	ids->list = arena_grow(ids->arena, ids->list, ids->count,
			       sizeof(*ids->list));
	ids->list[ids->count++] = id;
	return id;
}

/* `above` is the id of the section around, "s" for none. */
static void give(struct ids *ids, struct block *blocks, size_t count,
		 const char *above)
{
	int sections = 0;

	for (size_t i = 0; i < count; i++) {
		struct block *block = &blocks[i];
		const char *inside = above;

		if (block->kind == BLOCK_SECTION) {
			const char *dot = strcmp(above, "s") == 0 ? "" : ".";

			inside = arena_printf(ids->arena, "%s%s%d", above, dot,
					      ++sections);
			block->id = next_free(ids, inside);
		} else if (block->id) {
			block->id = next_free(ids, block->id);
		}
		give(ids, block->blocks, block->block_count, inside);
	}
}

void ids_give(struct report *report)
{
	struct ids ids = { .arena = &report->arena };

	give(&ids, report->blocks, report->block_count, "s");
}

static bool is_there(const struct block *blocks, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if ((blocks[i].id && strcmp(blocks[i].id, id) == 0) ||
		    is_there(blocks[i].blocks, blocks[i].block_count, id))
			return true;
	return false;
}

void ids_prove(const struct report *report, const struct link *links,
	       size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (is_there(report->blocks, report->block_count, links[i].to))
			continue;
		msg_at(OUTCOME_REFUSED, links[i].place,
		       _("the link to #%s leads nowhere: no table, chart or "
			 "section of this report has that id"),
		       links[i].to);
	}
}
