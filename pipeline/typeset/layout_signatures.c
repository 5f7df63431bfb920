/* layout_signatures - names and roles side by side, with room to sign above. */
#include "typeset/layout.h"

#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"

#define ACROSS 2 /* side by side */
#define COLUMN_GAP (10 * MPT_PER_MM)
#define SIGN_ROOM (14 * MPT_PER_MM) /* above the line that one signs on */
#define LINE 500
#define LINE_GAP (3 * MPT_PER_POINT) /* from the line to the name */

static int32_t column_width(const struct frame *frame)
{
	return (frame->measure - (ACROSS - 1) * COLUMN_GAP) / ACROSS;
}

static void fill(struct paragraph *into, const struct layout *layout,
		 const struct frame *frame, const struct signature *signature)
{
	const struct paragraph_form form = {
		.style = frame->text,
		.measure = column_width(frame),
	};
	struct run list[] = {
		{ .text = signature->name, .strong = true },
		{ .text = "", .line_break = true },
		{ .text = signature->role },
	};
	const struct runs runs = { list, COUNT_OF(list) };

	paragraph_fill(into, &layout->flow.press, &runs, &form);
}

static int32_t height_of(const struct layout *layout, const struct frame *frame,
			 const struct signature *signature)
{
	struct paragraph paragraph = { 0 };
	int32_t height;

	fill(&paragraph, layout, frame, signature);
	height = paragraph_height(&paragraph, paragraph.line_count);
	paragraph_clear(&paragraph);
	return SIGN_ROOM + LINE_GAP + height;
}

static int32_t row_height(const struct layout *layout,
			  const struct frame *frame, const struct block *block,
			  size_t first)
{
	int32_t height = 0;

	for (size_t i = first; i < first + ACROSS && i < block->signature_count;
	     i++) {
		const int32_t one =
			height_of(layout, frame, &block->signatures[i]);

		if (height < one)
			height = one;
	}
	return height;
}

int32_t layout_signatures_height(const struct layout *layout,
				 const struct frame *frame,
				 const struct block *block)
{
	int32_t height = 0;

	for (size_t i = 0; i < block->signature_count; i += ACROSS)
		height += row_height(layout, frame, block, i);
	return height;
}

static void draw(struct layout *layout, const struct frame *frame,
		 const struct signature *signature, struct point at)
{
	const struct press *press = &layout->flow.press;
	const struct stroke line = {
		.width = LINE,
		.colour = press->style->colours[COLOUR_SECONDARY],
	};
	struct paragraph paragraph = { 0 };

	fill(&paragraph, layout, frame, signature);
	at.y += SIGN_ROOM;
	canvas_artifact_open(press->canvas);
	canvas_line(press->canvas, at,
		    (struct point){ at.x + column_width(frame), at.y }, &line);
	canvas_artifact_close(press->canvas);
	at.y += LINE_GAP;
	canvas_open(press->canvas, TAG_P, NULL);
	paragraph_draw(&paragraph, press, at, 0, paragraph.line_count);
	canvas_close(press->canvas);
	paragraph_clear(&paragraph);
}

void layout_signatures(struct layout *layout, const struct frame *frame,
		       const struct block *block)
{
	for (size_t i = 0; i < block->signature_count; i += ACROSS) {
		const int32_t height = row_height(layout, frame, block, i);
		struct point at = { .x = frame->x };

		(void)flow_need(&layout->flow, height);
		at.y = flow_take(&layout->flow, height);
		for (size_t k = i; k < i + ACROSS && k < block->signature_count;
		     k++) {
			draw(layout, frame, &block->signatures[k], at);
			at.x += column_width(frame) + COLUMN_GAP;
		}
	}
}
