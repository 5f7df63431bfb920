/* layout_contents - the contents, with the pages of sections. */
#include "typeset/layout.h"

#include "lib/text.h"
#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"

#define NEARER 7 /* lines of the contents by a seventh, to fit a page */
#define ENTRY_INDENT (14 * MPT_PER_POINT)
#define ENTRY_GAP (3 * MPT_PER_POINT) /* above an entry of the first level */
#define NUMBER_WIDTH (24 * MPT_PER_POINT) /* for "999" */
#define LEADER_GAP (5 * MPT_PER_POINT)
#define LEADER_LINE 600
#define LEADER_DASH 1500

/* The leader leads from the title to the number; it is decoration. */
static void draw_leader(const struct press *press, const struct entry *entry,
			int32_t number)
{
	const int32_t from = entry->end + LEADER_GAP;
	const int32_t to = entry->right - number - LEADER_GAP;
	const struct stroke stroke = {
		.width = LEADER_LINE,
		.colour = press->style->colours[COLOUR_SECONDARY],
		.dash = LEADER_DASH,
	};

	if (from >= to)
		return;
	canvas_artifact_open(press->canvas);
	canvas_line(press->canvas, (struct point){ from, entry->base },
		    (struct point){ to, entry->base }, &stroke);
	canvas_artifact_close(press->canvas);
}

static int32_t draw_number(struct canvas *canvas, const struct entry *entry,
			   int page)
{
	const struct font *font = &entry->font;
	const int32_t space = canvas_width(canvas, font, " ", 1);
	struct text number = { 0 };
	int32_t width;

	text_printf(&number, " %d", page);
	width = canvas_width(canvas, font, number.at, number.len);
	canvas_text(canvas, (struct point){ entry->right - width, entry->base },
		    font, number.at, number.len);
	text_clear(&number);
	return width - space;
}

/* The whole line leads to its section. */
static void link_entry(const struct layout *layout, const struct entry *entry,
		       int page)
{
	struct text about = { 0 };

	paragraph_add_plain(&about, &entry->section->runs);
	text_printf(&about, ", %s %d", layout->report->head.word_page, page);
	canvas_link(layout->flow.press.canvas,
		    &(struct area){ .corner = { entry->left, entry->top },
				    .width = entry->right - entry->left,
				    .height = entry->height },
		    entry->section->id, about.at);
	text_clear(&about);
}

static void number_entry(struct layout *layout, const struct entry *entry)
{
	const struct press *press = &layout->flow.press;
	const int page = places_lookup(&layout->places, entry->section->id);
	int32_t number;
	int opened;

	canvas_turn(press->canvas, entry->page);
	opened = canvas_reenter(press->canvas, entry->link);
	number = draw_number(press->canvas, entry, page);
	link_entry(layout, entry, page);
	draw_leader(press, entry, number);
	while (opened-- > 0)
		canvas_close(press->canvas);
}

void layout_number_contents(struct layout *layout)
{
	for (size_t i = 0; i < layout->entry_count; i++)
		number_entry(layout, &layout->entries[i]);
}

/* Draw the title, and keep where the rest of the line goes. */
static void draw_entry(struct layout *layout, struct entry *entry,
		       const struct paragraph *title, int32_t indent)
{
	struct flow *flow = &layout->flow;
	const int32_t leading = title->form.style->leading;

	entry->height = paragraph_height(title, title->line_count);
	entry->top = flow_take(flow, entry->height);
	entry->base = entry->top + entry->height - leading +
		      (leading + title->cap_height) / 2;
	entry->end = entry->left + indent +
		     title->lines[title->line_count - 1].width;
	entry->page = flow->page;
	canvas_open(flow->press.canvas, TAG_TOCI, NULL);
	canvas_open(flow->press.canvas, TAG_REFERENCE, NULL);
	entry->link = canvas_open(flow->press.canvas, TAG_LINK, NULL);
	paragraph_draw(title, &flow->press,
		       (struct point){ entry->left + indent, entry->top }, 0,
		       title->line_count);
	canvas_close(flow->press.canvas);
	canvas_close(flow->press.canvas);
	canvas_close(flow->press.canvas);
}

static struct entry *add_entry(struct layout *layout)
{
	layout->entries =
		arena_grow(&layout->places.arena, layout->entries,
			   layout->entry_count, sizeof(*layout->entries));
	return &layout->entries[layout->entry_count++];
}

/* The title of a section, as it stands in the contents. */
static void fill_entry(struct paragraph *title, const struct layout *layout,
		       const struct frame *frame, const struct block *section,
		       int level)
{
	const struct paragraph_form form = {
		.style = &layout->entry_styles[level > 1],
		.measure = frame->measure - (level - 1) * ENTRY_INDENT -
			   NUMBER_WIDTH,
	};

	paragraph_fill(title, &layout->flow.press, &section->runs, &form);
}

