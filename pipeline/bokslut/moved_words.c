#include "bokslut/moved.h"
#include "lib/text.h"
#include "model/report.h"

/* A sentence may quote a figure: everything can stand behind it. */
#define ANY ((1U << CAUSE_COUNT) - 1)

/* The words of a report as they are gathered. */
struct gathering {
	struct things *things;
	struct arena *arena;
};

static void add_runs(struct text *text, const struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++)
		text_add(text, runs->list[i].text);
}

/* The words below a block, but not those of its sections. */
static void add_words(struct text *text, const struct block *blocks,
		      size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (blocks[i].kind == BLOCK_SECTION)
			continue;
		if (blocks[i].runs.count > 0 && text->len > 0)
			text_add(text, " ");
		add_runs(text, &blocks[i].runs);
		add_words(text, blocks[i].blocks, blocks[i].block_count);
	}
}

static void take_section(struct gathering *gathering, const struct block *block)
{
	struct text words = { 0 };
	struct text title = { 0 };

	add_runs(&title, &block->runs);
	text_add(&words, text_string(&title));
	add_words(&words, block->blocks, block->block_count);
	moved_add(gathering->things, gathering->arena,
		  (struct thing){
			  .kind = MOVED_TEXT,
			  .id = arena_strdup(gathering->arena,
					     block->id ? block->id : ""),
			  .part = "section",
			  .name = arena_strdup(gathering->arena,
					       text_string(&title)),
			  .says = arena_strdup(gathering->arena,
					       text_string(&words)),
			  .may = ANY,
		  });
	text_clear(&words);
	text_clear(&title);
}

static void take_sections(struct gathering *gathering,
			  const struct block *blocks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (blocks[i].kind == BLOCK_SECTION)
			take_section(gathering, &blocks[i]);
		take_sections(gathering, blocks[i].blocks,
			      blocks[i].block_count);
	}
}

bool moved_take_words(struct things *things, struct arena *arena,
		      const char *folder, struct text *why)
{
	struct gathering gathering = { things, arena };
	struct report report = { 0 };
	bool ok = report_load(
		&report, arena_printf(arena, "%s/report.xml", folder), why);

	if (ok)
		take_sections(&gathering, report.blocks, report.block_count);
	report_clear(&report);
	return ok;
}
