/*
 * layout_landscape - which blocks stand on landscape pages.
 *
 * Those are wide tables, the notes right below them, and the headings that go
 * with them.  A little text that would be all of an upright page before such a
 * table stands above it too.
 */
#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/layout.h"

#define LITTLE 4 /* up to a fourth of an upright page */
#define AHEAD 12 /* blocks that a table is looked for behind */

/* How high what stands before a landscape table is, without space above it. */
struct lead {
	int32_t height; /* with the space below it */
	int32_t first;  /* the first text, with the headings above it */
	int32_t loose;  /* all but the headings that may not leave the table */
};

static bool is_text(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_NOTE ||
	       block->kind == BLOCK_LIST || block->kind == BLOCK_QUOTE;
}

/* The table with nothing but texts and headings before it, or NULL. */
static const struct block *next_table(const struct block *blocks, size_t count)
{
	for (int i = 0; i < AHEAD && count > 0; i++) {
		if (blocks->kind == BLOCK_TABLE)
			return blocks;
		if (blocks->kind == BLOCK_SECTION) {
			if (blocks->new_page && i > 0)
				return NULL;
			count = blocks->block_count;
			blocks = blocks->blocks;
		} else {
			if (!is_text(blocks))
				return NULL;
			blocks++;
			count--;
		}
	}
	return NULL;
}

/* A text, or the heading of a section, and the space that it asks for below. */
static int32_t measure(const struct layout *layout, const struct frame *frame,
		       const struct block *block, int32_t *after)
{
	if (block->kind != BLOCK_SECTION) {
		*after = layout_after(layout, frame, block);
		return layout_height(layout, frame, block);
	}
	*after = layout_heading_style(layout, frame->level)->after;
	return layout_heading_height(layout, frame, block) - *after;
}

/* A heading with less below it than may leave it goes with what follows. */
static struct lead measure_lead(const struct layout *layout, struct frame frame,
				const struct block *block)
{
	const int32_t least = layout_below_heading(layout);
	struct lead lead = { 0 };
	int32_t below = least; /* the last heading */
	int32_t after = 0;

	while (block->kind != BLOCK_TABLE) {
		const bool heads = block->kind == BLOCK_SECTION;
		int32_t height = 0;

		if (heads && below >= least)
			lead.loose = lead.height;
		if (lead.height > 0)
			height = larger(after,
					layout_before(layout, &frame, block));
		height += measure(layout, &frame, block, &after);
		lead.height += height;
		below = heads ? 0 : below + height;
		if (below >= least && lead.first == 0)
			lead.first = lead.height;
		frame.level += heads;
		block = heads ? block->blocks : block + 1;
	}
	if (below >= least)
		lead.loose = lead.height;
	lead.height += larger(after, layout_before(layout, &frame, block));
	return lead;
}

/* Whether the upright page that is begun has room for so much more. */
static bool has_room(const struct layout *layout, const struct frame *frame,
		     const struct block *block, int32_t height)
{
	const struct flow *flow = &layout->flow;
	const int32_t space =
		larger(flow->space, layout_before(layout, frame, block));

	if (flow->page == 0 || flow->over || flow->bare || flow->landscape)
		return false;
	if (block->kind == BLOCK_SECTION && block->new_page)
		return false;
	return space + height <= flow_room(flow);
}

/* A note stays with its table if it finds room. */
static bool is_note_below(const struct layout *layout,
			  const struct frame *frame, const struct block *blocks,
			  size_t at)
{
	const struct flow *flow = &layout->flow;
	const int32_t space = layout_before(layout, frame, &blocks[at]);

	if (!flow->landscape || at == 0 || blocks[at].kind != BLOCK_NOTE)
		return false;
	if (blocks[at - 1].kind != BLOCK_TABLE &&
	    blocks[at - 1].kind != BLOCK_NOTE)
		return false;
	return larger(flow->space, space) +
		       layout_height(layout, frame, &blocks[at]) <=
	       flow_room(flow);
}

bool layout_is_landscape(const struct layout *layout, const struct frame *frame,
			 const struct block *blocks, size_t count, size_t at)
{
	const struct block *block = &blocks[at];
	const struct block *table = next_table(block, count - at);
	const struct set_table *set;
	struct lead lead;

	if (is_note_below(layout, frame, blocks, at))
		return true;
	if (!table)
		return false;
	set = layout_table(layout, frame, table);
	if (!set->landscape)
		return false;
	lead = measure_lead(layout, *frame, block);
	if (lead.loose == 0)
		return true;
	return lead.loose <= house_style_room(layout->flow.press.style, false)
					     .height /
				     LITTLE &&
	       lead.height + table_start(set) <= set->full &&
	       !has_room(layout, frame, block, lead.first);
}
