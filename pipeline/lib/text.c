#include "lib/text.h"

#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHOWN_AT_MOST 60 /* bytes of a raw value in a sentence */

static void make_room(struct text *text, size_t more)
{
	size_t room = text->room ? text->room : 64;

	if (text->room - text->len > more)
		return;
	while (room - text->len <= more)
		room *= 2;
	text->at = mem_resize(text->at, room, 1);
	text->room = room;
}

void text_add_bytes(struct text *text, const void *more, size_t len)
{
	make_room(text, len);
	if (len > 0)
		memcpy(text->at + text->len, more, len);
	text->len += len;
	text->at[text->len] = '\0';
}

void text_add(struct text *text, const char *more)
{
	text_add_bytes(text, more, strlen(more));
}

void text_add_char(struct text *text, char more)
{
	make_room(text, 1);
	text->at[text->len++] = more;
	text->at[text->len] = '\0';
}

char *text_reserve(struct text *text, size_t more)
{
	make_room(text, more);
	return text->at + text->len;
}

void text_take(struct text *text, size_t len)
{
	assert(len < text->room - text->len);
	text->len += len;
	text->at[text->len] = '\0';
}

void text_add_digits(struct text *text, size_t number, int width)
{
	char digits[3 * sizeof(number)];
	char *at = digits + sizeof(digits);

	assert(width < (int)sizeof(digits));
	for (; number > 0 || width > 0; width--) {
		*--at = (char)('0' + number % 10);
		number /= 10;
	}
	text_add_bytes(text, at, (size_t)(digits + sizeof(digits) - at));
}

void text_add_number(struct text *text, size_t number)
{
	text_add_digits(text, number, 1);
}

/* Most of what is printed has room behind what is there. */
void text_vprintf(struct text *text, const char *format, va_list args)
{
	const size_t left = text->room - text->len;
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(text->at ? text->at + text->len : NULL, left, format,
			args);
	assert(len >= 0);
	if ((size_t)len >= left) {
		make_room(text, (size_t)len);
		(void)vsnprintf(text->at + text->len, (size_t)len + 1, format,
				again);
	}
	va_end(again);
	text->len += (size_t)len;
}

void text_printf(struct text *text, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_vprintf(text, format, args);
	va_end(args);
}

void text_add_shown(struct text *text, const char *value)
{
	size_t len = strlen(value);
	bool cut = len > SHOWN_AT_MOST;

	if (cut)
		for (len = SHOWN_AT_MOST; text_goes_on(value[len]); len--)
			;
	for (size_t i = 0; i < len; i++) {
		bool breaks = (unsigned char)value[i] < ' ';

		text_add_bytes(text, breaks ? " " : value + i, 1);
	}
	if (cut)
		text_add(text, "…");
}

const char *text_show(struct text *text, const char *value)
{
	text_add_shown(text, value);
	return text_string(text);
}

const char *text_string(const struct text *text)
{
	return text->at ? text->at : "";
}

void text_reset(struct text *text)
{
	text->len = 0;
	if (text->at)
		text->at[0] = '\0';
}

char *text_detach(struct text *text)
{
	char *at = text->at ? text->at : mem_strdup("");

	*text = (struct text){ 0 };
	return at;
}

void text_clear(struct text *text)
{
	free(text->at);
	*text = (struct text){ 0 };
}
