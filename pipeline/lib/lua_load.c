#include "lib/lua_load.h"

#include <assert.h>
#include <lauxlib.h>
#include <lua.h>
#include <string.h>

#include "lib/digest.h"
#include "lib/encoding_proof.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/lua_closure.h"
#include "lib/lua_code.h"
#include "lib/lua_figure.h"
#include "lib/lua_sandbox.h"
#include "lib/lua_tree.h"
#include "lib/msg.h"
#include "lib/spelling.h"
#include "lib/text.h"

/* Some of the work of Lua's parser grows with the square of a function. */
#define FILE_LONGEST ((size_t)256 << 10) /* bytes */

/* A file on its way in. */
struct loading {
	struct lua_file *file;
	const struct lua_words *words;
	const struct text *source;
	size_t skip; /* a mark before it, as Windows writes UTF-8 */
	struct text code;
	struct lua_tree tree;
	struct lua_term *terms; /* in the order of their calls */
	struct lua_term **terms_end;
	long declared; /* nodes in all statements */
	bool ended;    /* the file has run; only its functions are called */
};

static struct loading *loading_of(lua_State *lua)
{
	return lua_touserdata(lua, lua_upvalueindex(1));
}

/* The words declare; what is declared is read before a function is called. */
static void must_declare(lua_State *lua, const struct loading *loading)
{
	if (loading->ended)
		lua_sandbox_refuse(lua, _("a word of declarations cannot be "
					  "used while a function answers"));
}

/* A statement word: upvalues are the loading and the word's place. */
static int statement_called(lua_State *lua)
{
	struct loading *loading = loading_of(lua);
	struct lua_file *file = loading->file;
	lua_Integer which = lua_tointeger(lua, lua_upvalueindex(2));
	struct lua_term *made;

	must_declare(lua, loading);
	made = lua_tree_call(&loading->tree, lua,
			     loading->words->statements[which],
			     lua_sandbox_line(lua));
	lua_tree_count(lua, &loading->declared, made->size);
	file->statements =
		arena_grow(&file->arena, file->statements,
			   file->statement_count, sizeof(struct lua_node *));
	file->statements[file->statement_count++] = &made->node;
	return 0;
}

/* A term word, likewise; its value is the node, which Lua cannot look into. */
static int term_called(lua_State *lua)
{
	struct loading *loading = loading_of(lua);
	lua_Integer which = lua_tointeger(lua, lua_upvalueindex(2));
	struct lua_term *made;

	must_declare(lua, loading);
	made = lua_tree_call(&loading->tree, lua, loading->words->terms[which],
			     lua_sandbox_line(lua));
	*loading->terms_end = made;
	loading->terms_end = &made->next;
	lua_pushlightuserdata(lua, made);
	return 1;
}

static void offer(struct spelling_search *search, const char *const *words)
{
	for (; *words; words++)
		spelling_offer(search, *words);
}

/* __index of the globals: the second upvalue holds all names that there are. */
static int name_read(lua_State *lua)
{
	const struct loading *loading = loading_of(lua);
	struct spelling_search search = { 0 };

	lua_settop(lua, 2);
	lua_pushvalue(lua, 2);
	if (lua_rawget(lua, lua_upvalueindex(2)) != LUA_TNIL)
		return 1;
	if (lua_type(lua, 2) != LUA_TSTRING)
		lua_sandbox_refuse(lua, _("there is no such name"));
	search.wanted = lua_tostring(lua, 2);
	if (!loading->ended) {
		offer(&search, loading->words->statements);
		offer(&search, loading->words->terms);
	}
	if (search.nearest)
		lua_sandbox_refuse(lua, _("unknown word %s; did you mean %s?"),
				   search.wanted, search.nearest);
	lua_sandbox_refuse(lua, _("unknown word %s"), search.wanted);
}

/* __newindex of the globals. */
static int name_written(lua_State *lua)
{
	const char *name = lua_sandbox_key(lua);

	lua_sandbox_refuse(lua,
			   _("%s is not declared; a value of your own begins "
			     "with local: local %s = ..."),
			   name, name);
}

static void add_words(lua_State *lua, struct loading *loading,
		      const char *const *words, lua_CFunction called)
{
	for (lua_Integer i = 0; words[i]; i++) {
		lua_pushlightuserdata(lua, loading);
		lua_pushinteger(lua, i);
		lua_pushcclosure(lua, called, 2);
		lua_setfield(lua, -2, words[i]);
	}
}

/* Replace the table of names at the top by an empty one that looks into it,
 * so that every assignment is seen. */
static void guard_names(lua_State *lua, struct loading *loading)
{
	lua_newtable(lua);
	lua_newtable(lua);
	lua_pushlightuserdata(lua, loading);
	lua_pushvalue(lua, -4);
	lua_pushcclosure(lua, name_read, 2);
	lua_setfield(lua, -2, "__index");
	lua_pushcfunction(lua, name_written);
	lua_setfield(lua, -2, "__newindex");
	lua_setmetatable(lua, -2);
	lua_remove(lua, -2);
}

/* Push the file as a function: as it stands, so that what is no Lua is told in
 * its own words, and then as it is run. */
