/*
 * facts - what one source said for one period: ingest's hand-over to assess.
 *
 * This module owns facts.xml: the file that facts_save() writes is the file
 * that facts_load() accepts (schema/facts.xsd), and nobody else parses it.
 * Facts are sorted by id, unit, window and series; records keep the order of
 * the export.
 *
 * Ownership: everything a `struct facts` points to lives in its arena.
 */
#ifndef MODEL_FACTS_H
#define MODEL_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/figure.h"
#include "model/window.h"

struct text;
struct xml_reader;
struct xml_writer;

/* Rows that a rule of the profile left out on purpose. */
struct facts_left_out {
	const char *by; /* the rule's name: "totals", "after-cut-off" */
	long rows;
};

/* A number of an export that does not fit the others of its row or column. */
struct facts_slip {
	const char *kind;   /* "total", "row", or "cell": both want another */
	const char *row;    /* what its first cell says; NULL of a total */
	const char *column; /* the header */
	const char *said;   /* as the export writes it */
	const char *wanted;
	long line;
};

/* One file of the source: rows = used + left_out + rejected. */
struct facts_file {
	const char *name;     /* below input/<period>/: "hr/franvaro.csv" */
	const char *sha256;   /* of its bytes */
	const char *encoding; /* as encoding_name() spells it */
	long rows;            /* without header and empty lines */
	long used;
	long left_out;
	long rejected;
	struct date reaches; /* the newest day it tells; year 0: not asked */
	struct facts_left_out *reasons; /* sum of rows = left_out */
	size_t reason_count;
	struct facts_slip *slips;
	size_t slip_count;
};

/* One figure for one (id, unit, window, series), with its origin. */
struct fact {
	const char *id;
	const char *unit;
	struct window window;
	enum series series;
	struct figure figure;
	const char *quantity; /* unit of measure: "hour" */
	long rows;            /* rows that it was made from */
	long first;           /* line of the first of them */
	long last;
	int file; /* the file that `first` stands in, from 1 */
};

struct record_field {
	const char *name;
	const char *text;
};

/* What is not a figure: decision, comment, activity, answer, risk, control. */
struct record {
	const char *kind; /* "decision" */
	const char *id;
	const char *unit;
	int file;   /* from 1 */
	long first; /* line where its row begins */
	long last;
	struct record_field *fields;
	size_t field_count;
};

struct facts {
	struct arena arena;
	const char *source;
	const char *period;
	struct facts_file *files;
	size_t file_count;
	struct fact *facts;
	size_t fact_count;
	struct record *records;
	size_t record_count;
};

/*
 * Read facts.xml at `path` into `facts`, which is empty; the facts are sorted
 * by their id then, whatever the file does.  False with a sentence in `why`, or
 * told by msg if the file breaks its schema.
 */
bool facts_load(struct facts *facts, const char *path,
		struct text *why) MUST_CHECK;

/* Write `facts` to `path`; sorts the facts first. */
bool facts_save(struct facts *facts, const char *path,
		struct text *why) MUST_CHECK;

/* Bring the facts into the order that they are written and read in. */
void facts_sort(struct facts *facts);

/* The first fact of an id among sorted ones, borrowed; the others follow it.
 * NULL if there is none. */
const struct fact *facts_first(const struct facts *facts, const char *id);

/* Make exact room for `more` facts, which are then added without a call; a list
 * that was given room grows no further. */
void facts_reserve(struct facts *facts, size_t more);

/* The rows of all files together, and how many slips; no name, digest,
 * reasons, nor the slips themselves. */
struct facts_file facts_sum(const struct facts *facts);

/* The text of a record's field, borrowed; NULL if it has none such. */
const char *record_field(const struct record *record, const char *name);

/* The same, but "" if it has none such. */
const char *record_text(const struct record *record, const char *name);

/* Files and records as assessment.xml carries them too, unchanged. */
void facts_write_file(struct xml_writer *writer, const struct facts_file *file);
void facts_write_record(struct xml_writer *writer, const struct record *record);
bool facts_read_file(struct facts_file *file, struct xml_reader *reader,
		     struct arena *arena) MUST_CHECK;
bool facts_read_record(struct record *record, struct xml_reader *reader,
		       struct arena *arena) MUST_CHECK;

/* Release everything.  The facts are empty and may be used again. */
void facts_clear(struct facts *facts);

#endif
