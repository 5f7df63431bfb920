/*
 * store - facts by the hash of what went into them.
 *
 * output/store/facts/<key>/facts.xml is what ingest made of one source for
 * one period; the key is the SHA-256 of everything that shaped it: program,
 * rules, register, as-of day and the bytes of the exports.  What is there is
 * never made again, and a revision can always be traced to it.
 */
#ifndef BOKSLUT_STORE_H
#define BOKSLUT_STORE_H

#include <stdbool.h>

#include "bokslut/stages.h"
#include "lib/arena.h"
#include "lib/digest.h"

struct close_plan;
struct desk;
struct profile;
struct text;

struct stored_facts {
	const struct profile *profile;
	char key[DIGEST_HEX];
	const char *folder;  /* output/store/facts/<key> */
	const char *facts;   /* …/facts.xml */
	const char *rejects; /* …/rejects.csv */
	bool there;          /* facts.xml stands there */
	int lock;            /* descriptor while it is made; 0: none */
};

/*
 * Where the facts of `profile` for a close stand or are to stand.  False with
 * a sentence in `why` if something that shapes them cannot be read.
 */
bool store_find(struct stored_facts *stored, struct desk *desk,
		const struct close_plan *plan, const struct profile *profile,
		struct text *why) MUST_CHECK;

/*
 * Of the facts that are not there, let nobody else make the same: waits for who
 * makes them already, and looks again whether they are there then.
 */
bool store_lock(struct stored_facts *list, size_t count,
		struct text *why) MUST_CHECK;
void store_unlock(struct stored_facts *list, size_t count);

/* The run of ingest that makes them, in a folder that store_lock() made. */
void store_task(struct task *task, const struct stored_facts *stored,
		struct desk *desk, const struct close_plan *plan);

#endif
