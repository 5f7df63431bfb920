/*
 * changes - what is new, changed or gone since an earlier revision that the
 * calendar names: a bar and a word in the margin, and a list of all of it.
 *
 * Reports are compared as they are printed: rows of tables by what names them,
 * paragraphs by their words below the same heading.  So a figure that moves
 * less than it is rounded by has not changed, to a reader.
 */
#ifndef COMPOSE_CHANGES_H
#define COMPOSE_CHANGES_H

#include "compose/composition.h"

/*
 * Mark the composed body against `composition->earlier`, and put the list
 * where the template has <changes>; without an earlier report the list says
 * that there is none.
 */
void changes_mark(struct composition *composition);

#endif
