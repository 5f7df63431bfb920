#include "typeset/flow.h"

#include <stdlib.h>

#include "lib/text.h"
#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"

#define RULE 250                     /* under the header */
#define RULE_GAP (2 * MPT_PER_POINT) /* above it */
#define MATTER_GAP (7 * MPT_PER_MM)  /* from running matter to the page's */
#define COLUMN_GAP (10 * MPT_PER_MM) /* between left and right */
#define BAND_OVERLAP 300             /* no seam between parts of a band */

enum edge { EDGE_ABOVE, EDGE_BELOW };

static struct paragraph_form matter_form(const struct flow *flow,
					 enum paragraph_align align)
{
	const struct house_style *style = flow->press.style;

	return (struct paragraph_form){
		.style = &style->texts[TEXT_RUNNING],
		.measure = (house_style_width(style) - COLUMN_GAP) / 2,
		.align = align,
	};
}

static void fill_matter(struct paragraph *into, const struct flow *flow,
			const char *text, enum paragraph_align align)
{
	const struct paragraph_form form = matter_form(flow, align);
	struct run run = { .text = text };
	const struct runs runs = { &run, 1 };

	paragraph_fill(into, &flow->press, &runs, &form);
}

static void draw_matter(const struct flow *flow,
			const struct paragraph *paragraph, enum edge edge)
{
	const struct house_style *style = flow->press.style;
	const struct page_size page = canvas_size(flow->press.canvas);
	struct point at = { style->left, style->top - MATTER_GAP };

	if (paragraph->form.align == ALIGN_RIGHT)
		at.x = page.width - style->right - paragraph->form.measure;
	if (edge == EDGE_BELOW)
		at.y = page.height - style->bottom + MATTER_GAP;
	else
		at.y -= paragraph_height(paragraph, paragraph->line_count);
	paragraph_draw(paragraph, &flow->press, at, 0, paragraph->line_count);
}

static void draw_header(const struct flow *flow, const struct paragraph *left,
			const struct paragraph *right)
{
	const struct house_style *style = flow->press.style;
	const struct stroke rule = {
		.width = RULE,
		.colour = style->colours[COLOUR_HAIRLINE],
	};
	const int32_t end =
		canvas_size(flow->press.canvas).width - style->right;
	const int32_t y = style->top - MATTER_GAP + RULE_GAP;

	canvas_pagination_open(flow->press.canvas, "Header");
	draw_matter(flow, left, EDGE_ABOVE);
	draw_matter(flow, right, EDGE_ABOVE);
	canvas_line(flow->press.canvas, (struct point){ style->left, y },
		    (struct point){ end, y }, &rule);
	canvas_artifact_close(flow->press.canvas);
}

/* "21(42)" */
static void draw_footer(const struct flow *flow, const struct paragraph *left,
			int page)
{
	struct paragraph right = { 0 };
	struct text number = { 0 };

	text_printf(&number, "%d(%d)", page, flow->page);
	fill_matter(&right, flow, number.at, ALIGN_RIGHT);
	canvas_pagination_open(flow->press.canvas, "Footer");
	draw_matter(flow, left, EDGE_BELOW);
	draw_matter(flow, &right, EDGE_BELOW);
	canvas_artifact_close(flow->press.canvas);
	paragraph_clear(&right);
	text_clear(&number);
}

void flow_end(struct flow *flow)
{
	const struct report_head *head = flow->head;
	struct paragraph unit = { 0 };
	struct paragraph title = { 0 };
	struct paragraph diary = { 0 };
	struct text left = { 0 };
	struct text right = { 0 };

	text_printf(&left, "%s \u00b7 %s", head->municipality, head->unit);
	fill_matter(&unit, flow, left.at, ALIGN_LEFT);
	/* a page that is handed on alone tells too that it is a draft */
	if (head->draft)
		text_printf(&right, "%s \u00b7 ", head->draft);
	text_add(&right, head->short_title);
	fill_matter(&title, flow, right.at, ALIGN_RIGHT);
	fill_matter(&diary, flow, head->diary_number ? head->diary_number : "",
		    ALIGN_LEFT);
	for (size_t i = 0; i < flow->matter_count; i++) {
		canvas_turn(flow->press.canvas, flow->matter[i]);
		draw_header(flow, &unit, &title);
		draw_footer(flow, &diary, flow->matter[i]);
	}
	paragraph_clear(&unit);
	paragraph_clear(&title);
	paragraph_clear(&diary);
	text_clear(&left);
	text_clear(&right);
	free(flow->matter);
	flow->matter = NULL;
	flow->matter_count = 0;
}

void flow_page(struct flow *flow, bool matter)
{
	const struct page_size size =
		house_style_page(flow->press.style, flow->wants_landscape);

	flow->page = canvas_page(flow->press.canvas, size);
	flow->landscape = flow->wants_landscape;
	flow->y = flow->press.style->top;
	flow->over = false;
	flow->bare = true;
	flow->painted = 0;
	if (!matter)
		return;
	flow->matter = mem_resize(flow->matter, flow->matter_count + 1,
				  sizeof(*flow->matter));
	flow->matter[flow->matter_count++] = flow->page;
}

void flow_turn(struct flow *flow, bool landscape)
{
	flow->wants_landscape = landscape;
}

void flow_break(struct flow *flow)
{
	flow->over = true;
}

void flow_space(struct flow *flow, int32_t space)
{
	if (flow->space < space)
		flow->space = space;
}

bool flow_need(struct flow *flow, int32_t height)
{
	bool begin = flow->page == 0 || flow->over ||
		     flow->landscape != flow->wants_landscape ||
		     (!flow->bare && flow_room(flow) < flow->space + height);

	if (begin)
		flow_page(flow, true);
	if (!flow->bare && flow->space > 0)
		(void)flow_take(flow, flow->space);
	flow->space = 0;
	return begin;
}

int32_t flow_room(const struct flow *flow)
{
	const struct house_style *style = flow->press.style;
	const struct page_size page = house_style_page(style, flow->landscape);

	return page.height - style->bottom - flow->y;
}

int32_t flow_full(const struct flow *flow)
{
	return house_style_room(flow->press.style, flow->wants_landscape)
		.height;
}

void flow_paint(struct flow *flow, int32_t height)
{
	const int32_t top = flow->y > flow->painted ? flow->y : flow->painted;
	const int32_t overlap = flow->bare ? 0 : BAND_OVERLAP;
	const int32_t bottom = flow->y + height;

	if (!flow->banded || bottom <= top)
		return;
	flow->painted = bottom;
	canvas_artifact_open(flow->press.canvas);
	canvas_rectangle(flow->press.canvas,
			 (struct point){ flow->band_x, top - overlap },
			 flow->band_width, bottom - top + overlap,
			 &flow->press.style->colours[COLOUR_BAND]);
	canvas_artifact_close(flow->press.canvas);
}

int32_t flow_take(struct flow *flow, int32_t height)
{
	const int32_t y = flow->y;

	flow_paint(flow, height);
	flow->y += height;
	flow->bare = false;
	return y;
}
