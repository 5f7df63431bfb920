/*
 * chart_trend - a line for each series over periods, with a gap where a value
 * is missing.
 *
 * A single series has its value at every point; of several each has a mark of
 * its own, and name and value behind its last point, so that no legend and no
 * colour is needed to tell them apart.
 */
#include <string.h>

#include "lib/text.h"
#include "model/report.h"
#include "typeset/chart_trend.h"
#include "typeset/house_style.h"
#include "typeset/mark.h"
#include "typeset/paragraph.h"
#include "typeset/press.h"

#define NAMES_AT_MOST 35 /* per cent of the width, for names of series */
#define NAME_GAP (5 * MPT_PER_POINT)  /* from the last point to its name */
#define LABEL_GAP (4 * MPT_PER_POINT) /* between labels */
#define AXIS_GAP (4 * MPT_PER_POINT)  /* from the plot down to the labels */
#define LINE 1500
#define GRID 250
#define GRIDS 4 /* lines above the axis */
#define LEVEL_LINE 1000

int32_t trend_text_width(const struct trend *trend, const char *text)
{
	return canvas_width(trend->press->canvas, &trend->style->font, text,
			    strlen(text));
}

static size_t count_periods(const struct chart *chart)
{
	size_t count = 0;

	for (size_t i = 0; i < chart->bar_count; i = chart_row_end(chart, i))
		count++;
	return count;
}

/* How wide the name of its series is, with its value. */
static int32_t name_width(const struct trend *trend,
			  const struct chart_bar *bar)
{
	if (!bar->series)
		return 0;
	return 2 * NAME_GAP + trend_text_width(trend, bar->series) +
	       trend_text_width(trend, " ") +
	       trend_text_width(trend, bar->print);
}

/* The least and the most of several series are written beside the plot. */
static void measure_ends(struct trend *trend, const struct chart_bar *bar)
{
	const int32_t wide = trend_text_width(trend, bar->print) + 2 * NAME_GAP;

	if (bar->missing || !bar->series)
		return;
	if (!trend->least ||
	    decimal_compare(bar->value, trend->least->value) < 0)
		trend->least = bar;
	if (!trend->most || decimal_compare(bar->value, trend->most->value) > 0)
		trend->most = bar;
	if (trend->side < wide)
		trend->side = wide;
}

/* Values, labels and names: how far they reach. */
static void measure_bars(struct trend *trend)
{
	for (size_t i = 0; i < trend->chart->bar_count; i++) {
		const struct chart_bar *bar = &trend->chart->bars[i];
		const int32_t label = trend_text_width(trend, bar->label);

		measure_ends(trend, bar);
		if (!bar->missing)
			chart_scale_widen(&trend->scale, bar->value);
		if (trend->label < label)
			trend->label = label;
		if (trend->side < label / 2)
			trend->side = label / 2;
		if (trend->names < name_width(trend, bar))
			trend->names = name_width(trend, bar);
	}
}

static struct trend measure(const struct press *press,
			    const struct chart *chart, int32_t width)
{
	struct trend trend = {
		.press = press,
		.chart = chart,
		.style = &press->style->texts[TEXT_TABLE],
		.periods = count_periods(chart),
		.series = chart_series_count(chart),
		.scale = { .length = TREND_HEIGHT },
	};

	trend.level_count = chart_levels(chart, trend.levels);
	for (size_t i = 0; i < trend.level_count; i++)
		chart_scale_widen(&trend.scale, trend.levels[i].value);
	measure_bars(&trend);
	if (trend.names > width / 100 * NAMES_AT_MOST)
		trend.names = width / 100 * NAMES_AT_MOST;
	if (trend.side < trend.names)
		trend.width = width - trend.side - trend.names;
	else
		trend.width = width - 2 * trend.side;
	trend.below = AXIS_GAP;
	if (trend.series == 0) /* values may stand there */
		trend.below += trend.style->leading;
	trend.top = (int32_t)trend.level_count * trend.style->leading +
		    TREND_GAP + trend.style->leading;
	return trend;
}

