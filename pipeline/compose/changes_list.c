#include "compose/changes_list.h"

#include "lib/text.h"

static const struct table_column columns[] = {
	{ ALIGN_TEXT, 3 },
	{ ALIGN_TEXT, 0 },
	{ ALIGN_TEXT, 2 },
	{ ALIGN_TEXT, 2 },
};

void changes_add(struct changes *changes, const struct change *change)
{
	changes->list = arena_grow(composition_arena(changes->composition),
				   changes->list, changes->count,
				   sizeof(*changes->list));
	changes->list[changes->count++] = *change;
}

static void add_note(const struct changes *changes, struct blocks *blocks)
{
	const struct report *earlier = changes->composition->earlier;
	struct text note = { 0 };
	struct text revision = { 0 };

	text_printf(&revision, "%d", earlier->revision);
	words_fill(&note, changes->composition->words, WORD_CHANGES_AGAINST,
		   (struct filling[]){ { "period", earlier->period },
				       { "revision", revision.at },
				       { 0 } });
	blocks_add_words(blocks, composition_arena(changes->composition),
			 BLOCK_PARAGRAPH, note.at);
	text_clear(&revision);
	text_clear(&note);
}

static void add_head(const struct changes *changes, struct table *table)
{
	static const enum word heads[] = { WORD_CHANGES_WHAT, WORD_CHANGES_KIND,
					   WORD_CHANGES_WAS, WORD_CHANGES_IS };
	struct arena *arena = composition_arena(changes->composition);
	struct table_row *row = table_add_row(table, arena, ROW_HEAD);

	for (size_t i = 0; i < COUNT_OF(heads); i++)
		row_add_head(row, arena,
			     words_at(changes->composition->words, heads[i]),
			     "");
}

static void add_change(const struct changes *changes, struct table *table,
		       const struct change *change)
{
	const struct words *words = changes->composition->words;
	struct arena *arena = composition_arena(changes->composition);
	struct table_row *row = table_add_row(table, arena, ROW_BODY);

	row_add_name(row, arena,
		     *change->what ? change->what
				   : words_at(words, WORD_CHANGES_TEXT));
	row_add_text(row, arena, words_at(words, change->kind));
	row_add_text(row, arena, change->was);
	row_add_text(row, arena, change->is);
}

void changes_print(const struct changes *changes, struct blocks *blocks)
{
	struct arena *arena = composition_arena(changes->composition);
	const char *where = NULL;
	struct table *table;

	add_note(changes, blocks);
	table = blocks_add_table(blocks, arena, "changes", columns,
				 COUNT_OF(columns));
	runs_add(&table->caption, arena,
		 words_at(changes->composition->words, WORD_CHANGES_CAPTION));
	add_head(changes, table);
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->list[i];

		/* what belongs together follows each other, by one pointer */
		if (change->where != where)
			table_add_group(table, arena, change->where);
		where = change->where;
		add_change(changes, table, change);
	}
}
