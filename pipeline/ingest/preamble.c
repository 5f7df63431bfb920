#include "ingest/preamble.h"

#include <string.h>

#include "lib/text.h"
#include "model/cell.h"
#include "model/profile.h"

/* One line with its end: CR, LF or CR LF. */
static size_t line_len(const char *at)
{
	size_t len = strcspn(at, "\r\n");

	if (at[len] == '\r' && at[len + 1] == '\n')
		len++;
	return at[len] ? len + 1 : len;
}

/* Whether the first cell of the line, in quotation marks or not, is `name`. */
static bool begins_with(const char *line, char separator, const char *name)
{
	const char ends[] = { separator, '"', '\r', '\n', '\0' };
	const char *from = *line == '"' ? line + 1 : line;
	struct text cell = { 0 };
	bool same;

	text_add_bytes(&cell, from, strcspn(from, ends));
	same = cell_same(text_string(&cell), name);
	text_clear(&cell);
	return same;
}

static bool is_header(const struct profile *profile, const char *line,
		      long above)
{
	if (profile->header_at)
		return begins_with(line, profile->separator,
				   profile->header_at);
	return above == profile->skip;
}

struct preamble preamble_of(const struct profile *profile,
			    const struct text *utf8)
{
	long most = profile->header_at ? PREAMBLE_MOST : profile->skip;
	struct preamble preamble = { 0 };
	const char *bytes = text_string(utf8);

	while (!is_header(profile, bytes + preamble.bytes, preamble.lines)) {
		if (preamble.lines == most || preamble.bytes >= utf8->len)
			return preamble;
		preamble.bytes += line_len(bytes + preamble.bytes);
		preamble.lines++;
	}
	preamble.ended = true;
	return preamble;
}
