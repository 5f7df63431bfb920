/*
 * corrections - figures of exports that people have corrected by hand.
 *
 * Read from input/<period>/corrections.csv (a missing file is an empty one):
 *	id;enhet;fönster;serie;värde;skäl;roll;datum
 * `id`, `enhet`, `fönster` and `serie` name one figure of an export, as
 * `bokslut explain` shows it; `fönster` is 2025-01..2025-03, a day, or a
 * period like 2025-T1; `serie` is värde, prognos, budget, utfall …  Every
 * cell is needed: a figure is not changed without a reason and a role.
 *
 * Ownership: everything that `struct corrections` points to is in its arena.
 */
#ifndef MODEL_CORRECTIONS_H
#define MODEL_CORRECTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/figure.h"
#include "model/window.h"

struct text;

struct correction {
	const char *id;
	const char *unit; /* id or name, as it stands */
	struct window window;
	enum series series;
	const char *value; /* as it stands: only the figure says what it is */
	const char *reason;
	const char *role; /* "Controller": never a person's name */
	struct date date;
	const char *file; /* "input/2025-T1/corrections.csv" */
	long line;
};

struct corrections {
	struct arena arena;
	struct correction *list;
	size_t count;
};

/*
 * Read <folder>/corrections.csv; `shown` is the folder as messages name it.
 * False with a sentence in `why` if it cannot be read, or with `why` empty if
 * it was refused (told).
 */
bool corrections_load(struct corrections *corrections, const char *folder,
		      const char *shown, struct text *why) MUST_CHECK;

/* Release everything.  The corrections are none and may be used again. */
void corrections_clear(struct corrections *corrections);

#endif
