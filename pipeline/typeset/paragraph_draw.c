#include "lib/text.h"
#include "typeset/paragraph.h"

#include <string.h>

#include "typeset/house_style.h"
#include "typeset/mark.h"
#include "typeset/press.h"

#define UNDERLINE 500   /* how thick [mpt] */
#define UNDER_BASE 1700 /* how far below the baseline [mpt] */
/* PDF/A allows strings of 32767 bytes (ISO 19005-3, 6.1.13); ears less. */
#define ABOUT_AT_MOST 1000 /* bytes that are said of a link */

/* Where the drawing stands. */
struct drawing {
	const struct paragraph *paragraph;
	const struct press *press;
	const char *linked; /* text of the run that was the last link */
	tag_handle link;    /* its element */
	int32_t spare;      /* of the line, for its spaces */
	int32_t spaces;     /* that share it */
	int32_t passed;     /* of those, left of what is drawn */
};

static void shorten(struct text *about)
{
	size_t len = ABOUT_AT_MOST;

	if (about->len <= len)
		return;
	while (len > 0 && text_goes_on(about->at[len]))
		len--;
	about->len = len;
	text_add(about, "…");
}

/* A link that goes on on the next line is one, with a place on each. */
static void open_link(struct drawing *drawing, const struct stretch *stretch)
{
	struct canvas *canvas = drawing->press->canvas;

	if (drawing->linked == stretch->run.text) {
		canvas_reopen(canvas, drawing->link);
		return;
	}
	drawing->link = canvas_open(canvas, TAG_LINK, NULL);
	drawing->linked = stretch->run.text;
}

static void place_link(const struct drawing *drawing,
		       const struct stretch *stretch, struct point at,
		       int32_t width)
{
	const struct paragraph *paragraph = drawing->paragraph;
	const int32_t leading = paragraph->form.style->leading;
	const struct area area = {
		.corner = { at.x,
			    at.y - (leading + paragraph->cap_height) / 2 },
		.width = width,
		.height = leading,
	};
	struct run run = { .text = stretch->run.text };
	struct text about = { 0 };

	paragraph_add_plain(&about, &(struct runs){ &run, 1 });
	shorten(&about);
	canvas_link(drawing->press->canvas, &area, stretch->run.to, about.at);
	text_clear(&about);
}

static void draw_underline(const struct press *press,
			   const struct stretch *stretch, struct point at,
			   int32_t width)
{
	const struct stroke stroke = { .width = UNDERLINE,
				       .colour = stretch->font.colour };
	const int32_t under = at.y + UNDER_BASE;

	canvas_artifact_open(press->canvas);
	canvas_line(press->canvas, (struct point){ at.x, under },
		    (struct point){ at.x + width, under }, &stroke);
	canvas_artifact_close(press->canvas);
}

/* How far what stands behind the spaces passed is moved to the right. */
static int32_t moved(const struct drawing *drawing)
{
	if (drawing->spaces == 0)
		return 0;
	return (int32_t)((int64_t)drawing->spare * drawing->passed /
			 drawing->spaces);
}

static void draw_part(const struct drawing *drawing,
		      const struct stretch *stretch, struct point at,
		      const char *part, size_t len)
{
	const char *text = drawing->paragraph->ink.at + stretch->at;

	at.x += moved(drawing) + canvas_width(drawing->press->canvas,
					      &stretch->font, text,
					      (size_t)(part - text));
	canvas_text(drawing->press->canvas, at, &stretch->font, part, len);
}

/* Word by word, each with the space behind it, where spaces are wider. */
static void draw_text(struct drawing *drawing, const struct stretch *stretch,
		      struct point at)
{
	const char *part = drawing->paragraph->ink.at + stretch->at;
	const char *end = part + stretch->len;
	const char *space;

	while (drawing->spare > 0 &&
	       (space = memchr(part, ' ', (size_t)(end - part)))) {
		draw_part(drawing, stretch, at, part,
			  (size_t)(space + 1 - part));
		part = space + 1;
		drawing->passed++;
	}
	if (part < end)
		draw_part(drawing, stretch, at, part, (size_t)(end - part));
}

/* What is repeated as decoration looks like a link and is none. */
static void draw_link(struct drawing *drawing, const struct stretch *stretch,
		      struct point at)
{
	struct canvas *canvas = drawing->press->canvas;
	const bool leads = !canvas_in_artifact(canvas);
	const struct point start = { at.x + moved(drawing), at.y };
	int32_t width;

	if (leads)
		open_link(drawing, stretch);
	draw_text(drawing, stretch, at);
	width = at.x + moved(drawing) + stretch->width - start.x;
	if (leads) {
		place_link(drawing, stretch, start, width);
		canvas_close(canvas);
	}
	draw_underline(drawing->press, stretch, start, width);
}

static void draw_stretch(struct drawing *drawing, const struct stretch *stretch,
			 struct point at)
{
	const struct press *press = drawing->press;

	at.x += stretch->x;
	if (stretch->len == 0)
		mark_draw(press, stretch->run.symbol,
			  mark_colour(press, stretch->run.colour),
			  (struct point){ at.x + moved(drawing), at.y },
			  &stretch->font);
	else if (stretch->run.to)
		draw_link(drawing, stretch, at);
	else
		draw_text(drawing, stretch, at);
}

static void begin_line(struct drawing *drawing, const struct line *line)
{
	const struct paragraph_form *form = &drawing->paragraph->form;
	const bool fill = form->justified && !line->last && line->spaces > 0;

	drawing->spare = fill ? form->measure - line->width : 0;
	drawing->spaces = line->spaces;
	drawing->passed = 0;
}

static int32_t indent_of(const struct paragraph_form *form,
			 const struct line *line)
{
	const int32_t spare = form->measure - line->width;

	switch (form->align) {
	case ALIGN_LEFT:
		break;
	case ALIGN_MIDDLE:
		return spare / 2;
	case ALIGN_RIGHT:
		return spare;
	}
	return 0;
}

/* Capitals stand in the middle of their line's height. */
void paragraph_draw(const struct paragraph *paragraph,
		    const struct press *press, struct point at, size_t first,
		    size_t count)
{
	const int32_t leading = paragraph->form.style->leading;
	struct drawing drawing = { .paragraph = paragraph, .press = press };

	at.y += (leading + paragraph->cap_height) / 2;
	for (size_t i = first; i < first + count; i++) {
		const struct line *line = &paragraph->lines[i];
		const struct point start = {
			at.x + indent_of(&paragraph->form, line), at.y
		};

		begin_line(&drawing, line);
		for (size_t k = 0; k < line->count; k++)
			draw_stretch(&drawing,
				     &paragraph->stretches[line->first + k],
				     start);
		at.y += leading;
	}
}
