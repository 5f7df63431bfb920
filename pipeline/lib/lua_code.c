/*
 * What is tested or a key is a figure only if it has no operator: of figures
 * there are no sums by signs, and comparisons give true or false.  What is
 * tested stands between two pieces that are known.  Of a key, and behind "not",
 * a power does: it binds tighter than all that may stand before or behind it,
 * so that it is enough to know where such a value begins.  The value behind
 * "and", before "or", is chosen rather than tested: c and f or g.
 *
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
	ROLE_VALUE, /* is a value; behind one it begins a statement */
	ROLE_PART,  /* between a value and the name of a part of it */
	ROLE_NOT,
	ROLE_JOINS,    /* stands before a value, or between two */
	ROLE_COMPARES, /* likewise, no tighter than an equality */
	ROLE_EQUAL,
	ROLE_UNEQUAL,
	ROLE_OPENS,    /* a bracket: begins a value, or goes on with one */
	ROLE_FUNCTION, /* begins a value, or a statement, up to its end */
	ROLE_BLOCK,    /* begins a statement, up to its end */
	ROLE_IF,       /* likewise, and what comes next is tested */
	ROLE_CLOSES,
	ROLE_UNTIL, /* likewise */
	ROLE_ENDS,  /* ends the chain */
	ROLE_TESTS, /* likewise, and what comes next is tested */
	ROLE_AND,
	ROLE_OR
};

static const struct {
	const char *word;
	enum role role;
} roles[] = {
	{ ".", ROLE_PART },
	{ ":", ROLE_PART },
	{ "not", ROLE_NOT },
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
	{ "if", ROLE_IF },
	{ "do", ROLE_BLOCK },
	{ "repeat", ROLE_BLOCK },
	{ "until", ROLE_UNTIL },
	{ "and", ROLE_AND },
	{ "or", ROLE_OR },
	{ "then", ROLE_ENDS },
	{ "else", ROLE_ENDS },
	{ "elseif", ROLE_TESTS },
	{ "local", ROLE_ENDS },
	{ "return", ROLE_ENDS },
	{ "break", ROLE_ENDS },
	{ "goto", ROLE_ENDS },
	{ "in", ROLE_ENDS },
	{ "while", ROLE_TESTS },
	{ "for", ROLE_ENDS },
	{ "=", ROLE_ENDS },
	{ ",", ROLE_ENDS },
	{ ";", ROLE_ENDS },
	{ "::", ROLE_ENDS },
	{ "...", ROLE_VALUE },
};

/* What becomes of a value at the end of an expression. */
enum use { USE_ANY, USE_TESTED, USE_KEY };

static const char *const asked[] = {
	[USE_TESTED] = LUA_TRUE "[",
	[USE_KEY] = LUA_KEY " ^ ",
};

/* What is written before a token: one for each equality that it begins, or what
 * is asked of the value. */
struct wrap {
	const char *text;
	struct wrap *inner;
};

struct piece {
	struct lua_token token;
	enum role role;
	struct wrap *wraps; /* the outermost first */
	int ends;           /* equalities that end behind it */
	bool tested;        /* what is tested ends behind it */
};

