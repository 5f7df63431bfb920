/*
 * An equality binds weaker than all that stands between it and the next word
 * or sign that binds as weakly or more so: what it compares begins where the
 * chain of comparisons that it stands in began, and ends before the next
 * comparison or where the chain ends.  To find both, it is enough to know of
 * each token whether it can begin a value, go on with one, or end the chain.
 */
#include "lib/lua_code.h"

#include <stdbool.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/lua_token.h"
#include "lib/text.h"

/* What a token does to the chain of comparisons around it. */
enum role {
	ROLE_VALUE,    /* is a value; behind one it begins a statement */
	ROLE_JOINS,    /* stands before a value, or between two */
	ROLE_COMPARES, /* likewise, no tighter than an equality */
	ROLE_EQUAL,
	ROLE_UNEQUAL,
	ROLE_OPENS,    /* a bracket: begins a value, or goes on with one */
	ROLE_FUNCTION, /* begins a value, or a statement, up to its end */
	ROLE_BLOCK,    /* begins a statement, up to its end */
	ROLE_CLOSES,
	ROLE_ENDS /* ends the chain */
};

static const struct {
	const char *word;
	enum role role;
} roles[] = {
	{ "not", ROLE_JOINS },
	{ "<", ROLE_COMPARES },
	{ ">", ROLE_COMPARES },
	{ "<=", ROLE_COMPARES },
	{ ">=", ROLE_COMPARES },
	{ "==", ROLE_EQUAL },
	{ "~=", ROLE_UNEQUAL },
	{ "(", ROLE_OPENS },
	{ "[", ROLE_OPENS },
	{ "{", ROLE_OPENS },
	{ ")", ROLE_CLOSES },
	{ "]", ROLE_CLOSES },
	{ "}", ROLE_CLOSES },
	{ "end", ROLE_CLOSES },
	{ "function", ROLE_FUNCTION },
	{ "if", ROLE_BLOCK },
	{ "do", ROLE_BLOCK },
	{ "repeat", ROLE_BLOCK },
	{ "until", ROLE_CLOSES },
	{ "and", ROLE_ENDS },
	{ "or", ROLE_ENDS },
	{ "then", ROLE_ENDS },
	{ "else", ROLE_ENDS },
	{ "elseif", ROLE_ENDS },
	{ "local", ROLE_ENDS },
	{ "return", ROLE_ENDS },
	{ "break", ROLE_ENDS },
	{ "goto", ROLE_ENDS },
	{ "in", ROLE_ENDS },
	{ "while", ROLE_ENDS },
	{ "for", ROLE_ENDS },
	{ "=", ROLE_ENDS },
	{ ",", ROLE_ENDS },
	{ ";", ROLE_ENDS },
	{ "::", ROLE_ENDS },
	{ "...", ROLE_VALUE },
};

/* What is written before a token: one for each equality that it begins. */
struct wrap {
	const char *text;
	struct wrap *inner;
};

struct piece {
	struct lua_token token;
	enum role role;
	struct wrap *wraps; /* the outermost first */
	int ends;           /* equalities that end behind it */
};

/* Inside one pair of brackets or one block. */
struct level {
	struct piece *start; /* of the chain; NULL: none has begun */
	bool value;          /* a value has just been read */
	bool compares;       /* an equality waits for its end */
	struct level *outer;
	struct level *inner; /* to be used again; NULL: none was needed yet */
};

struct reading {
	struct arena arena;
	struct piece *pieces;
	size_t count; /* of tokens; one piece more stands for the end */
	struct level *level;
};

static bool is_word(const struct lua_token *token, const char *word)
{
	return *word == *token->at && strlen(word) == token->len &&
	       strncmp(word, token->at, token->len) == 0;
}

static enum role role_of(const struct lua_token *token)
{
	if (token->kind == LUA_TOKEN_NUMBER || token->kind == LUA_TOKEN_TEXT)
		return ROLE_VALUE;
	for (size_t i = 0; i < COUNT_OF(roles); i++)
		if (is_word(token, roles[i].word))
			return roles[i].role;
	return token->kind == LUA_TOKEN_NAME ? ROLE_VALUE : ROLE_JOINS;
}

/* The equality that waits ends before the piece. */
static void end_equality(struct level *level, struct piece *piece)
{
	if (level->compares)
		piece[-1].ends++;
	level->compares = false;
}

static void end_chain(struct level *level, struct piece *piece)
{
	end_equality(level, piece);
	level->start = NULL;
	level->value = false;
}

static void begin(struct level *level, struct piece *piece)
{
	if (!level->start)
		level->start = piece;
}

