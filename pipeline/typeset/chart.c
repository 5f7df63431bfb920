#include "typeset/chart.h"

#include <string.h>

#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/mark.h"
#include "typeset/paragraph.h"
#include "typeset/press.h"

#define ENTRY_GAP (14 * MPT_PER_POINT) /* between entries of a legend */

static const struct {
	int32_t (*height)(const struct press *press, const struct chart *chart,
			  int32_t width);
	void (*draw)(const struct press *press, const struct chart *chart,
		     struct point at, int32_t width);
} parts[] = {
	[CHART_BARS] = { chart_bars_height, chart_bars_draw },
	[CHART_STACK] = { chart_stack_height, chart_stack_draw },
	[CHART_GROUPS] = { chart_bars_height, chart_bars_draw },
	[CHART_TREND] = { chart_trend_height, chart_trend_draw },
};

/* The title, filled into lines; clear it. */
static void fill_title(struct paragraph *title, const struct press *press,
		       const struct chart *chart, int32_t width)
{
	const struct paragraph_form form = {
		.style = &press->style->texts[TEXT_CAPTION],
		.measure = width,
	};
	struct run run = { .text = chart->title };
	const struct runs runs = { &run, 1 };

	paragraph_fill(title, press, &runs, &form);
}

static int32_t title_height(const struct paragraph *title)
{
	return paragraph_height(title, title->line_count) +
	       title->form.style->after;
}

int32_t chart_height(const struct press *press, const struct chart *chart,
		     int32_t width)
{
	struct paragraph title = { 0 };
	int32_t height;

	fill_title(&title, press, chart, width);
	height = title_height(&title);
	paragraph_clear(&title);
	return height + parts[chart->kind].height(press, chart, width);
}

void chart_draw(const struct press *press, const struct chart *chart,
		struct point at, int32_t width)
{
	const struct tag_attributes attributes = { .alt = chart->alt };
	struct paragraph title = { 0 };

	canvas_open(press->canvas, TAG_FIGURE, &attributes);
	fill_title(&title, press, chart, width);
	paragraph_draw(&title, press, at, 0, title.line_count);
	at.y += title_height(&title);
	chart_word_draw(press, &title.form.style->font, at, "");
	paragraph_clear(&title);
	parts[chart->kind].draw(press, chart, at, width);
	canvas_close(press->canvas);
}

int32_t chart_text_width(const struct press *press,
			 const struct chart_text *text)
{
	const int32_t mark = text->symbol ? mark_width(press) : 0;

	return mark + canvas_width(press->canvas, &text->font, text->text,
				   strlen(text->text));
}

void chart_word_draw(const struct press *press, const struct font *font,
		     struct point at, const char *text)
{
	const size_t len = strlen(text);

	canvas_text(press->canvas, at, font, text, len);
	at.x += canvas_width(press->canvas, font, text, len);
	canvas_text(press->canvas, at, font, " ", 1);
}

void chart_text_draw(const struct press *press, const struct chart_text *text,
		     struct point at)
{
	if (text->symbol) {
		mark_draw(press, text->symbol, text->colour, at, &text->font);
		at.x += mark_width(press);
	}
	chart_word_draw(press, &text->font, at, text->text);
}

int32_t chart_legend_set(const struct press *press,
			 const struct chart_text *entries, size_t count,
			 struct area area, bool draw)
{
	const struct text_style *style = &press->style->texts[TEXT_TABLE];
	const int32_t cap = canvas_cap_height(press->canvas, &style->font);
	int32_t x = 0;
	int32_t height = style->leading;

	for (size_t i = 0; i < count; i++) {
		const int32_t wide = chart_text_width(press, &entries[i]);
		struct point start = area.corner;

		if (x > 0 && x + wide > area.width) {
			x = 0;
			height += style->leading;
		}
		start.x += x;
		start.y += height - (style->leading - cap) / 2;
		if (draw)
			chart_text_draw(press, &entries[i], start);
		x += wide + ENTRY_GAP;
	}
	return height;
}
