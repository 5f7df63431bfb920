/*
 * kept - the inputs of what was proposed and decided, by their content.
 *
 * What goes to the committee must be possible to make again when the workspace
 * has moved on: each input that the manifest of such a revision names stands in
 * output/store/kept/<sha256>, or, where it is an export of a source with
 * personal data, in output/store/personal/<sha256>, which nobody but its owner
 * may enter.  `bokslut purge` erases them.
 */
#ifndef BOKSLUT_KEPT_H
#define BOKSLUT_KEPT_H

#include <stdbool.h>

#include "lib/arena.h"
#include "lib/mem.h"
#include "model/names.h"

struct case_states;
struct close;
struct desk;
struct journal;
struct manifest_line;
struct text;

/* Whether the line of a manifest names an input, which is kept. */
bool kept_is_input(const struct manifest_line *line);

/* The path of a kept input, in the desk's arena; NULL if there is none. */
const char *kept_lookup(struct desk *desk, const char *sha256);

/* Whether the inputs of a revision are to be there: from the first step that
 * was recorded of it, until they are erased. */
bool kept_is_due(const struct journal *journal, int revision);

/* The paths of all that is kept, in the desk's arena. */
struct names kept_paths(struct desk *desk);

/*
 * Keep all that revision `number` was made of.  False with a sentence in `why`,
 * also if an input is no longer what it was made of.
 */
bool kept_keep(struct close *closing, int number,
	       const struct case_states *states, struct text *why) MUST_CHECK;

#endif
