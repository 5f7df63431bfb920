/*
 * key_figures - measures of units side by side, with the year before.
 */
#ifndef ASSESS_KEY_FIGURES_H
#define ASSESS_KEY_FIGURES_H

#include <stdbool.h>

#include "assess/derived.h"

/*
 * Add all that rules declare and any source of the close gives figures for.
 * False (told) if a unit is not there on the as-of day, or a figure cannot be
 * worked out.
 */
bool key_figures_add(const struct workings *workings,
		     struct assessment *assessment) MUST_CHECK;

#endif
