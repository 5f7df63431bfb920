/*
 * version - the id, number and days of what rules declare in versions: rules
 * by table or by function, risk matrices, checklists.
 *
 *	rule { id = "goal.fulfilment", version = 2, from = "2025-01-01",
 *	  till = "2025-12-31", … }
 * `from` and the optional `till` are the first and last day.  A version
 * without `till` is in force until a later one of the same id begins.  No two
 * are in force on one day, and where one ends and another follows, it follows
 * on the next day.
 *
 * Ownership: strings are the declaration's and its file's.
 */
#ifndef MODEL_VERSION_H
#define MODEL_VERSION_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/msg.h"
#include "model/declaration.h"

struct version {
	const char *word; /* that declares it: "rule" */
	const char *id;
	const char *kind; /* of the records that it reads; NULL: none */
	int number;       /* from 1 */
	struct date from;
	struct date till; /* year 0: open */
	const char *file; /* "rules/goals.lua" */
	long line;
	const char *sha256; /* of that file */
};

/* All of one word, in the order of the files.  Zeroed is empty. */
struct versions {
	struct version *list;
	size_t count;
};

/* Of what must stand in a statement's list of fields. */
#define VERSION_FIELDS "id", "version", "from", "till"

/* Take id, number and days of a statement; `given` is refused if they are not
 * sound (told). */
void version_declare(struct version *version, struct declaration *given);

/* Add one; false if it has the number or a day of another (told). */
bool versions_add(struct versions *all, struct arena *arena,
		  const struct version *version) MUST_CHECK;

/* Whether each that ends is followed on the next day, or by none (told). */
bool versions_prove(const struct versions *all) MUST_CHECK;

/* Whether this one of them is in force on a day. */
bool version_holds(const struct versions *all, const struct version *version,
		   struct date day);

/* Whether one that is in force on a day reads records of the kind. */
bool versions_read(const struct versions *all, const char *kind,
		   struct date day);

/* Tell that there are records for this one, and none in force on the as-of day
 * that reads them. */
void version_tell_idle(const struct version *version, struct date as_of);

struct place version_place(const struct version *version);

#endif
