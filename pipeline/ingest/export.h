/*
 * export - one file of a source, read row by row.
 *
 * The file is held in memory whole, once as its bytes and once as UTF-8; what
 * is made of its rows grows with units and measures only.
 */
#ifndef INGEST_EXPORT_H
#define INGEST_EXPORT_H

#include <stdbool.h>

#include "lib/mem.h"

struct intake;
struct text;

/*
 * Go through the file for its keys only; what is wrong with it is told when it
 * is read.  False with a sentence in `why` if it cannot be read at all.
 */
bool export_forego(struct intake *intake, const char *name,
		   struct text *why) MUST_CHECK;

/*
 * Read the file `name` below input/<period>/ into the intake; it becomes the
 * next of the facts' files.  Faults in it are added to the intake's rejects;
 * false with a sentence in `why` if it cannot be read at all.
 */
bool export_read(struct intake *intake, const char *name,
		 struct text *why) MUST_CHECK;

#endif
