/* layout_size - how high blocks are before they are set. */
#include "typeset/layout.h"

#include "model/report.h"
#include "typeset/chart.h"
#include "typeset/house_style.h"
#include "typeset/matrix.h"

#define FEWEST_LINES 2 /* of a paragraph that is parted */

const struct text_style *layout_text_style(const struct layout *layout,
					   const struct frame *frame,
					   const struct block *block)
{
	if (block->kind == BLOCK_NOTE)
		return &layout->flow.press.style->texts[TEXT_NOTE];
	return frame->text;
}

static const struct text_style *space_style(const struct layout *layout,
					    const struct frame *frame,
					    const struct block *block)
{
	const struct house_style *style = layout->flow.press.style;

	switch (block->kind) {
	case BLOCK_COVER:
	case BLOCK_CONTENTS:
	case BLOCK_ITEM:
		return NULL;
	case BLOCK_SECTION:
		return layout_heading_style(layout, frame->level);
	case BLOCK_TABLE:
	case BLOCK_CHART:
	case BLOCK_MATRIX:
	case BLOCK_BOX:
		return &style->texts[TEXT_TABLE];
	case BLOCK_PARAGRAPH:
	case BLOCK_NOTE:
	case BLOCK_LIST:
	case BLOCK_QUOTE:
	case BLOCK_SIGNATURES:
		break;
	}
	return layout_text_style(layout, frame, block);
}

int32_t layout_before(const struct layout *layout, const struct frame *frame,
		      const struct block *block)
{
	const struct text_style *style = space_style(layout, frame, block);

	return style ? style->before : 0;
}

/* A section ends in what it holds. */
int32_t layout_after(const struct layout *layout, const struct frame *frame,
		     const struct block *block)
{
	const struct text_style *style = space_style(layout, frame, block);

	return style && block->kind != BLOCK_SECTION ? style->after : 0;
}

static struct frame inner_frame(const struct layout *layout,
				const struct frame *frame,
				const struct block *block)
{
	struct frame inner = *frame;

	if (block->kind == BLOCK_QUOTE)
		return layout_quote_frame(layout, frame);
	if (block->kind == BLOCK_BOX)
		return layout_box_frame(frame);
	if (block->kind == BLOCK_LIST)
		return layout_item_frame(layout, frame, block);
	if (block->kind == BLOCK_SECTION)
		inner.level++;
	return inner;
}

/* The height of all blocks, with the space between them. */
static int32_t blocks_height(const struct layout *layout,
			     const struct frame *frame,
			     const struct block *block)
{
	const struct frame inner = inner_frame(layout, frame, block);
	int32_t height = 0;
	int32_t space = 0;

	for (size_t i = 0; i < block->block_count; i++) {
		const struct block *one = &block->blocks[i];
		const int32_t before = layout_before(layout, &inner, one);

		if (i > 0)
			height += larger(space, before);
		height += layout_height(layout, &inner, one);
		space = block->kind == BLOCK_LIST
				? LIST_GAP
				: layout_after(layout, &inner, one);
	}
	return height;
}

const struct paragraph *layout_text(const struct layout *layout,
				    const struct frame *frame,
				    const struct block *block)
{
	const bool heading = block->kind == BLOCK_SECTION;
	const struct paragraph_form form = {
		.style = heading ? layout_heading_style(layout, frame->level)
				 : layout_text_style(layout, frame, block),
		.measure = frame->measure,
		.even = heading,
		.justified = !heading && layout->flow.press.style->justified,
	};

	return galley_paragraph(layout->galley, &layout->flow.press, block,
				&form);
}

struct set_table *layout_table(const struct layout *layout,
			       const struct frame *frame,
			       const struct block *block)
{
	const struct house_style *style = layout->flow.press.style;
	const struct table_place place = {
		.x = frame->x,
		.measure = frame->measure,
		.wide = frame->wide,
		.continued = layout->report->head.word_continued,
		.landscape =
			frame->inside ? LANDSCAPE_NO : block->table->landscape,
		.landscape_wide = house_style_room(style, true).width,
	};

	return galley_table(layout->galley, &layout->flow.press, block, &place);
}

static int32_t text_height(const struct layout *layout,
			   const struct frame *frame, const struct block *block,
			   bool start)
{
	const struct paragraph *text = layout_text(layout, frame, block);
	size_t lines = text->line_count;

	if (start && lines > 2 * FEWEST_LINES - 1)
		lines = FEWEST_LINES;
	return paragraph_height(text, lines);
}

