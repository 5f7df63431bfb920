/*
 * table - a table measured, filled, and drawn down the pages.
 *
 * Columns get their width from what stands in them.  Numbers of a column
 * stand with their decimal comma under each other, signs for missing values
 * in the middle of it.  The head is repeated on every page, as an artifact,
 * with the word for "continued".  Rows stay whole unless they are taller than
 * a page; a row that names a group stays with the next, a total with the one
 * before (table_keep.c).
 *
 * Ownership: what a `struct set_table` points to is its own, until
 * table_clear(); it borrows the report's table.
 */
#ifndef TYPESET_TABLE_H
#define TYPESET_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "model/report.h"
#include "typeset/canvas.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"

struct flow;
struct press;

#define TABLE_PAD_X 5000     /* left and right of a cell's text [mpt] */
#define TABLE_PAD_Y 2500     /* above and below [mpt] */
#define TABLE_FEWEST_LINES 2 /* on a page, of a row that is split */

struct set_cell {
	struct runs runs; /* of the report, or as a head is set */
	size_t column;    /* its first */
	size_t columns;   /* how many it spans */
	size_t rows;      /* and how many rows of the head */
	bool heads;       /* names its row */
	bool number;      /* stands with `before` left of the comma */
	int32_t before;
	int32_t whole; /* in one line, with padding */
	struct paragraph text;
	tag_handle handle; /* 0: not drawn yet */
};

struct set_row {
	enum row_kind kind;
	struct set_cell *cells;
	size_t cell_count;
	size_t lines; /* of its tallest cell */
	const char *change;
	tag_handle handle;
};

struct set_column {
	enum column_align align;
	int weight;
	struct extent extent;
	int32_t body;   /* for cells of one line, and heads of two */
	int32_t least;  /* no narrower when columns share the width */
	int32_t before; /* of its numbers: width left of the comma */
	int32_t after;  /* and from the comma on */
	int32_t x, width;
};

struct set_table {
	struct arena arena;
	const struct press *press;
	struct text_style plain, strong; /* of cells */
	struct set_column *columns;
	size_t column_count;
	struct set_row *rows;
	size_t row_count;
	size_t head_count;         /* of the rows, the first are the head */
	struct paragraph caption;  /* no lines: none */
	struct paragraph repeated; /* the same on the pages that follow */
	int32_t x, width;
	bool landscape; /* stands on such pages … */
	int32_t full;   /* … which are so high inside their margins */
};

/* Where a table goes. */
struct table_place {
	int32_t x;
	int32_t measure; /* the least that it fills if it can */
	int32_t wide;    /* the most */
	const char *continued;
	enum landscape landscape; /* how it is chosen between the pages */
	int32_t landscape_wide;   /* the most on those on their side */
};

/* Measure and fill `table`; `set` was empty. */
void table_fill(struct set_table *set, const struct press *press,
		const struct table *table, const struct table_place *place);
void table_clear(struct set_table *set);

int32_t table_row_height(const struct set_table *set,
			 const struct set_row *row);
/* How many lines the rows that a cell of `row` spans have, without it. */
size_t table_lines_spanned(const struct set_table *set,
			   const struct set_row *row,
			   const struct set_cell *cell);
/* Of its head, with or without the caption. */
int32_t table_head_height(const struct set_table *set,
			  const struct paragraph *caption);
/* Whether its head is small enough to be repeated, and what a page that
 * follows then has for rows. */
bool table_repeats(const struct set_table *set);
int32_t table_room(const struct set_table *set);
/* Rows that must stand on one page where row `at` begins: how many, and how
 * high; of the last one perhaps only its first lines. */
size_t table_together(const struct set_table *set, size_t at, int32_t *height);
/* The height of what must stand below the end of row `at`. */
int32_t table_after(const struct set_table *set, size_t at);
/* What must stand together where it begins. */
int32_t table_start(const struct set_table *set);
/* All of it, if no page is broken. */
int32_t table_height(const struct set_table *set);

/* Draw it; flow_need(table_start()) was asked for. */
void table_draw(struct set_table *set, struct flow *flow);

/* --- its own parts */

/* table_number.c: whether a cell is set by its comma, and if so how. */
void table_find_number(const struct set_table *set, const struct set_row *row,
		       struct set_cell *cell);

/* table_extent.c: how wide what stands in each column is. */
void table_measure_columns(struct set_table *set);
/* Of a column's numbers with their commas in line, with padding. */
int32_t table_numbers_width(const struct set_column *column);

/* table_columns.c: give every column its place and width. */
void table_fit_columns(struct set_table *set, const struct table_place *place);

/* table_balance.c: move width between columns so that rows get lower. */
void table_balance(struct set_table *set, int32_t wide);

/* The style of a row's cells. */
const struct text_style *table_style(const struct set_table *set,
				     const struct set_row *row);

/* table_row.c: draw lines [first, first + count) of a row at y, tagged. */
void table_draw_row(struct set_table *set, struct set_row *row, int32_t y,
		    size_t first, size_t count);
/* The same as an artifact. */
void table_draw_again(struct set_table *set, const struct set_row *row,
		      int32_t y);

#endif
