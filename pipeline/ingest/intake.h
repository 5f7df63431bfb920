/*
 * intake - one source's exports for one period, on their way into facts.
 *
 * This is what the parts of the stage share: what they read by, what they
 * have made so far, and what they could not use.
 */
#ifndef INGEST_INTAKE_H
#define INGEST_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/control.h"
#include "ingest/keys.h"
#include "ingest/memo.h"
#include "ingest/rejects.h"
#include "ingest/showing.h"
#include "ingest/tally.h"
#include "model/facts.h"
#include "model/name_index.h"
#include "model/profile.h"
#include "model/quantity.h"
#include "model/register.h"
#include "model/window.h"

/* Where something was seen first; its number is its place in `seen`. */
struct sighting {
	long line;
	long count;
};

struct intake {
	const char *workspace; /* folder */
	const char *period;    /* "2025-T1" */
	struct window window;
	const struct profile *profile;
	const struct quantities *quantities;
	const struct registry *reg;
	size_t unit; /* of all rows, by place in the register; SIZE_MAX if a
			column says it */
	struct tally tally;
	struct rejects rejects;
	struct facts *facts;     /* what is made */
	struct name_index known; /* indicators and records seen so far */
	struct sighting *seen;
	size_t seen_count;
	struct keys keys;
	struct control control;
	struct showing showing;
	/* of each column that has serials, NULL for the others: where different
	 * cells are counted, and where cells stand in many rows */
	struct serials **counted;
	struct serials **recurring;
	struct memos memos; /* zeroed: every cell is read in full */
};

/* Make ready what rows are read into, once it is known what they are read by
 * and which measures there are. */
void intake_start(struct intake *intake, const struct measures *measures);

/* Release what is not in an arena. */
void intake_clear(struct intake *intake);

/*
 * Note that `name` was met on `line`.  Its sighting: `count` is how often it
 * was met so far, `line` where it was met first.
 */
struct sighting intake_see(struct intake *intake, const char *name, long line);

#endif
