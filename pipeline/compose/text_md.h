/*
 * text_md - a text that people write, in CommonMark with tables, as blocks.
 *
 * Headings become nested sections, whatever level they begin at, so that a
 * text fits under any section of a report.  What a report cannot print is
 * refused, never dropped: raw HTML, images, code blocks, rules, headings in
 * lists.  {name} is a quote that the caller fills; in `code` it is literal.
 * A link to #id leads inside the report, any other is followed by its address.
 *
 * Wraps libcmark-gfm.
 */
#ifndef COMPOSE_TEXT_MD_H
#define COMPOSE_TEXT_MD_H

#include <stdbool.h>

#include "compose/blocks.h"
#include "lib/msg.h"

struct text;

struct text_md {
	struct arena *arena; /* takes everything made */
	const char *path;
	const char *shown; /* the path in messages */
	/* Add what stands for {name}; false if there is none (told). */
	bool (*quote)(void *context, struct place place, const char *name,
		      struct text *into);
	/* Remember a link to the section or table `id`. */
	void (*link)(void *context, struct place place, const char *id);
	void *context;
	int sections; /* that the text stands in; its headings come below */
};

/*
 * Add the text at `path` to `into`.  False with a sentence in `why` if it
 * cannot be read, or with `why` empty if it was refused (all faults told).
 */
bool text_md_load(const struct text_md *how, struct blocks *into,
		  struct text *why) MUST_CHECK;

/* Add the line "library cmark-gfm VERSION". */
void text_md_library(struct text *lines);

#endif
