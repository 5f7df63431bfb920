/*
 * csv_reader - the rows of a CSV export, with the line where each begins.
 *
 * libcsv decides what a row is (RFC 4180 with a free delimiter); this module
 * feeds it UTF-8 line by line so that every row knows its place, keeps spaces
 * and empty rows, names the line where an unterminated quote was opened, and
 * takes ="00123", as spreadsheets write it, for "00123".
 */
#ifndef LIB_CSV_READER_H
#define LIB_CSV_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/mem.h"

#define CSV_CELL_LIMIT ((size_t)1024 * 1024) /* bytes */

struct csv_source {
	const char *bytes; /* UTF-8 without a byte order mark; borrowed */
	size_t len;
	char delimiter;
};

struct csv_cell {
	const char *text; /* UTF-8, NUL-ended; "" if empty */
	size_t len;       /* bytes */
	uint32_t serial;  /* 0; for whoever tells texts apart by number */
};

struct csv_row {
	long line; /* where it begins, from 1 */
	long last; /* where it ends: larger if a cell holds line breaks */
	const struct csv_cell *cells;
	size_t count;  /* 0 for an empty row */
	bool in_place; /* its texts stand in the bytes that were fed */
};

/* Called for each row; what it is given is borrowed for the call. */
typedef void csv_row_fn(void *context, const struct csv_row *row);

struct csv_fault {
	long line;        /* where the text breaks the rules */
	long row_line;    /* where the cell that does, or its quote, begins */
	const char *what; /* one clause, translated */
};

/*
 * Tell the rows of `source`.  False with `*fault` set if the quoting is broken
 * or a cell is larger than 1 MiB; rows before it were told.
 */
bool csv_read(const struct csv_source *source, csv_row_fn *told, void *context,
	      struct csv_fault *fault) MUST_CHECK;

/*
 * The same for text that comes in pieces.  A piece ends where a line does, but
 * for the last one; it may be written into, also the byte behind it: rows that
 * leave nothing to decide are read where they stand (see csv_scan.h), unless
 * `plain`.  After false the stream may only be ended.
 */
struct csv_form {
	char delimiter;
	bool plain; /* libcsv reads every row */
	csv_row_fn *told;
	void *context;
};
struct csv_stream;
struct csv_stream *csv_stream_new(const struct csv_form *form) MUST_CHECK;
bool csv_stream_feed(struct csv_stream *stream, char *bytes, size_t len,
		     struct csv_fault *fault) MUST_CHECK;

/* Count lines that stand before the text and are not fed. */
void csv_stream_pass(struct csv_stream *stream, long lines);

/* How many lines were read or passed. */
long csv_stream_line(const struct csv_stream *stream);

/* No more comes; an open quotation mark is a fault. */
bool csv_stream_end(struct csv_stream *taken,
		    struct csv_fault *fault) MUST_CHECK;

struct text;

/* Add "library libcsv VERSION" as a line, for --version. */
void csv_reader_library(struct text *lines);

#endif
