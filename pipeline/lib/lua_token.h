/*
 * lua_token - Lua as a text: one token after another, without comments.
 *
 * For lib/lua_* only.  What is no Lua comes out as some token or other.
 */
#ifndef LIB_LUA_TOKEN_H
#define LIB_LUA_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum lua_token_kind {
	LUA_TOKEN_NAME, /* a keyword too */
	LUA_TOKEN_NUMBER,
	LUA_TOKEN_TEXT,
	LUA_TOKEN_SIGN
};

struct lua_token {
	enum lua_token_kind kind;
	const char *at;
	size_t len;
	long line; /* where it begins, from 1 */
};

/* Where reading goes on. */
struct lua_tokens {
	const char *at;
	const char *end;
	long line;
};

/* Take the next token; false at the end. */
bool lua_token_next(struct lua_tokens *tokens, struct lua_token *token);

#endif
