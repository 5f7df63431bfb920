/*
 * chart_stack - bars whose parts are the values: one bar, or one for each
 * label, all to one scale.
 *
 * Inside each part stands its value, where it fits; below stand mark and word
 * of every part in the bar's order, of a single bar with the value.  White
 * gaps part neighbours that print in the same grey.
 */
#include <assert.h>
#include <string.h>

#include "lib/arena.h"
#include "model/report.h"
#include "typeset/chart.h"
#include "typeset/contrast.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"
#include "typeset/press.h"

#define BAR_HEIGHT (20 * MPT_PER_POINT)
#define ROW_HEIGHT (14 * MPT_PER_POINT) /* of a bar with a label */
#define ROW_GAP (4 * MPT_PER_POINT)
#define PART_GAP (1 * MPT_PER_POINT)
#define INSIDE_GAP (4 * MPT_PER_POINT) /* beside the value in its part */
#define LEGEND_GAP (5 * MPT_PER_POINT) /* from the bar to its words */
#define LABELS_AT_MOST 35              /* per cent of the width */

static const struct colour paper = { 255, 255, 255 };

/* A bar: those of the chart's that are its parts, and where it stands. */
struct stack {
	const struct press *press;
	const struct chart *chart;
	size_t first, end;
	struct chart_scale scale;
	struct point corner;
	int32_t height;
};

/* The sum of bars [first, end). */
static struct decimal sum_of(const struct chart *chart, size_t first,
			     size_t end)
{
	struct decimal sum = { 0 };

	for (size_t i = first; i < end; i++) {
		bool ok = decimal_add(&sum, sum, chart->bars[i].value);

		assert(ok); /* the report was proved to be drawable */
	}
	return sum;
}

static int32_t labels_width(int32_t width)
{
	return width / 100 * LABELS_AT_MOST;
}

static bool has_rows(const struct chart *chart)
{
	return chart->bar_count > 0 && chart->bars[0].series;
}

/* Where the bar that begins with part `first` ends. */
static size_t stack_end(const struct chart *chart, size_t first)
{
	return has_rows(chart) ? chart_row_end(chart, first) : chart->bar_count;
}

static struct chart_scale scale_of(const struct chart *chart, int32_t length)
{
	struct chart_scale scale = { .begun = true, .length = length };

	for (size_t i = 0; i < chart->bar_count; i = stack_end(chart, i))
		chart_scale_widen(&scale,
				  sum_of(chart, i, stack_end(chart, i)));
	return scale;
}

/* White or ink, whichever is read better. */
static struct colour colour_on(const struct press *press, struct colour under)
{
	const struct colour ink = press->style->colours[COLOUR_INK];

	return contrast_of(paper, under) >= contrast_of(ink, under) ? paper
								    : ink;
}

static void draw_value(const struct stack *stack, const struct chart_bar *bar,
		       struct point corner, int32_t width)
{
	const struct press *press = stack->press;
	struct font font = press->style->texts[TEXT_TABLE].font;
	const size_t len = strlen(bar->print);
	const int32_t cap = canvas_cap_height(press->canvas, &font);
	int32_t wide;

	font.face = FACE_BOLD;
	font.colour = colour_on(press, chart_colour(press, stack->chart, bar));
	wide = canvas_width(press->canvas, &font, bar->print, len);
	if (wide + 2 * INSIDE_GAP <= width)
		chart_word_draw(
			press, &font,
			(struct point){ corner.x + INSIDE_GAP,
					corner.y + (stack->height + cap) / 2 },
			bar->print);
}

static void draw_part(const struct stack *stack, size_t at)
{
	const struct chart *chart = stack->chart;
	const struct chart_bar *bar = &chart->bars[at];
	const struct colour fill = chart_colour(stack->press, chart, bar);
	const int32_t from =
		chart_scale_at(&stack->scale, sum_of(chart, stack->first, at));
	int32_t wide = chart_scale_at(&stack->scale,
				      sum_of(chart, stack->first, at + 1)) -
		       from;
	struct point corner = stack->corner;

	if (at + 1 < stack->end)
		wide -= PART_GAP;
	if (wide <= 0)
		return;
	corner.x += from;
	canvas_rectangle(stack->press->canvas, corner, wide, stack->height,
			 &fill);
	draw_value(stack, bar, corner, wide);
}

