#include "typeset/layout.h"

#include <assert.h>

#include "lib/lang.h"
#include "lib/text.h"
#include "model/report.h"
#include "typeset/change.h"
#include "typeset/chart.h"
#include "typeset/house_style.h"
#include "typeset/matrix.h"

#define FEWEST_LINES 2 /* of a paragraph, at the foot or head of a page */

static void set_section(struct layout *layout, const struct frame *frame,
			const struct block *block);
static void set_paragraph(struct layout *layout, const struct frame *frame,
			  const struct block *block);
static void set_quote(struct layout *layout, const struct frame *frame,
		      const struct block *block);
static void set_box(struct layout *layout, const struct frame *frame,
		    const struct block *block);
static void set_table(struct layout *layout, const struct frame *frame,
		      const struct block *block);
static void set_picture(struct layout *layout, const struct frame *frame,
			const struct block *block);

static void (*const setters[])(struct layout *layout, const struct frame *frame,
			       const struct block *block) = {
	[BLOCK_COVER] = layout_cover,  [BLOCK_CONTENTS] = layout_contents,
	[BLOCK_SECTION] = set_section, [BLOCK_PARAGRAPH] = set_paragraph,
	[BLOCK_NOTE] = set_paragraph,  [BLOCK_LIST] = layout_list,
	[BLOCK_QUOTE] = set_quote,     [BLOCK_BOX] = set_box,
	[BLOCK_TABLE] = set_table,     [BLOCK_CHART] = set_picture,
	[BLOCK_MATRIX] = set_picture,  [BLOCK_SIGNATURES] = layout_signatures,
};

/* Space above and below belongs to all blocks but those that make pages. */
void layout_blocks(struct layout *layout, const struct frame *frame,
		   const struct block *blocks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct block *block = &blocks[i];

		assert(setters[block->kind]); /* items are set by their list */
		if (!frame->inside)
			flow_turn(&layout->flow,
				  layout_is_landscape(layout, frame, blocks,
						      count, i));
		if (frame->item && block->kind == BLOCK_LIST)
			layout->flow.space = LIST_GAP;
		flow_space(&layout->flow, layout_before(layout, frame, block));
		setters[block->kind](layout, frame, block);
		flow_space(&layout->flow, layout_after(layout, frame, block));
	}
}

const struct text_style *layout_heading_style(const struct layout *layout,
					      int level)
{
	const struct house_style *style = layout->flow.press.style;

	if (level == 1)
		return &style->texts[TEXT_H1];
	return level == 2 ? &style->texts[TEXT_H2] : &style->texts[TEXT_H3];
}

struct frame layout_quote_frame(const struct layout *layout,
				const struct frame *frame)
{
	struct frame inner = *frame;

	inner.inside = true;
	inner.x += QUOTE_INDENT;
	inner.measure -= QUOTE_INDENT;
	inner.wide -= QUOTE_INDENT;
	inner.text = &layout->flow.press.style->texts[TEXT_QUOTE];
	return inner;
}

struct frame layout_box_frame(const struct frame *frame)
{
	struct frame inner = *frame;

	inner.inside = true;
	inner.x += BOX_PAD;
	inner.measure -= 2 * BOX_PAD;
	inner.wide = inner.measure;
	return inner;
}

/* A place that links lead to: here. */
static void note_place(struct layout *layout, const char *id)
{
	places_note(&layout->places, id, layout->flow.page);
	canvas_destination(layout->flow.press.canvas, id, layout->flow.y);
}

static enum canvas_tag heading_tag(int level)
{
	static const enum canvas_tag tags[] = { TAG_H1, TAG_H2, TAG_H3,
						TAG_H4, TAG_H5, TAG_H6 };

	assert(level <= (int)COUNT_OF(tags)); /* the report was proved */
	return tags[level - 1];
}

/* Begin where there is room for the heading and what may not leave it. */
static void set_heading(struct layout *layout, const struct frame *frame,
			const struct block *block)
{
	const struct press *press = &layout->flow.press;
	const struct paragraph *heading;
	struct text title = { 0 };
	struct point at = { .x = frame->x };

	(void)flow_need(&layout->flow, layout_start(layout, frame, block));
	heading = layout_text(layout, frame, block);
	note_place(layout, block->id);
	paragraph_add_plain(&title, &block->runs);
	canvas_bookmark(press->canvas, frame->level, text_string(&title),
			block->id);
	canvas_open(press->canvas, heading_tag(frame->level), NULL);
	at.y = flow_take(&layout->flow,
			 paragraph_height(heading, heading->line_count));
	paragraph_draw(heading, press, at, 0, heading->line_count);
	canvas_close(press->canvas);
	flow_space(&layout->flow, heading->form.style->after);
	text_clear(&title);
}

static void set_section(struct layout *layout, const struct frame *frame,
			const struct block *block)
{
	struct frame inner = *frame;

	if (block->new_page && !layout->flow.bare)
		flow_break(&layout->flow);
	canvas_open(layout->flow.press.canvas, TAG_SECT, NULL);
	set_heading(layout, frame, block);
	inner.level++;
	layout_blocks(layout, &inner, block->blocks, block->block_count);
	canvas_close(layout->flow.press.canvas);
}

/*
 * How many of the lines left stand on this page: no single line at its foot,
 * and none alone at the head of the next.
 */
