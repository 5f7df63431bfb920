#include "lib/lua_sandbox.h"

#include <assert.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "lib/lang.h"

#define INSTRUCTIONS 2000000
#define INSTRUCTIONS_ASKED 100000             /* for one answer */
#define HOOK_STEP 100                         /* instructions */
#define MEMORY_HELD ((size_t)16 << 20)        /* bytes */
#define MEMORY_HANDED_OUT ((size_t)256 << 20) /* bytes */
#define PROCESSOR_TIME 700                    /* milliseconds */
#define PIECE ((size_t)256) /* bytes that the parser is given at once */

/* Lua's name for the file in its own messages: "R:12: …". */
#define CHUNK "R"

#define ON_ERROR 1 /* its place on the stack */

struct lua_sandbox {
	lua_State *lua;
	size_t held;       /* bytes */
	size_t handed_out; /* bytes, ever */
	long instructions; /* left */
	long started;      /* milliseconds of processor time; below 0: not yet
			      measured, which takes longer than an answer */
	long line;         /* where the last step was counted */
	long looked_at;    /* where the file is looked at; 0: it runs */
	struct lua_fault *fault;
	bool told;  /* `fault` is filled */
	bool spent; /* more was used than may be; nothing is asked again */
};

/* What the parser is yet to be given. */
struct source {
	struct lua_sandbox *box;
	const char *at;
	const char *end;
	long line;
};

static struct lua_sandbox *sandbox_of(lua_State *lua)
{
	return *(struct lua_sandbox **)lua_getextraspace(lua);
}

static bool may_grow(const struct lua_sandbox *box, size_t more, bool is_text)
{
	if (is_text && more > LUA_TEXT_LONGEST)
		return false;
	return more <= MEMORY_HELD - box->held &&
	       more <= MEMORY_HANDED_OUT - box->handed_out;
}

/* See lua_Alloc: of a new block, `old` says what kind of thing it is for. */
static void *allocate(void *context, void *block, size_t old, size_t wanted)
{
	struct lua_sandbox *box = context;
	size_t held = block ? old : 0;
	void *moved;

	if (wanted == 0) {
		free(block);
		box->held -= held;
		return NULL;
	}
	if (wanted > held &&
	    !may_grow(box, wanted - held, !block && old == LUA_TSTRING))
		return NULL;
	moved = realloc(block, wanted);
	if (!moved)
		return NULL;
	if (wanted > held)
		box->handed_out += wanted - held;
	box->held = box->held - held + wanted;
	return moved;
}