static void compile(lua_State *lua, struct loading *loading)
{
	const char *source = text_string(loading->source) + loading->skip;
	const size_t len = loading->source->len - loading->skip;

	lua_sandbox_compile(lua, source, len);
	lua_pop(lua, 1);
	lua_code(&loading->code, source, len);
	lua_sandbox_compile(lua, text_string(&loading->code),
			    loading->code.len);
}

/* The whole run, inside the sandbox. */
static int run_file(lua_State *lua)
{
	struct loading *loading = lua_touserdata(lua, 1);

	compile(lua, loading);
	lua_sandbox_names(lua);
	add_words(lua, loading, loading->words->terms, term_called);
	add_words(lua, loading, loading->words->statements, statement_called);
	lua_pushvalue(lua, -1);
	lua_replace(lua, 1);
	guard_names(lua, loading);
	(void)lua_setupvalue(lua, -2, 1); /* of a chunk: its _ENV */
	lua_tree_push_mark(lua);
	lua_pushcfunction(lua, lua_figure_equal);
	lua_figure_push_tested(lua);
	lua_figure_push_key(lua);
	lua_call(lua, 4, 1);
	lua_call(lua, 0, 0);
	if (loading->tree.functions)
		lua_closures_settle(lua, &loading->tree, loading->source);
	return 0;
}

static void tell_fault(const struct lua_file *file,
		       const struct lua_fault *fault)
{
	const struct place place = { .file = file->path, .line = fault->line };
	const char *text = text_string(&fault->text);

	if (fault->kind == LUA_FAULT_OURS)
		msg_at(OUTCOME_MISCONFIGURED, place, "%s", text);
	else if (fault->kind == LUA_FAULT_SYNTAX)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("this is not valid Lua: %s"), text);
	else
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the Lua code stopped with an error: %s"), text);
}

/* A term that stands alone says nothing to anyone: a bracket was closed too
 * soon, or the word is meant for another place. */
static bool terms_are_used(const struct loading *loading)
{
	const struct lua_term *term;
	bool used = true;

	for (term = loading->terms; term; term = term->next) {
		const struct place place = {
			.file = loading->file->path,
			.line = term->node.line,
		};

		if (term->used)
			continue;
		used = false;
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("%s stands alone; it belongs inside a declaration"),
		       term->node.text);
	}
	return used;
}

static long line_at(const char *bytes, size_t offset)
{
	long line = 1;

	for (size_t i = 0; i < offset; i++)
		line += bytes[i] == '\n';
	return line;
}

/* Whether it may be given to Lua at all. */
static bool source_is_sound(const struct lua_file *file,
			    const struct text *source)
{
	const char *bytes = text_string(source);
	size_t valid = encoding_valid_utf8(bytes, source->len);
	struct place place = { .file = file->path };

	if (source->len > FILE_LONGEST) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the file is longer than %d KiB"),
		       (int)(FILE_LONGEST >> 10));
		return false;
	}
	if (valid < source->len) {
		place.line = line_at(bytes, valid);
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the file is not UTF-8 here; save it as UTF-8"));
		return false;
	}
	return true;
}

static bool run(struct lua_file *file, const struct text *source,
		const struct lua_words *words)
{
	static const char mark[] = "\xef\xbb\xbf";
	const char *bytes = text_string(source);
	/* It lives as long as the functions that look names up in it. */
	struct loading *loading = arena_alloc(&file->arena, sizeof(*loading));
	struct lua_fault fault = { 0 };
	bool ok;

	loading->file = file;
	loading->words = words;
	loading->source = source;
	loading->tree.arena = &file->arena;
	loading->tree.function = words->function;
	loading->terms_end = &loading->terms;
	if (strncmp(bytes, mark, strlen(mark)) == 0)
		loading->skip = strlen(mark);
	file->sandbox = lua_sandbox_open();
	ok = lua_sandbox_run(file->sandbox, run_file, loading, &fault);
	if (ok)
		ok = terms_are_used(loading);
	else
		tell_fault(file, &fault);
	loading->ended = true;
	if (!loading->tree.functions || !ok) {
		lua_sandbox_close(file->sandbox);
		file->sandbox = NULL;
	}
	text_clear(&loading->code);
	text_clear(&loading->tree.text);
	text_clear(&fault.text);
	return ok;
}

bool lua_load_file(struct lua_file *file, const char *path, const char *shown,
		   const struct lua_words *words, struct text *why)
{
	struct text source = { 0 };
	bool ok;

	assert(!file->path);
	if (!infile_load_most(&source, FILE_LONGEST + 1, path, why))
		return false;
	file->path = arena_strdup(&file->arena, shown);
	digest_bytes(file->sha256, text_string(&source), source.len);
	ok = source_is_sound(file, &source) && run(file, &source, words);
	text_clear(&source);
	return ok;
}

void lua_load_clear(struct lua_file *file)
{
	lua_sandbox_close(file->sandbox);
	arena_clear(&file->arena);
	*file = (struct lua_file){ 0 };
}

void lua_load_library(struct text *lines)
{
	text_add(lines, "library liblua " LUA_VERSION_MAJOR
			"." LUA_VERSION_MINOR "." LUA_VERSION_RELEASE "\n");
}
