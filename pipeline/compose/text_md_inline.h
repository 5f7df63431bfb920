/*
 * text_md_inline - the words of a paragraph or cell: the inner half of
 * text_md, and nobody else's business.
 */
#ifndef COMPOSE_TEXT_MD_INLINE_H
#define COMPOSE_TEXT_MD_INLINE_H

#include <cmark-gfm.h>

#include "compose/text_md.h"
#include "lib/text.h"

/* How deep a text may nest lists, quotes and emphasis. */
#define TEXT_MD_DEPTH 16

struct text_md_reading {
	const struct text_md *how;
	const char *source; /* the whole text */
	bool sound;
	int depth;
	int sections; /* that one stands in, with those of the template */
	/* of the run that is being put together: */
	struct runs *runs;
	struct run style;
	struct text pending;
};

/* Where a node begins. */
struct place text_md_place(const struct text_md_reading *reading,
			   cmark_node *node);

/* Whether one may go one level deeper; false is told. */
bool text_md_enter(struct text_md_reading *reading, cmark_node *node);

/* Add all that stands in `node`, a paragraph, heading or cell, to `runs`. */
void text_md_take_runs(struct text_md_reading *reading, cmark_node *node,
		       struct runs *runs);

#endif
