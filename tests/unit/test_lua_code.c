/*
 * The code that Lua is given: where each equality begins and ends is compared
 * with Lua itself, by programs made at random that must come out alike.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdbool.h>
#include <string.h>

#include "lib/lua_code.h"
#include "lib/text.h"

/* Numbers that look like chance and are the same everywhere. */
struct chance {
	uint64_t state;
};

static int chance_below(struct chance *chance, size_t limit)
{
	chance->state =
		chance->state * 6364136223846793005U + 1442695040888963407U;
	return (int)((chance->state >> 33) % limit);
}

static const struct {
	const char *label;
	const char *source;
	const char *want; /* of the code, without what stands around it */
} rows[] = {
	{ "nothing", "", "" },
	{ "no equality", "local a <const> = b <= c",
	  "local a <const> = b <= c" },
	{ "two names", "x = a == b", "x = (__equal(a , b))" },
	{ "unequal", "x = a~=b", "x = (not __equal(a,b))" },
	{ "from left to right", "x = a == b ~= c",
	  "x = (not __equal((__equal(a , b)) , c))" },
	{ "with another comparison", "x = a < b == c",
	  "x = (__equal(a < b , c))" },
	{ "before another", "x = a == b < c", "x = (__equal(a , b)) < c" },
	{ "what binds tighter", "x = not -a + b .. c == #d // 2 - e",
	  "x = (__equal(not __true ^ -a + b .. c , #d // 2 - e))" },
	{ "what binds weaker", "x = a or b == c and d == e or f",
	  "x = __true[a] or (__equal(b , c)) and (__equal(d , e)) or f" },
	{ "not", "x = not a == not not b ^ c",
	  "x = (__equal(not __true ^ a , not __true ^ not __true ^ b ^ c))" },
	{ "tested", "x = a and b.c and d:e(f and g) and #h and not i and (j)",
	  "x = __true[a] and __true[b.c] and __true[d:e(__true[f] and g)] "
	  "and #h and not __true ^ i and (j)" },
	{ "answered",
	  "x = a:eq(b) and a:plus(1) and a.eq and eq() and a:eq(b).c",
	  "x = a:eq(b) and __true[a:plus(1)] and __true[a.eq] and "
	  "__true[eq()] "
	  "and a:eq(b).c" },
	{ "chosen", "x = a and b or c and d or e",
	  "x = __true[a] and b or __true[c] and d or e" },
	{ "either", "x = a or b or c", "x = __true[a] or __true[b] or c" },
	{ "written out", "x = 1 and '2' or '3':rep(4) and -5 or { } or nil",
	  "x = 1 and '2' or '3':rep(4) and -5 or __true[{[__line]=1; }] or "
	  "nil" },
	{ "keys", "x = a[b][1]['c'][d.e][f + g][h and i or j], { [k] = l[m] }",
	  "x = a[__key ^ b][1]['c'][__key ^ d.e][f + g][__true[h] and __key ^ "
	  "i or __key ^ j], {[__line]=1; [__key ^ k] = l[__key ^ m] }" },
	{ "in brackets", "x = (a == b) == f(c == d)[e == g]",
	  "x = (__equal(((__equal(a , b))) , f((__equal(c , d)))[(__equal(e , "
	  "g))]))" },
	{ "in tables", "x = { a == b, c = d ~= e; [f == g] = {} }",
	  "x = {[__line]=1; (__equal(a , b)), c = (not __equal(d , e)); "
	  "[(__equal(f , g))] = {[__line]=1;} }" },
	{ "calls without brackets", "x = f\"a\" == g[[b]] == h{ 1 }:i'c'",
	  "x = (__equal((__equal(f\"a\" , g[[b]])) , h{[__line]=1; 1 "
	  "}:i'c'))" },
	{ "the next statement", "x = a == b y = c\nz = d == e f() g = 1 == 2",
	  "x = (__equal(a , b)) y = c\nz = (__equal(d , e)) f() g = (__equal(1 "
	  ", 2))" },
	{ "a function within",
	  "x = a == function(...) return ... == b end == c",
	  "x = (__equal((__equal(a , function(...) return (__equal(... , b)) "
	  "end)) , c))" },
	{ "a function behind", "x = a == b function f() end y = c == d",
	  "x = (__equal(a , b)) function f() end y = (__equal(c , d))" },
	{ "all statements",
	  "if a == b then return c == d elseif e == f then else g = h == i end "
	  "while a == b do break end repeat until a == b for i = a == b, c == "
	  "d "
	  "do end for k in a == b do end local x = a == b goto l ::l:: "
	  "return a == b",
	  "if (__equal(a , b)) then return (__equal(c , d)) elseif (__equal(e "
	  ", f)) then else g = (__equal(h , i)) end "
	  "while (__equal(a , b)) do break end repeat until (__equal(a , b)) "
	  "for i = (__equal(a , b)), (__equal(c , d)) "
	  "do end for k in (__equal(a , b)) do end local x = (__equal(a , b)) "
	  "goto l ::l:: return (__equal(a , b))" },
	{ "all conditions",
	  "if a then elseif b or c then end while d and e do f = a end repeat "
	  "until g(a) x = h until (i) j = k until l if m then end repeat until "
	  "n",
	  "if __true[a] then elseif __true[b] or __true[c] then end while "
	  "__true[d] and __true[e] do f = a end repeat "
	  "until __true[g(a)] x = h until __true[(i)] j = k until __true[l] "
	  "if __true[m] then end repeat until "
	  "__true[n]" },
	{ "no conditions", "for i = a, b do end for j in c do end return f, g",
	  "for i = a, b do end for j in c do end return f, g" },
	{ "texts and comments",
	  "x = 'a == b' --[==[ c == d\n]==] == e -- f == g",
	  "x = (__equal('a == b' --[==[ c == d\n]==] , e)) -- f == g" },
	{ "texts with escapes", "x = 'a\\'=={' == \"\\z \n == {\" y = {\n{}}",
	  "x = (__equal('a\\'=={' , \"\\z \n == {\")) "
	  "y = {[__line]=2;\n{[__line]=3;}}" },
	{ "numbers", "x = 0x1p-4 == 1e+5 == .5 == 3. ..a",
	  "x = (__equal((__equal((__equal(0x1p-4 , 1e+5)) , .5)) , 3. ..a))" },
	{ "signs of two letters", "x = a >> b << c ~ d == ~e // f",
	  "x = (__equal(a >> b << c ~ d , ~e // f))" },
};

