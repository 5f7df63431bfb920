/*
 * cause - what shaped one revision otherwise than another, by their manifests.
 */
#ifndef BOKSLUT_CAUSE_H
#define BOKSLUT_CAUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "bokslut/manifest.h"
#include "lib/arena.h"

/* In the order in which they are told; a set is a sum of 1 << cause. */
enum cause {
	CAUSE_DATA,     /* exports, grades and corrections */
	CAUSE_REGISTER, /* the register, and figures of earlier years */
	CAUSE_RULE,     /* rules/, and the as-of day */
	CAUSE_TEMPLATE, /* templates/ */
	CAUSE_TEXT,     /* input/<period>/text/ */
	CAUSE_STATE,    /* case, states and reviews */
	CAUSE_PROGRAM,  /* programs, libraries, fonts and the like */
	CAUSE_COUNT
};

/* "data", "register", …: for JSON. */
const char *cause_id(enum cause cause);

/* Add the words of a set: "data, rule". */
struct text;
void cause_add_words(struct text *text, unsigned set);

/* One thing that is not the same in both. */
struct shaping {
	enum cause cause;
	const char *name;   /* "input/2025-T1/hr/franvaro.csv" */
	const char *source; /* of an export; NULL for all else */
	const char *before; /* NULL: it was not there */
	const char *after;  /* NULL: it is there no more */
};

/* Zeroed is empty; it borrows from both manifests. */
struct shapings {
	struct shaping *list;
	size_t count;
	unsigned set;
};

struct shapings cause_find(struct arena *arena, const struct manifest *before,
			   const struct manifest *after);

#endif
