#include "typeset/change.h"

#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"
#include "typeset/press.h"

#define BAR 1500                     /* how wide the bar is [mpt] */
#define WORD_GAP (4 * MPT_PER_POINT) /* from the bar to its word */
#define EDGE (4 * MPT_PER_MM)        /* from the word to the page's edge */

void change_draw_word(const struct press *press, const char *word, int32_t x,
		      int32_t y)
{
	const struct house_style *style = press->style;
	const struct paragraph_form form = {
		.style = &style->texts[TEXT_NOTE],
		.measure =
			canvas_size(press->canvas).width - EDGE - x - WORD_GAP,
	};
	const struct point at = { x + WORD_GAP, y };
	struct run run = { .text = word };
	const struct runs runs = { &run, 1 };
	struct paragraph paragraph = { 0 };

	paragraph_fill(&paragraph, press, &runs, &form);
	canvas_open(press->canvas, TAG_SPAN, NULL);
	paragraph_draw(&paragraph, press, at, 0, paragraph.line_count);
	canvas_text(press->canvas, at, &form.style->font, " ", 1);
	canvas_close(press->canvas);
	paragraph_clear(&paragraph);
}

void change_draw_bar(const struct press *press, int32_t x, int32_t y,
		     int32_t height)
{
	canvas_artifact_open(press->canvas);
	canvas_rectangle(press->canvas, (struct point){ x, y }, BAR, height,
			 &press->style->colours[COLOUR_HOUSE]);
	canvas_artifact_close(press->canvas);
}