static void open_level(struct reading *reading)
{
	struct level *outer = reading->level;

	if (!outer->inner)
		outer->inner = arena_alloc(&reading->arena, sizeof(*outer));
	*outer->inner =
		(struct level){ .outer = outer, .inner = outer->inner->inner };
	reading->level = outer->inner;
}

static void close_level(struct reading *reading, struct piece *piece)
{
	end_chain(reading->level, piece);
	if (reading->level->outer)
		reading->level = reading->level->outer;
	reading->level->value = true;
}

static void begin_equality(struct reading *reading, struct piece *piece)
{
	struct level *level = reading->level;
	struct wrap *wrap = arena_alloc(&reading->arena, sizeof(*wrap));

	end_equality(level, piece);
	begin(level, piece);
	wrap->text = piece->role == ROLE_EQUAL ? "(" LUA_EQUAL "("
					       : "(not " LUA_EQUAL "(";
	wrap->inner = level->start->wraps;
	level->start->wraps = wrap;
	level->compares = true;
	level->value = false;
}

/* A value: behind another it is the first word of a new statement. */
static void read_value(struct level *level, struct piece *piece)
{
	if (level->value && piece->token.kind == LUA_TOKEN_NAME)
		end_chain(level, piece);
	begin(level, piece);
	level->value = true;
}

static void read_sign(struct level *level, struct piece *piece)
{
	if (piece->role == ROLE_COMPARES)
		end_equality(level, piece);
	begin(level, piece);
	level->value = false;
}

static void open_at(struct reading *reading, struct piece *piece)
{
	struct level *level = reading->level;

	if (piece->role == ROLE_BLOCK ||
	    (piece->role == ROLE_FUNCTION && level->value))
		end_chain(level, piece);
	if (piece->role != ROLE_BLOCK)
		begin(level, piece);
	open_level(reading);
}

static void read_piece(struct reading *reading, struct piece *piece)
{
	struct level *level = reading->level;

	switch (piece->role) {
	case ROLE_VALUE:
		read_value(level, piece);
		break;
	case ROLE_JOINS:
	case ROLE_COMPARES:
		read_sign(level, piece);
		break;
	case ROLE_EQUAL:
	case ROLE_UNEQUAL:
		begin_equality(reading, piece);
		break;
	case ROLE_OPENS:
	case ROLE_FUNCTION:
	case ROLE_BLOCK:
		open_at(reading, piece);
		break;
	case ROLE_CLOSES:
		close_level(reading, piece);
		break;
	case ROLE_ENDS:
		end_chain(level, piece);
		break;
	}
}

static void read_pieces(struct reading *reading, struct lua_tokens tokens)
{
	struct piece piece = { 0 };

	while (lua_token_next(&tokens, &piece.token)) {
		piece.role = role_of(&piece.token);
		reading->pieces =
			arena_grow(&reading->arena, reading->pieces,
				   reading->count, sizeof(*reading->pieces));
		reading->pieces[reading->count++] = piece;
	}
	reading->pieces = arena_grow(&reading->arena, reading->pieces,
				     reading->count, sizeof(*reading->pieces));
}

static void write_piece(struct text *into, const struct piece *piece)
{
	const struct lua_token *token = &piece->token;
	const bool equality =
		piece->role == ROLE_EQUAL || piece->role == ROLE_UNEQUAL;

	for (const struct wrap *wrap = piece->wraps; wrap; wrap = wrap->inner)
		text_add(into, wrap->text);
	text_add_bytes(into, equality ? "," : token->at,
		       equality ? 1 : token->len);
	if (piece->role == ROLE_OPENS && *token->at == '{')
		text_printf(into, "[" LUA_MARK "]=%ld;", token->line);
	for (int i = 0; i < piece->ends; i++)
		text_add(into, "))");
}

void lua_code(struct text *into, const char *source, size_t len)
{
	const struct lua_tokens tokens = { source, source + len, 1 };
	struct level file = { 0 };
	struct reading reading = { .level = &file };
	const char *at = source;

	text_add(into, "local " LUA_MARK " <const>, " LUA_EQUAL
		       " <const> = ...; return function(...) ");
	read_pieces(&reading, tokens);
	for (size_t i = 0; i < reading.count; i++)
		read_piece(&reading, &reading.pieces[i]);
	end_chain(reading.level, &reading.pieces[reading.count]);
	for (size_t i = 0; i < reading.count; i++) {
		const struct lua_token *token = &reading.pieces[i].token;

		text_add_bytes(into, at, (size_t)(token->at - at));
		write_piece(into, &reading.pieces[i]);
		at = token->at + token->len;
	}
	text_add_bytes(into, at, (size_t)(source + len - at));
	text_add(into, "\nend");
	arena_clear(&reading.arena);
}
