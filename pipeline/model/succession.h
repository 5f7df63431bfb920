/*
 * succession - which units of two days correspond, so that figures may be
 * compared.
 *
 * Units are renamed, split, merged and moved; the register says by
 * `efterträder` which units one took over from on its first day.  Two figures
 * are comparable if nothing crossed the border of the unit in between: each of
 * the lowest units below it then went to units below it now, and each of those
 * below it now came from units below it then.  A unit that came from nowhere,
 * or went nowhere, is growth and not a border crossed.
 */
#ifndef MODEL_SUCCESSION_H
#define MODEL_SUCCESSION_H

#include <stdbool.h>

#include "model/names.h"
#include "model/register.h"

enum succession {
	SUCCESSION_SAME,    /* the same unit, or another name and id of it */
	SUCCESSION_MERGED,  /* comparable with the sum of several */
	SUCCESSION_SPLIT,   /* what was one then is several now */
	SUCCESSION_MOVED,   /* something below it went elsewhere, or came */
	SUCCESSION_NO_UNIT, /* there was no such unit then */
};

/* "same", "merged", "split", "moved", "no-unit" in hand-overs. */
const char *succession_name(enum succession succession);
bool succession_of_name(enum succession *succession,
			const char *name) MUST_CHECK;

/* Whether figures of then may stand beside those of now. */
bool succession_compares(enum succession succession);

/*
 * How the unit `id` of the register's day corresponds to the units of another
 * `day`, which is not after it; their ids are added to `were` (in `arena`).
 */
enum succession succession_find(const struct registry *reg, struct arena *arena,
				const char *id, struct date day,
				struct names *were);

/* Whether the era has this id, name or alias. */
bool succession_is_named(const struct unit_era *era, const char *name);

/*
 * The era that an id, name or alias meant on a day; borrowed, NULL if none.
 */
const struct unit_era *succession_era_named(const struct registry *reg,
					    const char *name, struct date day);

/*
 * Where the figures of a unit of then count on the register's day: its only
 * successor, else the lowest unit that holds all of them, else what stands
 * above it.  Its place in the register; SIZE_MAX if there is none.
 */
size_t succession_place(const struct registry *reg, const struct unit_era *era);

#endif
