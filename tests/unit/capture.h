/*
 * capture - what a program under test prints on stderr or stdout, as a string.
 */
#ifndef TESTS_CAPTURE_H
#define TESTS_CAPTURE_H

#include <assert.h>
#include <stdio.h>
#include <unistd.h>

#include "lib/text.h"

struct capture {
	int fd;    /* captured */
	int saved; /* where it went before */
	FILE *file;
};

/* From here on, what is written to `fd` is kept. */
static inline void capture_start(struct capture *capture, int fd)
{
	int redirected;

	(void)fflush(NULL);
	capture->fd = fd;
	capture->saved = dup(fd);
	capture->file = tmpfile();
	assert(capture->saved >= 0 && capture->file);
	redirected = dup2(fileno(capture->file), fd);
	assert(redirected == fd);
}

/* Let `fd` go where it went before, and add what was kept. */
static inline void capture_end(struct capture *capture, struct text *into)
{
	int byte;

	(void)fflush(NULL);
	(void)dup2(capture->saved, capture->fd);
	(void)close(capture->saved);
	rewind(capture->file);
	text_add(into, "");
	while ((byte = fgetc(capture->file)) != EOF)
		text_add_char(into, (char)byte);
	(void)fclose(capture->file);
}

#endif
