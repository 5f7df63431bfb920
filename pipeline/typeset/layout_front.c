/* layout_front - the cover, and the contents with the pages of sections. */
#include "typeset/layout.h"

#include <string.h>

#include "lib/text.h"
#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"

#define LINE_NAMES (40 * MPT_PER_MM) /* width of the names at the foot */
#define DRAFT_TURN 45                /* degrees */
#define ENTRY_INDENT (14 * MPT_PER_POINT)
#define ENTRY_GAP (3 * MPT_PER_POINT) /* above an entry of the first level */
#define NUMBER_WIDTH (24 * MPT_PER_POINT) /* for "999" */
#define LEADER_GAP (5 * MPT_PER_POINT)
#define LEADER_LINE 600
#define LEADER_DASH 1500

/* Draw a text of its own as a paragraph; how high it is. */
static int32_t set_text(const struct press *press, const char *text,
			const struct paragraph_form *form, struct point at)
{
	struct run run = { .text = text };
	const struct runs runs = { &run, 1 };
	struct paragraph paragraph = { 0 };
	int32_t height;

	paragraph_fill(&paragraph, press, &runs, form);
	canvas_open(press->canvas, TAG_P, NULL);
	paragraph_draw(&paragraph, press, at, 0, paragraph.line_count);
	canvas_close(press->canvas);
	height = paragraph_height(&paragraph, paragraph.line_count);
	paragraph_clear(&paragraph);
	return height + form->style->after;
}

/* The word across the page, so large that it fills the diagonal. */
static void draw_draft(const struct press *press, const char *draft)
{
	const struct house_style *style = press->style;
	const struct font *font = &style->texts[TEXT_DRAFT].font;
	const int32_t cap = canvas_cap_height(press->canvas, font);
	const int64_t width =
		canvas_width(press->canvas, font, draft, strlen(draft));
	/* half the word along the diagonal: cos 45° is 0.7071 */
	const int32_t half = (int32_t)(width * 7071 / 20000);
	const int32_t lower = (int32_t)((int64_t)cap * 7071 / 20000);

	canvas_artifact_open(press->canvas);
	canvas_text_turned(press->canvas,
			   (struct point){ style->width / 2 - half + lower,
					   style->height / 2 + half + lower },
			   DRAFT_TURN, font, draft);
	canvas_artifact_close(press->canvas);
}

/* "Diarienummer   SN 2025/41", read as one paragraph. */
static int32_t set_line(const struct press *press, const char *name,
			const char *text, struct point at)
{
	const struct house_style *style = press->style;
	const struct text_style *line = &style->texts[TEXT_COVER_LINE];
	const struct paragraph_form names = { .style = line,
					      .measure = LINE_NAMES };
	const struct paragraph_form texts = {
		.style = line,
		.measure = house_style_width(style) - LINE_NAMES,
	};
	struct run name_run = { .text = name };
	struct run text_run = { .text = text, .strong = true };
	struct paragraph left = { 0 };
	struct paragraph right = { 0 };
	size_t lines;

	paragraph_fill(&left, press, &(struct runs){ &name_run, 1 }, &names);
	paragraph_fill(&right, press, &(struct runs){ &text_run, 1 }, &texts);
	canvas_open(press->canvas, TAG_P, NULL);
	paragraph_draw(&left, press, at, 0, left.line_count);
	canvas_text(
		press->canvas,
		(struct point){ at.x + LINE_NAMES - MPT_PER_POINT * 3,
				at.y + (line->leading + left.cap_height) / 2 },
		&line->font, " ", 1);
	at.x += LINE_NAMES;
	paragraph_draw(&right, press, at, 0, right.line_count);
	canvas_close(press->canvas);
	lines = left.line_count > right.line_count ? left.line_count
						   : right.line_count;
	paragraph_clear(&left);
	paragraph_clear(&right);
	return (int32_t)lines * line->leading;
}

