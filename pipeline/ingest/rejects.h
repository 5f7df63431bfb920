/*
 * rejects - what an export holds that cannot be used, told and listed.
 *
 * Faults are collected while the files are read, because only in the end it
 * is known whether the rejected rows are within the profile's limit.  They are
 * put into words twice: in the language of messages for stderr, and in the
 * workspace's language for rejects.csv, which depends on nothing else.
 *
 * A personal value is masked in both.  The list has a mark beside it: the
 * first 24 bits of a SHA-256 over file and value, so that a controller sees
 * which rows of a file hold the same value, while each mark stands for hundreds
 * of personal numbers and gives none away.
 *
 * Ownership: the list and its strings live in the arena; strings that are
 * added are copied, but for `place`, whose strings outlive the list.
 */
#ifndef INGEST_REJECTS_H
#define INGEST_REJECTS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/msg.h"
#include "model/cell.h"

struct text;

enum reject_cause {
	/* of a cell */
	REJECT_EMPTY,
	REJECT_CELL,      /* `fault` says what */
	REJECT_UNIT,      /* `hint`: the nearest name, or NULL */
	REJECT_UNIT_DAY,  /* `hint`: the day when it was no unit */
	REJECT_INDICATOR, /* `hint`: the nearest name, or NULL */
	REJECT_BELOW,     /* `hint`: the least allowed */
	REJECT_ABOVE,     /* `hint`: the most allowed */
	REJECT_EARLY,     /* `hint`: the earliest day allowed */
	REJECT_LATE,      /* `hint`: the latest day allowed */
	REJECT_PATTERN,   /* `hint`: the mask */
	REJECT_MORE,      /* `hint`: another cell, which is the most */
	REJECT_LESS,      /* likewise the least */
	REJECT_WORD,      /* `hint`: the words allowed */
	REJECT_DECISION,
	REJECT_CODE,
	REJECT_CHARACTER,
	REJECT_CELL_LIMIT, /* `a` characters, `b` are the most allowed */
	REJECT_UNNAMED,    /* its column has no name in the header */
	REJECT_QUANTITY,   /* `hint`: what the register says */
	REJECT_TWICE,      /* `a`: the line where it stands already */
	/* of a row */
	REJECT_SHORT, /* `a` cells, `b` columns */
	REJECT_KEY,   /* `hint`: the file, `a`: the line that has it already */
	REJECT_LONG,  /* likewise */
	/* listed, though its row is left out and not rejected */
	LISTED_LATE, /* `hint`: the last day that counts */
	/* of the whole file */
	REJECT_ENCODING,       /* byte `a`, character `b` of the line, offset
				  `c` in the file, `hint` the encoding */
	REJECT_SAME_FILE,      /* `hint`: the file with the same content */
	REJECT_QUOTING,        /* `hint`: what libcsv met */
	REJECT_NO_HEADER,      /* the file is empty */
	REJECT_HEADER_AT,      /* `hint`: the name it was to begin with */
	REJECT_STAMP,          /* `hint`: what stands before the day */
	REJECT_HEADER_UNKNOWN, /* `hint`: the nearest declared, or NULL */
	REJECT_HEADER_TWICE,   /* `a`: the column where it stands already */
	REJECT_HEADER_MISSING, /* `hint`: the nearest in the file, or NULL */
	REJECT_SUM,            /* a sum is too large */
	/* no fault: only noted, and not listed */
	NOTE_UNUSED, /* no row is used, nor rejected; `a`: how many there are */
	NOTE_TOTAL,  /* `hint`: what the rows add up to */
	NOTE_FOOT,   /* `hint`: what the row's other columns come to; `row` */
	NOTE_CELL,   /* `hint`: what row and column both want; `row` */
	NOTE_FOOTER, /* `a`: how many rows were read */
	NOTE_UTF8,   /* `hint` stands for the letter in `value`; `a`: how often,
			`b`: character of the line of the first */
	NOTE_DOS     /* likewise */
};

struct reject {
	enum reject_cause cause;
	struct place place;
	const char *value; /* the raw cell or name; NULL for none */
	const char *mark;  /* tells masked values apart; NULL for none */
	const char *hint;
	const char *row; /* what its first cell says; NULL: not told */
	enum cell_fault fault;
	long a;
	long b;
	long c;
};

/* Zeroed is empty; ended by rejects_clear(). */
struct rejects {
	struct arena arena;
	struct reject *list;
	size_t count;
	bool whole; /* a whole file is refused */
};

/* Whether a cause refuses the whole file. */
bool reject_is_whole(enum reject_cause cause);

/* Add one fault. */
void rejects_add(struct rejects *rejects, struct reject reject);

/* Tell all of them; those that are no mere notes as `outcome`. */
void rejects_tell(const struct rejects *rejects, enum outcome outcome);

/*
 * Write rejects.csv (UTF-8 with a byte order mark, `;`, CRLF), or, if nothing
 * was rejected, see to it that there is none.
 */
bool rejects_save(const struct rejects *rejects, const char *path,
		  struct text *why) MUST_CHECK;

/* Release everything.  The list is empty and may be used again. */
void rejects_clear(struct rejects *rejects);

#endif