static void equalities_end_where_they_end(void **state)
{
	static const char before[] =
		"local __line <const>, __equal <const>, __true <const>, "
		"__key <const> = ...; return function(...) ";
	static const char after[] = "\nend";
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct text want = { 0 };
		struct text got = { 0 };

		text_printf(&want, "%s%s%s", before, rows[i].want, after);
		lua_code(&got, rows[i].source, strlen(rows[i].source));
		if (strcmp(want.at, got.at) != 0) {
			print_error("%s:\n got  %s\n want %s\n", rows[i].label,
				    got.at, want.at);
			wrong++;
		}
		text_clear(&want);
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

/* Any source, also what is no Lua, is gone through to its end. */
static void anything_is_read(void **state)
{
	static const char *const parts[] = { "==", "~=", "end",   "(",
					     ")",  "{",  "}",     "[[",
					     "]]", "--", "\"",    "a",
					     "1",  "if", "until", "function",
					     "\n", "=",  "\\" };
	struct chance chance = { 7 };

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct text source = { 0 };
		struct text code = { 0 };

		for (int i = chance_below(&chance, 12); i >= 0; i--)
			text_add(&source,
				 parts[chance_below(&chance, COUNT_OF(parts))]);
		lua_code(&code, source.at, source.len);
		assert_true(code.len > source.len);
		text_clear(&source);
		text_clear(&code);
	}
}

static void add_value(struct text *into, struct chance *chance, int depth);

static void add_of(struct text *into, struct chance *chance, const char *form,
		   int depth)
{
	for (; *form; form++)
		if (*form == '@')
			add_value(into, chance, depth - 1);
		else
			text_add_char(into, *form);
}