/* In milliseconds, of this thread: no clock of the day. */
static long processor_time(void)
{
	struct rusage used = { 0 };

	(void)getrusage(RUSAGE_THREAD, &used);
	return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
	       (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
}

const char *lua_sandbox_key(lua_State *lua)
{
	return lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
}

long lua_sandbox_line(lua_State *lua)
{
	lua_Debug where = { 0 };

	for (int level = 0; lua_getstack(lua, level, &where); level++)
		if (lua_getinfo(lua, "l", &where) && where.currentline > 0)
			return where.currentline;
	return 0;
}

static long line_now(lua_State *lua)
{
	const struct lua_sandbox *box = sandbox_of(lua);

	return box->looked_at ? box->looked_at : lua_sandbox_line(lua);
}

void lua_sandbox_look_at(lua_State *lua, long line)
{
	sandbox_of(lua)->looked_at = line;
}

void lua_sandbox_refuse(lua_State *lua, const char *format, ...)
{
	struct lua_sandbox *box = sandbox_of(lua);
	va_list args;

	box->told = true;
	box->fault->kind = LUA_FAULT_OURS;
	box->fault->line = line_now(lua);
	va_start(args, format);
	text_vprintf(&box->fault->text, format, args);
	va_end(args);
	lua_pushnil(lua);
	(void)lua_error(lua);
	abort();
}

static bool is_late(const struct lua_sandbox *box)
{
	return processor_time() - box->started > PROCESSOR_TIME;
}

static void count_instructions(lua_State *lua, lua_Debug *where);

void lua_sandbox_spend(lua_State *lua, long instructions)
{
	struct lua_sandbox *box = sandbox_of(lua);

	box->instructions -= instructions;
	if (box->started < 0)
		box->started = processor_time();
	if (box->instructions > 0 && !is_late(box))
		return;
	/* Nothing here can catch an error; if that ever changes, what runs on
	 * is stopped again by its very next instruction. */
	lua_sethook(lua, count_instructions, LUA_MASKCOUNT, 1);
	box->spent = true;
	lua_sandbox_refuse(lua, _("the file runs too long; is there a loop "
				  "that never ends?"));
}

static void count_instructions(lua_State *lua, lua_Debug *where)
{
	if (lua_getinfo(lua, "l", where) && where->currentline > 0)
		sandbox_of(lua)->line = where->currentline;
	lua_sandbox_spend(lua, HOOK_STEP);
}

/* Take "R:12: " off Lua's message and give the 12; 0 if it is not there. */
static long take_line(const char **message)
{
	const char *at = *message;
	char *end;
	long line;

	if (strncmp(at, CHUNK ":", strlen(CHUNK ":")) != 0)
		return 0;
	line = strtol(at + strlen(CHUNK ":"), &end, 10);
	if (line <= 0 || strncmp(end, ": ", 2) != 0)
		return 0;
	*message = end + 2;
	return line;
}

/* An error that the file makes up may begin as if it stood elsewhere. */
static bool line_runs(lua_State *lua, long line)
{
	lua_Debug where = { 0 };

	for (int level = 0; lua_getstack(lua, level, &where); level++)
		if (lua_getinfo(lua, "l", &where) && where.currentline == line)
			return true;
	return false;
}

/* What is told of Lua's own `message`, which begins with the line mostly. */
static void fill_fault(lua_State *lua, struct lua_fault *fault,
		       const char *message)
{
	const struct lua_sandbox *box = sandbox_of(lua);
	const char *clause = message;

	fault->line = take_line(&clause);
	if (fault->kind != LUA_FAULT_SYNTAX && !line_runs(lua, fault->line)) {
		clause = message;
		fault->line = line_now(lua);
	}
	if (strcmp(clause, "C stack overflow") != 0) {
		text_add(&fault->text, clause);
		return;
	}
	fault->kind = LUA_FAULT_OURS;
	text_add(&fault->text,
		 box->looked_at
			 ? _("too many brackets, blocks or operators inside "
			     "each other; give the parts names of their own "
			     "with local")
			 : _("the file calls itself too deeply"));
}

/* The message handler of the run: called where the error was raised. */
static int on_error(lua_State *lua)
{
	struct lua_sandbox *box = sandbox_of(lua);

	if (box->told)
		return 1;
	box->told = true;
	if (lua_isstring(lua, 1))
		fill_fault(lua, box->fault, lua_tostring(lua, 1));
	else
		fill_fault(lua, box->fault, luaL_typename(lua, 1));
	return 1;
}

/* Behind the end of a line, LF, CR or CR LF, that begins here; `at` if none. */
static const char *after_end(const char *at, const char *end)
{
	if (at < end && *at == '\r')
		return end - at > 1 && at[1] == '\n' ? at + 2 : at + 1;
	return at < end && *at == '\n' ? at + 1 : at;
}

/*
 * What of the source comes next, a line at most.  While Lua parses, no hook is
 * called, and an error of its own tells no line; some of its work grows with
 * the square of an expression.
 */
static const char *next_piece(lua_State *lua, void *context, size_t *len)
{
	struct source *source = context;
	const char *piece = source->at;
	const char *at = piece;

	source->box->looked_at = source->line;
	if (is_late(source->box))
		lua_sandbox_refuse(lua, _("reading up to here takes too long; "
					  "split the expression, or the file"));
	while (at < source->end && at < piece + PIECE && *at != '\n' &&
	       *at != '\r')
		at++;
	source->at = after_end(at, source->end);
	source->line += source->at > at;
	*len = (size_t)(source->at - piece);
	return piece;
}

void lua_sandbox_compile(lua_State *lua, const char *bytes, size_t len)
{
	struct lua_sandbox *box = sandbox_of(lua);
	struct source source = { box, bytes, bytes + len, 1 };
	int status;

	status = lua_load(lua, next_piece, &source, "=" CHUNK, "t");
	if (status == LUA_ERRSYNTAX)
		box->fault->kind = LUA_FAULT_SYNTAX;
	if (status != LUA_OK)
		(void)lua_error(lua);
	box->looked_at = 0;
}

/* Lua calls no message handler when memory is short, or its own stack; the
 * line is a few instructions old then. */
static void tell_status(struct lua_sandbox *box, int status)
{
	if (box->told)
		return;
	box->fault->kind = LUA_FAULT_OURS;
	box->fault->line = box->looked_at ? box->looked_at : box->line;
	box->spent = true;
	if (status == LUA_ERRMEM)
		text_printf(&box->fault->text,
			    _("the file needs too much memory: more than %d "
			      "MiB, or for one text more than %d KiB"),
			    (int)(MEMORY_HELD >> 20),
			    (int)(LUA_TEXT_LONGEST >> 10));
	else
		text_add(&box->fault->text,
			 _("the file calls itself too deeply"));
}

struct lua_sandbox *lua_sandbox_open(void)
{
	struct lua_sandbox *box = mem_alloc(sizeof(*box));

	box->lua = lua_newstate(allocate, box);
	assert(box->lua); /* an empty state is far below the cap */
	*(struct lua_sandbox **)lua_getextraspace(box->lua) = box;
	lua_pushcfunction(box->lua, on_error);
	return box;
}

void lua_sandbox_close(struct lua_sandbox *box)
{
	if (!box)
		return;
	lua_close(box->lua);
	free(box);
}

/* Nothing is counted yet; what is called comes onto the stack next. */
static void begin(struct lua_sandbox *box, long instructions,
		  struct lua_fault *fault)
{
	box->fault = fault;
	box->fault->kind = LUA_FAULT_STOPPED;
	box->instructions = instructions;
	box->handed_out = 0;
	box->told = false;
	box->looked_at = 0;
	box->line = 0;
	lua_settop(box->lua, ON_ERROR);
	lua_sethook(box->lua, count_instructions, LUA_MASKCOUNT, HOOK_STEP);
}

static bool call(struct lua_sandbox *box, int arguments, int results)
{
	const int status = lua_pcall(box->lua, arguments, results, ON_ERROR);

	if (status != LUA_OK)
		tell_status(box, status);
	return status == LUA_OK;
}

bool lua_sandbox_run(struct lua_sandbox *box, lua_CFunction body, void *context,
		     struct lua_fault *fault)
{
	begin(box, INSTRUCTIONS, fault);
	box->started = processor_time();
	lua_pushcfunction(box->lua, body);
	lua_pushlightuserdata(box->lua, context);
	return call(box, 1, 0);
}

bool lua_sandbox_ask(struct lua_sandbox *box, int question,
		     struct lua_fault *fault)
{
	begin(box, INSTRUCTIONS_ASKED, fault);
	if (box->spent) {
		fault->kind = LUA_FAULT_OURS;
		text_add(&fault->text, _("the function is not asked: one of "
					 "the file ran too long before, or "
					 "used too much memory"));
		return false;
	}
	box->started = -1;
	(void)lua_rawgeti(box->lua, LUA_REGISTRYINDEX, question);
	return call(box, 0, 2);
}

const char *lua_sandbox_answer(struct lua_sandbox *box, int which)
{
	return lua_tostring(box->lua, ON_ERROR + which);
}
