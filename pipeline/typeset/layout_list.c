/* layout_list - items with a bullet or a number, nested as they come. */
#include "typeset/layout.h"

#include <string.h>

#include "lib/text.h"
#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"

#define INDENT 14000   /* of an item's text, at least [mpt] */
#define LABEL_GAP 6000 /* from the label to the text */

static void add_label(struct text *label, const struct block *list,
		      size_t number)
{
	if (list->ordered)
		text_printf(label, "%zu.", number);
	else
		text_add(label, "\u2022");
}

static int32_t label_width(const struct layout *layout,
			   const struct frame *frame, const struct block *list,
			   size_t number)
{
	struct text label = { 0 };
	int32_t width;

	add_label(&label, list, number);
	width = canvas_width(layout->flow.press.canvas, &frame->text->font,
			     label.at, label.len);
	text_clear(&label);
	return width;
}

struct frame layout_item_frame(const struct layout *layout,
			       const struct frame *frame,
			       const struct block *list)
{
	struct frame inner = *frame;
	int32_t indent =
		label_width(layout, frame, list, list->block_count) + LABEL_GAP;

	if (indent < INDENT)
		indent = INDENT;
	inner.x += indent;
	inner.measure -= indent;
	inner.wide -= indent;
	inner.item = true;
	inner.inside = true;
	return inner;
}

/* A mark before the first word is label enough. */
static bool has_mark(const struct block *item)
{
	const struct block *first = item->blocks;

	return item->block_count > 0 && first->runs.count > 0 &&
	       first->runs.list->symbol;
}

/* The label stands before the item's first line. */
static void draw_label(struct layout *layout, const struct frame *frame,
		       const struct block *list, size_t number)
{
	const struct press *press = &layout->flow.press;
	const struct font *font = &frame->text->font;
	const int32_t cap = canvas_cap_height(press->canvas, font);
	struct text label = { 0 };

	add_label(&label, list, number);
	text_add_char(&label, ' ');
	flow_paint(&layout->flow, frame->text->leading);
	canvas_open(press->canvas, TAG_LBL, NULL);
	canvas_text(press->canvas,
		    (struct point){ frame->x,
				    layout->flow.y +
					    (frame->text->leading + cap) / 2 },
		    font, label.at, label.len);
	canvas_close(press->canvas);
	text_clear(&label);
}

static void set_item(struct layout *layout, const struct frame *frame,
		     const struct block *list, size_t at)
{
	const struct frame inner = layout_item_frame(layout, frame, list);
	const struct block *item = &list->blocks[at];
	struct flow *flow = &layout->flow;
	int32_t height = layout_start(layout, &inner, item);

	if (height < frame->text->leading)
		height = frame->text->leading;
	(void)flow_need(flow, height);
	canvas_open(flow->press.canvas, TAG_LI, NULL);
	if (list->ordered || !has_mark(item))
		draw_label(layout, frame, list, at + 1);
	canvas_open(flow->press.canvas, TAG_LBODY, NULL);
	if (item->block_count > 0)
		layout_blocks(layout, &inner, item->blocks, item->block_count);
	else
		(void)flow_take(flow, height);
	canvas_close(flow->press.canvas);
	canvas_close(flow->press.canvas);
	flow->space = LIST_GAP;
}

void layout_list(struct layout *layout, const struct frame *frame,
		 const struct block *block)
{
	const struct tag_attributes attributes = {
		.list_numbering = block->ordered ? "Decimal" : "Disc",
	};

	canvas_open(layout->flow.press.canvas, TAG_L, &attributes);
	for (size_t i = 0; i < block->block_count; i++)
		set_item(layout, frame, block, i);
	canvas_close(layout->flow.press.canvas);
}
