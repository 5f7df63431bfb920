#include "lib/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STATUS_BROKEN 70

/* Nothing here may allocate, so this does not go through msg. */
static _Noreturn void give_up(void)
{
	static const char sentence[] = "bokslut: out of memory\n";
	ssize_t ignored = write(STDERR_FILENO, sentence, sizeof(sentence) - 1);

	(void)ignored;
	_exit(STATUS_BROKEN);
}

void *mem_alloc(size_t size)
{
	void *made = calloc(1, size ? size : 1);

	if (!made)
		give_up();
	return made;
}

void *mem_resize(void *taken, size_t count, size_t size)
{
	size_t total = 0;
	void *made;

	if (__builtin_mul_overflow(count, size, &total))
		give_up();
	made = realloc(taken, total > 0 ? total : 1);
	if (!made)
		give_up();
	return made;
}

char *mem_strdup(const char *text)
{
	char *copy = NULL;
	size_t size;

	if (!text)
		return NULL;
	size = strlen(text) + 1;
	copy = mem_alloc(size);
	memcpy(copy, text, size);
	return copy;
}
