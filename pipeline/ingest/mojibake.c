#include "ingest/mojibake.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lib/byte_lane.h"
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

/* All signs begin with C3 83 or E2 80, bytes that stand together in little
 * else. */
static bool may_begin(const char *at)
{
	return memcmp(at, "\xC3\x83", 2) == 0 || memcmp(at, "\xE2\x80", 2) == 0;
}

/* The same, of sixteen places; the byte behind them is looked at too. */
static uint64_t may_begin_in(const char *at)
{
	byte_lane first = byte_lane_at(at);
	byte_lane second = byte_lane_at(at + 1);

	return byte_lane_bits(((first == 0xC3) & (second == 0x83)) |
			      ((first == 0xE2) & (second == 0x80)));
}

/* The next place where a sign may begin, or the end. */
static size_t next_place(const struct search *search, size_t from)
{
	for (; search->len - from > BYTE_LANE; from += BYTE_LANE) {
		uint64_t found = may_begin_in(search->utf8 + from);

		if (found != 0)
			return from + (size_t)__builtin_ctzll(found);
	}
	while (search->len - from > 1 && !may_begin(search->utf8 + from))
		from++;
	return search->len - from > 1 ? from : search->len;
}

void mojibake_find(struct mojibake found[MOJIBAKE_KINDS], const char *utf8,
		   size_t len, long line)
{
	struct search search = { .utf8 = utf8, .len = len, .line = line };

	for (search.at = next_place(&search, 0); search.at < len;
	     search.at = next_place(&search, search.at + 2))
		look_here(found, &search);
}
