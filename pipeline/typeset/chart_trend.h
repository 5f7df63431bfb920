/*
 * chart_trend - what the parts of a line chart share, for chart_trend*.c only.
 *
 * Lengths in mpt; heights are counted from the top of the plot.
 */
#ifndef TYPESET_CHART_TREND_H
#define TYPESET_CHART_TREND_H

#include <stddef.h>
#include <stdint.h>

#include "typeset/chart.h"

struct text_style;

#define TREND_HEIGHT (42 * MPT_PER_MM) /* of the plot */
#define TREND_DOT 2000                 /* radius of a point */
#define TREND_GAP (5 * MPT_PER_POINT)  /* from a point to its value */

/* Everything that the lines of one chart share. */
struct trend {
	const struct press *press;
	const struct chart *chart;
	const struct text_style *style;
	size_t periods;
	size_t series; /* 0: one without a name */
	int32_t names; /* width of the column behind the plot */
	int32_t label; /* width of the widest label */
	int32_t side;  /* room beside the plot */
	int32_t width; /* of the plot, from the first point to the last */
	int32_t top;   /* what stands above the plot */
	int32_t below; /* from the plot down to the labels */
	const struct chart_bar *least, *most; /* of several series */
	struct chart_scale scale;
	struct chart_level levels[CHART_LEVELS];
	size_t level_count;
};

int32_t trend_text_width(const struct trend *trend, const char *text);
/* Where a period and a value stand in the plot. */
int32_t trend_x(const struct trend *trend, size_t period);
int32_t trend_y(const struct trend *trend, struct decimal value);

/* chart_trend_print.c: the values of a single series beside its points. */
void trend_draw_prints(const struct trend *trend, struct point origin);

#endif