int32_t chart_trend_height(const struct press *press, const struct chart *chart,
			   int32_t width)
{
	const struct trend trend = measure(press, chart, width);

	return trend.top + TREND_HEIGHT + trend.below + trend.style->leading;
}

int32_t trend_x(const struct trend *trend, size_t period)
{
	if (trend->periods < 2)
		return trend->width / 2;
	return (int32_t)((int64_t)trend->width * (int64_t)period /
			 (int64_t)(trend->periods - 1));
}

int32_t trend_y(const struct trend *trend, struct decimal value)
{
	return TREND_HEIGHT - chart_scale_at(&trend->scale, value);
}

/* Hairlines, for the eye; values stand at the points. */
static void draw_grid(const struct trend *trend, struct point origin)
{
	const struct stroke grid = {
		.width = GRID,
		.colour = trend->press->style->colours[COLOUR_HAIRLINE],
	};

	for (int i = 0; i <= GRIDS; i++) {
		const int32_t y = origin.y + TREND_HEIGHT * i / GRIDS;

		canvas_line(trend->press->canvas, (struct point){ origin.x, y },
			    (struct point){ origin.x + trend->width, y },
			    &grid);
	}
}

static void draw_end(const struct trend *trend, const struct chart_bar *bar,
		     struct point origin)
{
	const struct font *font = &trend->style->font;
	const int32_t half = canvas_cap_height(trend->press->canvas, font) / 2;

	if (bar)
		chart_word_draw(
			trend->press, font,
			(struct point){
				origin.x - 2 * NAME_GAP -
					trend_text_width(trend, bar->print),
				origin.y + trend_y(trend, bar->value) + half },
			bar->print);
}

/* A level's value stands above the plot, to the right; its line across it. */
static void draw_level(const struct trend *trend, size_t number,
		       struct point origin)
{
	const struct press *press = trend->press;
	const struct chart_level *level = &trend->levels[number];
	const struct stroke stroke = {
		.width = LEVEL_LINE,
		.colour = press->style->colours[COLOUR_INK],
		.dash = level->dash,
	};
	const int32_t y = origin.y + trend_y(trend, level->value);
	const int32_t sample = 8 * LEVEL_LINE;
	const int32_t base = origin.y - trend->top +
			     (int32_t)(number + 1) * trend->style->leading -
			     LABEL_GAP;

	canvas_line(press->canvas, (struct point){ origin.x, y },
		    (struct point){ origin.x + trend->width, y }, &stroke);
	canvas_line(press->canvas,
		    (struct point){ origin.x, base - LEVEL_LINE * 3 },
		    (struct point){ origin.x + 2 * sample,
				    base - LEVEL_LINE * 3 },
		    &stroke);
	chart_word_draw(press, &trend->style->font,
			(struct point){ origin.x + 3 * sample, base },
			level->print);
}

/* As many labels as there is room for, the last one always. */
static void draw_labels(const struct trend *trend, struct point origin)
{
	const struct chart *chart = trend->chart;
	const size_t last = trend->periods - 1;
	const int32_t step = trend->periods > 1 ? trend_x(trend, 1) : 1;
	const size_t every =
		(size_t)((trend->label + LABEL_GAP + step - 1) / step);
	size_t period = 0;

	for (size_t i = 0; i < chart->bar_count; i = chart_row_end(chart, i)) {
		const char *label = chart->bars[i].label;

		if ((last - period) % (every > 0 ? every : 1) == 0)
			chart_word_draw(
				trend->press, &trend->style->font,
				(struct point){
					origin.x + trend_x(trend, period) -
						trend_text_width(trend, label) /
							2,
					origin.y + TREND_HEIGHT + trend->below +
						trend->style->leading -
						LABEL_GAP },
				label);
		period++;
	}
}

