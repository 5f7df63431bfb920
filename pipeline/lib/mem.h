/*
 * mem - memory that is there or ends the program.
 *
 * No caller handles "no memory": a batch run that cannot get any is over, and
 * the next run starts it again.  The program then ends with status 70.
 */
#ifndef LIB_MEM_H
#define LIB_MEM_H

#include <stddef.h>

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* `size` zeroed bytes; the caller owns them until free(). */
void *mem_alloc(size_t size) MUST_CHECK;

/* `taken` made `count` members of `size` bytes; the caller owns the result. */
void *mem_resize(void *taken, size_t count, size_t size) MUST_CHECK;

/* A copy of `text`, NULL for NULL; the caller owns it until free(). */
char *mem_strdup(const char *text) MUST_CHECK;

#endif
