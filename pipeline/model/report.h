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
	int rows;    /* the same, of a cell of the head */
	bool heads;  /* of a body row: names the row (scope Row) */
};

struct table_row {
	enum row_kind kind;
	struct table_cell *cells; /* with those that span it from above, their
				     `columns` add up to the table's */
	size_t cell_count;
	const char *change; /* "Ändrad": a bar in the margin with this word;
			       NULL: nothing to mark */
};

/* Whether a table stands on pages of its own that lie on their side. */
enum landscape {
	LANDSCAPE_BY_CONTENT, /* if its words have too little room otherwise */
	LANDSCAPE_NO,
	LANDSCAPE_YES
};

struct table {
	enum landscape landscape;
	struct runs caption; /* empty for none */
	struct table_column *columns;
	size_t column_count;
	struct table_row *rows;
	size_t row_count;
};

/* One bar, one part of a stacked bar, or one point of a line. */
struct chart_bar {
	const char *label;
	const char *print; /* the value as it stands on the bar */
	struct decimal value;
	bool missing;       /* there is no value: a gap, `print` its sign */
	const char *series; /* its name; NULL where there is only one */
	const char *colour; /* "#2e7d32", or NULL for the house colour */
	const char *symbol; /* told apart without colour; or NULL */
};

/* Bars of one label follow each other, in the order of their series. */
enum chart_kind {
	CHART_BARS,   /* one horizontal bar each, from zero */
	CHART_STACK,  /* one bar for each label, whose parts are the values */
	CHART_GROUPS, /* a bar for each series beside each label */
	CHART_TREND   /* a line for each series over the labels */
};

#define CHART_SERIES 4 /* at most, in one picture */

struct chart {
	enum chart_kind kind;
	const char *title; /* what it says */
	const char *alt;   /* the same in words, with every value */
	struct chart_bar *bars;
	size_t bar_count;
	bool has_target; /* but for CHART_STACK: a dashed line */
	struct decimal target;
	const char *target_print;
	bool has_mean; /* the same: a dotted line */
	struct decimal mean;
	const char *mean_print;
};

/* A class of risks: a tint, and a letter in the corner of its fields. */
struct matrix_class {
	const char *letter; /* "H" */
	const char *name;   /* "Hög" */
	const char *colour; /* "#f4c7c3", so light that ink is read on it */
};

struct matrix_field {
	int likelihood, severity; /* from 1, the lowest */
	const char *letter;       /* of its class */
};

struct matrix_risk {
	const char *number; /* stands in a ring in its field */
	int likelihood, severity;
};

/* Risks by severity, to the right, and likelihood, upwards. */
struct matrix {
	const char *title;
	const char *alt; /* the same in words, with every risk */
	const char *likelihood, *severity;      /* names of the axes */
	const char **likelihoods, **severities; /* from the lowest */
	size_t likelihood_count, severity_count;
	struct matrix_class *classes;
	size_t class_count;
	struct matrix_field *fields; /* one for each pair */
	size_t field_count;
	struct matrix_risk *risks;
	size_t risk_count;
};

struct signature {
	const char *name, *role;
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
	BLOCK_CHART,
	BLOCK_MATRIX,
	BLOCK_SIGNATURES /* side by side, with room to sign above */
};

struct block {
	enum block_kind kind;
	const char *id;     /* of sections, tables, pictures; unique */
	struct runs runs;   /* of a section: its title; of a paragraph */
	bool new_page;      /* a section begins a page */
	bool ordered;       /* a list is numbered */
	int depth;          /* of contents: levels shown */
	const char *change; /* of a paragraph or note, as of a row */
	struct table *table;
	struct chart *chart;
	struct matrix *matrix;
	struct signature *signatures;
	size_t signature_count;
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
