/*
 * text - a string that grows.
 *
 * Zeroed is empty: start with  struct text text = { 0 };  and end with
 * text_clear().  `at` ends in a NUL that `len` does not count; it is NULL
 * only while nothing was ever added: use text_string() where that matters.
 */
#ifndef LIB_TEXT_H
#define LIB_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct text {
	char *at;
	size_t len;  /* bytes */
	size_t room; /* bytes */
};

/* Add a string, `len` bytes, or one byte. */
void text_add(struct text *text, const char *more);
void text_add_bytes(struct text *text, const void *more, size_t len);
void text_add_char(struct text *text, char more);

/*
 * Room for `more` bytes behind the content; of what is put there, text_take()
 * adds the first `len`.
 */
char *text_reserve(struct text *text, size_t more) MUST_CHECK;
void text_take(struct text *text, size_t len);

/* Add a number in decimal digits: faster than to print it. */
void text_add_number(struct text *text, size_t number);

/* The same with zeros before it, up to `width` digits: what "%0*zu" prints, but
 * of 0 without a width nothing. */
void text_add_digits(struct text *text, size_t number, int width);

/* Add what stands in a file, for a sentence: on one line, and cut where it is
 * long; text_show() gives the text then, so that it can be an argument. */
void text_add_shown(struct text *text, const char *value);
const char *text_show(struct text *text, const char *value);

/* Add what printf(3) would print; numbers never follow a locale. */
void text_printf(struct text *text, const char *format, ...) PRINTF_LIKE(2, 3);
void text_vprintf(struct text *text, const char *format, va_list args)
	PRINTF_LIKE(2, 0);

/* Whether a byte goes on with a character of UTF-8 that began before it. */
static inline bool text_goes_on(int byte)
{
	return (byte & 0xC0) == 0x80;
}

/* The content, "" if empty; borrowed until `text` changes. */
const char *text_string(const struct text *text);

/* Forget the content, keep the memory. */
void text_reset(struct text *text);

/* Hand the string over: the caller owns it until free(), `text` is empty. */
char *text_detach(struct text *text) MUST_CHECK;

/* Release the memory.  The text is empty and may be used again. */
void text_clear(struct text *text);

#endif
