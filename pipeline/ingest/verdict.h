/*
 * verdict - whether a source may be used, once all of its rows are read.
 */
#ifndef INGEST_VERDICT_H
#define INGEST_VERDICT_H

#include <stdbool.h>

#include "lib/mem.h"

struct intake;

/*
 * Tell everything that was noted and rejected.  False if the source is
 * refused: for a fault of a whole file, for more rejected rows than its
 * profile allows, for want of any row, or for a control that was missed.
 */
bool verdict_tell(const struct intake *intake) MUST_CHECK;

#endif
