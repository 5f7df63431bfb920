/*
 * matrix - a risk matrix drawn as one figure: severity to the right,
 * likelihood upwards.
 *
 * The class of a field is told by its tint and by a letter in its corner; each
 * risk stands as its number in a ring.  Below stand the classes in words with
 * how many risks are of each.
 */
#ifndef TYPESET_MATRIX_H
#define TYPESET_MATRIX_H

#include <stdint.h>

#include "typeset/canvas.h"

struct matrix;
struct press;

/* How high it is when it is `width` wide [mpt]. */
int32_t matrix_height(const struct press *press, const struct matrix *matrix,
		      int32_t width);

/* Draw it with its top left corner at `at`, as a FIGURE with its alt. */
void matrix_draw(const struct press *press, const struct matrix *matrix,
		 struct point at, int32_t width);

#endif
