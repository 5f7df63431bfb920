/*
 * layout - a report's blocks laid down the pages, tagged.
 *
 * Page numbers are filled in at the end, when they are known: the contents'
 * and those of the running matter.
 */
#ifndef TYPESET_LAYOUT_H
#define TYPESET_LAYOUT_H

#include <stdint.h>

#include "typeset/flow.h"
#include "typeset/galley.h"
#include "typeset/places.h"
#include "typeset/press.h"

struct block;
struct report;
struct runs;
struct text_style;

/* Lay out `report`, from the first page to the last. */
void layout_report(const struct report *report, const struct press *press);

/* --- its own parts */

#define LIST_GAP 3000 /* between items [mpt] */
#define BOX_PAD 9000  /* inside a box, on all sides */
#define QUOTE_INDENT 20000
#define HEADING_LINES 3 /* of running text that fit below a heading */

/* A line of the contents that waits for its page number. */
struct entry {
	const struct block *section;
	tag_handle link;
	struct font font;
	int page;            /* where it stands */
	int32_t left, right; /* its edges */
	int32_t end;         /* of its title */
	int32_t top, base;   /* of the line, and of its last baseline */
	int32_t height;
};

struct layout {
	const struct report *report;
	struct flow flow;
	struct places places;
	struct galley *galley;
	struct entry *entries; /* in the arena of the places */
	size_t entry_count;
	int depth;                         /* of the contents */
	struct text_style entry_styles[2]; /* of the outermost, of others */
};

/* Where blocks go. */
struct frame {
	int32_t x;
	int32_t measure;               /* of running text */
	int32_t wide;                  /* of tables */
	const struct text_style *text; /* of paragraphs */
	int level;                     /* of the next heading, from 1 */
	bool item;                     /* in an item of a list */
	bool inside; /* a block whose pages are all upright or not */
};

/* layout.c */
void layout_blocks(struct layout *layout, const struct frame *frame,
		   const struct block *blocks, size_t count);
struct frame layout_quote_frame(const struct layout *layout,
				const struct frame *frame);
struct frame layout_box_frame(const struct frame *frame);
/* The style of a heading, 1 outermost. */
const struct text_style *layout_heading_style(const struct layout *layout,
					      int level);

/* layout_list.c */
void layout_list(struct layout *layout, const struct frame *frame,
		 const struct block *block);
struct frame layout_item_frame(const struct layout *layout,
			       const struct frame *frame,
			       const struct block *list);

/* layout_signatures.c */
void layout_signatures(struct layout *layout, const struct frame *frame,
		       const struct block *block);
int32_t layout_signatures_height(const struct layout *layout,
				 const struct frame *frame,
				 const struct block *block);

/* layout_cover.c */
void layout_cover(struct layout *layout, const struct frame *frame,
		  const struct block *block);

/* layout_contents.c */
void layout_contents(struct layout *layout, const struct frame *frame,
		     const struct block *block);
/* All places are known: give the contents their page numbers. */
void layout_number_contents(struct layout *layout);

/* layout_landscape.c: whether block `at` of these stands on a landscape page.
 */
bool layout_is_landscape(const struct layout *layout, const struct frame *frame,
			 const struct block *blocks, size_t count, size_t at);

/*
 * layout_size.c: the height that must stand together where a block begins,
 * and its whole height where no page is broken, without space around it.
 */
int32_t layout_start(const struct layout *layout, const struct frame *frame,
		     const struct block *block);
int32_t layout_height(const struct layout *layout, const struct frame *frame,
		      const struct block *block);
/* The space that a block asks for above and below it. */
int32_t layout_before(const struct layout *layout, const struct frame *frame,
		      const struct block *block);
int32_t layout_after(const struct layout *layout, const struct frame *frame,
		     const struct block *block);
/* The heading of a section, a paragraph or note; the table of a block. */
const struct paragraph *layout_text(const struct layout *layout,
				    const struct frame *frame,
				    const struct block *block);
struct set_table *layout_table(const struct layout *layout,
			       const struct frame *frame,
			       const struct block *block);
/* A heading and the space below it. */
int32_t layout_heading_height(const struct layout *layout,
			      const struct frame *frame,
			      const struct block *block);
/* What of a section stands on one page with its heading at least. */
int32_t layout_below_heading(const struct layout *layout);
/* The style of a paragraph or note. */
const struct text_style *layout_text_style(const struct layout *layout,
					   const struct frame *frame,
					   const struct block *block);

#endif
