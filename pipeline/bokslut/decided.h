/*
 * decided - what has been decided of a close, and which revision it is.
 *
 * input/<period>/states.csv says how far the case has come; the journal records
 * each of its steps with the revision that was rendered for it, and `approved`
 * points to the one that holds.  A step that stands in the file and not in the
 * journal is of a run that was ended half-way: the next run renders it.
 */
#ifndef BOKSLUT_DECIDED_H
#define BOKSLUT_DECIDED_H

#include <stdbool.h>
#include <stddef.h>

#include "model/case_state.h"

struct close;
struct close_plan;
struct desk;

/* Zeroed is nothing; ended by decided_clear(). */
struct decided {
	struct case_states states; /* of the period */
	enum case_step step;
	size_t recorded; /* steps that the journal has */
	bool frozen;     /* no run makes a revision any more */
};

/* Find out.  False with a sentence in `why`, or told with `why` empty. */
bool decided_find(struct decided *decided, struct desk *desk,
		  const struct close_plan *plan, struct text *why) MUST_CHECK;

/*
 * Whether the steps that are not recorded may be rendered: only a correction
 * is made of anything but what the latest revision was made of.  Told if not.
 * After close_find().
 */
bool decided_agrees(const struct decided *decided, struct close *closing,
		    struct text *why) MUST_CHECK;

/* Record the steps that are not, and keep what revision `number`, which was
 * rendered for them, was made of. */
bool decided_record(const struct decided *decided, struct close *closing,
		    int number, struct text *why) MUST_CHECK;

/* The folder of the period's inputs, and as messages name it. */
char *decided_folder(struct desk *desk, const struct close_plan *plan);

void decided_clear(struct decided *decided);

#endif
