/*
 * exports - which files of the input folder belong to a source.
 *
 * A profile names them by a pattern below input/<period>/, as glob(7) reads
 * it; they are read in the order of their names, bytewise.
 */
#ifndef MODEL_EXPORTS_H
#define MODEL_EXPORTS_H

#include <stdbool.h>

#include "lib/arena.h"
#include "model/names.h"

struct profile;

/*
 * The files of a source for a period, as names below input/<period>/
 * ("hr/franvaro.csv"), in the arena.  None if nothing has come yet.
 */
struct names exports_find(struct arena *arena, const char *workspace,
			  const char *period, const struct profile *profile);

/* Likewise those that match a pattern below input/<folder>/. */
struct names exports_match(struct arena *arena, const char *workspace,
			   const char *folder, const char *wanted);

/*
 * Whether every name can stand in a hand-over and on a line of a manifest: it
 * is UTF-8 and holds no control character.
 */
bool exports_are_named(const struct names *names);

/* The path of one of them from the workspace: "input/2025-T1/hr/…". */
char *exports_shown(struct arena *arena, const char *period, const char *name);

#endif
