/* layout_cover - the cover. */
#include "typeset/layout.h"

#include <string.h>

#include "lib/text.h"
#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"

#define LINE_NAMES (40 * MPT_PER_MM) /* width of the names at the foot */
#define DRAFT_TURN 45                /* degrees */

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

/* The logo, as large as its room lets it be; how high it is with the space
 * below it. */
static int32_t set_logo(const struct press *press, struct point at)
{
	const struct house_logo *logo = &press->style->logo;
	const struct picture *picture = &logo->picture;
	const struct tag_attributes about = { .alt = logo->alt };
	const int64_t across = (int64_t)logo->height * picture->width;
	const int64_t down = (int64_t)logo->width * picture->height;
	struct area area = { at, logo->width, logo->height };

	if (!logo->alt)
		return 0;
	if (across < down)
		area.width = (int32_t)(across / picture->height);
	else
		area.height = (int32_t)(down / picture->width);
	canvas_open(press->canvas, TAG_FIGURE, &about);
	canvas_picture(press->canvas, &area, picture);
	canvas_close(press->canvas);
	return area.height + press->style->texts[TEXT_COVER_UNIT].leading / 2;
}

/* The logo and the municipality to the left; to the right in words that it is a
 * draft. */
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

	at.y += set_logo(press, at);
	(void)set_text(press, head->municipality, &left, at);
	right.align = ALIGN_RIGHT;
	at = (struct point){ x + half, press->style->top };
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
