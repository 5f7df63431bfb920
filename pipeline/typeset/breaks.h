/*
 * breaks - where the lines of a paragraph end, so that all of it looks best.
 *
 * Of all ways to break a paragraph the one is taken whose lines together cost
 * least, as in D. E. Knuth and M. F. Plass, "Breaking paragraphs into lines",
 * Software - Practice and Experience 11 (1981).  A ragged line costs the square
 * of what it lacks; a justified one the square of how far its spaces are
 * stretched; a division costs as much as a line that lacks 15 % of the measure,
 * the most that goes without one, and more if another stands above it, or if
 * the rest of the word would be alone on the last line.  Words are looked up in
 * the dictionary only where whole words leave a line shorter than that.  A word
 * that no line holds is divided at any point, as the last resort between two
 * letters, and a number only if it alone is wider than a line.
 *
 * Costs are integers: the same paragraph breaks in the same way everywhere.
 */
#ifndef TYPESET_BREAKS_H
#define TYPESET_BREAKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct paragraph_form;
struct pieces;
struct press;

/* A line ends behind pieces up to `end`, and `bytes` of piece `end`. */
struct cut {
	size_t end;
	size_t bytes;
	bool hyphen;
};

struct cuts {
	struct cut *list;
	size_t count;
};

/* Break all pieces; `cuts` was empty, and is the caller's to clear. */
void breaks_find(struct cuts *cuts, const struct pieces *pieces,
		 const struct press *press, const struct paragraph_form *form);
void cuts_clear(struct cuts *cuts);

#endif
