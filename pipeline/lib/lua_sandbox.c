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
	struct lua_fault *fault;
	bool told; /* `fault` is filled */
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

void lua_sandbox_refuse(lua_State *lua, const char *format, ...)
{
	struct lua_sandbox *box = sandbox_of(lua);
	va_list args;

	box->told = true;
	box->fault->kind = LUA_FAULT_OURS;
	box->fault->line = lua_sandbox_line(lua);
	va_start(args, format);
	text_vprintf(&box->fault->text, format, args);
	va_end(args);
	lua_pushnil(lua);
	(void)lua_error(lua);
	abort();
}

static void count_instructions(lua_State *lua, lua_Debug *where)
{
	struct lua_sandbox *box = sandbox_of(lua);

	if (lua_getinfo(lua, "l", where) && where->currentline > 0)
		box->line = where->currentline;
	box->instructions -= HOOK_STEP;
	if (box->started < 0)
		box->started = processor_time();
	if (box->instructions > 0 &&
	    processor_time() - box->started <= PROCESSOR_TIME)
		return;
	/* Nothing here can catch an error; if that ever changes, what runs on
	 * is stopped again by its very next instruction. */
	lua_sethook(lua, count_instructions, LUA_MASKCOUNT, 1);
	lua_sandbox_refuse(lua, _("the file runs too long; is there a loop "
				  "that never ends?"));
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

/* The message handler of the run: called where the error was raised. */
static int on_error(lua_State *lua)
{
	struct lua_sandbox *box = sandbox_of(lua);
	struct lua_fault *fault = box->fault;
	const char *message = "?";

	if (box->told)
		return 1;
	box->told = true;
	if (lua_type(lua, 1) == LUA_TSTRING)
		message = lua_tostring(lua, 1);
	fault->line = take_line(&message);
	if (fault->line == 0)
		fault->line = lua_sandbox_line(lua);
	text_add(&fault->text, message);
	return 1;
}

void lua_sandbox_compile(lua_State *lua, const char *bytes, size_t len)
{
	int status = luaL_loadbufferx(lua, bytes, len, "=" CHUNK, "t");

	if (status == LUA_OK)
		return;
	if (status == LUA_ERRSYNTAX)
		sandbox_of(lua)->fault->kind = LUA_FAULT_SYNTAX;
	(void)lua_error(lua);
}

/* Lua calls no message handler when memory is short, or its own stack; the
 * line is a few instructions old then. */
static void tell_status(struct lua_sandbox *box, int status)
{
	if (box->told)
		return;
	box->fault->kind = LUA_FAULT_OURS;
	box->fault->line = box->line;
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
	box->started = -1;
	(void)lua_rawgeti(box->lua, LUA_REGISTRYINDEX, question);
	return call(box, 0, 2);
}

const char *lua_sandbox_answer(struct lua_sandbox *box, int which)
{
	return lua_tostring(box->lua, ON_ERROR + which);
}
