/*
 * lua_code - the code that Lua is given for a file: the file's own, with what
 * Lua would not tell us by itself.  No line is added or moved.
 *	{ …             becomes  {[__line]=3; …
 *	a == b          becomes  (__equal(a, b))
 *	a ~= b          becomes  (not __equal(a, b))
 *	a and b or not c
 *	                becomes  __true[a] and b or not __true ^ c
 *	if a then       becomes  if __true[a] then
 *	t[a]            becomes  t[__key ^ a]
 * The first lets a table know where it begins.  The others let a figure object
 * to being compared with a number or nil, asked whether it is true, or used as
 * a key: Lua finds values of two types unequal, any figure true and any key
 * new, and asks nobody.  A member of the second, or a power of the last two,
 * is what stands behind it, unless that is a figure.  These names are constants
 * around the code, which is a function that a call with their values gives, in
 * this order.
 *
 * For lib/lua_* only.
 */
#ifndef LIB_LUA_CODE_H
#define LIB_LUA_CODE_H

#include <stddef.h>

#define LUA_MARK "__line"
#define LUA_EQUAL "__equal"
#define LUA_TRUE "__true"
#define LUA_KEY "__key"

struct text;

/* Add the code of a source, which Lua has compiled already and found sound. */
void lua_code(struct text *into, const char *source, size_t len);

#endif
