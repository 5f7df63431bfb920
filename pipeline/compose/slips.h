/*
 * slips - what people who write texts get wrong: a figure that is none of the
 * indicator's, and a comment that stands at two indicators.
 *
 * Each is a note with its place.  A number counts only with the indicator's
 * unit of measure behind it, and is right if a figure of the indicator (value,
 * forecast, target or of an earlier year) rounds to it; its sign is no matter,
 * since a text says "900 tkr under budget".  Numbers that are quoted by name
 * cannot be wrong.
 */
#ifndef COMPOSE_SLIPS_H
#define COMPOSE_SLIPS_H

#include "compose/composition.h"

/*
 * In the comment of every indicator.
 */
void slips_find_in_comments(const struct composition *composition);

/*
 * In a text in CommonMark: in each paragraph that names an indicator or quotes
 * it, or that stands below a heading that does.
 */
void slips_find_in_text(const struct composition *composition,
			const char *shown, const char *source);

#endif
