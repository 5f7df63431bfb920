/*
 * key_figures - measures of units side by side: a column for each figure, and
 * one for the year before where history knows it.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/figures.h"
#include "compose/legend.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

#define COLUMNS (1 + 2 * KEY_FIGURES_AT_MOST)

struct key_table {
	struct composition *composition;
	struct arena *arena;
	const struct assessed_key_figures *shown;
	struct table *table;
	struct legend legend;
};

static bool has_before(const struct assessed_key_figures *shown, size_t at)
{
	for (size_t i = 0; i < shown->row_count; i++)
		if (shown->rows[i].cells[at].before.file)
			return true;
	return false;
}

static void add_head(const struct key_table *key, struct table_row *head,
		     const char *title, struct window window)
{
	struct text text = { 0 };

	window_print(&text, window, key->composition->assessment->language);
	row_add_head(head, key->arena, title, text.at);
	text_clear(&text);
}

/* The window of a column is that of its first row. */
static void add_heads(const struct key_table *key)
{
	const struct words *words = key->composition->words;
	const struct assessed_key_row *first = &key->shown->rows[0];
	struct table_row *head =
		table_add_row(key->table, key->arena, ROW_HEAD);

	row_add_head(head, key->arena, words_at(words, WORD_STATEMENT_UNIT),
		     "");
	for (size_t i = 0; i < key->shown->count; i++) {
		const struct assessed_cell *cell = &first->cells[i];
		struct window before = cell->value.window;

		before.first.year--;
		before.last.year--;
		if (has_before(key->shown, i))
			add_head(key, head, key->shown->list[i].title, before);
		add_head(key, head, key->shown->list[i].title,
			 cell->value.window);
	}
}

static void add_figure(struct key_table *key, struct table_row *row,
		       const struct measured_figure *printed)
{
	struct composition *composition = key->composition;
	const struct figure missing = figure_of_missing(MISSING_NOT_MEASURED);
	const struct figure *figure =
		printed->past ? (printed->past->file ? &printed->past->figure
						     : &missing)
			      : &printed->figure->figure;
	struct text print = { 0 };

	print_figure(&print, composition->words,
		     quantity_of(composition, printed->quantity), figure);
	row_add_text(row, key->arena, print.at);
	legend_note(&key->legend, figure);
	if (!printed->past || printed->past->file)
		figures_add_measured(composition, printed, print.at);
	text_clear(&print);
}

static void add_name(const struct key_table *key, struct table_row *row,
		     const struct assessed_key_row *shown)
{
	const struct words *words = key->composition->words;
	struct text name = { 0 };

	if (shown->part)
		words_fill(&name, words, WORD_KEY_FIGURES_PART,
			   (struct filling[]){ { "unit", shown->name },
					       { 0 } });
	row_add_name(row, key->arena, shown->part ? name.at : shown->name);
	text_clear(&name);
}

static void add_row(struct key_table *key, const struct assessed_key_row *shown)
{
	struct table_row *row = table_add_row(key->table, key->arena, ROW_BODY);

	add_name(key, row, shown);
	for (size_t i = 0; i < key->shown->count; i++) {
		const struct key_figure *figure = &key->shown->list[i];
		struct measured_figure printed = {
			.id = arena_printf(key->arena, "%s.%s", key->shown->id,
					   figure->id),
			.unit = shown->unit,
			.quantity = figure->quantity,
			.figure = &shown->cells[i].value,
			.past = &shown->cells[i].before,
		};

		if (has_before(key->shown, i))
			add_figure(key, row, &printed);
		printed.past = NULL;
		add_figure(key, row, &printed);
	}
}

static const struct assessed_key_figures *find(
	const struct assessment *assessment, const char *id)
{
	for (size_t i = 0; i < assessment->key_figures_count; i++)
		if (strcmp(assessment->key_figures[i].id, id) == 0)
			return &assessment->key_figures[i];
	return NULL;
}

void key_figures_compose(struct composition *composition,
			 const struct template_part *part, struct blocks *into)
{
	struct table_column columns[COLUMNS] = { { ALIGN_TEXT, 0 } };
	struct key_table key = {
		.composition = composition,
		.arena = composition_arena(composition),
		.shown = find(composition->assessment, part->of),
	};
	size_t count = 1;

	if (!key.shown) {
		blocks_add_words(into, key.arena, BLOCK_PARAGRAPH, part->empty);
		return;
	}
	for (size_t i = 0; i < key.shown->count; i++)
		count += has_before(key.shown, i) ? 2 : 1;
	for (size_t i = 1; i < count && i < COLUMNS; i++)
		columns[i].align = ALIGN_NUMBER;
	key.table = blocks_add_table(into, key.arena, key.shown->id, columns,
				     count);
	runs_add(&key.table->caption, key.arena, key.shown->about);
	add_heads(&key);
	for (size_t i = 0; i < key.shown->row_count; i++)
		add_row(&key, &key.shown->rows[i]);
	legend_compose(&key.legend, composition->words, into, key.arena);
}
