/*
 * study - the rows of a sample counted, column by column: what its cells could
 * be read as, and what rows stand outside the table.
 */
#ifndef INGEST_STUDY_H
#define INGEST_STUDY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/text.h"
#include "model/names.h"
#include "model/register.h"

struct csv_row;
struct sample;

#define STUDY_WORDS 12   /* more different texts are no list of words */
#define STUDY_EXAMPLES 3 /* different cells, from the top */

/* What a cell can be read as. */
enum reading_kind {
	READ_DECISION,
	READ_INDICATOR,
	READ_UNIT,
	READ_MONTH,
	READ_DATE,
	READ_COMMA,        /* a number with decimal comma, or without */
	READ_POINT,        /* likewise with point */
	READ_FIGURE_COMMA, /* a number, Ja/Nej or a missing mark */
	READ_FIGURE_POINT,
	READ_CODE, /* letters, digits and . - / _ without spaces */
	READ_COUNT
};

struct column_study {
	const char *header; /* "" for none */
	long cells;         /* not empty */
	long empty;
	long fits[READ_COUNT];
	const char *unit; /* behind the first number that has one; or NULL */
	long commas;      /* numbers with a decimal comma; with a point */
	long points;
	long zeros;    /* cells that begin with 0 and another digit */
	long digits;   /* cells of nothing but digits */
	long personal; /* cells that look like a personal identity number */
	long mails;    /* cells with @ */
	const char *words[STUDY_WORDS + 1]; /* different cells, first met */
	size_t word_count;                  /* STUDY_WORDS + 1: too many */
	uint64_t *hashes;                   /* of each cell */
	size_t hash_count;
};

/* Zeroed is empty; lives in the arena. */
struct study {
	struct arena *arena;
	const struct sample *sample;
	const struct registry *reg;
	struct column_study *columns; /* as many as the sample's names */
	long rows;                    /* of the table */
	const char *totals;           /* word of the totals rows, or NULL */
	long totals_rows;
	long headers;        /* the header again */
	struct text outside; /* remarks on rows that are none of the table */
	long outside_rows;
	struct names feet; /* first cells of the rows behind the table */
	bool seen_header;
};

/* Count; the sample was read by csv_reader before, and can be again. */
void study_sample(struct study *study);

/* Whether all cells of the column are there, and no two the same. */
bool study_is_key(const struct study *study, const struct column_study *column);

/* Release what is not in the arena. */
void study_clear(struct study *study);

#endif
