/*
 * blocks - a report's blocks, runs and tables, put together piece by piece.
 *
 * Everything goes into the arena given, which is the report's.  What an _add
 * function gives back is borrowed and valid until the next add to the same
 * list, since a list may move when it grows.
 */
#ifndef COMPOSE_BLOCKS_H
#define COMPOSE_BLOCKS_H

#include <stddef.h>

#include "lib/arena.h"
#include "model/report.h"
#include "model/scale.h"

/* A list that grows; its members become `blocks` of a report or block. */
struct blocks {
	struct block *list;
	size_t count;
};

/* A new, empty block at the end. */
struct block *blocks_add(struct blocks *blocks, struct arena *arena,
			 enum block_kind kind);

/* All of `more` behind what there is. */
void blocks_append(struct blocks *blocks, struct arena *arena,
		   const struct blocks *more);

/* Make `children` the content of `block`. */
void block_fill(struct block *block, const struct blocks *children);

/* A paragraph or note with one run of plain text. */
void blocks_add_words(struct blocks *blocks, struct arena *arena,
		      enum block_kind kind, const char *text);

/* A run of plain text (copied), or a new line, at the end. */
struct run *runs_add(struct runs *runs, struct arena *arena, const char *text);
void runs_add_break(struct runs *runs, struct arena *arena);

/*
 * Text as people write it in a cell of a spreadsheet: every line of it a line,
 * and an empty line between two paragraphs.
 */
void runs_add_lines(struct runs *runs, struct arena *arena, const char *text);
void blocks_add_paragraphs(struct blocks *blocks, struct arena *arena,
			   const char *text);

/* A grade: its symbol, and `label` beside it. */
void runs_add_grade(struct runs *runs, struct arena *arena,
		    const struct grade *grade, const char *label);

/* A block for a table with these columns; its id is `id`. */
struct table *blocks_add_table(struct blocks *blocks, struct arena *arena,
			       const char *id,
			       const struct table_column *columns,
			       size_t column_count);

struct table_row *table_add_row(struct table *table, struct arena *arena,
				enum row_kind kind);

/* A row of one cell that spans the whole table and names the rows below. */
void table_add_group(struct table *table, struct arena *arena,
		     const char *name);

/* An empty cell; a cell with text, and one that names its row. */
struct table_cell *row_add_cell(struct table_row *row, struct arena *arena);
struct table_cell *row_add_text(struct table_row *row, struct arena *arena,
				const char *text);
struct table_cell *row_add_name(struct table_row *row, struct arena *arena,
				const char *text);

/* A cell of the head: the word, and below it `unit` if it is not empty. */
void row_add_head(struct table_row *row, struct arena *arena, const char *word,
		  const char *unit);

#endif
