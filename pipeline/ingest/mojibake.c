#include "ingest/mojibake.h"

#include <stdbool.h>
#include <string.h>

#include "lib/mem.h"

static const struct sign {
	enum mojibake_kind kind;
	const char *sign;
	const char *letter;
} signs[] = {
	{ MOJIBAKE_UTF8, "Ã¤", "ä" }, { MOJIBAKE_UTF8, "Ã¥", "å" },
	{ MOJIBAKE_UTF8, "Ã¶", "ö" }, { MOJIBAKE_UTF8, "Ã©", "é" },
	{ MOJIBAKE_UTF8, "Ã„", "Ä" }, { MOJIBAKE_UTF8, "Ã…", "Å" },
	{ MOJIBAKE_UTF8, "Ã–", "Ö" }, { MOJIBAKE_DOS, "„", "ä" },
	{ MOJIBAKE_DOS, "†", "å" },   { MOJIBAKE_DOS, "”", "ö" },
};

/* What is searched, and where in it. */
struct search {
	const char *utf8;
	size_t len;
	size_t at;
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
	size_t len = strlen(sign->sign);

	if (search->len - search->at < len ||
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

	found->line = 1;
	found->character = 1;
	for (size_t i = 0; i < search->at; i++) {
		if (utf8[i] == '\n' ||
		    (utf8[i] == '\r' && utf8[i + 1] != '\n')) {
			found->line++;
			found->character = 1;
		} else if ((utf8[i] & 0xC0) != 0x80) {
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

void mojibake_find(struct mojibake found[MOJIBAKE_KINDS], const char *utf8,
		   size_t len)
{
	struct search search = { .utf8 = utf8, .len = len };

	memset(found, 0, MOJIBAKE_KINDS * sizeof(*found));
	for (; search.at < len; search.at++)
		if (utf8[search.at] == '\xC3' || utf8[search.at] == '\xE2')
			look_here(found, &search);
}
