#include "typeset/paragraph.h"

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
};

static void shorten(struct text *about)
{
	size_t len = ABOUT_AT_MOST;

	if (about->len <= len)
		return;
	while (len > 0 && ((unsigned char)about->at[len] & 0xc0) == 0x80)
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
		       const struct stretch *stretch, struct point at)
{
	const struct paragraph *paragraph = drawing->paragraph;
	const int32_t leading = paragraph->form.style->leading;
	const struct area area = {
		.corner = { at.x,
			    at.y - (leading + paragraph->cap_height) / 2 },
		.width = stretch->width,
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
			   const struct stretch *stretch, struct point at)
{
	const struct stroke stroke = { .width = UNDERLINE,
				       .colour = stretch->font.colour };
	const int32_t under = at.y + UNDER_BASE;

	canvas_artifact_open(press->canvas);
	canvas_line(press->canvas, (struct point){ at.x, under },
		    (struct point){ at.x + stretch->width, under }, &stroke);
	canvas_artifact_close(press->canvas);
}

static void draw_text(const struct drawing *drawing,
		      const struct stretch *stretch, struct point at)
{
	canvas_text(drawing->press->canvas, at, &stretch->font,
		    drawing->paragraph->ink.at + stretch->at, stretch->len);
}

/* What is repeated as decoration looks like a link and is none. */
static void draw_link(struct drawing *drawing, const struct stretch *stretch,
		      struct point at)
{
	struct canvas *canvas = drawing->press->canvas;

	if (canvas_in_artifact(canvas)) {
		draw_text(drawing, stretch, at);
	} else {
		open_link(drawing, stretch);
		draw_text(drawing, stretch, at);
		place_link(drawing, stretch, at);
		canvas_close(canvas);
	}
	draw_underline(drawing->press, stretch, at);
}

static void draw_stretch(struct drawing *drawing, const struct stretch *stretch,
			 struct point at)
{
	const struct press *press = drawing->press;

	at.x += stretch->x;
	if (stretch->len == 0)
		mark_draw(press, stretch->run.symbol,
			  mark_colour(press, stretch->run.colour), at,
			  &stretch->font);
	else if (stretch->run.to)
		draw_link(drawing, stretch, at);
	else
		draw_text(drawing, stretch, at);
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

		for (size_t k = 0; k < line->count; k++)
			draw_stretch(&drawing,
				     &paragraph->stretches[line->first + k],
				     start);
		at.y += leading;
	}
}
