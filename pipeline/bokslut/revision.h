/*
 * revision - r1, r2, …: what a close made, each unchanged for ever.
 *
 * A close works in output/<period>/<report>/next/; what is made there is
 * compared with the latest revision and, if it differs, becomes the next by
 * one rename.  `latest` is a symbolic link to the newest one.
 */
#ifndef BOKSLUT_REVISION_H
#define BOKSLUT_REVISION_H

#include <stdbool.h>

#include "lib/arena.h"
#include "model/names.h"

struct text;

/* Where a revision has its tables as CSV. */
#define REVISION_TABLES "tables"

/*
 * The files of the revision in `folder` that are compared and listed, sorted
 * by name: three, which must be there, and the tables that are.
 */
struct names revision_files(struct arena *arena, const char *folder);

/* N of "r<N>", 0 for every other name. */
int revision_number(const char *name);

/* The highest N of the folders r<N> in `folder`; 0 if there is none. */
int revision_latest(const char *folder);

/* The path of r<N>. */
char *revision_path(struct arena *arena, const char *folder, int number);

/* The path of its manifest. */
char *revision_manifest(struct arena *arena, const char *folder, int number);

/*
 * Whether the revisions in both folders have the same files, byte for byte; a
 * file that is missing differs.
 */
bool revision_same(struct arena *arena, const char *one, const char *other);

/*
 * Make the folder `next` the revision `number` of `folder` and point `latest`
 * to it.  False with a sentence in `why`; a revision that is there stays.
 */
bool revision_publish(const char *folder, const char *next, int number,
		      struct text *why) MUST_CHECK;

/* Links beside the revisions, to one of them. */
#define REVISION_LATEST "latest"
#define REVISION_APPROVED "approved"

/*
 * See that a link points to the revision `number`: a run that was ended
 * between the two steps of publishing left it behind.
 */
bool revision_point(const char *folder, const char *link, int number,
		    struct text *why) MUST_CHECK;

/* See that there is no such link. */
bool revision_unpoint(const char *folder, const char *link,
		      struct text *why) MUST_CHECK;

/* The number that a link points to; 0 if there is none. */
int revision_pointed(const char *folder, const char *link);

#endif
