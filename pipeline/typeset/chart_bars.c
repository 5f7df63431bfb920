/*
 * chart_bars - horizontal bars from zero: one for each label, or one for each
 * series beside each label, with a legend below.
 */
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
#define BAR_GAP (2 * MPT_PER_POINT)    /* between bars of a row */
#define LEGEND_GAP (5 * MPT_PER_POINT) /* above the legend */
#define ZERO_LINE 500
#define OUTLINE 500
#define LEVEL_LINE 1000

static const struct colour paper = { 255, 255, 255 };

/* Everything that the rows of one chart share. */
struct bars {
	const struct press *press;
	const struct chart *chart;
	const struct text_style *style;
	int32_t labels; /* width of the labels' column */
	int32_t left;   /* of the bars, from the chart's left edge */
	struct chart_scale scale;
	struct chart_level levels[CHART_LEVELS];
	size_t level_count;
};

/* The label stands once for all bars of its row. */
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

/* Take the widest label and value; gives back the value's width. */
static int32_t measure_bars(struct bars *bars)
{
	int32_t print = 0;

	for (size_t i = 0; i < bars->chart->bar_count; i++) {
		const struct chart_bar *bar = &bars->chart->bars[i];
		struct run run = { .text = bar->label, .symbol = bar->symbol };
		const struct runs runs = { &run, 1 };
		const struct extent label =
			paragraph_extent(bars->press, &runs, bars->style);

		if (!bar->missing)
			chart_scale_widen(&bars->scale, bar->value);
		if (bars->labels < label.whole)
			bars->labels = label.whole;
		if (print < text_width(bars, bar->print))
			print = text_width(bars, bar->print);
	}
	return print + PRINT_GAP;
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
		.scale = { .begun = true }, /* at zero */
	};
	int32_t print;

	bars.level_count = chart_levels(chart, bars.levels);
	for (size_t i = 0; i < bars.level_count; i++)
		chart_scale_widen(&bars.scale, bars.levels[i].value);
	print = measure_bars(&bars);
	if (bars.labels > width / 100 * LABELS_AT_MOST)
		bars.labels = width / 100 * LABELS_AT_MOST;
	bars.left = bars.labels + LABEL_GAP;
	if (decimal_is_negative(bars.scale.low))
		bars.left += print;
	bars.scale.length = width - bars.left - print;
	return bars;
}

/* How high the bars of a row are together. */
static int32_t stack_height(size_t count)
{
	return (int32_t)count * (BAR_HEIGHT + BAR_GAP) - BAR_GAP;
}

static int32_t row_height(const struct bars *bars, size_t first)
{
	const int32_t stack =
		stack_height(chart_row_end(bars->chart, first) - first);
	struct paragraph label = { 0 };
	int32_t height;

	fill_label(&label, bars, &bars->chart->bars[first]);
	height = paragraph_height(&label, label.line_count);
	paragraph_clear(&label);
	return (height > stack ? height : stack) + ROW_GAP;
}

/* Above the rows, the values of levels are written, a line each. */
static int32_t levels_height(const struct bars *bars)
{
	return (int32_t)bars->level_count * bars->style->leading;
}

static int32_t rows_height(const struct bars *bars)
{
	int32_t height = 0;

	for (size_t i = 0; i < bars->chart->bar_count;
	     i = chart_row_end(bars->chart, i))
		height += row_height(bars, i);
	return height;
}

static int32_t set_legend(const struct bars *bars, struct point at,
			  int32_t width, bool draw)
{
	const struct area area = { .corner = at, .width = width };
	const int32_t height =
		chart_series_legend(bars->press, bars->chart, area, draw);

	return height > 0 ? height + LEGEND_GAP : 0;
}

int32_t chart_bars_height(const struct press *press, const struct chart *chart,
			  int32_t width)
{
	const struct bars bars = measure(press, chart, width);
	const struct point nowhere = { 0 };

	return levels_height(&bars) + rows_height(&bars) +
	       set_legend(&bars, nowhere, width, false);
}

static int32_t level_x(const struct bars *bars, size_t number, int32_t left)
{
	return left + bars->left +
	       chart_scale_at(&bars->scale, bars->levels[number].value);
}

static void draw_level_line(const struct bars *bars, size_t number,
			    struct point at)
{
	const struct stroke stroke = {
		.width = LEVEL_LINE,
		.colour = bars->press->style->colours[COLOUR_INK],
		.dash = bars->levels[number].dash,
	};
	const int32_t x = level_x(bars, number, at.x);
	const int32_t top = at.y + (int32_t)number * bars->style->leading;

