/*
 * Texts in the sandbox: no patterns, which one call can run for ever, and
 * letters as Swedish has them (ASCII and Latin-1 in UTF-8).
 */
#include <lauxlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/lua_sandbox.h"

void lua_sandbox_check_text(lua_State *lua, int index)
{
	switch (lua_type(lua, index)) {
	case LUA_TSTRING:
	case LUA_TNUMBER:
	case LUA_TBOOLEAN:
	case LUA_TNIL:
		return;
	default:
		lua_sandbox_refuse(lua, _("only texts, numbers, true, false "
					  "and nil can be made a text"));
	}
}

/* Whether a format asks for an address: "%p", "%-20p" … */
static bool asks_for_address(const char *format, size_t len)
{
	bool inside = false;

	for (size_t i = 0; i < len; i++) {
		if (inside && format[i] == 'p')
			return true;
		inside = inside ? strchr("-+ #0123456789.", format[i]) != NULL
				: format[i] == '%';
	}
	return false;
}

/* string.format, but never of an address. */
int lua_sandbox_format(lua_State *lua)
{
	size_t len;
	const char *format = luaL_checklstring(lua, 1, &len);

	for (int i = 2; i <= lua_gettop(lua); i++)
		lua_sandbox_check_text(lua, i);
	if (asks_for_address(format, len))
		lua_sandbox_refuse(lua, _("%%p is not allowed in a format"));
	lua_pushvalue(lua, lua_upvalueindex(1));
	lua_insert(lua, 1);
	lua_call(lua, lua_gettop(lua) - 1, 1);
	return 1;
}

/* string.rep that neither counts to 2^62 over an empty text nor makes one
 * that is too long in the end. */
int lua_sandbox_rep(lua_State *lua)
{
	size_t len;
	size_t between_len;
	const char *text = luaL_checklstring(lua, 1, &len);
	lua_Integer count = luaL_checkinteger(lua, 2);
	const char *between = luaL_optlstring(lua, 3, "", &between_len);
	size_t each = len + between_len;
	luaL_Buffer made;

	if (each == 0)
		count = 0;
	if (count > 0 && (size_t)count > LUA_TEXT_LONGEST / each)
		lua_sandbox_refuse(lua,
				   _("string.rep would make a text of more "
				     "than %d KiB"),
				   (int)(LUA_TEXT_LONGEST >> 10));
	luaL_buffinit(lua, &made);
	for (lua_Integer i = 0; i < count; i++) {
		if (i > 0)
			luaL_addlstring(&made, between, between_len);
		luaL_addlstring(&made, text, len);
	}
	luaL_pushresult(&made);
	return 1;
}

/*
 * The letters with two cases in Latin-1, behind the lead byte C3: 80..9E in
 * upper case (97 is the multiplication sign), 20 hex further in lower case.
 */
static bool is_letter(unsigned char lead, unsigned char byte, bool upper)
{
	unsigned char first = upper ? 0 : 0x20;

	if (lead == 0xc3)
		return byte >= 0x80 + first && byte <= 0x9e + first &&
		       byte != 0x97 + first;
	return byte >= 'A' + first && byte <= 'Z' + first;
}

static int change_case(lua_State *lua, bool from_upper)
{
	size_t len;
	const char *text = luaL_checklstring(lua, 1, &len);
	unsigned char lead = 0;
	luaL_Buffer made;

	luaL_buffinit(lua, &made);
	for (size_t i = 0; i < len; i++) {
		unsigned char byte = (unsigned char)text[i];
		unsigned char changed = byte;

		if (is_letter(lead, byte, from_upper))
			changed = byte ^ 0x20;
		luaL_addchar(&made, (char)changed);
		lead = byte;
	}
	luaL_pushresult(&made);
	return 1;
}

int lua_sandbox_lower(lua_State *lua)
{
	return change_case(lua, true);
}

int lua_sandbox_upper(lua_State *lua)
{
	return change_case(lua, false);
}

int lua_sandbox_contains(lua_State *lua)
{
	size_t len;
	size_t part_len;
	const char *text = luaL_checklstring(lua, 1, &len);
	const char *part = luaL_checklstring(lua, 2, &part_len);

	lua_pushboolean(lua, memmem(text, len, part, part_len) != NULL);
	return 1;
}

int lua_sandbox_starts_with(lua_State *lua)
{
	size_t len;
	size_t part_len;
	const char *text = luaL_checklstring(lua, 1, &len);
	const char *part = luaL_checklstring(lua, 2, &part_len);

	lua_pushboolean(lua,
			len >= part_len && memcmp(text, part, part_len) == 0);
	return 1;
}

int lua_sandbox_split(lua_State *lua)
{
	size_t left;
	size_t part_len;
	const char *at = luaL_checklstring(lua, 1, &left);
	const char *part = luaL_checklstring(lua, 2, &part_len);
	const char *found;

	luaL_argcheck(lua, part_len > 0, 2, "must not be empty");
	lua_newtable(lua);
	for (lua_Integer i = 1;; i++) {
		found = memmem(at, left, part, part_len);
		lua_pushlstring(lua, at, found ? (size_t)(found - at) : left);
		lua_rawseti(lua, -2, i);
		if (!found)
			return 1;
		left -= (size_t)(found - at) + part_len;
		at = found + part_len;
	}
}
