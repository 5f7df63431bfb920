/*
 * lua_sandbox - a Lua state that can neither harm nor hang the program.
 *
 * For lib/lua_* only; others include lib/lua_load.h.  One state serves one
 * file; it is gone when its run ends, or when the file is cleared if functions
 * of it are called later.  Everything happens inside lua_pcall(), so no error
 * can escape; what is scarce is counted, for each call anew:
 *	instructions    by a hook; they give the same verdict on every machine
 *	memory          by the allocator: held at once, handed out in all, and
 *	                the length of a single text, so that no one copy or
 *	                comparison in C can take long
 *	processor time  as a last resort, behind the other two
 * Functions that could run for ever inside C, or say something that differs
 * from run to run (an address, a hash order), are not there or are ours.
 *
 * Lua raises errors by longjmp: code that runs inside owns no memory but
 * Lua's and an arena's.
 */
#ifndef LIB_LUA_SANDBOX_H
#define LIB_LUA_SANDBOX_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"
#include "lib/text.h"

#define LUA_TEXT_LONGEST ((size_t)32 << 10) /* bytes */

enum lua_fault_kind {
	LUA_FAULT_OURS,   /* `text` is a finished sentence, translated */
	LUA_FAULT_SYNTAX, /* `text` is Lua's own clause, in English */
	LUA_FAULT_STOPPED /* likewise */
};

/* Why a run ended early.  Zeroed is empty; its text is the caller's. */
struct lua_fault {
	enum lua_fault_kind kind;
	long line; /* 0 if it is not known */
	struct text text;
};

struct lua_sandbox;

/* A new state, and its end; closing NULL does nothing. */
struct lua_sandbox *lua_sandbox_open(void);
void lua_sandbox_close(struct lua_sandbox *box);

/*
 * Call `body` with as much as a whole file may use; its argument is `context`
 * as light userdata.  False with `*fault` filled if it raised an error.
 */
bool lua_sandbox_run(struct lua_sandbox *box, lua_CFunction body, void *context,
		     struct lua_fault *fault) MUST_CHECK;

/*
 * Likewise call what a run kept at a place in the registry, with as much as one
 * answer of a function may use.  It gives two texts, or nil; they are Lua's,
 * until the next call.  What used more than it may is not called again: there
 * may be a hundred thousand to ask for.
 */
bool lua_sandbox_ask(struct lua_sandbox *box, int question,
		     struct lua_fault *fault) MUST_CHECK;
const char *lua_sandbox_answer(struct lua_sandbox *box, int which);

/* --- inside a run */

/* Push a new table of the names that every file may use. */
void lua_sandbox_names(lua_State *lua);

/* Push `bytes` compiled as a text chunk; raises if that is no Lua. */
void lua_sandbox_compile(lua_State *lua, const char *bytes, size_t len);

/* End the run with one finished sentence, told at the line that runs. */
_Noreturn void lua_sandbox_refuse(lua_State *lua, const char *format, ...)
	PRINTF_LIKE(2, 3);

/* Count the work of a function in C as so many instructions; ends the run if
 * that is too much. */
void lua_sandbox_spend(lua_State *lua, long instructions);

/* From now on nothing runs, but this line is looked at: an error is told there.
 * 0: no longer. */
void lua_sandbox_look_at(lua_State *lua, long line);

/* The line of the file that runs now; 0 if none does. */
long lua_sandbox_line(lua_State *lua);

/* The name that an __index or __newindex is called with; "?" for none. */
const char *lua_sandbox_key(lua_State *lua);

/* Refuse the argument `index` unless it can be made a text: others have only
 * an address. */
void lua_sandbox_check_text(lua_State *lua, int index);

/* Our own functions; the first upvalue is Lua's by the same name, or nil. */
int lua_sandbox_format(lua_State *lua);
int lua_sandbox_rep(lua_State *lua);
int lua_sandbox_lower(lua_State *lua);
int lua_sandbox_upper(lua_State *lua);
int lua_sandbox_contains(lua_State *lua);
int lua_sandbox_starts_with(lua_State *lua);
int lua_sandbox_split(lua_State *lua);
int lua_sandbox_sort(lua_State *lua);
int lua_sandbox_pairs(lua_State *lua); /* numbers first, then texts bytewise */

#endif
