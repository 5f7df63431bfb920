/*
 * infile - a whole file in memory.
 *
 * For what is small beside an export: registers, rules, templates, hand-overs.
 * Exports are read by lib/csv_reader, which streams.
 */
#ifndef LIB_INFILE_H
#define LIB_INFILE_H

#include <stdbool.h>

#include "lib/mem.h"

struct text;

/*
 * Put the content of the file at `path` into `content`, which was empty.
 * On failure return false with one sentence in `why`; `content` is empty.
 */
bool infile_load(struct text *content, const char *path,
		 struct text *why) MUST_CHECK;

/*
 * Open the file at `path` to read; the caller owns the result until close(2).
 * -1 with one sentence in `why` if that cannot be done, or if it is a pipe or
 * device, which may never end.
 */
int infile_open(const char *path, struct text *why) MUST_CHECK;

#endif
