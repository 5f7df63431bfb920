/*
 * galley - paragraphs and tables that were filled to be measured, kept until
 * they are set.
 *
 * Whoever asks how high a block is has it filled; whoever sets it soon after
 * gets the same again.  Only the last ones are kept.
 *
 * Ownership: what is handed out is the galley's, and valid until a few others
 * of its kind were asked for.  Zeroed is empty; end with galley_clear().
 */
#ifndef TYPESET_GALLEY_H
#define TYPESET_GALLEY_H

#include <stddef.h>

#include "typeset/paragraph.h"
#include "typeset/table.h"

struct block;
struct press;

#define GALLEY_PARAGRAPHS 8
#define GALLEY_TABLES 2

struct galley_paragraph {
	const struct block *block; /* NULL: free */
	struct paragraph filled;
};

struct galley_table {
	const struct block *block;
	struct table_place place;
	struct set_table filled;
};

struct galley {
	struct galley_paragraph paragraphs[GALLEY_PARAGRAPHS];
	struct galley_table tables[GALLEY_TABLES];
	size_t next_paragraph, next_table; /* whose turn it is to be dropped */
};

/* The runs of `block` in this form. */
const struct paragraph *galley_paragraph(struct galley *galley,
					 const struct press *press,
					 const struct block *block,
					 const struct paragraph_form *form);

/* The table of `block` at this place; it is drawn once. */
struct set_table *galley_table(struct galley *galley, const struct press *press,
			       const struct block *block,
			       const struct table_place *place);

void galley_clear(struct galley *galley);

#endif