/* Inside one pair of brackets or one block. */
struct level {
	struct piece *start; /* of the chain; NULL: none has begun */
	bool value;          /* a value has just been read */
	bool compares;       /* an equality waits for its end */
	bool joined;  /* the chain has an operator: no figure comes of it */
	bool answers; /* its last method gives yes or no: likewise */
	bool chosen;  /* "and" stands before the chain */
	enum use use; /* of the expression */
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

static void add_wrap(struct reading *reading, struct piece *piece,
		     const char *text)
{
	struct wrap *wrap = arena_alloc(&reading->arena, sizeof(*wrap));

	wrap->text = text;
	wrap->inner = piece->wraps;
	piece->wraps = wrap;
}

/* What is written out is none. */
static bool may_be_figure(const struct level *level, enum lua_token_kind first)
{
	return !level->joined && !level->answers && first != LUA_TOKEN_NUMBER &&
	       first != LUA_TOKEN_TEXT;
}

/* What becomes of the chain by the piece that stands behind it. */
static void end_use(struct reading *reading, struct piece *piece)
{
	const enum role behind = piece->role;
	struct level *level = reading->level;
	struct piece *start = level->start;
	enum use use = level->use;

	if (behind == ROLE_AND || (behind == ROLE_OR && !level->chosen))
		use = USE_TESTED;
	if (asked[use] && start && may_be_figure(level, start->token.kind)) {
		add_wrap(reading, start, asked[use]);
		piece[-1].tested = use == USE_TESTED;
	}
	level->chosen = behind == ROLE_AND;
	if (behind != ROLE_AND && behind != ROLE_OR)
		level->use = USE_ANY;
}

static void end_chain(struct reading *reading, struct piece *piece)
{
	struct level *level = reading->level;

	end_equality(level, piece);
	end_use(reading, piece);
	level->start = NULL;
	level->value = false;
	level->joined = false;
	level->answers = false;
}

/* Gives where the chain began, here if it had not. */
static struct piece *begin(struct level *level, struct piece *piece)
{
	if (!level->start)
		level->start = piece;
	return level->start;
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
	end_chain(reading, piece);
	if (reading->level->outer)
		reading->level = reading->level->outer;
	reading->level->value = true;
}

static void begin_equality(struct reading *reading, struct piece *piece)
{
	struct level *level = reading->level;

	end_equality(level, piece);
	add_wrap(reading, begin(level, piece),
		 piece->role == ROLE_EQUAL ? "(" LUA_EQUAL "("
					   : "(not " LUA_EQUAL "(");
	level->compares = true;
	level->joined = true;
	level->value = false;
}

/* Whether the piece, which others stand before, names one of the methods by
 * which figures are compared mostly: to ask of their answers takes time. */
static bool is_answer(const struct piece *piece)
{
	static const char *const answers[] = {
		"missing", "eq", "below", "above", "at_least", "at_most"
	};

	if (!is_word(&piece[-1].token, ":"))
		return false;
	for (size_t i = 0; i < COUNT_OF(answers); i++)
		if (is_word(&piece->token, answers[i]))
			return true;
	return false;
}

/* A value: behind another it is the first word of a new statement. */
static void read_value(struct reading *reading, struct piece *piece)
{
	struct level *level = reading->level;

	if (level->value && piece->token.kind == LUA_TOKEN_NAME)
		end_chain(reading, piece);
	level->answers = begin(level, piece) != piece && is_answer(piece);
	level->value = true;
}

static void read_sign(struct level *level, struct piece *piece)
{
	if (piece->role == ROLE_COMPARES)
		end_equality(level, piece);
	(void)begin(level, piece);
	level->joined = level->joined || piece->role != ROLE_PART;
	level->value = false;
}

static void open_at(struct reading *reading, struct piece *piece)
{
	const bool begins = piece->role == ROLE_BLOCK || piece->role == ROLE_IF;

	if (begins || (piece->role == ROLE_FUNCTION && reading->level->value))
		end_chain(reading, piece);
	if (!begins)
		(void)begin(reading->level, piece);
	open_level(reading);
	if (piece->role == ROLE_IF)
		reading->level->use = USE_TESTED;
	if (*piece->token.at == '[')
		reading->level->use = USE_KEY;
}

static void end_at(struct reading *reading, struct piece *piece)
{
	if (piece->role == ROLE_CLOSES || piece->role == ROLE_UNTIL)
		close_level(reading, piece);
	else
		end_chain(reading, piece);
	if (piece->role == ROLE_UNTIL)
		reading->level->value = false;
	if (piece->role == ROLE_UNTIL || piece->role == ROLE_TESTS)
		reading->level->use = USE_TESTED;
}

static void read_piece(struct reading *reading, struct piece *piece)
{
	switch (piece->role) {
	case ROLE_VALUE:
		read_value(reading, piece);
		break;
	case ROLE_PART:
	case ROLE_NOT:
	case ROLE_JOINS:
	case ROLE_COMPARES:
		read_sign(reading->level, piece);
		break;
	case ROLE_EQUAL:
	case ROLE_UNEQUAL:
		begin_equality(reading, piece);
		break;
	case ROLE_OPENS:
	case ROLE_FUNCTION:
	case ROLE_BLOCK:
	case ROLE_IF:
		open_at(reading, piece);
		break;
	default:
		end_at(reading, piece);
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
	if (piece->role == ROLE_NOT)
		text_add(into, " " LUA_TRUE " ^");
	if (piece->role == ROLE_OPENS && *token->at == '{')
		text_printf(into, "[" LUA_MARK "]=%ld;", token->line);
	for (int i = 0; i < piece->ends; i++)
		text_add(into, "))");
	if (piece->tested)
		text_add(into, "]");
}

void lua_code(struct text *into, const char *source, size_t len)
{
	const struct lua_tokens tokens = { source, source + len, 1 };
	struct level file = { 0 };
	struct reading reading = { .level = &file };
	const char *at = source;

	text_add(into,
		 "local " LUA_MARK " <const>, " LUA_EQUAL " <const>, " LUA_TRUE
		 " <const>, " LUA_KEY " <const> = ...; return function(...) ");
	read_pieces(&reading, tokens);
	for (size_t i = 0; i < reading.count; i++)
		read_piece(&reading, &reading.pieces[i]);
	end_chain(&reading, &reading.pieces[reading.count]);
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
