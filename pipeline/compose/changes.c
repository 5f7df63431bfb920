#include "compose/changes.h"

#include <string.h>

#include "compose/changes_table.h"
#include "lib/text.h"

/* Blocks of both reports that stand below a heading of the same name. */
struct pair {
	struct block *now;
	size_t now_count;
	const struct block *then;
	size_t then_count;
	const char *where;
	size_t first; /* change of this heading */
};

static bool is_text(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_NOTE;
}

static const struct block *find_table(const struct block *blocks, size_t count,
				      const char *id)
{
	const struct block *found = NULL;

	for (size_t i = 0; i < count && !found; i++)
		if (blocks[i].table && strcmp(blocks[i].id, id) == 0)
			found = &blocks[i];
		else
			found = find_table(blocks[i].blocks,
					   blocks[i].block_count, id);
	return found;
}

/* Whether a text of the same words stands there, in lists and quotes too. */
static bool has_text(const struct changes *changes, const struct block *blocks,
		     size_t count, const char *words)
{
	for (size_t i = 0; i < count; i++) {
		if (is_text(&blocks[i]) &&
		    strcmp(changes_words(changes, &blocks[i].runs), words) == 0)
			return true;
		if (blocks[i].kind != BLOCK_SECTION &&
		    has_text(changes, blocks[i].blocks, blocks[i].block_count,
			     words))
			return true;
	}
	return false;
}

/* Each text that did not stand there. */
static void list_new(struct changes *changes, struct block *blocks,
		     size_t count, const struct pair *pair)
{
	for (size_t i = 0; i < count; i++) {
		struct block *block = &blocks[i];
		struct change change = { .where = pair->where,
					 .what = "",
					 .kind = WORD_CHANGES_NEW,
					 .was = "" };

		if (block->kind == BLOCK_SECTION)
			continue;
		list_new(changes, block->blocks, block->block_count, pair);
		if (!is_text(block) || block->id)
			continue;
		change.is = changes_words(changes, &block->runs);
		if (has_text(changes, pair->then, pair->then_count, change.is))
			continue;
		change.text = block;
		changes_add(changes, &change);
	}
}

/* What stood there instead of the first text that is still only new. */
static bool was_instead(struct changes *changes, size_t first, const char *was)
{
	for (size_t i = first; i < changes->count; i++) {
		struct change *change = &changes->list[i];

		if (!change->text || change->kind != WORD_CHANGES_NEW)
			continue;
		change->kind = WORD_CHANGES_CHANGED;
		change->was = was;
		return true;
	}
	return false;
}

static void list_gone(struct changes *changes, const struct block *blocks,
		      size_t count, const struct pair *pair)
{
	for (size_t i = 0; i < count; i++) {
		const struct block *block = &blocks[i];
		struct change change = { .where = pair->where,
					 .what = "",
					 .kind = WORD_CHANGES_GONE,
					 .is = "" };

		if (block->kind == BLOCK_SECTION)
			continue;
		list_gone(changes, block->blocks, block->block_count, pair);
		if (!is_text(block))
			continue;
		change.was = changes_words(changes, &block->runs);
		if (!has_text(changes, pair->now, pair->now_count,
			      change.was) &&
		    !was_instead(changes, pair->first, change.was))
			changes_add(changes, &change);
	}
}

/* The tables of the heading follow; no text is marked twice. */
static void mark_texts(const struct changes *changes, size_t first)
{
	const struct words *words = changes->composition->words;

	for (size_t i = first; i < changes->count; i++)
		if (changes->list[i].text)
			changes->list[i].text->change =
				words_at(words, changes->list[i].kind);
}

static void mark_tables(struct changes *changes, const struct pair *pair)
{
	const struct report *earlier = changes->composition->earlier;

	for (size_t i = 0; i < pair->now_count; i++) {
		struct block *block = &pair->now[i];
		const struct block *was;

		if (!block->table)
			continue;
		was = find_table(earlier->blocks, earlier->block_count,
				 block->id);
		if (was)
			changes_of_table(changes, block->table, was->table);
	}
}