/* `@` is a value in turn. */
static void add_value(struct text *into, struct chance *chance, int depth)
{
	static const char *const leaves[] = { "1",   "2",      "true", "false",
					      "nil", "a",      "b",    "'1'",
					      "t.a", "t['b']", "#t",   "...",
					      "f'1'" };
	static const char *const forms[] = {
		"@ == @",
		"@ == @",
		"@ ~= @",
		"@ == @ == @",
		"@~=@~=@",
		"@ and @",
		"@ or @",
		"not @",
		"(@)",
		"f(@, @)",
		"t:m(@)",
		"({ @, x = @ }).x",
		"#{ @, @ }",
		"@ .. @",
		"@ + @",
		"- @",
		"@ < @",
		"(@) == (@)",
		"f { @ }[1]",
		"({ [@] = @ })[1]",
		"t[@]",
		"t[@][@]",
		"@ ^ @",
		"@ and @ or @",
		"@ or @ and @",
		"(function(...) while @ do return @ end return @ end)(...)",
		"(function(a, ...) local b = @ t.a = @ return @ end)(@)",
		"(function(...) if @ then return @ elseif @ then else end b = "
		"@ "
		"return @ end)(...)",
		"(function(...) local x repeat x = @ until true == true return "
		"x == @ end)(...)",
		"(function(...) for i = 1, 2 do local c = @ if c == @ then "
		"return "
		"i end end end)(...)",
	};

	if (depth <= 0)
		text_add(into, leaves[chance_below(chance, COUNT_OF(leaves))]);
	else
		add_of(into, chance,
		       forms[chance_below(chance, COUNT_OF(forms))], depth);
}

/* Leave what the function at the top gives, or errs with, as a text. */
static void add_result(struct text *into, lua_State *lua)
{
	const bool ok = lua_pcall(lua, 0, 1, 0) == LUA_OK;
	const char *text = luaL_tolstring(lua, -1, NULL);

	/* what a variable is called may differ */
	text_printf(into, "%d %.*s", ok, (int)strcspn(text, "("), text);
	lua_settop(lua, 0);
}

static int equal(lua_State *lua)
{
	lua_settop(lua, 2);
	lua_pushboolean(lua, lua_compare(lua, 1, 2, LUA_OPEQ));
	return 1;
}

static int second(lua_State *lua)
{
	lua_settop(lua, 2);
	return 1;
}

/* What gives the second operand of a power, and as its member the key. */
static void push_second(lua_State *lua)
{
	lua_newtable(lua);
	lua_newtable(lua);
	lua_pushcfunction(lua, second);
	lua_setfield(lua, -2, "__pow");
	lua_pushcfunction(lua, second);
	lua_setfield(lua, -2, "__index");
	lua_setmetatable(lua, -2);
}

static void set_names(lua_State *lua)
{
	static const char names[] =
		"a, b = 1, '1'\n"
		"t = { 1, 2, a = 'x', b = 1, m = function(s, x) return x end "
		"}\n"
		"function f(x, y) if y == nil then return x end return y end\n";

	assert_int_equal(luaL_dostring(lua, names), LUA_OK);
}

static void push_code(lua_State *lua, const struct text *source)
{
	struct text code = { 0 };

	lua_code(&code, source->at, source->len);
	if (luaL_loadbufferx(lua, code.at, code.len, "=R", "t") != LUA_OK)
		fail_msg("%s\n%s", lua_tostring(lua, -1), code.at);
	lua_pushliteral(lua, "m"); /* a key that is there: t.m is not asked */
	lua_pushcfunction(lua, equal);
	push_second(lua);
	lua_pushvalue(lua, -1);
	lua_call(lua, 4, 1);
	text_clear(&code);
}

/* Tables have no more members than Lua's own, or #t would differ. */
static void it_says_what_the_source_says(void **state)
{
	struct chance chance = { 2026 };
	lua_State *lua = luaL_newstate();
	int outcomes[2] = { 0 };
	int wrong = 0;

	(void)state;
	luaL_openlibs(lua);
	for (int round = 0; round < 20000; round++) {
		struct text source = { 0 };
		struct text want = { 0 };
		struct text got = { 0 };

		text_add(&source, "return ");
		add_value(&source, &chance, 1 + round % 4);
		set_names(lua);
		if (luaL_loadbufferx(lua, source.at, source.len, "=R", "t"))
			fail_msg("the test is wrong: %s", source.at);
		add_result(&want, lua);
		set_names(lua);
		push_code(lua, &source);
		add_result(&got, lua);
		outcomes[*want.at == '1']++;
		if (strcmp(want.at, got.at) != 0 && wrong++ < 5)
			print_error("%s: got %s, want %s\n", source.at, got.at,
				    want.at);
		text_clear(&source);
		text_clear(&want);
		text_clear(&got);
	}
	lua_close(lua);
	print_message("%d programs answered, %d erred\n", outcomes[1],
		      outcomes[0]);
	assert_true(outcomes[1] > 5000);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equalities_end_where_they_end),
		cmocka_unit_test(anything_is_read),
		cmocka_unit_test(it_says_what_the_source_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
