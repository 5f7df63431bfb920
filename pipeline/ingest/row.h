/*
 * row - one row of an export, its cells read as the profile says.
 */
#ifndef INGEST_ROW_H
#define INGEST_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ingest/columns.h"
#include "ingest/decision_key.h"
#include "lib/csv_reader.h"
#include "lib/msg.h"
#include "model/decimal.h"
#include "model/register.h"
#include "model/window.h"

struct intake;
struct reject;
struct text;

/* A cell.  What it was read as follows from its column's type. */
struct row_value {
	const char *raw; /* as it stands; "" if the column is absent; a word
			    as its column declares it */
	uint32_t serial; /* of the text in its column; 0 if it has none */
	bool sound;      /* read; false for an empty cell that may be so */
	union {
		struct decimal number;
		struct window window; /* of a month, day or period */
		size_t unit;          /* place in the register */
		const struct indicator *indicator;
		struct decision_key decision;
	};
};

struct row {
	struct intake *intake;
	const struct columns *columns;
	const char *shown; /* the file, as messages name it */
	int file;          /* from 1 */
	bool clean;        /* no cell can hold a character that XML forbids */
	long line;
	long last;
	size_t unit; /* place in the register; SIZE_MAX if it has none */
	const struct column *former; /* names a unit of other days; or NULL */
	struct row_value *values;    /* in the order of the profile's columns */
	bool refused;                /* a fault was added */
};

/* Whether no cell holds more than spaces: such a row is passed over. */
bool row_is_blank(const struct csv_row *csv);

/* Whether a cell may begin with `word` when both are folded: the first letter
 * tells most rows apart without a closer look. */
bool row_begins_alike(const char *cell, const char *word);

/* Make all values empty: before the first row is read. */
void row_empty(struct row *row);

/* Read all cells; faults are added to the intake's rejects. */
void row_read(struct row *row, const struct csv_row *csv);

/* Where the cell of a column of the profile stands. */
struct place row_place(const struct row *row, const struct column *column);

/* Refuse the row for one of its cells, given by its column; the reject's
 * place and value are filled in, masked where the column is personal. */
void row_refuse(struct row *row, const struct column *column,
		struct reject reject);

/* Add the raw cell of a column, masked where it is personal. */
void row_add_shown(const struct row *row, struct text *text,
		   const struct column *column);

/* Prove a number against the column's limits. */
bool row_within(struct row *row, const struct column *column,
		struct decimal number);

/* The value of the profile's column called `as`; NULL if `as` is NULL. */
const struct row_value *row_value(const struct row *row, const char *as);

#endif