static size_t lines_here(const struct flow *flow, size_t left, int32_t leading)
{
	const int32_t room = flow_room(flow);
	size_t count = room > 0 ? (size_t)(room / leading) : 0;

	if (count >= left)
		return left;
	if (left - count < FEWEST_LINES && count > 0)
		count--;
	if (count < FEWEST_LINES)
		count = flow->bare ? 1 : 0;
	return count;
}

/* The word of a change stands beside the first line, its bar beside all. */
static void mark_change(const struct layout *layout, const char *change,
			int32_t y, int32_t height, bool first)
{
	const struct press *press = &layout->flow.press;
	const int32_t x =
		press->style->left + press->style->measure + CHANGE_GAP;

	if (!change)
		return;
	if (first)
		change_draw_word(press, change, x, y);
	change_draw_bar(press, x, y, height);
}

static void set_lines(struct layout *layout, const struct frame *frame,
		      const struct paragraph *paragraph, const char *change)
{
	struct flow *flow = &layout->flow;
	const int32_t leading = paragraph->form.style->leading;
	size_t first = 0;

	while (first < paragraph->line_count) {
		const size_t left = paragraph->line_count - first;
		const size_t count = lines_here(flow, left, leading);
		struct point at = { .x = frame->x };

		if (count == 0) {
			flow_break(flow);
			(void)flow_need(flow, leading);
			continue;
		}
		at.y = flow_take(flow, paragraph_height(paragraph, count));
		mark_change(layout, change, at.y,
			    paragraph_height(paragraph, count), first == 0);
		paragraph_draw(paragraph, &flow->press, at, first, count);
		first += count;
	}
}

static void set_paragraph(struct layout *layout, const struct frame *frame,
			  const struct block *block)
{
	struct canvas *canvas = layout->flow.press.canvas;

	if (layout_text(layout, frame, block)->line_count == 0)
		return; /* no page is begun for it */
	(void)flow_need(&layout->flow, layout_start(layout, frame, block));
	canvas_open(canvas, TAG_P, NULL);
	set_lines(layout, frame, layout_text(layout, frame, block),
		  block->change);
	canvas_close(canvas);
}

static void set_quote(struct layout *layout, const struct frame *frame,
		      const struct block *block)
{
	const struct frame inner = layout_quote_frame(layout, frame);

	canvas_open(layout->flow.press.canvas, TAG_BLOCK_QUOTE, NULL);
	layout_blocks(layout, &inner, block->blocks, block->block_count);
	canvas_close(layout->flow.press.canvas);
}

/* On a band, whole if a page holds it. */
static void set_box(struct layout *layout, const struct frame *frame,
		    const struct block *block)
{
	struct flow *flow = &layout->flow;
	const struct flow outside = *flow;
	const struct frame inner = layout_box_frame(frame);

	(void)flow_need(flow, layout_start(layout, frame, block));
	flow->banded = true;
	flow->band_x = frame->x;
	flow->band_width = frame->measure;
	(void)flow_take(flow, BOX_PAD);
	layout_blocks(layout, &inner, block->blocks, block->block_count);
	flow->space = 0;
	(void)flow_take(flow, BOX_PAD);
	flow->banded = outside.banded;
	flow->band_x = outside.band_x;
	flow->band_width = outside.band_width;
}

/* A head is not split: below it must be room for rows. */
static void prove_head(const struct layout *layout, const struct block *block,
		       const struct set_table *set)
{
	struct text fault = { 0 };

	if (table_head_height(set, &set->caption) <= flow_full(&layout->flow))
		return;
	text_printf(&fault,
		    _("table \"%s\": its caption and head are taller than a "
		      "page: write them shorter, or make fewer columns"),
		    block->id);
	canvas_refuse(layout->flow.press.canvas, fault.at);
	text_clear(&fault);
}

static void set_table(struct layout *layout, const struct frame *frame,
		      const struct block *block)
{
	struct set_table *set = layout_table(layout, frame, block);

	prove_head(layout, block, set);
	(void)flow_need(&layout->flow, table_start(set));
	note_place(layout, block->id);
	table_draw(set, &layout->flow);
}

static void set_picture(struct layout *layout, const struct frame *frame,
			const struct block *block)
{
	struct flow *flow = &layout->flow;
	const int32_t height = layout_height(layout, frame, block);
	struct point at = { .x = frame->x };

	(void)flow_need(flow, height);
	note_place(layout, block->id);
	at.y = flow_take(flow, height);
	if (block->matrix)
		matrix_draw(&flow->press, block->matrix, at, frame->measure);
	else
		chart_draw(&flow->press, block->chart, at, frame->measure);
}

void layout_report(const struct report *report, const struct press *press)
{
	const struct house_style *style = press->style;
	struct galley galley = { 0 };
	struct layout layout = {
		.report = report,
		.galley = &galley,
		.flow = { .press = *press, .head = &report->head },
	};
	const struct frame frame = {
		.x = style->left,
		.measure = style->measure,
		.wide = house_style_width(style),
		.text = &style->texts[TEXT_BODY],
		.level = 1,
	};

	canvas_open(press->canvas, TAG_DOCUMENT, NULL);
	layout_blocks(&layout, &frame, report->blocks, report->block_count);
	flow_turn(&layout.flow, false);
	if (layout.flow.page == 0) /* a report without a word is a page */
		flow_page(&layout.flow, true);
	layout_number_contents(&layout);
	flow_end(&layout.flow);
	canvas_close(press->canvas);
	places_clear(&layout.places);
	galley_clear(&galley);
}
