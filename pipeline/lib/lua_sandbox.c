#include "lib/lua_sandbox.h"

#include <assert.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "lib/lang.h"

#define INSTRUCTIONS 2000000
#define HOOK_STEP 100                         /* instructions */
#define MEMORY_HELD ((size_t)16 << 20)        /* bytes */
#define MEMORY_HANDED_OUT ((size_t)256 << 20) /* bytes */
#define PROCESSOR_TIME 700                    /* milliseconds */

/* Lua's name for the file in its own messages: "R:12: …". */
#define CHUNK "R"

struct lua_sandbox {
	size_t held;       /* bytes */
	size_t handed_out; /* bytes, ever */
	long instructions; /* left */
	long started;      /* milliseconds of processor time */
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

bool lua_sandbox_run(lua_CFunction body, void *context, struct lua_fault *fault)
{
	struct lua_sandbox box = {
		.instructions = INSTRUCTIONS,
		.started = processor_time(),
		.fault = fault,
	};
	lua_State *lua = lua_newstate(allocate, &box);
	int status;

	assert(lua); /* an empty state is far below the cap */
	fault->kind = LUA_FAULT_STOPPED;
	*(struct lua_sandbox **)lua_getextraspace(lua) = &box;
	lua_sethook(lua, count_instructions, LUA_MASKCOUNT, HOOK_STEP);
	lua_pushcfunction(lua, on_error);
	lua_pushcfunction(lua, body);
	lua_pushlightuserdata(lua, context);
	status = lua_pcall(lua, 1, 0, 1);
	if (status != LUA_OK)
		tell_status(&box, status);
	lua_close(lua);
	return status == LUA_OK;
}
