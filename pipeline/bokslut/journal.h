/*
 * journal - what was done to a close, and when.
 *
 * It stands in output/<period>/<report>/journal.
 *
 * Append-only, a line for each entry:
 *	<hash> <time> <what> r<N> <manifest>
 * <manifest> is the SHA-256 of the manifest of r<N>; <hash> is that of the
 * line before it (64 zeros for the first), a line break and the rest of the
 * line: no line can be changed, added or taken away without all that follow
 * being wrong.  The clock stands here and nowhere else.
 *
 * `begun` is written before r<N> gets its name and `made` after.  So a run that
 * was ended in between is told from a revision that somebody put there, or took
 * away; the next run writes the `made` that is missing.
 */
#ifndef BOKSLUT_JOURNAL_H
#define BOKSLUT_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/digest.h"

struct text;

#define JOURNAL_BEGUN "begun"
#define JOURNAL_MADE "made"
#define JOURNAL_ERASED "erased" /* the inputs that were kept of it */
#define JOURNAL_PRUNED "pruned" /* a draft that was taken away by rule */

struct journal_entry {
	const char *hash;
	const char *time; /* "2025-05-06T02:00:11Z" */
	const char *what; /* "begun", "made", …, or a case_step_id() */
	int revision;
	const char *manifest; /* SHA-256 */
};

/* Zeroed is empty; everything lives in the arena that it was loaded into. */
struct journal {
	struct journal_entry *entries;
	size_t count;
	size_t whole;    /* bytes up to where the chain holds */
	long wrong_line; /* the first that breaks the chain; 0: none does */
	bool torn;       /* a run was ended while it wrote the last line */
};

/* Read and prove it; one that is not there is empty.  A broken one is read as
 * far as it holds.  False with a sentence in `why` if it cannot be read. */
bool journal_load(struct journal *journal, struct arena *arena,
		  const char *folder, struct text *why) MUST_CHECK;

/* The last entry for a revision, borrowed; NULL if there is none. */
const struct journal_entry *journal_lookup(const struct journal *journal,
					   int revision);

/*
 * Add an entry about r<N> of the close in `folder`, in which a manifest stands
 * at `manifest`, and flush it to the disk.  A torn last line is cut off first;
 * a journal whose chain is broken is not written to.
 */
bool journal_add(const char *folder, const char *what, int revision,
		 const char *manifest, struct text *why) MUST_CHECK;

/* Add the time by the clock, in UTC: "2025-05-06T02:00:11Z". */
void journal_add_time(struct text *text);

/* Write what a run that was ended half-way has left unwritten. */
bool journal_mend(const char *folder, struct text *why) MUST_CHECK;

#endif
