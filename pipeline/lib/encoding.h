/*
 * encoding - which bytes an export is written in, proved, and made UTF-8.
 *
 * "auto" is: a byte order mark decides; else the whole file must be UTF-8;
 * else it is refused, with the offset, line and column of the first byte that
 * is not UTF-8, unless the caller names the encoding.  Nothing is guessed.
 */
#ifndef LIB_ENCODING_H
#define LIB_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct text;

enum encoding {
	ENCODING_AUTO,
	ENCODING_UTF_8,
	ENCODING_UTF_8_BOM,
	ENCODING_UTF_16LE,
	ENCODING_UTF_16BE,
	ENCODING_WINDOWS_1252,
	ENCODING_ISO_8859_1,
	ENCODING_CP437,
	ENCODING_CP850
};

/* Where bytes are not what they should be. */
struct encoding_fault {
	size_t offset; /* bytes from the start of the file, from 0 */
	long line;     /* from 1 */
	int column;    /* character in the line, from 1 */
	unsigned char byte;
};

/* Where in a text one stands; begun at line 1, column 1. */
struct encoding_place {
	long line;
	int column;
	bool after_cr; /* what was passed last */
};

/* "windows-1252" and so on, as profiles and hand-overs spell it. */
const char *encoding_name(enum encoding encoding);

/* By that name; false if there is none such. */
bool encoding_of_name(enum encoding *encoding, const char *name) MUST_CHECK;

/*
 * Make `len` bytes UTF-8 without a byte order mark, added to `into`.
 * `*encoding` is what the caller names, and on success what it was.  False
 * with `*fault` set where a byte has no meaning in it; a NUL never has, nor
 * has a byte order mark of another encoding than the one named, nor 80-9F in
 * ISO 8859-1.  `into` is then as it was.
 */
bool encoding_to_utf8(struct text *into, const char *bytes, size_t len,
		      enum encoding *encoding,
		      struct encoding_fault *fault) MUST_CHECK;

/*
 * Likewise for bytes that follow others of a file: no mark is looked for, and
 * the encoding is none of AUTO.  Gives how many bytes were understood: a
 * character that is cut off at the end is not yet, nor is one without meaning.
 * `*odd` is set unless nothing was added that encoding_prove() calls odd.
 */
size_t encoding_more(struct text *into, const char *bytes, size_t len,
		     enum encoding encoding, bool *odd);

/* The mark at the start of a file makes the encoding what it is.  Gives the
 * length of the mark; false if it is of another encoding than the one named. */
bool encoding_begin(enum encoding *encoding, const char *bytes, size_t len,
		    size_t *mark) MUST_CHECK;

/* Go on over a text that was understood.  A CR at the end of one text and a LF
 * at the start of the next are one line end. */
void encoding_pass(struct encoding_place *place, const char *utf8, size_t len);

#endif
