/*
 * lua_code - the code that Lua is given for a file: the file's own, with what
 * Lua would not tell us by itself.  No line is added or moved.
 *	{ …          becomes  {[__line]=3; …
 *	a == b       becomes  (__equal(a, b))
 *	a ~= b       becomes  (not __equal(a, b))
 * The first lets a table know where it begins.  The second lets a figure object
 * to being compared with a number or nil: Lua finds values of two types unequal
 * and asks nobody.  Both names are constants around the code, which is a
 * function that a call with their values gives.
 *
 * For lib/lua_* only.
 */
#ifndef LIB_LUA_CODE_H
#define LIB_LUA_CODE_H

#include <stddef.h>

#define LUA_MARK "__line"
#define LUA_EQUAL "__equal"

struct text;

/* Add the code of a source, which Lua has compiled already and found sound. */
void lua_code(struct text *into, const char *source, size_t len);

#endif
