#include "ingest/keys.h"

#include <string.h>

#include "ingest/intake.h"
#include "ingest/row.h"
#include "model/cell.h"

#define BETWEEN '\x1F' /* cells of a key; no cell holds it */

void keys_start(struct keys *keys, struct arena *arena,
		const struct profile *profile)
{
	struct text names = { 0 };

	for (size_t i = 0; i < profile->key_count; i++)
		text_printf(&names, "%s%s", i > 0 ? ", " : "",
			    profile_column(profile, profile->key[i])->header);
	keys->names = arena_strdup(arena, text_string(&names));
	text_clear(&names);
}

/* Cells that say the same in other words are the same. */
static void add_cell(struct text *key, const struct row *row,
		     const struct column *column, const struct row_value *value)
{
	switch (column->type) {
	case COLUMN_DATE:
	case COLUMN_MONTH:
	case COLUMN_PERIOD:
		window_add_text(key, value->window);
		break;
	case COLUMN_UNIT:
		text_add(key, row->intake->reg->units[row->unit].id);
		break;
	case COLUMN_INDICATOR:
		text_add(key, value->indicator->id);
		break;
	case COLUMN_DECISION:
		date_add_text(key, value->decision.date);
		text_printf(key, ".%d", value->decision.paragraph);
		break;
	default:
		cell_trim(key, value->raw);
	}
	text_add_char(key, BETWEEN);
}

static void make_key(struct text *key, const struct row *row)
{
	const struct profile *profile = row->intake->profile;

	text_reset(key);
	for (size_t i = 0; i < profile->key_count; i++)
		add_cell(key, row, profile_column(profile, profile->key[i]),
			 row_value(row, profile->key[i]));
}

/* Without the key itself, which may be personal. */
static void refuse(const struct keys *keys, struct row *row,
		   const struct key_row *before)
{
	rejects_add(&row->intake->rejects,
		    (struct reject){ .cause = REJECT_KEY,
				     .place.file = row->shown,
				     .place.line = row->line,
				     .place.header = keys->names,
				     .hint = before->file,
				     .a = before->line });
	row->refused = true;
}

/* The row that the key of this one stands for; this one if it is new. */
static struct key_row *look_up(struct keys *keys, const struct row *row)
{
	struct arena *arena = &row->intake->rejects.arena;
	size_t at;

	make_key(&keys->key, row);
	at = name_index_add(&keys->index, arena, keys->key.at, keys->count);
	if (at == NAME_INDEX_NONE) {
		at = keys->count++;
		keys->rows =
			arena_grow(arena, keys->rows, at, sizeof(*keys->rows));
		keys->rows[at] = (struct key_row){ row->shown, row->line };
	}
	return &keys->rows[at];
}

bool keys_take(struct keys *keys, struct row *row)
{
	const struct profile *profile = row->intake->profile;
	struct key_row *found;

	if (profile->key_count == 0)
		return true;
	found = look_up(keys, row);
	if (keys->foregoing)
		*found = (struct key_row){ row->shown, row->line };
	if (found->line == row->line && strcmp(found->file, row->shown) == 0)
		return true;
	if (profile->duplicates != DUPLICATES_REFUSE)
		return false;
	refuse(keys, row, found);
	return true;
}

void keys_clear(struct keys *keys)
{
	text_clear(&keys->key);
}
