/*
 * fuzz - what the fuzz targets share.
 *
 * A target is a function of libFuzzer's name that is given any bytes.  What
 * must hold of them is asserted; a crash, a leak, undefined behaviour and a
 * time-out are found by the sanitizers and the engine.  `make fuzz` builds and
 * runs all of them.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/text.h"

/* The engine's door; always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* A file of its own for one input: it lives in memory until fuzz_close(). */
struct fuzz_file {
	int fd;
	char path[32];
};

static inline void fuzz_open(struct fuzz_file *file, const uint8_t *bytes,
			     size_t len)
{
	ssize_t written;

	file->fd = memfd_create("fuzz", MFD_CLOEXEC);
	assert(file->fd >= 0);
	written = write(file->fd, bytes, len);
	assert(written == (ssize_t)len);
	(void)snprintf(file->path, sizeof(file->path), "/proc/self/fd/%d",
		       file->fd);
}

static inline void fuzz_close(struct fuzz_file *file)
{
	(void)close(file->fd);
}

/* Add the name of a folder that is this process's alone. */
static inline void fuzz_folder(struct text *path)
{
	text_printf(path, "/dev/shm/bokslut-fuzz-%ld", (long)getpid());
}

#endif