/* Diary number, date, state and so on, the last line on the margin. */
static void set_foot(const struct layout *layout, int32_t x)
{
	const struct report_head *head = &layout->report->head;
	const struct press *press = &layout->flow.press;
	const struct house_style *style = press->style;
	const int32_t leading = style->texts[TEXT_COVER_LINE].leading;
	struct point at = { x, style->height - style->bottom };

	at.y -= (int32_t)head->line_count * leading;
	for (size_t i = 0; i < head->line_count; i++)
		at.y += set_line(press, head->lines[i].name,
				 head->lines[i].text, at);
}

/* The municipality to the left; to the right in words that it is a draft. */
static void set_top(const struct layout *layout, int32_t x)
{
	const struct report_head *head = &layout->report->head;
	const struct press *press = &layout->flow.press;
	const int32_t half = house_style_width(press->style) / 2;
	const struct paragraph_form left = {
		.style = &press->style->texts[TEXT_COVER_UNIT],
		.measure = half,
	};
	struct paragraph_form right = left;
	struct point at = { x, press->style->top };

	(void)set_text(press, head->municipality, &left, at);
	right.align = ALIGN_RIGHT;
	at.x += half;
	if (head->draft)
		(void)set_text(press, head->draft, &right, at);
}

/* Title, period and committee from two fifths of the page on. */
static void set_title(const struct layout *layout, int32_t x)
{
	static const enum text_use uses[] = { TEXT_COVER_TITLE,
					      TEXT_COVER_SUBTITLE,
					      TEXT_COVER_UNIT };
	const struct report_head *head = &layout->report->head;
	const struct press *press = &layout->flow.press;
	const struct house_style *style = press->style;
	const char *const texts[] = { head->title, head->subtitle, head->unit };
	struct point at = { x, style->height * 2 / 5 };

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		const struct paragraph_form form = {
			.style = &style->texts[uses[i]],
			.measure = house_style_width(style),
			.even = true,
		};

		if (texts[i])
			at.y += set_text(press, texts[i], &form, at);
	}
}

void layout_cover(struct layout *layout, const struct frame *frame,
		  const struct block *block)
{
	const struct report_head *head = &layout->report->head;
	const struct press *press = &layout->flow.press;

	(void)block;
	flow_page(&layout->flow, false);
	if (head->draft)
		draw_draft(press, head->draft);
	canvas_open(press->canvas, TAG_SECT, NULL);
	set_top(layout, frame->x);
	set_title(layout, frame->x);
	set_foot(layout, frame->x);
	canvas_close(press->canvas);
	layout->flow.bare = false;
	flow_break(&layout->flow);
}

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

static void set_entry(struct layout *layout, const struct frame *frame,
		      const struct block *section, int level)
{
	const int32_t indent = (level - 1) * ENTRY_INDENT;
	struct text_style style =
		layout->flow.press.style->texts[TEXT_CONTENTS];
	const struct paragraph_form form = {
		.style = &style,
		.measure = frame->measure - indent - NUMBER_WIDTH,
	};
	struct entry *entry = add_entry(layout);
	struct paragraph title = { 0 };

	if (level == 1) {
		style.font.face = FACE_BOLD;
		flow_space(&layout->flow, ENTRY_GAP);
	}
	*entry = (struct entry){
		.section = section,
		.font = style.font,
		.left = frame->x,
		.right = frame->x + frame->measure,
	};
	paragraph_fill(&title, &layout->flow.press, &section->runs, &form);
	(void)flow_need(&layout->flow,
			paragraph_height(&title, title.line_count));
	draw_entry(layout, entry, &title, indent);
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
			const struct block *parent, int level, int depth)
{
	if (level > depth || !has_section(parent->blocks, parent->block_count))
		return;
	canvas_open(layout->flow.press.canvas, TAG_TOC, NULL);
	for (size_t i = 0; i < parent->block_count; i++) {
		const struct block *section = &parent->blocks[i];

		if (section->kind != BLOCK_SECTION)
			continue;
		set_entry(layout, frame, section, level);
		set_entries(layout, frame, section, level + 1, depth);
	}
	canvas_close(layout->flow.press.canvas);
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
	set_entries(layout, &wide, &all, 1, block->depth);
	canvas_close(press->canvas);
	paragraph_clear(&title);
}
