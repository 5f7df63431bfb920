/*
 * moved - what is not the same in two revisions of a close, and why.
 *
 * Both are taken apart into things with a name and a wording: values, grades,
 * texts.  A cause is one that the manifests show and that can move a thing of
 * that kind: an export moves only what is made of its rows, a template no
 * value.  Where several remain, all are told.
 */
#ifndef BOKSLUT_MOVED_H
#define BOKSLUT_MOVED_H

#include "bokslut/cause.h"
#include "model/names.h"

struct text;

enum moved_kind { MOVED_VALUE, MOVED_GRADE, MOVED_TEXT, MOVED_KINDS };

/* A thing of one revision. */
struct thing {
	enum moved_kind kind;
	const char *id;       /* "sick-leave" */
	const char *part;     /* "forecast", "now", "s3" */
	const char *name;     /* "Sjukfrånvaro" */
	const char *says;     /* "12,0 %", "röd" */
	struct names sources; /* whose rows it is made of; empty: any */
	const char *rule;     /* SHA-256 of the rule's file; NULL: none */
	unsigned may;         /* causes that can move a thing like it */
};

struct things {
	struct thing *list;
	size_t count;
};

/* Take the revision in a folder apart. */
bool moved_take(struct things *things, struct arena *arena, const char *folder,
		struct text *why) MUST_CHECK;

/* Add what its report says in words; moved_take() does. */
bool moved_take_words(struct things *things, struct arena *arena,
		      const char *folder, struct text *why) MUST_CHECK;
void moved_add(struct things *things, struct arena *arena, struct thing thing);

/* A thing that moved; one side is NULL if it is not there. */
struct moved {
	const struct thing *before;
	const struct thing *after;
	unsigned causes;
};

struct comparison {
	struct arena arena;
	struct manifest old_manifest, new_manifest;
	struct shapings shapings;
	struct things old_things, new_things;
	struct moved *list;
	size_t count;
	size_t counts[MOVED_KINDS];
};

/* Compare two revisions in their folders; ended by moved_clear(). */
bool moved_compare(struct comparison *comparison, const char *before,
		   const char *after, struct text *why) MUST_CHECK;
void moved_clear(struct comparison *comparison);

/* The thing as it is now, or as it was last. */
const struct thing *moved_thing(const struct moved *moved);

/* Add "name part: before → after  [causes]", long texts cut to where they
 * differ. */
void moved_add_line(struct text *line, const struct moved *moved);

/* Add one sentence: how much moved, and why. */
void moved_add_sentence(struct text *text, const struct comparison *comparison);

#endif
