/*
 * rebuilt - a revision made once more, of the inputs that its manifest names.
 *
 * They are laid out as a workspace below the close's `next`, which is removed
 * when the close is shut, and closed there by the same stages.
 */
#ifndef BOKSLUT_REBUILT_H
#define BOKSLUT_REBUILT_H

#include "bokslut/manifest.h"

struct close;
struct desk;
struct text;

/* Zeroed but for the desk; ended by rebuilt_clear(). */
struct rebuilt {
	struct desk *desk; /* of the command */
	struct desk *own;  /* of the workspace laid out */
	const char *workspace;
	const char *made;         /* the folder with what was made */
	struct manifest manifest; /* of that */
};

/*
 * Lay the workspace out.  False if an input cannot be found any more (each is
 * told) or with a sentence in `why`.
 */
bool rebuilt_lay(struct rebuilt *rebuilt, const struct close *closing,
		 const struct manifest *manifest, struct text *why) MUST_CHECK;

/* Carry the stages out, as revision `number`. */
bool rebuilt_make(struct rebuilt *rebuilt, int number,
		  struct text *why) MUST_CHECK;

void rebuilt_clear(struct rebuilt *rebuilt);

#endif
