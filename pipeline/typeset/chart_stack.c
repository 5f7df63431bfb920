/*
 * chart_stack - one bar whose parts are the values.
 *
 * Inside each part stands its value, where it fits; below stand mark, word and
 * value of every part in the bar's order.  White gaps part neighbours that
 * print in the same grey.
 */
#include <assert.h>
#include <string.h>

#include "lib/text.h"
#include "model/report.h"
#include "typeset/chart.h"
#include "typeset/house_style.h"
#include "typeset/press.h"

#define BAR_HEIGHT (20 * MPT_PER_POINT)
#define PART_GAP (1 * MPT_PER_POINT)
#define INSIDE_GAP (4 * MPT_PER_POINT) /* beside the value in its part */
#define LEGEND_GAP (5 * MPT_PER_POINT) /* from the bar to its words */
#define ENTRY_GAP (14 * MPT_PER_POINT) /* between words */
#define PARTS 10000                    /* of the whole, as rounded */
#define DARK 140 /* the lightest grey (of 255) on which white is read */

static const struct colour paper = { 255, 255, 255 };

/* What of the whole a bar's value is, in PARTS. */
static int64_t part_of(struct decimal value, struct decimal whole)
{
	struct ratio ratio;
	struct decimal parts;
	bool ok;

	if (decimal_is_zero(whole))
		return 0;
	ok = ratio_multiply(&ratio, ratio_over(value, whole),
			    decimal_of(PARTS)) &&
	     ratio_round(&parts, ratio, 0);
	assert(ok); /* the report was proved to be drawable */
	return parts.units;
}

/* The sum of the first `count` bars. */
static struct decimal sum_of(const struct chart *chart, size_t count)
{
	struct decimal sum = { 0 };

	for (size_t i = 0; i < count; i++) {
		bool ok = decimal_add(&sum, sum, chart->bars[i].value);

		assert(ok);
	}
	return sum;
}

static struct colour colour_of(const struct press *press,
			       const struct chart_bar *bar)
{
	struct colour colour = press->style->colours[COLOUR_HOUSE];
	bool own = bar->colour && house_style_colour(&colour, bar->colour);

	(void)own; /* without one it is the house's */
	return colour;
}

/* White where it is read, else ink. */
static struct colour colour_on(const struct press *press, struct colour under)
{
	const int grey =
		(under.red * 299 + under.green * 587 + under.blue * 114) / 1000;

	return grey <= DARK ? paper : press->style->colours[COLOUR_INK];
}

static void draw_value(const struct press *press, const struct chart_bar *bar,
		       struct point corner, int32_t width)
{
	struct font font = press->style->texts[TEXT_TABLE].font;
	const size_t len = strlen(bar->print);
	const int32_t cap = canvas_cap_height(press->canvas, &font);
	int32_t wide;

	font.face = FACE_BOLD;
	font.colour = colour_on(press, colour_of(press, bar));
	wide = canvas_width(press->canvas, &font, bar->print, len);
	if (wide + 2 * INSIDE_GAP <= width)
		chart_word_draw(
			press, &font,
			(struct point){ corner.x + INSIDE_GAP,
					corner.y + (BAR_HEIGHT + cap) / 2 },
			bar->print);
}

static void draw_part(const struct press *press, const struct chart *chart,
		      size_t at, struct point corner, int32_t width)
{
	const struct decimal whole = sum_of(chart, chart->bar_count);
	const int64_t from = part_of(sum_of(chart, at), whole);
	const int64_t to = part_of(sum_of(chart, at + 1), whole);
	const struct colour fill = colour_of(press, &chart->bars[at]);
	const int32_t left = (int32_t)(from * width / PARTS);
	int32_t wide = (int32_t)(to * width / PARTS) - left;

	if (to < PARTS)
		wide -= PART_GAP;
	if (wide <= 0)
		return;
	corner.x += left;
	canvas_rectangle(press->canvas, corner, wide, BAR_HEIGHT, &fill);
	draw_value(press, &chart->bars[at], corner, wide);
}

static struct chart_text entry_of(const struct press *press,
				  const struct chart_bar *bar,
				  struct text *words)
{
	text_reset(words);
	text_printf(words, "%s %s", bar->label, bar->print);
	return (struct chart_text){
		.text = words->at,
		.symbol = bar->symbol ? bar->symbol : "square",
		.colour = colour_of(press, bar),
		.font = press->style->texts[TEXT_TABLE].font,
	};
}

/* Set the words below the bar, or only measure them; how high they are. */
static int32_t set_legend(const struct press *press, const struct chart *chart,
			  struct point at, int32_t width, bool draw)
{
	const struct text_style *style = &press->style->texts[TEXT_TABLE];
	const int32_t cap = canvas_cap_height(press->canvas, &style->font);
	struct text words = { 0 };
	int32_t x = 0;
	int32_t height = style->leading;

	for (size_t i = 0; i < chart->bar_count; i++) {
		const struct chart_text entry =
			entry_of(press, &chart->bars[i], &words);
		const int32_t wide = chart_text_width(press, &entry);
		struct point start = at;

		if (x > 0 && x + wide > width) {
			x = 0;
			height += style->leading;
		}
		start.x += x;
		start.y += height - (style->leading - cap) / 2;
		if (draw)
			chart_text_draw(press, &entry, start);
		x += wide + ENTRY_GAP;
	}
	text_clear(&words);
	return height;
}

int32_t chart_stack_height(const struct press *press, const struct chart *chart,
			   int32_t width)
{
	const struct point nowhere = { 0 };

	return BAR_HEIGHT + LEGEND_GAP +
	       set_legend(press, chart, nowhere, width, false);
}

void chart_stack_draw(const struct press *press, const struct chart *chart,
		      struct point at, int32_t width)
{
	for (size_t i = 0; i < chart->bar_count; i++)
		draw_part(press, chart, i, at, width);
	at.y += BAR_HEIGHT + LEGEND_GAP;
	(void)set_legend(press, chart, at, width, true);
}
