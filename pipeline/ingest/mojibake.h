/*
 * mojibake - Swedish letters that were read in the wrong encoding.
 *
 * Such a text is valid, and nothing is guessed: what looks wrong is counted,
 * and someone has to look at it.
 */
#ifndef INGEST_MOJIBAKE_H
#define INGEST_MOJIBAKE_H

#include <stddef.h>

enum mojibake_kind {
	MOJIBAKE_UTF8, /* read as Windows-1252: "Ã¤" for "ä" */
	MOJIBAKE_DOS,  /* CP437 or CP850 read as Windows-1252: "„" for "ä",
			  counted inside words only */
	MOJIBAKE_KINDS
};

/* How often, and the first of them; zeroed for none. */
struct mojibake {
	long count;
	const char *sign;   /* "Ã¤" */
	const char *letter; /* "ä" */
	long line;          /* from 1 */
	long character;     /* of the line, from 1 */
};

/* Add what is found in a text whose first line is line `line` of its file; a
 * text ends where a line does. */
void mojibake_find(struct mojibake found[MOJIBAKE_KINDS], const char *utf8,
		   size_t len, long line);

#endif
