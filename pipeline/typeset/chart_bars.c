/* chart_bars - one horizontal bar for each value, from zero. */
#include <assert.h>
#include <string.h>

#include "model/report.h"
#include "typeset/chart.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"
#include "typeset/press.h"

#define LABELS_AT_MOST 45             /* per cent of the width */
#define LABEL_GAP (3 * MPT_PER_POINT) /* from label to bar */
#define PRINT_GAP (3 * MPT_PER_POINT) /* from bar to value */
#define ROW_GAP (5 * MPT_PER_POINT)   /* between rows */
#define BAR_HEIGHT (10 * MPT_PER_POINT)
#define ZERO_LINE 500
#define TARGET_LINE 1000
#define TARGET_DASH 2500
#define PARTS 10000 /* of the span, to which values are rounded */

static const struct colour paper = { 255, 255, 255 };

/* Everything that the rows of one chart share. */
struct bars {
	const struct press *press;
	const struct chart *chart;
	const struct text_style *style;
	int32_t labels;           /* width of the labels' column */
	int32_t left;             /* of the bars, from the chart's left edge */
	int32_t width;            /* of the bars, zero line to the longest */
	struct decimal low, high; /* least and most, zero among them */
};

static void widen_span(struct bars *bars, struct decimal value)
{
	if (decimal_compare(value, bars->low) < 0)
		bars->low = value;
	if (decimal_compare(value, bars->high) > 0)
		bars->high = value;
}

/* How far from the bars' left edge a value stands. */
static int32_t place_of(const struct bars *bars, struct decimal value)
{
	struct decimal span;
	struct decimal from_low;
	struct decimal parts;
	struct ratio ratio;
	bool ok = decimal_subtract(&span, bars->high, bars->low) &&
		  decimal_subtract(&from_low, value, bars->low);

	assert(ok); /* the report was proved to be drawable */
	if (decimal_is_zero(span))
		return 0;
	ok = ratio_multiply(&ratio, ratio_over(from_low, span),
			    decimal_of(PARTS)) &&
	     ratio_round(&parts, ratio, 0);
	assert(ok);
	return (int32_t)(parts.units * bars->width / PARTS);
}

static void fill_label(struct paragraph *label, const struct bars *bars,
		       const struct chart_bar *bar)
{
	const struct paragraph_form form = {
		.style = bars->style,
		.measure = bars->labels,
	};
	struct run run = { .text = bar->label,
			   .symbol = bar->symbol,
			   .colour = bar->colour };
	const struct runs runs = { &run, 1 };

	paragraph_fill(label, bars->press, &runs, &form);
}

static int32_t text_width(const struct bars *bars, const char *text)
{
	return canvas_width(bars->press->canvas, &bars->style->font, text,
			    strlen(text));
}

/* Labels get what they want up to a limit; values their widest; bars the rest.
 */
static struct bars measure(const struct press *press, const struct chart *chart,
			   int32_t width)
{
	struct bars bars = {
		.press = press,
		.chart = chart,
		.style = &press->style->texts[TEXT_TABLE],
	};
	int32_t print = 0;

	if (chart->has_target)
		widen_span(&bars, chart->target);
	for (size_t i = 0; i < chart->bar_count; i++) {
		const struct chart_bar *bar = &chart->bars[i];
		struct run run = { .text = bar->label, .symbol = bar->symbol };
		const struct runs runs = { &run, 1 };
		const struct extent label =
			paragraph_extent(press, &runs, bars.style);

		widen_span(&bars, bar->value);
		if (bars.labels < label.whole)
			bars.labels = label.whole;
		if (print < text_width(&bars, bar->print))
			print = text_width(&bars, bar->print);
	}
	print += PRINT_GAP;
	if (bars.labels > width / 100 * LABELS_AT_MOST)
		bars.labels = width / 100 * LABELS_AT_MOST;
	bars.left = bars.labels + LABEL_GAP;
	if (decimal_is_negative(bars.low))
		bars.left += print;
	bars.width = width - bars.left - print;
	return bars;
}

static int32_t row_height(const struct bars *bars, const struct chart_bar *bar)
{
	struct paragraph label = { 0 };
	int32_t height;

	fill_label(&label, bars, bar);
	height = paragraph_height(&label, label.line_count) + ROW_GAP;
	paragraph_clear(&label);
	return height;
}

/* Above the rows, the value of the target is written. */
static int32_t target_height(const struct bars *bars)
{
	return bars->chart->has_target ? bars->style->leading : 0;
}

