/*
 * paragraph - runs of text filled into lines.
 *
 * Where lines end is chosen for the whole paragraph at once (breaks.h).
 * Nothing is ever cut off.
 *
 * Ownership: a paragraph borrows the strings of its runs, not the runs, and
 * owns its lines until paragraph_clear().  Zeroed is empty, with no lines.
 */
#ifndef TYPESET_PARAGRAPH_H
#define TYPESET_PARAGRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "lib/text.h"
#include "model/report.h"
#include "typeset/canvas.h"

struct press;
struct text_style;

enum paragraph_align { ALIGN_LEFT, ALIGN_MIDDLE, ALIGN_RIGHT };

struct paragraph_form {
	const struct text_style *style;
	int32_t measure; /* how wide a line may be */
	enum paragraph_align align;
	bool even;      /* a heading: words whole, lines about as long */
	bool justified; /* spaces fill the measure, but on last lines */
};

/* What is drawn in one go: text of one run on one line, or its mark. */
struct stretch {
	struct run run; /* as it was; its text is in the ink */
	struct font font;
	int32_t x; /* from the start of the line */
	int32_t width;
	size_t at, len; /* in the paragraph's ink; 0 bytes: the mark */
};

struct line {
	size_t first, count; /* stretches */
	int32_t width;
	int32_t spaces; /* inside the line */
	bool last;      /* nothing, or a line break, follows */
};

struct paragraph {
	struct paragraph_form form;
	int32_t cap_height;
	struct text ink; /* the text as it is drawn */
	struct stretch *stretches;
	size_t stretch_count;
	struct line *lines;
	size_t line_count;
};

/* Fill `runs` into lines; `paragraph` was empty. */
void paragraph_fill(struct paragraph *paragraph, const struct press *press,
		    const struct runs *runs, const struct paragraph_form *form);
void paragraph_clear(struct paragraph *paragraph);

/* How high `lines` of its lines are. */
int32_t paragraph_height(const struct paragraph *paragraph, size_t lines);

/*
 * Draw `count` lines from line `first` on, the first with its top left corner
 * at `at`, inside an open tag.
 */
void paragraph_draw(const struct paragraph *paragraph,
		    const struct press *press, struct point at, size_t first,
		    size_t count);

/* Add the text of runs as one line, without hyphens that may be. */
void paragraph_add_plain(struct text *text, const struct runs *runs);

/* How wide runs are; each is at most the next. */
struct extent {
	int32_t part;  /* the widest part of a word that cannot be divided */
	int32_t word;  /* the widest word */
	int32_t whole; /* the widest line if only breaks end lines */
};

struct extent paragraph_extent(const struct press *press,
			       const struct runs *runs,
			       const struct text_style *style);

/*
 * The widest number in them, with its sign, groups and decimals, of those no
 * wider than `limit`.
 */
int32_t paragraph_number(const struct press *press, const struct runs *runs,
			 const struct text_style *style, int32_t limit);

#endif