static void set_entry(struct layout *layout, const struct frame *frame,
		      const struct block *section, int level)
{
	struct entry *entry = add_entry(layout);
	struct paragraph title = { 0 };

	if (level == 1)
		flow_space(&layout->flow, ENTRY_GAP);
	*entry = (struct entry){
		.section = section,
		.font = layout->entry_styles[level > 1].font,
		.left = frame->x,
		.right = frame->x + frame->measure,
	};
	fill_entry(&title, layout, frame, section, level);
	(void)flow_need(&layout->flow,
			paragraph_height(&title, title.line_count));
	draw_entry(layout, entry, &title, (level - 1) * ENTRY_INDENT);
	paragraph_clear(&title);
}

static bool has_section(const struct block *blocks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (blocks[i].kind == BLOCK_SECTION)
			return true;
	return false;
}

/* Sections of one level; those below them stand in contents of their own. */
static void set_entries(struct layout *layout, const struct frame *frame,
			const struct block *parent, int level)
{
	if (level > layout->depth ||
	    !has_section(parent->blocks, parent->block_count))
		return;
	canvas_open(layout->flow.press.canvas, TAG_TOC, NULL);
	for (size_t i = 0; i < parent->block_count; i++) {
		const struct block *section = &parent->blocks[i];

		if (section->kind != BLOCK_SECTION)
			continue;
		set_entry(layout, frame, section, level);
		set_entries(layout, frame, section, level + 1);
	}
	canvas_close(layout->flow.press.canvas);
}

/* What the contents consist of: lines, and space between them. */
struct entries_size {
	int32_t lines;
	int32_t space;
};

static void measure_entries(struct entries_size *size,
			    const struct layout *layout,
			    const struct frame *frame,
			    const struct block *parent, int level)
{
	for (size_t i = 0; i < parent->block_count; i++) {
		const struct block *section = &parent->blocks[i];
		struct paragraph title = { 0 };

		if (section->kind != BLOCK_SECTION)
			continue;
		fill_entry(&title, layout, frame, section, level);
		size->lines += (int32_t)title.line_count;
		size->space += level == 1 ? ENTRY_GAP : 0;
		paragraph_clear(&title);
		if (level < layout->depth)
			measure_entries(size, layout, frame, section,
					level + 1);
	}
}

/*
 * The lines of the contents are as far apart as the house style says; a little
 * nearer if then a page holds all of them.
 */
static void choose_entry_styles(struct layout *layout,
				const struct frame *frame,
				const struct block *all)
{
	const struct flow *flow = &layout->flow;
	const struct text_style *style =
		&flow->press.style->texts[TEXT_CONTENTS];
	const int32_t room = flow_room(flow) - flow->space;
	struct entries_size size = { 0 };
	int32_t leading = style->leading;

	layout->entry_styles[0] = *style;
	layout->entry_styles[0].font.face = FACE_BOLD;
	layout->entry_styles[1] = *style;
	measure_entries(&size, layout, frame, all, 1);
	if (size.lines * leading + size.space > room && size.lines > 0)
		leading = (room - size.space) / size.lines;
	if (leading < style->leading - style->leading / NEARER)
		leading = style->leading;
	layout->entry_styles[0].leading = leading;
	layout->entry_styles[1].leading = leading;
}

void layout_contents(struct layout *layout, const struct frame *frame,
		     const struct block *block)
{
	const struct press *press = &layout->flow.press;
	const struct text_style *style = &press->style->texts[TEXT_H1];
	const struct paragraph_form form = { .style = style,
					     .measure = frame->measure };
	const struct block all = {
		.blocks = layout->report->blocks,
		.block_count = layout->report->block_count,
	};
	struct run run = { .text = layout->report->head.word_contents };
	const struct runs runs = { &run, 1 };
	struct paragraph title = { 0 };
	struct point at = { .x = frame->x };
	struct frame wide = *frame;

	/* a list of pages is read like a table: it has a table's width */
	wide.measure = frame->wide;
	paragraph_fill(&title, press, &runs, &form);
	flow_space(&layout->flow, style->before);
	(void)flow_need(&layout->flow, HEADING_LINES * style->leading);
	canvas_open(press->canvas, TAG_SECT, NULL);
	canvas_open(press->canvas, TAG_H1, NULL);
	at.y = flow_take(&layout->flow,
			 paragraph_height(&title, title.line_count));
	paragraph_draw(&title, press, at, 0, title.line_count);
	canvas_close(press->canvas);
	flow_space(&layout->flow, style->after);
	layout->depth = block->depth;
	choose_entry_styles(layout, &wide, &all);
	set_entries(layout, &wide, &all, 1);
	canvas_close(press->canvas);
	paragraph_clear(&title);
}
