/*
 * scratch_file - a file for a test, with these bytes.
 */
#ifndef TESTS_SCRATCH_FILE_H
#define TESTS_SCRATCH_FILE_H

#include <assert.h>
#include <stdlib.h>
#include <unistd.h>

/* `path` ends in XXXXXX, which becomes the file's own; the caller unlinks it.
 */
static inline void scratch_file(char *path, const void *bytes, size_t len)
{
	int fd = mkstemp(path);
	ssize_t wrote = write(fd, bytes, len);

	assert(fd >= 0 && wrote == (ssize_t)len);
	(void)close(fd);
}

#endif
