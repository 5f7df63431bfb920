#include "typeset/numeral.h"

#include <string.h>

#include "lib/mem.h"
#include "lib/text.h"

static const char *const signs[] = { "+", "-", "\u2212" };
static const char *const parts[] = { ",", ".", "\u00a0", "\u202f", "\u2009" };

static bool is_digit(const char *text, size_t len, size_t at)
{
	return at < len && text[at] >= '0' && text[at] <= '9';
}

/* The bytes of the one of `list` that stands at `at`; 0: none does. */
static size_t found_at(const char *const *list, size_t count, const char *text,
		       size_t len)
{
	for (size_t i = 0; i < count; i++) {
		const size_t bytes = strlen(list[i]);

		if (bytes <= len && memcmp(text, list[i], bytes) == 0)
			return bytes;
	}
	return 0;
}

/* The same of the character that ends before `at`, which is not 0. */
static size_t found_before(const char *const *list, size_t count,
			   const char *text, size_t at)
{
	size_t from = at - 1;

	while (from > 0 && text_goes_on(text[from]))
		from--;
	return found_at(list, count, text + from, at - from);
}

bool numeral_holds(const char *text, size_t len, size_t at)
{
	size_t bytes;

	if (at == 0 || at >= len)
		return false;
	if (is_digit(text, len, at)) {
		if (is_digit(text, len, at - 1) ||
		    found_before(signs, COUNT_OF(signs), text, at) > 0)
			return true;
		bytes = found_before(parts, COUNT_OF(parts), text, at);
		return bytes > 0 && at > bytes &&
		       is_digit(text, len, at - bytes - 1);
	}
	if (!is_digit(text, len, at - 1))
		return false;
	bytes = found_at(parts, COUNT_OF(parts), text + at, len - at);
	return bytes > 0 && is_digit(text, len, at + bytes);
}

size_t numeral_end(const char *text, size_t len, size_t at)
{
	const size_t sign =
		found_at(signs, COUNT_OF(signs), text + at, len - at);
	size_t end = at + 1;

	if (!is_digit(text, len, at + sign))
		return at;
	while (end < len &&
	       (text_goes_on(text[end]) || numeral_holds(text, len, end)))
		end++;
	return end;
}
