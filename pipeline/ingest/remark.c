#include "ingest/remark.h"

#include <stdarg.h>
#include <string.h>

#include "lib/text.h"
#include "model/cell.h"

#define QUOTED 40 /* bytes */

static bool is_control(char byte)
{
	return (unsigned char)byte < ' ' || byte == 0x7F;
}

bool remark_is_control(const char *string)
{
	while (*string && !is_control(*string))
		string++;
	return *string != '\0';
}

void remark_add(struct text *text, const char *format, ...)
{
	size_t from = text->len;
	va_list args;

	text_add(text, "-- ");
	va_start(args, format);
	text_vprintf(text, format, args);
	va_end(args);
	for (; from < text->len; from++)
		if (is_control(text->at[from]))
			text->at[from] = ' ';
	text_add_char(text, '\n');
}

void remark_quote(struct text *text, const char *cell)
{
	struct text trimmed = { 0 };
	size_t len;

	cell_trim(&trimmed, cell);
	len = trimmed.len;
	if (len > QUOTED) {
		len = QUOTED;
		/* back to where a character begins */
		while (text_goes_on(trimmed.at[len]))
			len--;
	}
	text_add_char(text, '"');
	text_add_bytes(text, text_string(&trimmed), len);
	text_add(text, len < trimmed.len ? "…\"" : "\"");
	text_clear(&trimmed);
}

void remark_string(struct text *text, const char *string)
{
	text_add_char(text, '"');
	for (; *string; string++)
		if (*string == '"' || *string == '\\')
			text_printf(text, "\\%c", *string);
		else if (is_control(*string))
			text_printf(text, "\\%03d", *string);
		else
			text_add_char(text, *string);
	text_add_char(text, '"');
}
