/*
 * table_file - a small table that people edit by hand in a spreadsheet.
 *
 * CSV in UTF-8 (byte order mark or not) parted by `;`.  The first row that is
 * not empty names the columns, in any order and without regard to case; rows
 * without a word in them are passed over.  A cell loses the spaces around it.
 * A form says which columns there are:
 *	enum { CASE_REPORT, CASE_BODY };
 *	static const struct table_header headers[] = {
 *		[CASE_REPORT] = { .name = "rapport" },
 *		[CASE_BODY] = { .name = "organ", .optional = true },
 *	};
 *	static const struct table_form form = { .headers = headers,
 *		.header_count = COUNT_OF(headers), .may_be_absent = true };
 * and a cell is asked for by its place in that list.
 *
 * Ownership: everything a `struct table_file` points to lives in its arena,
 * but for the form, which is borrowed and outlives it.
 */
#ifndef MODEL_TABLE_FILE_H
#define MODEL_TABLE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/msg.h"

struct text;

struct table_header {
	const char *name; /* as it stands in the file */
	bool optional;    /* the column may be absent */
};

struct table_form {
	const struct table_header *headers;
	size_t header_count;
	bool may_be_absent; /* no such file is a table without rows */
};

struct table_line {
	long line;          /* where the row begins, from 1 */
	const char **cells; /* in the order of the form; never NULL */
};

/* Zeroed is empty; ended by table_file_clear(). */
struct table_file {
	struct arena arena;
	const char *shown; /* the path that messages name */
	const struct table_form *form;
	int *columns; /* of each header: the column in the file, from 1; 0 if
			 the file has none such */
	struct table_line *lines;
	size_t line_count;
	char sha256[65]; /* of the file's bytes; "" if it is absent */
};

/*
 * Read the file at `path`; `shown` is its path as messages name it.  False
 * with a sentence in `why` if it cannot be read, or with `why` empty if it was
 * refused: everything wrong with encoding, quoting, headers, control
 * characters and the number of cells is told as OUTCOME_REFUSED.  The table is
 * then empty.
 */
bool table_file_load(struct table_file *table, const struct table_form *form,
		     const char *path, const char *shown,
		     struct text *why) MUST_CHECK;

/* The cell under a header of the form, borrowed; "" if it is empty. */
const char *table_file_cell(const struct table_line *line, int header);

/* Where that cell stands, for msg_at(). */
struct place table_file_place(const struct table_file *table,
			      const struct table_line *line, int header);

/*
 * The parts of a cell parted by `|`, without the spaces around them and
 * without empty ones, in `arena`.  `*count` is how many there are.
 */
const char **table_file_parts(struct arena *arena, const char *cell,
			      size_t *count) MUST_CHECK;

/* Release everything.  The table is empty and may be used again. */
void table_file_clear(struct table_file *table);

#endif
