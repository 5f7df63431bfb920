/*
 * evidence - the facts of all sources of a close, found by their key.
 *
 * Ownership: the evidence owns its facts; what is found is borrowed.
 */
#ifndef ASSESS_EVIDENCE_H
#define ASSESS_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/digest.h"
#include "model/facts.h"

struct text;

struct evidence_file {
	char sha256[DIGEST_HEX]; /* of the facts.xml */
	struct facts facts;
};

struct evidence {
	struct evidence_file *list; /* in the order given */
	size_t count;
};

/* What is looked for. */
struct fact_key {
	const char *id;
	const char *unit;
	enum series series;
	const struct window *window; /* NULL: whichever it is, if only one */
};

struct found_fact {
	const struct fact *fact; /* NULL: there is none */
	const char *source;
};

/*
 * Read the facts.xml at each path; all must be for `period`, each of another
 * source.  False with a sentence in `why`, or told.
 */
bool evidence_load(struct evidence *evidence, char *const *paths, size_t count,
		   const char *period, struct text *why) MUST_CHECK;

/* Whether facts of this source were read. */
bool evidence_has(const struct evidence *evidence, const char *source);

/* Whether any fact has this id. */
bool evidence_knows(const struct evidence *evidence, const char *id);

/*
 * Find the fact for a key.  False (told, as OUTCOME_REFUSED) if two facts
 * answer: of two sources, or for two windows where none was asked for.
 */
bool evidence_find(const struct evidence *evidence, const struct fact_key *key,
		   struct found_fact *found) MUST_CHECK;

/* What a series is called in messages: "forecast", translated. */
const char *evidence_series(enum series series);

/* Release everything.  The evidence is empty and may be used again. */
void evidence_clear(struct evidence *evidence);

#endif
