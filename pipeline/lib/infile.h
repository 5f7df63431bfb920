/*
 * infile - a whole file in memory.
 *
 * For what is small beside an export: registers, rules, templates, hand-overs.
 * Exports are read by lib/csv_reader, which streams.
 */
#ifndef LIB_INFILE_H
#define LIB_INFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"
#include "lib/text.h"

/*
 * Put the content of the file at `path` into `content`, which was empty.
 * On failure return false with one sentence in `why`; `content` is empty.
 */
bool infile_load(struct text *content, const char *path,
		 struct text *why) MUST_CHECK;

/* The same, but no more of it than `most` bytes. */
bool infile_load_most(struct text *content, size_t most, const char *path,
		      struct text *why) MUST_CHECK;

/* A file that is looked at where it lies. */
struct infile_view {
	const char *at; /* "" where it has no length */
	size_t len;
	void *mapped;        /* NULL: it could not be, and was read */
	struct text content; /* then */
};

/*
 * The same for what is large and mostly not looked at, like a font: only what
 * is looked at is read.  Whoever changes such a file writes a new one and
 * renames it; to be cut short under our eyes would end the program.
 */
bool infile_view(struct infile_view *view, const char *path,
		 struct text *why) MUST_CHECK;
void infile_close(struct infile_view *view);

/*
 * Open the file at `path` to read; the caller owns the result until close(2).
 * -1 with one sentence in `why` if that cannot be done, or if it is a pipe or
 * device, which may never end.
 */
int infile_open(const char *path, struct text *why) MUST_CHECK;

#endif