static const struct block *find_section(const struct changes *changes,
					const struct block *blocks,
					size_t count, const char *title)
{
	for (size_t i = 0; i < count; i++)
		if (blocks[i].kind == BLOCK_SECTION &&
		    strcmp(changes_words(changes, &blocks[i].runs), title) == 0)
			return &blocks[i];
	return NULL;
}

static void list_section(struct changes *changes, const char *title,
			 enum word kind)
{
	changes_add(changes, &(struct change){ .where = title,
					       .what = title,
					       .kind = kind,
					       .was = "",
					       .is = "" });
}

/* Whether the list of changes stands here: it is not compared with itself. */
static bool holds_list(const struct pair *pair)
{
	for (size_t i = 0; i < pair->now_count; i++)
		if (is_text(&pair->now[i]) && pair->now[i].id)
			return true;
	return false;
}

static void compare_content(struct changes *changes, struct pair *pair)
{
	if (holds_list(pair))
		return;
	pair->first = changes->count;
	list_new(changes, pair->now, pair->now_count, pair);
	list_gone(changes, pair->then, pair->then_count, pair);
	mark_texts(changes, pair->first);
	mark_tables(changes, pair);
}

/* What stands directly below one heading, then its sections. */
static void compare(struct changes *changes, struct pair *pair)
{
	compare_content(changes, pair);
	for (size_t i = 0; i < pair->now_count; i++) {
		struct block *now = &pair->now[i];
		struct pair below = { .now = now->blocks,
				      .now_count = now->block_count };
		const struct block *then;

		if (now->kind != BLOCK_SECTION)
			continue;
		below.where = changes_words(changes, &now->runs);
		then = find_section(changes, pair->then, pair->then_count,
				    below.where);
		if (then) {
			below.then = then->blocks;
			below.then_count = then->block_count;
			compare(changes, &below);
		} else {
			list_section(changes, below.where, WORD_CHANGES_NEW);
		}
	}
	for (size_t i = 0; i < pair->then_count; i++) {
		const char *title;

		if (pair->then[i].kind != BLOCK_SECTION)
			continue;
		title = changes_words(changes, &pair->then[i].runs);
		if (!find_section(changes, pair->now, pair->now_count, title))
			list_section(changes, title, WORD_CHANGES_GONE);
	}
}

/* The list takes the place that changes_compose() kept for it. */
static void put_list(const struct changes *changes, struct block *parent)
{
	struct arena *arena = composition_arena(changes->composition);
	struct blocks content = { 0 };

	for (size_t i = 0; i < parent->block_count; i++) {
		struct block *block = &parent->blocks[i];

		put_list(changes, block);
		if (is_text(block) && block->id && changes->count > 0) {
			changes_print(changes, &content);
			content.list[content.count - 1].id = block->id;
			continue;
		}
		if (is_text(block))
			block->id = NULL;
		*blocks_add(&content, arena, block->kind) = *block;
	}
	block_fill(parent, &content);
}

void changes_compose(struct composition *composition,
		     const struct template_part *part, struct blocks *into)
{
	struct arena *arena = composition_arena(composition);

	blocks_add_words(into, arena, BLOCK_PARAGRAPH,
			 composition->earlier ? part->empty
					      : words_at(composition->words,
							 WORD_CHANGES_NONE));
	/* a text has no id: this one holds the place of the list */
	into->list[into->count - 1].id = "changes";
}

void changes_mark(struct composition *composition)
{
	struct report *report = composition->report;
	const struct report *earlier = composition->earlier;
	struct changes changes = { .composition = composition };

	if (earlier)
		compare(&changes,
			&(struct pair){ .now = report->blocks,
					.now_count = report->block_count,
					.then = earlier->blocks,
					.then_count = earlier->block_count,
					.where = report->id });
	for (size_t i = 0; i < report->block_count; i++)
		put_list(&changes, &report->blocks[i]);
}
