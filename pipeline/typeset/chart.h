/*
 * chart - horizontal bars from zero, alone or in groups, bars in parts, and
 * lines over time, drawn as one figure.
 *
 * Bars have their label to the left and their value at their end; a target is
 * a dashed line and a mean a dotted one, each with its value above it.  What
 * is told apart by colour is told apart by mark, word, order or value as well,
 * so that grey print is enough.
 */
#ifndef TYPESET_CHART_H
#define TYPESET_CHART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/decimal.h"
#include "typeset/canvas.h"

struct chart;
struct chart_bar;
struct press;

/* How high the chart is when it is `width` wide [mpt]. */
int32_t chart_height(const struct press *press, const struct chart *chart,
		     int32_t width);

/* Draw it with its top left corner at `at`, as a FIGURE with its alt. */
void chart_draw(const struct press *press, const struct chart *chart,
		struct point at, int32_t width);

/* --- its own parts */

/* Text on one line from x, its baseline at y; how wide it is. */
struct chart_text {
	const char *text;
	const char *symbol;   /* drawn before it, or NULL */
	struct colour colour; /* of the symbol */
	struct font font;
};
int32_t chart_text_width(const struct press *press,
			 const struct chart_text *text);
void chart_text_draw(const struct press *press, const struct chart_text *text,
		     struct point at);
/* Text alone, and a space behind it, so that it is read by itself. */
void chart_word_draw(const struct press *press, const struct font *font,
		     struct point at, const char *text);

/*
 * Set entries side by side, in as many lines as they need, or only measure
 * them; how high they are.
 */
int32_t chart_legend_set(const struct press *press,
			 const struct chart_text *entries, size_t count,
			 struct area area, bool draw);

/* chart_scale.c: where values stand between the least and the most. */
struct chart_scale {
	struct decimal low, high;
	bool begun;     /* `low` and `high` are values */
	int32_t length; /* from the least to the most [mpt] */
};
void chart_scale_widen(struct chart_scale *scale, struct decimal value);
int32_t chart_scale_at(const struct chart_scale *scale, struct decimal value);

/* Target and mean, as far as there are any: each is one line. */
struct chart_level {
	struct decimal value;
	const char *print;
	int32_t dash;
};
#define CHART_LEVELS 2
size_t chart_levels(const struct chart *chart,
		    struct chart_level levels[CHART_LEVELS]);

/*
 * chart_series.c: the bar behind those that share their label with bar `first`;
 * which series a bar is of, from 0; how many there are; what a bar is filled
 * with; and the legend.
 */
size_t chart_row_end(const struct chart *chart, size_t first);
size_t chart_series(const struct chart *chart, const struct chart_bar *bar);
size_t chart_series_count(const struct chart *chart);
struct colour chart_colour(const struct press *press, const struct chart *chart,
			   const struct chart_bar *bar);
const char *chart_symbol(const struct chart *chart,
			 const struct chart_bar *bar);
int32_t chart_series_legend(const struct press *press,
			    const struct chart *chart, struct area area,
			    bool draw);

/* chart_bars.c, chart_stack.c, chart_trend.c: what stands below the title. */
int32_t chart_bars_height(const struct press *press, const struct chart *chart,
			  int32_t width);
void chart_bars_draw(const struct press *press, const struct chart *chart,
		     struct point at, int32_t width);
int32_t chart_stack_height(const struct press *press, const struct chart *chart,
			   int32_t width);
void chart_stack_draw(const struct press *press, const struct chart *chart,
		      struct point at, int32_t width);
int32_t chart_trend_height(const struct press *press, const struct chart *chart,
			   int32_t width);
void chart_trend_draw(const struct press *press, const struct chart *chart,
		      struct point at, int32_t width);

#endif
