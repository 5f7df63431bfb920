/*
 * The one place that looks at Lua as a text.  It need not understand it: it
 * only has to know what is comment, what is text and what is code, for in
 * code every `{` begins a table, and one field more never changes what a
 * table constructor means.
 */
#include <ctype.h>
#include <string.h>

#include "lib/lua_tree.h"
#include "lib/text.h"

/* The length of "[[", "[==[" and so on at `at`; 0 if it is none. */
static size_t long_bracket(const char *at, const char *end)
{
	const char *next = at + 1;

	if (at >= end || *at != '[')
		return 0;
	while (next < end && *next == '=')
		next++;
	return next < end && *next == '[' ? (size_t)(next - at) + 1 : 0;
}

/* Behind the end of the long bracket that is open: "]]", "]==]". */
static const char *after_long(const char *at, const char *end, size_t len)
{
	for (; at < end; at++) {
		size_t i = 1;

		if (*at != ']' || (size_t)(end - at) < len)
			continue;
		while (i < len - 1 && at[i] == '=')
			i++;
		if (i == len - 1 && at[i] == ']')
			return at + len;
	}
	return end;
}

static const char *after_line(const char *at, const char *end)
{
	while (at < end && *at != '\n')
		at++;
	return at;
}

/* Behind what a backslash stands for, as far as it matters here: \z swallows
 * the space behind it, line breaks too, and a line break may be CR LF. */
static const char *after_escape(const char *at, const char *end)
{
	bool swallows = at + 1 < end && (at[1] == 'z' || at[1] == '\r');

	at += at + 1 < end ? 2 : 1;
	while (swallows && at < end && isspace((unsigned char)*at))
		at++;
	return at;
}

static const char *after_quoted(const char *at, const char *end)
{
	char quote = *at++;

	while (at < end && *at != quote && *at != '\n')
		at = *at == '\\' ? after_escape(at, end) : at + 1;
	return at < end ? at + 1 : end;
}

/* Behind the comment that begins here. */
static const char *after_comment(const char *at, const char *end)
{
	size_t len = long_bracket(at + 2, end);

	return len > 0 ? after_long(at + 2 + len, end, len)
		       : after_line(at, end);
}

/* Behind what begins here: a comment, a text, or one byte of code. */
static const char *after_next(const char *at, const char *end)
{
	size_t len = long_bracket(at, end);

	if (end - at > 1 && at[0] == '-' && at[1] == '-')
		return after_comment(at, end);
	if (len > 0)
		return after_long(at + len, end, len);
	if (*at == '"' || *at == '\'')
		return after_quoted(at, end);
	return at + 1;
}

/* Lines are ended by LF, CR, or CR LF. */
static long count_lines(const char *at, const char *next, const char *end)
{
	long lines = 0;

	for (; at < next; at++)
		lines += *at == '\n' ||
			 (*at == '\r' && (at + 1 == end || at[1] != '\n'));
	return lines;
}

void lua_mark_tables(struct text *into, const char *source, size_t len)
{
	const char *end = source + len;
	const char *at = source;
	const char *next;
	long line = 1;

	for (; at < end; at = next) {
		next = after_next(at, end);
		text_add_bytes(into, at, (size_t)(next - at));
		if (*at == '{')
			text_printf(into, "[" LUA_MARK "]=%ld;", line);
		line += count_lines(at, next, end);
	}
}