static void draw_dot(const struct trend *trend, const struct chart_bar *bar,
		     struct point at)
{
	const struct press *press = trend->press;
	const struct font *font = &trend->style->font;
	const struct colour fill = chart_colour(press, trend->chart, bar);
	const struct point left = {
		at.x - press->style->mark / 2,
		at.y + canvas_x_height(press->canvas, font) / 2
	};

	if (bar->series)
		mark_draw(press, chart_symbol(trend->chart, bar), fill, left,
			  font);
	else
		canvas_circle(press->canvas, at, TREND_DOT, &fill, NULL);
}

/* A line to the point, if the period before it has one. */
static void draw_point(const struct trend *trend, const struct chart_bar *bar,
		       struct point at, const struct point *before)
{
	const struct stroke stroke = {
		.width = LINE,
		.colour = chart_colour(trend->press, trend->chart, bar),
	};

	if (before)
		canvas_line(trend->press->canvas, *before, at, &stroke);
	draw_dot(trend, bar, at);
}

/* Points of one series in order of periods; the last one drawn. */
static const struct chart_bar *draw_series(const struct trend *trend,
					   size_t series, struct point origin,
					   struct point *last)
{
	const struct chart *chart = trend->chart;
	const struct chart_bar *drawn = NULL;
	size_t last_period = 0;
	size_t period = 0;

	for (size_t i = 0; i < chart->bar_count; period++) {
		const size_t end = chart_row_end(chart, i);

		for (; i < end; i++) {
			const struct chart_bar *bar = &chart->bars[i];
			struct point at = origin;

			if (bar->missing || chart_series(chart, bar) != series)
				continue;
			at.x += trend_x(trend, period);
			at.y += trend_y(trend, bar->value);
			draw_point(trend, bar, at,
				   drawn && last_period + 1 == period ? last
								      : NULL);
			*last = at;
			last_period = period;
			drawn = bar;
		}
	}
	return drawn;
}

/* Names keep a line's distance to one another, from above. */
struct names {
	const struct chart_bar *bars[CHART_SERIES];
	int32_t y[CHART_SERIES];
	size_t count;
};

static void add_name(struct names *names, const struct chart_bar *bar,
		     int32_t y)
{
	size_t at = names->count++;

	for (; at > 0 && names->y[at - 1] > y; at--) {
		names->bars[at] = names->bars[at - 1];
		names->y[at] = names->y[at - 1];
	}
	names->bars[at] = bar;
	names->y[at] = y;
}

static void draw_names(const struct trend *trend, const struct names *names,
		       int32_t x)
{
	const int32_t leading = trend->style->leading;
	const int32_t half =
		canvas_cap_height(trend->press->canvas, &trend->style->font) /
		2;
	struct text words = { 0 };
	int32_t least = INT32_MIN;

	for (size_t i = 0; i < names->count; i++) {
		const int32_t y = names->y[i] < least ? least : names->y[i];

		text_reset(&words);
		text_printf(&words, "%s %s", names->bars[i]->series,
			    names->bars[i]->print);
		chart_word_draw(trend->press, &trend->style->font,
				(struct point){ x, y + half }, words.at);
		least = y + leading;
	}
	text_clear(&words);
}

void chart_trend_draw(const struct press *press, const struct chart *chart,
		      struct point at, int32_t width)
{
	const struct trend trend = measure(press, chart, width);
	const struct point origin = { at.x + trend.side, at.y + trend.top };
	struct names names = { 0 };

	draw_grid(&trend, origin);
	draw_end(&trend, trend.least, origin);
	draw_end(&trend, trend.most, origin);
	for (size_t i = 0; i < trend.level_count; i++)
		draw_level(&trend, i, origin);
	for (size_t i = 0; i == 0 || i < trend.series; i++) {
		struct point last;
		const struct chart_bar *bar =
			draw_series(&trend, i, origin, &last);

		if (bar && bar->series && names.count < CHART_SERIES)
			add_name(&names, bar, last.y);
	}
	if (trend.series == 0)
		trend_draw_prints(&trend, origin);
	draw_names(&trend, &names, origin.x + trend.width + NAME_GAP);
	draw_labels(&trend, origin);
}