static void draw_stack(const struct stack *stack)
{
	for (size_t i = stack->first; i < stack->end; i++)
		draw_part(stack, i);
}

/* Mark, word and value of each part of a single bar. */
static int32_t set_parts(const struct press *press, const struct chart *chart,
			 struct area area, bool draw)
{
	struct arena arena = { 0 };
	struct chart_text *entries =
		arena_alloc(&arena, chart->bar_count * sizeof(*entries) + 1);
	int32_t height;

	for (size_t i = 0; i < chart->bar_count; i++) {
		const struct chart_bar *bar = &chart->bars[i];

		entries[i] = (struct chart_text){
			.text = arena_printf(&arena, "%s %s", bar->label,
					     bar->print),
			.symbol = chart_symbol(chart, bar),
			.colour = chart_colour(press, chart, bar),
			.font = press->style->texts[TEXT_TABLE].font,
		};
	}
	height = chart_legend_set(press, entries, chart->bar_count, area, draw);
	arena_clear(&arena);
	return height;
}

static int32_t set_legend(const struct press *press, const struct chart *chart,
			  struct area area, bool draw)
{
	if (has_rows(chart))
		return chart_series_legend(press, chart, area, draw);
	return set_parts(press, chart, area, draw);
}

static int32_t fill_label(struct paragraph *label, const struct press *press,
			  const char *text, int32_t width)
{
	const struct paragraph_form form = {
		.style = &press->style->texts[TEXT_TABLE],
		.measure = labels_width(width) - INSIDE_GAP,
	};
	struct run run = { .text = text };
	const struct runs runs = { &run, 1 };
	int32_t height;

	paragraph_fill(label, press, &runs, &form);
	height = paragraph_height(label, label->line_count);
	return (height > ROW_HEIGHT ? height : ROW_HEIGHT) + ROW_GAP;
}

/* Draw the bar of one label, or only measure it; how high it is. */
static int32_t set_row(struct stack *stack, int32_t width, bool draw)
{
	const struct press *press = stack->press;
	struct paragraph label = { 0 };
	const int32_t height = fill_label(
		&label, press, stack->chart->bars[stack->first].label, width);
	const int32_t high = paragraph_height(&label, label.line_count);
	struct point at = stack->corner;

	if (draw) {
		at.y += (height - high) / 2;
		paragraph_draw(&label, press, at, 0, label.line_count);
		chart_word_draw(press, &label.form.style->font, at, "");
		stack->height = ROW_HEIGHT;
		stack->corner.x += labels_width(width);
		stack->corner.y += (height - ROW_HEIGHT) / 2;
		draw_stack(stack);
	}
	paragraph_clear(&label);
	return height;
}

/* All bars, drawn or only measured; how high they are. */
static int32_t set_stacks(const struct press *press, const struct chart *chart,
			  struct area area, bool draw)
{
	const bool rows = has_rows(chart);
	struct stack stack = {
		.press = press,
		.chart = chart,
		.end = chart->bar_count,
		.corner = area.corner,
		.height = BAR_HEIGHT,
	};
	int32_t height = 0;

	stack.scale = scale_of(
		chart, area.width - (rows ? labels_width(area.width) : 0));
	if (!rows) {
		if (draw)
			draw_stack(&stack);
		return BAR_HEIGHT;
	}
	for (size_t i = 0; i < chart->bar_count; i = stack.end) {
		stack.first = i;
		stack.end = chart_row_end(chart, i);
		stack.corner.x = area.corner.x;
		stack.corner.y = area.corner.y + height;
		height += set_row(&stack, area.width, draw);
	}
	return height;
}

int32_t chart_stack_height(const struct press *press, const struct chart *chart,
			   int32_t width)
{
	const struct area area = { .width = width };

	return set_stacks(press, chart, area, false) + LEGEND_GAP +
	       set_legend(press, chart, area, false);
}

void chart_stack_draw(const struct press *press, const struct chart *chart,
		      struct point at, int32_t width)
{
	struct area area = { .corner = at, .width = width };

	area.corner.y += set_stacks(press, chart, area, true) + LEGEND_GAP;
	(void)set_legend(press, chart, area, true);
}
