/*
 * ahead - the rows of an export, made ready ahead of their use.
 *
 * A thread of its own reads the file, proves its encoding, parts it into rows
 * and numbers their cells, while the rows before are looked at.  What is handed
 * out depends on the file alone, never on the threads, but for the serials of
 * recurring cells.
 *
 *	struct ahead *ahead = ahead_open(&form, &why);
 *	while (ahead_next(ahead, &batch))
 *		…
 *	ok = ahead_end(ahead, &verdict, &why);
 */
#ifndef INGEST_AHEAD_H
#define INGEST_AHEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/batch.h"
#include "ingest/feed.h"
#include "ingest/mojibake.h"
#include "lib/csv_reader.h"
#include "lib/mem.h"

#define AHEAD_SIZE ((size_t)128 * 1024)

struct ahead;
struct columns;
struct profile;
struct serials;
struct text;

/* Lists of serials are of the profile's columns; NULL for one without. */
struct ahead_form {
	const char *path;
	const struct profile *profile; /* how the file is written */
	struct serials *const *counted;
	struct serials *const *recurring; /* given by the thread that has time:
					     which number a text gets may
					     differ from run to run */
	size_t size; /* bytes read for a batch, 4 or more */
	bool alone;  /* without a thread of its own */
};

/* What has come of a file that was read to its end. */
enum ahead_reading { AHEAD_TO_END, AHEAD_NO_HEADER, AHEAD_BROKEN };

/* What is known in the end. */
struct ahead_verdict {
	struct feed_verdict feed;
	enum ahead_reading reading;
	long skipped;           /* lines before the header */
	struct csv_fault fault; /* of one that is broken; lines of the file */
	struct mojibake mojibake[MOJIBAKE_KINDS];
};

/* NULL with a sentence in `why` if the file cannot be opened. */
struct ahead *ahead_open(const struct ahead_form *form,
			 struct text *why) MUST_CHECK;

/*
 * The next batch, borrowed until the one after it; false when there is none,
 * or none that can be read.  Its lines are those of the file.
 */
bool ahead_next(struct ahead *ahead, const struct batch **batch) MUST_CHECK;

/*
 * From the batch at hand on, number what stands in these columns; borrowed
 * until the end.  Of the batch that holds the first row with a text in it:
 * none is made behind it before it is given back.
 */
void ahead_number(struct ahead *ahead, const struct columns *columns);

/*
 * Read the rest for its digest, and release all.  False with a sentence in
 * `why` if the file cannot be read.
 */
bool ahead_end(struct ahead *taken, struct ahead_verdict *verdict,
	       struct text *why) MUST_CHECK;

#endif
