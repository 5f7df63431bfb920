#include "compose/changes_table.h"

#include <string.h>

#include "compose/sheet_cell.h"
#include "lib/text.h"

/* A row is found again by its name, and by what names the rows around it. */
struct row_key {
	const char *group;
	const char *name;
	int which; /* of those with the same name, from 0 */
};

const char *changes_words(const struct changes *changes,
			  const struct runs *runs)
{
	struct text words = { 0 };
	const char *kept;

	sheet_cell_words(&words, runs, " ");
	kept = arena_strdup(composition_arena(changes->composition),
			    text_string(&words));
	text_clear(&words);
	return kept;
}

/* Below the name may stand what belongs to the figures: no part of it. */
static const char *name_of(const struct changes *changes,
			   const struct table_row *row)
{
	struct runs runs =
		row->cell_count > 0 ? row->cells[0].runs : (struct runs){ 0 };

	for (size_t i = 0; i < runs.count; i++)
		if (runs.list[i].line_break)
			runs.count = i;
	return changes_words(changes, &runs);
}

static bool is_told(const struct table_row *row)
{
	return row->kind != ROW_HEAD && row->kind != ROW_GROUP;
}

static struct row_key *keys_of(const struct changes *changes,
			       const struct table *table)
{
	struct arena *arena = composition_arena(changes->composition);
	struct row_key *keys =
		arena_alloc(arena, (table->row_count + 1) * sizeof(*keys));
	const char *group = "";

	for (size_t i = 0; i < table->row_count; i++) {
		const struct table_row *row = &table->rows[i];

		keys[i].name = name_of(changes, row);
		if (row->kind == ROW_GROUP)
			group = keys[i].name;
		keys[i].group = row->kind == ROW_TOTAL ? "" : group;
		for (size_t j = 0; j < i; j++)
			if (is_told(&table->rows[j]) &&
			    strcmp(keys[i].name, keys[j].name) == 0 &&
			    strcmp(keys[i].group, keys[j].group) == 0)
				keys[i].which++;
	}
	return keys;
}

static const struct table_row *find(const struct table *table,
				    const struct row_key *keys,
				    const struct row_key *wanted)
{
	for (size_t i = 0; i < table->row_count; i++)
		if (is_told(&table->rows[i]) &&
		    keys[i].which == wanted->which &&
		    strcmp(keys[i].name, wanted->name) == 0 &&
		    strcmp(keys[i].group, wanted->group) == 0)
			return &table->rows[i];
	return NULL;
}

/* The word at the head of a column, in the lowest row of the head. */
static const char *head_of(const struct changes *changes,
			   const struct table *table, size_t column)
{
	const char *head = "";

	for (size_t i = 0; i < table->row_count; i++)
		if (table->rows[i].kind == ROW_HEAD &&
		    column < table->rows[i].cell_count)
			head = name_of(
				changes,
				&(struct table_row){
					.cells = &table->rows[i].cells[column],
					.cell_count = 1 });
	return head;
}

static const char *cell_words(const struct changes *changes,
			      const struct table_row *row, size_t column)
{
	return column < row->cell_count
		       ? changes_words(changes, &row->cells[column].runs)
		       : "";
}

/* Each cell that reads otherwise; true if any does. */
static bool compare_cells(struct changes *changes, const struct table *now,
			  const struct table_row *row,
			  const struct table_row *was, struct change change)
{
	struct arena *arena = composition_arena(changes->composition);
	const char *name = change.what;
	bool changed = false;

	change.kind = WORD_CHANGES_CHANGED;
	for (size_t i = 0; i < row->cell_count; i++) {
		change.was = cell_words(changes, was, i);
		change.is = cell_words(changes, row, i);
		if (strcmp(change.was, change.is) == 0)
			continue;
		change.what = i == 0 ? name
				     : arena_printf(arena, "%s, %s", name,
						    head_of(changes, now, i));
		changes_add(changes, &change);
		changed = true;
	}
	return changed;
}

static void compare_row(struct changes *changes, const struct table *now,
			struct table_row *row, const struct table_row *was,
			struct change change)
{
	const struct words *words = changes->composition->words;

	if (!was) {
		change.kind = WORD_CHANGES_NEW;
		changes_add(changes, &change);
		row->change = words_at(words, WORD_CHANGES_NEW);
	} else if (compare_cells(changes, now, row, was, change)) {
		row->change = words_at(words, WORD_CHANGES_CHANGED);
	}
}

void changes_of_table(struct changes *changes, struct table *now,
		      const struct table *then)
{
	const struct row_key *keys = keys_of(changes, now);
	const struct row_key *old = keys_of(changes, then);
	struct change change = {
		.where = changes_words(changes, &now->caption),
		.was = "",
		.is = "",
	};

	for (size_t i = 0; i < now->row_count; i++) {
		change.what = keys[i].name;
		if (is_told(&now->rows[i]))
			compare_row(changes, now, &now->rows[i],
				    find(then, old, &keys[i]), change);
	}
	change.kind = WORD_CHANGES_GONE;
	for (size_t i = 0; i < then->row_count; i++) {
		change.what = old[i].name;
		if (is_told(&then->rows[i]) && !find(now, keys, &old[i]))
			changes_add(changes, &change);
	}
}
