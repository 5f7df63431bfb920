/*
 * mark - the shapes that stand before a grade's word: circle, triangle,
 * diamond (a square standing on its corner) and ring; and a square, for what
 * has no shape of its own.
 *
 * They differ in shape, so that grey print and colour-blind eyes tell them
 * apart.  They are decoration (artifacts): the word carries the meaning.
 */
#ifndef TYPESET_MARK_H
#define TYPESET_MARK_H

#include <stdint.h>

#include "typeset/canvas.h"

struct press;

/* How wide a mark is with the space after it [mpt]. */
int32_t mark_width(const struct press *press);

/* The colour "#2e7d32" of a report; ink for NULL. */
struct colour mark_colour(const struct press *press, const char *colour);

/*
 * Draw the mark `symbol` with its left edge at `at` and its middle on the
 * middle of the font's x, where at.y is the baseline.
 */
void mark_draw(const struct press *press, const char *symbol,
	       struct colour fill, struct point at, const struct font *font);

#endif
