/*
 * in_force - which version of a matrix or checklist reads the records of a
 * close: the one in force on its as-of day.
 */
#ifndef ASSESS_IN_FORCE_H
#define ASSESS_IN_FORCE_H

#include <stdbool.h>

#include "lib/mem.h" /* MUST_CHECK */

struct assessment;
struct version;
struct versions;

/* Whether all records that versions are for are read by one in force (told). */
bool in_force_prove(const struct versions *all,
		    const struct assessment *assessment) MUST_CHECK;

/* Whether it is in force, and there are records that it reads. */
bool in_force_reads(const struct versions *all, const struct version *version,
		    const struct assessment *assessment);

#endif
