/*
 * feed - the text of an export, in pieces of whole lines.
 *
 * The file is read, added to its digest, proved to be in its encoding and made
 * UTF-8, a piece at a time: a piece ends at the last line end within `size`
 * bytes read, or is longer where a line is.  Memory does not grow with the
 * file, but with its longest line.
 *
 *	struct feed *feed = feed_open(&form, &why);
 *	while (feed_next(feed, &piece))
 *		…
 *	ok = feed_end(feed, &verdict, &why);
 */
#ifndef INGEST_FEED_H
#define INGEST_FEED_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/digest.h"
#include "lib/encoding.h"
#include "lib/mem.h"
#include "lib/text.h"

struct feed;

struct feed_form {
	const char *path;
	enum encoding encoding; /* as the profile names it */
	size_t size;            /* bytes read for a piece, 4 or more */
};

/* Its text is the caller's, until text_clear(); it serves one piece after the
 * other.  May be written into, also the NUL behind it. */
struct feed_piece {
	struct text text; /* UTF-8 */
	bool last;
	bool clean; /* it holds no character that XML forbids */
};

/* What is known in the end. */
struct feed_verdict {
	char sha256[DIGEST_HEX];
	enum encoding encoding; /* what it was */
	bool sound;             /* false: see `fault` */
	struct encoding_fault fault;
};

/* NULL with a sentence in `why` if the file cannot be opened. */
struct feed *feed_open(const struct feed_form *form,
		       struct text *why) MUST_CHECK;

/* The next piece; false when there is none, or none that can be read. */
bool feed_next(struct feed *feed, struct feed_piece *piece) MUST_CHECK;

/*
 * Read the rest for its digest, and release the feed.  False with a sentence
 * in `why` if the file cannot be read.
 */
bool feed_end(struct feed *taken, struct feed_verdict *verdict,
	      struct text *why) MUST_CHECK;

#endif
