#include "ingest/memo.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/row.h"
#include "lib/mem.h"
#include "model/profile.h"

#define LEAST_ROOM 64

bool memo_recurs(enum column_type type)
{
	switch (type) {
	case COLUMN_UNIT:
	case COLUMN_INDICATOR:
	case COLUMN_WORD:
	case COLUMN_MONTH:
	case COLUMN_PERIOD:
	case COLUMN_DATE:
		return true;
	default:
		return false;
	}
}

void memos_start(struct memos *memos, const struct profile *profile,
		 struct serials *const *serials)
{
	memos->count = profile->column_count;
	memos->columns = mem_alloc(memos->count * sizeof(*memos->columns));
	for (size_t i = 0; i < memos->count; i++)
		memos->columns[i] =
			(struct memo){ .recurs = serials[i] != NULL };
}

static void make_room(struct memo *memo, size_t wanted)
{
	size_t room = memo->room > 0 ? memo->room : LEAST_ROOM;

	while (room < wanted)
		room *= 2;
	memo->values = mem_resize(memo->values, room, sizeof(*memo->values));
	memset(memo->values + memo->room, 0,
	       (room - memo->room) * sizeof(*memo->values));
	memo->room = room;
}

struct row_value *memo_of(struct memos *memos, size_t column, uint32_t serial)
{
	struct memo *memo = memos->columns ? &memos->columns[column] : NULL;

	if (!memo || !memo->recurs || serial == 0 || serial > MEMO_MOST)
		return NULL;
	if (serial > memo->room)
		make_room(memo, serial);
	return &memo->values[serial - 1];
}

void memos_clear(struct memos *memos)
{
	for (size_t i = 0; i < memos->count; i++)
		free(memos->columns[i].values);
	free(memos->columns);
	*memos = (struct memos){ 0 };
}
