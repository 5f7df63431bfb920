#include "typeset/paragraph.h"

#include "typeset/house_style.h"
#include "typeset/mark.h"
#include "typeset/press.h"

#define UNDERLINE 500   /* how thick [mpt] */
#define UNDER_BASE 1700 /* how far below the baseline [mpt] */

static void draw_link(const struct paragraph *paragraph,
		      const struct press *press, const struct stretch *stretch,
		      struct point at)
{
	const int32_t leading = paragraph->form.style->leading;
	const struct area area = {
		.corner = { at.x,
			    at.y - (leading + paragraph->cap_height) / 2 },
		.width = stretch->width,
		.height = leading,
	};
	const struct stroke stroke = { .width = UNDERLINE,
				       .colour = stretch->font.colour };
	const int32_t under = at.y + UNDER_BASE;

	canvas_open(press->canvas, TAG_LINK, NULL);
	canvas_text(press->canvas, at, &stretch->font,
		    paragraph->ink.at + stretch->at, stretch->len);
	canvas_link(press->canvas, &area, stretch->run.to, stretch->run.text);
	canvas_close(press->canvas);
	canvas_artifact_open(press->canvas);
	canvas_line(press->canvas, (struct point){ at.x, under },
		    (struct point){ at.x + stretch->width, under }, &stroke);
	canvas_artifact_close(press->canvas);
}

static void draw_stretch(const struct paragraph *paragraph,
			 const struct press *press,
			 const struct stretch *stretch, struct point at)
{
	at.x += stretch->x;
	if (stretch->len == 0)
		mark_draw(press, stretch->run.symbol,
			  mark_colour(press, stretch->run.colour), at,
			  &stretch->font);
	else if (stretch->run.to)
		draw_link(paragraph, press, stretch, at);
	else
		canvas_text(press->canvas, at, &stretch->font,
			    paragraph->ink.at + stretch->at, stretch->len);
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

	at.y += (leading + paragraph->cap_height) / 2;
	for (size_t i = first; i < first + count; i++) {
		const struct line *line = &paragraph->lines[i];
		const struct point start = {
			at.x + indent_of(&paragraph->form, line), at.y
		};

		for (size_t k = 0; k < line->count; k++)
			draw_stretch(paragraph, press,
				     &paragraph->stretches[line->first + k],
				     start);
		at.y += leading;
	}
}