int32_t layout_heading_height(const struct layout *layout,
			      const struct frame *frame,
			      const struct block *block)
{
	const struct paragraph *heading = layout_text(layout, frame, block);

	return paragraph_height(heading, heading->line_count) +
	       heading->form.style->after;
}

static bool is_text(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_NOTE;
}

/* What may not leave the heading: the first block, and if that is a text of
 * less than `least`, what stands below it too. */
static int32_t below_heading(const struct layout *layout,
			     const struct frame *inner,
			     const struct block *block, int32_t least)
{
	int32_t height = 0;
	int32_t space = 0;

	for (size_t i = 0; i < block->block_count; i++) {
		const struct block *one = &block->blocks[i];
		const int32_t before = layout_before(layout, inner, one);
		int32_t whole;

		if (i > 0)
			height += larger(space, before);
		whole = is_text(one) ? layout_height(layout, inner, one) : 0;
		if (whole == 0 || height + whole >= least)
			return height + layout_start(layout, inner, one);
		height += whole;
		space = layout_after(layout, inner, one);
	}
	return height;
}

int32_t layout_below_heading(const struct layout *layout)
{
	return HEADING_LINES *
	       layout->flow.press.style->texts[TEXT_BODY].leading;
}

/* What stands under a heading goes with it, and three lines at least. */
static int32_t section_start(const struct layout *layout,
			     const struct frame *frame,
			     const struct block *block)
{
	const int32_t least = layout_below_heading(layout);
	struct frame inner = *frame;

	inner.level++;
	return layout_heading_height(layout, frame, block) +
	       larger(below_heading(layout, &inner, block, least), least);
}

static int32_t box_start(const struct layout *layout, const struct frame *frame,
			 const struct block *block)
{
	const struct frame inner = layout_box_frame(frame);
	const int32_t whole = layout_height(layout, frame, block);

	if (whole <= flow_full(&layout->flow) || block->block_count == 0)
		return whole;
	return BOX_PAD + layout_start(layout, &inner, block->blocks);
}

static int32_t table_size(const struct layout *layout,
			  const struct frame *frame, const struct block *block,
			  bool start)
{
	const struct set_table *set = layout_table(layout, frame, block);

	return start ? table_start(set) : table_height(set);
}

int32_t layout_start(const struct layout *layout, const struct frame *frame,
		     const struct block *block)
{
	const struct frame inner = inner_frame(layout, frame, block);

	switch (block->kind) {
	case BLOCK_SECTION:
		return section_start(layout, frame, block);
	case BLOCK_PARAGRAPH:
	case BLOCK_NOTE:
		return text_height(layout, frame, block, true);
	case BLOCK_BOX:
		return box_start(layout, frame, block);
	case BLOCK_TABLE:
		return table_size(layout, frame, block, true);
	case BLOCK_CHART:
	case BLOCK_MATRIX:
	case BLOCK_SIGNATURES:
		return layout_height(layout, frame, block);
	case BLOCK_COVER:
	case BLOCK_CONTENTS:
	case BLOCK_LIST:
	case BLOCK_ITEM:
	case BLOCK_QUOTE:
		break;
	}
	if (block->block_count == 0)
		return 0;
	return layout_start(layout, &inner, block->blocks);
}

int32_t layout_height(const struct layout *layout, const struct frame *frame,
		      const struct block *block)
{
	switch (block->kind) {
	case BLOCK_SECTION:
		return layout_heading_height(layout, frame, block) +
		       blocks_height(layout, frame, block);
	case BLOCK_PARAGRAPH:
	case BLOCK_NOTE:
		return text_height(layout, frame, block, false);
	case BLOCK_BOX:
		return blocks_height(layout, frame, block) + 2 * BOX_PAD;
	case BLOCK_TABLE:
		return table_size(layout, frame, block, false);
	case BLOCK_CHART:
		return chart_height(&layout->flow.press, block->chart,
				    frame->measure);
	case BLOCK_MATRIX:
		return matrix_height(&layout->flow.press, block->matrix,
				     frame->measure);
	case BLOCK_SIGNATURES:
		return layout_signatures_height(layout, frame, block);
	case BLOCK_COVER:
	case BLOCK_CONTENTS:
	case BLOCK_LIST:
	case BLOCK_ITEM:
	case BLOCK_QUOTE:
		break;
	}
	return blocks_height(layout, frame, block);
}
