/*
 * folder - what stands in a folder, in an order that never changes.
 */
#ifndef BOKSLUT_FOLDER_H
#define BOKSLUT_FOLDER_H

#include <stdbool.h>

#include "lib/arena.h"
#include "model/names.h"

struct text;

/*
 * The files below `path`, sub-folders included, as names from there, sorted
 * bytewise; none if there is no such folder.
 */
struct names folder_files(struct arena *arena, const char *path);

/* Whether a file, by its path from the workspace, shapes what is made: the
 * tests of rules do not. */
bool folder_shapes(const char *path);

/* The names that stand in `path` itself, sorted bytewise. */
struct names folder_names(struct arena *arena, const char *path);

/* Copy a file to `path`, and make the folders above it. */
bool folder_copy(const char *path, const char *from,
		 struct text *why) MUST_CHECK;

/* Remove the folder and everything in it; true if it is gone. */
bool folder_remove(const char *path, struct text *why) MUST_CHECK;

#endif