	canvas_line(bars->press->canvas,
		    (struct point){ x, top + bars->style->leading },
		    (struct point){ x, at.y + levels_height(bars) +
					       rows_height(bars) },
		    &stroke);
}

/* Its value stands above it, on paper: another's line may run there. */
static void draw_level_print(const struct bars *bars, size_t number,
			     struct point at, int32_t right)
{
	const struct press *press = bars->press;
	const struct font *font = &bars->style->font;
	const char *print = bars->levels[number].print;
	const int32_t cap = canvas_cap_height(press->canvas, font);
	const int32_t wide = text_width(bars, print);
	const int32_t top = at.y + (int32_t)number * bars->style->leading;
	int32_t x = level_x(bars, number, at.x) - wide / 2;

	if (x + wide > right)
		x = right - wide;
	if (x < at.x)
		x = at.x;
	canvas_rectangle(press->canvas,
			 (struct point){ x - PRINT_GAP / 2, top },
			 wide + PRINT_GAP, bars->style->leading - ZERO_LINE,
			 &paper);
	chart_word_draw(press, font, (struct point){ x, top + ZERO_LINE + cap },
			print);
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

/* Light bars need an outline to be seen on paper. */
static void draw_box(const struct bars *bars, const struct chart_bar *bar,
		     int32_t from, int32_t to, int32_t middle)
{
	const struct press *press = bars->press;
	const struct colour fill = chart_colour(press, bars->chart, bar);
	const struct stroke outline = {
		.width = OUTLINE,
		.colour = press->style->colours[COLOUR_HOUSE],
	};
	const int32_t half = BAR_HEIGHT / 2;
	const struct point corners[] = {
		{ from, middle - half },
		{ to, middle - half },
		{ to, middle + half },
		{ from, middle + half },
	};

	canvas_polygon(press->canvas, corners, COUNT_OF(corners), &fill,
		       bar->series && !bar->colour ? &outline : NULL);
}

static void draw_bar(const struct bars *bars, const struct chart_bar *bar,
		     int32_t left, int32_t middle)
{
	const struct decimal nothing = { 0 };
	const int32_t zero = left + chart_scale_at(&bars->scale, nothing);
	int32_t end = zero;

	if (!bar->missing)
		end = left + chart_scale_at(&bars->scale, bar->value);
	if (end != zero)
		draw_box(bars, bar, zero, end, middle);
	draw_print(bars, bar, end, middle);
}

static int32_t draw_row(const struct bars *bars, size_t first, struct point at)
{
	const size_t end = chart_row_end(bars->chart, first);
	const int32_t height = row_height(bars, first);
	int32_t middle =
		at.y + (height - stack_height(end - first) + BAR_HEIGHT) / 2;
	struct paragraph label = { 0 };
	int32_t high;

	fill_label(&label, bars, &bars->chart->bars[first]);
	high = paragraph_height(&label, label.line_count);
	paragraph_draw(&label, bars->press,
		       (struct point){ at.x, at.y + (height - high) / 2 }, 0,
		       label.line_count);
	chart_word_draw(bars->press, &bars->style->font,
			(struct point){ at.x, at.y + height }, "");
	for (size_t i = first; i < end; i++) {
		draw_bar(bars, &bars->chart->bars[i], at.x + bars->left,
			 middle);
		middle += BAR_HEIGHT + BAR_GAP;
	}
	paragraph_clear(&label);
	return height;
}

void chart_bars_draw(const struct press *press, const struct chart *chart,
		     struct point at, int32_t width)
{
	const struct bars bars = measure(press, chart, width);
	const struct decimal nothing = { 0 };
	const int32_t zero =
		at.x + bars.left + chart_scale_at(&bars.scale, nothing);
	const struct stroke line = {
		.width = ZERO_LINE,
		.colour = press->style->colours[COLOUR_INK],
	};
	struct point row = { at.x, at.y + levels_height(&bars) };

	for (size_t i = 0; i < bars.level_count; i++)
		draw_level_line(&bars, i, at);
	for (size_t i = 0; i < bars.level_count; i++)
		draw_level_print(&bars, i, at, at.x + width);
	canvas_line(press->canvas, (struct point){ zero, row.y },
		    (struct point){ zero, row.y + rows_height(&bars) }, &line);
	for (size_t i = 0; i < chart->bar_count; i = chart_row_end(chart, i))
		row.y += draw_row(&bars, i, row);
	row.y += LEGEND_GAP;
	(void)set_legend(&bars, row, width, true);
}
