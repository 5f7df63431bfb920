/*
 * chart - horizontal bars from zero, or one bar in parts, drawn as one figure.
 *
 * Bars have their label to the left and their value at their end; a target is
 * a dashed line with its value above it.  The parts of a stacked bar are told
 * apart by mark, word and value, so that grey print is enough.
 */
#ifndef TYPESET_CHART_H
#define TYPESET_CHART_H

#include <stdint.h>

#include "typeset/canvas.h"

struct chart;
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

/* chart_bars.c, chart_stack.c: what stands below the title. */
int32_t chart_bars_height(const struct press *press, const struct chart *chart,
			  int32_t width);
void chart_bars_draw(const struct press *press, const struct chart *chart,
		     struct point at, int32_t width);
int32_t chart_stack_height(const struct press *press, const struct chart *chart,
			   int32_t width);
void chart_stack_draw(const struct press *press, const struct chart *chart,
		      struct point at, int32_t width);

#endif
