#include "ingest/mojibake.h"

#include <stdbool.h>
#include <string.h>

#include "lib/mem.h"
#include "lib/text.h"

#define UTF8(sign, letter)                                                     \
	{                                                                      \
		MOJIBAKE_UTF8, sign, sizeof(sign) - 1, letter                  \
	}
#define DOS(sign, letter)                                                      \
	{                                                                      \
		MOJIBAKE_DOS, sign, sizeof(sign) - 1, letter                   \
	}

static const struct sign {
	enum mojibake_kind kind;
	const char *sign;
	size_t len; /* bytes */
	const char *letter;
} signs[] = {
	UTF8("Ã¤", "ä"), UTF8("Ã¥", "å"), UTF8("Ã¶", "ö"), UTF8("Ã©", "é"),
	UTF8("Ã„", "Ä"), UTF8("Ã…", "Å"), UTF8("Ã–", "Ö"), DOS("„", "ä"),
	DOS("†", "å"),   DOS("”", "ö"),
};

/* What is searched, and where in it. */
struct search {
	const char *utf8;
	size_t len;
	size_t at;
	long line; /* of the first byte */
};

static bool is_letter(const struct search *search, size_t at)
{
	char small;

	if (at >= search->len)
		return false;
	small = (char)(search->utf8[at] | 0x20);
	return small >= 'a' && small <= 'z';
}

static bool stands_here(const struct search *search, const struct sign *sign)
{
	size_t len = sign->len;

	if (search->len - search->at < len ||
	    search->utf8[search->at + len - 1] != sign->sign[len - 1] ||
	    memcmp(search->utf8 + search->at, sign->sign, len) != 0)
		return false;
	return sign->kind == MOJIBAKE_UTF8 ||
	       (search->at > 0 && is_letter(search, search->at - 1) &&
		is_letter(search, search->at + len));
}

/* Lines end in CR, LF or CR LF. */
static void find_place(struct mojibake *found, const struct search *search)
{
	const char *utf8 = search->utf8;

	found->line = search->line;
	found->character = 1;
	for (size_t i = 0; i < search->at; i++) {
		if (utf8[i] == '\n' ||
		    (utf8[i] == '\r' && utf8[i + 1] != '\n')) {
			found->line++;
			found->character = 1;
		} else if (!text_goes_on(utf8[i])) {
			found->character++;
		}
	}
}

static void look_here(struct mojibake *found, const struct search *search)
{
	for (size_t i = 0; i < COUNT_OF(signs); i++) {
		struct mojibake *kind = &found[signs[i].kind];

		if (!stands_here(search, &signs[i]))
			continue;
		if (kind->count++ > 0)
			return;
		kind->sign = signs[i].sign;
		kind->letter = signs[i].letter;
		find_place(kind, search);
		return;
	}
}

/* The next place where a sign may begin, or the end: all of them begin with
 * C3 83 or E2 80, bytes that stand together in little else. */
static size_t next_place(const struct search *search, size_t from, char lead,
			 char second)
{
	while (from < search->len) {
		const char *at =
			memchr(search->utf8 + from, (unsigned char)second,
			       search->len - from);

		if (!at)
			break;
		from = (size_t)(at - search->utf8) + 1;
		if (from > 1 && at[-1] == lead)
			return from - 2;
	}
	return search->len;
}

void mojibake_find(struct mojibake found[MOJIBAKE_KINDS], const char *utf8,
		   size_t len, long line)
{
	struct search search = { .utf8 = utf8, .len = len, .line = line };
	size_t letter = next_place(&search, 0, '\xC3', '\x83');
	size_t mark = next_place(&search, 0, '\xE2', '\x80');

	while (letter < len || mark < len) {
		search.at = letter < mark ? letter : mark;
		look_here(found, &search);
		if (letter < mark)
			letter =
				next_place(&search, letter + 2, '\xC3', '\x83');
		else
			mark = next_place(&search, mark + 2, '\xE2', '\x80');
	}
}
