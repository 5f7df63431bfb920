#include "lib/lua_token.h"

#include <ctype.h>
#include <string.h>

#include "lib/mem.h" /* COUNT_OF */

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
	while (at < end && *at != '\n' && *at != '\r')
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

static const char *after_name(const char *at, const char *end)
{
	while (at < end && (isalnum((unsigned char)*at) || *at == '_'))
		at++;
	return at;
}

/* Lua's own: digits of any kind, points, and a sign behind an exponent. */
static const char *after_number(const char *at, const char *end)
{
	const bool hex = end - at > 1 && at[0] == '0' && strchr("xX", at[1]);
	const char *exponent = hex ? "pP" : "eE";

	while (at < end && (isalnum((unsigned char)*at) || *at == '.')) {
		const bool signs = strchr(exponent, *at) && end - at > 1 &&
				   strchr("+-", at[1]);

		at += signs ? 2 : 1;
	}
	return at;
}

static const char *after_sign(const char *at, const char *end)
{
	static const char *const signs[] = { "...", "..", "==", "~=", "<=",
					     ">=",  "//", "::", "<<", ">>" };

	for (size_t i = 0; i < COUNT_OF(signs); i++) {
		const size_t len = strlen(signs[i]);

		if ((size_t)(end - at) >= len &&
		    strncmp(at, signs[i], len) == 0)
			return at + len;
	}
	return at + 1;
}

static bool is_number(const char *at, const char *end)
{
	return isdigit((unsigned char)*at) ||
	       (*at == '.' && end - at > 1 && isdigit((unsigned char)at[1]));
}

static const char *after_token(const char *at, const char *end,
			       enum lua_token_kind *kind)
{
	const size_t len = long_bracket(at, end);

	*kind = LUA_TOKEN_TEXT;
	if (len > 0)
		return after_long(at + len, end, len);
	if (*at == '"' || *at == '\'')
		return after_quoted(at, end);
	*kind = LUA_TOKEN_NUMBER;
	if (is_number(at, end))
		return after_number(at, end);
	*kind = LUA_TOKEN_NAME;
	if (isalpha((unsigned char)*at) || *at == '_')
		return after_name(at, end);
	*kind = LUA_TOKEN_SIGN;
	return after_sign(at, end);
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

static void move_to(struct lua_tokens *tokens, const char *next)
{
	tokens->line += count_lines(tokens->at, next, tokens->end);
	tokens->at = next;
}

static bool is_comment(const char *at, const char *end)
{
	return (size_t)(end - at) >= 2 && strncmp(at, "--", 2) == 0;
}

static void pass_space(struct lua_tokens *tokens)
{
	const char *end = tokens->end;
	const char *at = tokens->at;

	while (at < end) {
		if (isspace((unsigned char)*at))
			at++;
		else if (is_comment(at, end))
			at = after_comment(at, end);
		else
			break;
	}
	move_to(tokens, at);
}

bool lua_token_next(struct lua_tokens *tokens, struct lua_token *token)
{
	pass_space(tokens);
	if (tokens->at == tokens->end)
		return false;
	token->at = tokens->at;
	token->line = tokens->line;
	move_to(tokens, after_token(tokens->at, tokens->end, &token->kind));
	token->len = (size_t)(tokens->at - token->at);
	return true;
}
