/*
 * change - what changed since an earlier revision: a bar in the margin beside
 * it, and a word beside the bar.
 *
 * The word is text that is read first in the element that is open; the bar is
 * decoration.
 */
#ifndef TYPESET_CHANGE_H
#define TYPESET_CHANGE_H

#include <stdint.h>

struct press;

#define CHANGE_GAP (2 * MPT_PER_MM) /* from what is marked to the bar */

/* Draw the word of a change whose bar stands at x, inside an open tag. */
void change_draw_word(const struct press *press, const char *word, int32_t x,
		      int32_t y);

/* Draw the bar; y is its upper end. */
void change_draw_bar(const struct press *press, int32_t x, int32_t y,
		     int32_t height);

#endif
