#include "compose/sheet_cell.h"

#include <string.h>

#include "lib/text.h"
#include "model/number_format.h"

#define DIGITS "0123456789"
#define TRUE_MINUS "\xe2\x88\x92" /* U+2212 */

/* What a page needs and a spreadsheet does not. */
static const struct {
	const char *printed;
	const char *plain;
} plains[] = {
	{ "\xc2\xa0", " " },     /* U+00A0, a no-break space */
	{ "\xe2\x80\xaf", " " }, /* U+202F, a narrow one */
	{ "\xc2\xad", "" },      /* U+00AD, a point to hyphenate at */
};

static void add_plain(struct text *text, const char *at)
{
	while (*at) {
		size_t i = 0;

		while (i < COUNT_OF(plains) &&
		       strncmp(at, plains[i].printed,
			       strlen(plains[i].printed)) != 0)
			i++;
		if (i == COUNT_OF(plains)) {
			text_add_char(text, *at++);
			continue;
		}
		text_add(text, plains[i].plain);
		at += strlen(plains[i].printed);
	}
}

void sheet_cell_words(struct text *text, const struct runs *runs,
		      const char *line_end)
{
	for (size_t i = 0; i < runs->count; i++)
		if (runs->list[i].line_break)
			text_add(text, line_end);
		else
			add_plain(text, runs->list[i].text);
}

/* A space, or the format's sign, and three digits: further thousands. */
static bool is_group(const struct number_format *format, const char *at)
{
	return (*at == ' ' && strspn(at + 1, DIGITS) == 3) ||
	       number_format_group(format, at) == 1;
}

/* The digits before the decimal sign; gives what follows, NULL: none. */
static const char *take_whole(const struct number_format *format,
			      const char *at, struct text *number)
{
	size_t len = strspn(at, DIGITS);

	if (len == 0)
		return NULL;
	text_add_bytes(number, at, len);
	at += len;
	while (len <= 3 && is_group(format, at)) {
		text_add_bytes(number, at + 1, 3);
		at += 4;
	}
	return at;
}

static const char *take_decimals(const char *at, struct text *number)
{
	size_t len = *at == ',' || *at == '.' ? strspn(at + 1, DIGITS) : 0;

	if (len == 0)
		return at;
	text_add_bytes(number, at, len + 1);
	return at + 1 + len;
}

/* Whether a number may end here: at a space, or a sign for its unit. */
static bool ends_at(const char *at)
{
	return (*at == '\0' || *at == ' ' || *at == '%') && !strchr(at, '\n');
}

/* Behind a minus of the format, or a true one. */
static const char *take_minus(const struct number_format *format,
			      const char *at, struct text *number)
{
	const char *const signs[] = { TRUE_MINUS, format->minus ? format->minus
								: TRUE_MINUS };

	for (size_t i = 0; i < COUNT_OF(signs); i++) {
		const size_t len = strlen(signs[i]);

		if (strncmp(at, signs[i], len) != 0)
			continue;
		text_add_char(number, '-');
		return at + len;
	}
	return at;
}

bool sheet_cell_number(const char *words, const struct number_format *format,
		       struct text *number, struct text *unit)
{
	struct text taken = { 0 };
	const char *at = take_minus(format, words, &taken);
	bool ok;

	at = take_whole(format, at, &taken);
	if (at)
		at = take_decimals(at, &taken);
	ok = at && ends_at(at);
	if (ok) {
		text_add(number, taken.at);
		text_add(unit, at + (*at == ' '));
	}
	text_clear(&taken);
	return ok;
}
