/*
 * outfile - the one way in which a file of ours is written.
 *
 * The bytes go to <path>.part, are flushed to the disk and read back, renamed
 * to `path`, and the folder is flushed: under `path` stands the old file or the
 * whole new one, whatever happens.  No library opens an output file itself.
 */
#ifndef LIB_OUTFILE_H
#define LIB_OUTFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct outfile;
struct text;

/*
 * A file that is written piece by piece, for what is large: it stands under
 * `path` once outfile_end() says so, and not before.  What goes wrong on the
 * way is told at the end.
 */
struct outfile *outfile_open(const char *path) MUST_CHECK;
void outfile_add(struct outfile *outfile, const void *bytes, size_t len);
bool outfile_end(struct outfile *taken, struct text *why) MUST_CHECK;

/*
 * Make `path` a file of these bytes.  On failure return false with one
 * sentence in `why`; the old file, if any, is untouched.
 */
bool outfile_write(const char *path, const void *bytes, size_t len,
		   struct text *why) MUST_CHECK;

/* The same of the bytes of another file, which may be large. */
bool outfile_copy(const char *path, const char *from,
		  struct text *why) MUST_CHECK;

/* Flush a folder's names to the disk; false with errno set. */
bool outfile_flush_folder(const char *path) MUST_CHECK;

/* Make the folder `path` and those above it, where they are missing. */
bool outfile_folder(const char *path, struct text *why) MUST_CHECK;

/* The same of a folder that nobody but its owner may enter. */
bool outfile_private_folder(const char *path, struct text *why) MUST_CHECK;

#endif
