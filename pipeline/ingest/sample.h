/*
 * sample - an export that nobody has declared yet: how it is written.
 *
 * Found from the whole file: its encoding, what parts its columns, and where
 * its header stands.  Each finding goes with its evidence, as remarks.
 */
#ifndef INGEST_SAMPLE_H
#define INGEST_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/encoding.h"
#include "lib/text.h"

/* Zeroed is empty; ended by sample_clear(). */
struct sample {
	struct arena arena;
	const char *path; /* as messages name it; borrowed */
	struct text utf8;
	enum encoding encoding; /* as a profile names it */
	char separator;
	long skip;          /* lines before the header */
	size_t start;       /* bytes before it */
	const char **names; /* of the header, trimmed; "" for none */
	size_t name_count;
	struct text evidence; /* remarks */
	struct text doubts;
};

/*
 * Read the file at `path`.  False with a sentence in `why` if it cannot be
 * read, or with none if no sense can be made of it (told).
 */
bool sample_load(struct sample *sample, const char *path,
		 struct text *why) MUST_CHECK;

/* Parts of sample_load(): make `bytes` UTF-8; find columns and header. */
bool sample_decode(struct sample *sample, const struct text *bytes) MUST_CHECK;
bool sample_part(struct sample *sample) MUST_CHECK;

/* Release everything.  The sample is empty and may be used again. */
void sample_clear(struct sample *sample);

#endif
