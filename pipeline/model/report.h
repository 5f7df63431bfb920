/*
 * report - a report in words, tables and pictures: compose's hand-over to
 * typeset, and the XML twin that is published with the PDF.
 *
 * This module owns report.xml (schema/report.xsd): what report_save() writes
 * is what report_load() accepts.  All text is ready to print: numbers are
 * formatted, words are in the report's language.  The `figures` at the end
 * carry the same figures for machines, with their origin.
 *
 * Ownership: everything a `struct report` points to lives in its arena.
 */
#ifndef MODEL_REPORT_H
#define MODEL_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/decimal.h"
#include "model/figure.h"
#include "model/window.h"

struct text;

/* A stretch of text in one style; a paragraph is a list of them. */
struct run {
	const char *text; /* UTF-8; U+00AD marks a point to hyphenate at */
	bool strong;
	bool emphasis;
	bool line_break;    /* begins a new line; `text` is then "" */
	const char *symbol; /* circle, triangle, diamond or ring is drawn
			       before the text; NULL for none */
	const char *colour; /* of the symbol: "#2e7d32" */
	const char *to;     /* id of a section or table to link to, or NULL */
};

struct runs {
	struct run *list;
	size_t count;
};

enum column_align {
	ALIGN_TEXT,   /* left */
	ALIGN_NUMBER, /* at the decimal comma; header to the right */
	ALIGN_CENTRE
};

struct table_column {
	enum column_align align;
	int weight; /* share of the width that is left; 0: by content */
};

enum row_kind {
	ROW_HEAD, /* all rows of the head come first */
	ROW_BODY,
	ROW_GROUP, /* one cell that names the rows below, on a band */
	ROW_SUBTOTAL,
	ROW_TOTAL
};

struct table_cell {
	struct runs runs;
	int columns; /* spanned, from 1 */
	bool heads;  /* of a body row: names the row (scope Row) */
};

struct table_row {
	enum row_kind kind;
	struct table_cell *cells; /* their `columns` add up to the table's */
	size_t cell_count;
};

struct table {
	struct runs caption; /* empty for none */
	struct table_column *columns;
	size_t column_count;
	struct table_row *rows;
	size_t row_count;
};

/* One bar, or one part of a stacked bar. */
struct chart_bar {
	const char *label;
	const char *print; /* the value as it stands on the bar */
	struct decimal value;
	const char *colour; /* "#2e7d32", or NULL for the house colour */
	const char *symbol; /* told apart without colour; or NULL */
};

enum chart_kind {
	CHART_BARS, /* one horizontal bar each, from zero */
	CHART_STACK /* one bar whose parts are the values */
};

struct chart {
	enum chart_kind kind;
	const char *title; /* what it says */
	const char *alt;   /* the same in words, with every value */
	struct chart_bar *bars;
	size_t bar_count;
	bool has_target; /* of CHART_BARS: a dashed line */
	struct decimal target;
	const char *target_print;
};

/* So many sections may stand in one another: PDF has headings H1 to H6. */
#define REPORT_LEVELS 6

enum block_kind {
	BLOCK_COVER,    /* the front page, made from the head */
	BLOCK_CONTENTS, /* made from the sections; `depth` levels */
	BLOCK_SECTION,  /* `title` and `blocks`; nested for sub-sections */
	BLOCK_PARAGRAPH,
	BLOCK_NOTE, /* a paragraph in small print */
	BLOCK_LIST, /* `blocks` are BLOCK_ITEMs */
	BLOCK_ITEM, /* of a list: `blocks` */
	BLOCK_QUOTE,
	BLOCK_BOX, /* on a band: a proposed decision, a principle */
	BLOCK_TABLE,
	BLOCK_CHART
};

struct block {
	enum block_kind kind;
	const char *id;   /* of sections, tables, charts; unique */
	struct runs runs; /* of a section: its title; of a paragraph */
	bool new_page;    /* a section begins a page */
	bool ordered;     /* a list is numbered */
	int depth;        /* of contents: levels shown */
	struct table *table;
	struct chart *chart;
	struct block *blocks;
	size_t block_count;
};

/* A line of the cover's foot: "Diarienummer", "SN 2025/41". */
struct head_line {
	const char *name;
	const char *text;
};

struct report_head {
	const char *title;        /* "Prognosrapport" */
	const char *subtitle;     /* "januari–april 2025" */
	const char *short_title;  /* for the running header */
	const char *municipality; /* "Nordvikens kommun" */
	const char *unit;         /* "Socialnämnden" */
	const char *date;         /* as-of, ISO */
	const char *diary_number; /* NULL if there is none */
	const char *draft;        /* "UTKAST", NULL when approved */
	struct head_line *lines;
	size_t line_count;
	/* words that typeset prints itself */
	const char *word_contents;  /* "Innehåll" */
	const char *word_continued; /* "forts." */
	const char *word_page;      /* "Sida" */
};

/* An assessed figure that is printed in the body, for machines. */
struct report_figure {
	const char *id;
	const char *unit;
	struct window window;
	enum series series;
	struct figure figure;
	const char *quantity;
	const char *print;  /* as it stands in the body */
	const char *grade;  /* id that counts now; NULL if it has none */
	const char *source; /* "hr.absence", NULL if derived or stated */
	const char *trace;  /* file, lines and rule in one line */
};

struct report {
	struct arena arena;
	const char *language; /* "sv" */
	const char *id;       /* "prognosrapport" */
	const char *period;
	int revision;
	struct report_head head;
	struct block *blocks;
	size_t block_count;
	struct report_figure *figures;
	size_t figure_count;
};

bool report_load(struct report *report, const char *path,
		 struct text *why) MUST_CHECK;
bool report_save(const struct report *report, const char *path,
		 struct text *why) MUST_CHECK;
void report_clear(struct report *report);

#endif