int32_t chart_bars_height(const struct press *press, const struct chart *chart,
			  int32_t width)
{
	const struct bars bars = measure(press, chart, width);
	int32_t height = target_height(&bars);

	for (size_t i = 0; i < chart->bar_count; i++)
		height += row_height(&bars, &chart->bars[i]);
	return height;
}

static void draw_target(const struct bars *bars, struct point at,
			int32_t bottom, int32_t width)
{
	const struct press *press = bars->press;
	const struct font *font = &bars->style->font;
	const char *print =
		bars->chart->target_print ? bars->chart->target_print : "";
	const struct stroke stroke = {
		.width = TARGET_LINE,
		.colour = press->style->colours[COLOUR_INK],
		.dash = TARGET_DASH,
	};
	const int32_t x =
		at.x + bars->left + place_of(bars, bars->chart->target);
	const int32_t wide = text_width(bars, print);
	int32_t text_x = x - wide / 2;

	if (text_x + wide > at.x + width)
		text_x = at.x + width - wide;
	chart_word_draw(press, font,
			(struct point){ text_x,
					at.y + ZERO_LINE +
						canvas_cap_height(press->canvas,
								  font) },
			print);
	canvas_line(press->canvas,
		    (struct point){ x, at.y + bars->style->leading },
		    (struct point){ x, bottom }, &stroke);
}

/* The value at the bar's end, on paper: the target's line may run there. */
static void draw_print(const struct bars *bars, const struct chart_bar *bar,
		       int32_t end, int32_t middle)
{
	const struct press *press = bars->press;
	const int32_t cap =
		canvas_cap_height(press->canvas, &bars->style->font);
	const int32_t wide = text_width(bars, bar->print);
	const int32_t x = decimal_is_negative(bar->value)
				  ? end - PRINT_GAP - wide
				  : end + PRINT_GAP;

	canvas_rectangle(press->canvas,
			 (struct point){ x - PRINT_GAP / 2,
					 middle - BAR_HEIGHT / 2 },
			 wide + PRINT_GAP, BAR_HEIGHT, &paper);
	chart_word_draw(press, &bars->style->font,
			(struct point){ x, middle + cap / 2 }, bar->print);
}

static void draw_bar(const struct bars *bars, const struct chart_bar *bar,
		     int32_t left, int32_t middle)
{
	const struct decimal nothing = { 0 };
	const int32_t zero = left + place_of(bars, nothing);
	const int32_t end = left + place_of(bars, bar->value);
	const struct point corner = { zero < end ? zero : end,
				      middle - BAR_HEIGHT / 2 };
	struct colour fill = bars->press->style->colours[COLOUR_HOUSE];
	bool own = bar->colour && house_style_colour(&fill, bar->colour);

	(void)own; /* without one it is the house's */
	if (end != zero)
		canvas_rectangle(bars->press->canvas, corner,
				 zero < end ? end - zero : zero - end,
				 BAR_HEIGHT, &fill);
	draw_print(bars, bar, end, middle);
}

static int32_t draw_row(const struct bars *bars, const struct chart_bar *bar,
			struct point at)
{
	struct paragraph label = { 0 };
	int32_t height;

	fill_label(&label, bars, bar);
	height = paragraph_height(&label, label.line_count) + ROW_GAP;
	paragraph_draw(&label, bars->press,
		       (struct point){ at.x, at.y + ROW_GAP / 2 }, 0,
		       label.line_count);
	chart_word_draw(bars->press, &bars->style->font,
			(struct point){ at.x, at.y + height }, "");
	draw_bar(bars, bar, at.x + bars->left, at.y + height / 2);
	paragraph_clear(&label);
	return height;
}

void chart_bars_draw(const struct press *press, const struct chart *chart,
		     struct point at, int32_t width)
{
	const struct bars bars = measure(press, chart, width);
	const struct decimal nothing = { 0 };
	const int32_t zero = at.x + bars.left + place_of(&bars, nothing);
	const int32_t bottom = at.y + chart_bars_height(press, chart, width);
	const struct stroke line = {
		.width = ZERO_LINE,
		.colour = press->style->colours[COLOUR_INK],
	};
	struct point row = { at.x, at.y + target_height(&bars) };

	if (chart->has_target)
		draw_target(&bars, at, bottom, width);
	canvas_line(press->canvas, (struct point){ zero, row.y },
		    (struct point){ zero, bottom }, &line);
	for (size_t i = 0; i < chart->bar_count; i++)
		row.y += draw_row(&bars, &chart->bars[i], row);
}
