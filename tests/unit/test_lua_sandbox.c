/*
 * Files that mean harm: every one is refused, in under a second, and the
 * program is as well afterwards as before.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/lang.h"
#include "lua_case.h"

#define SLOW "runs too long"
#define MEMORY "too much memory"
#define UNKNOWN "unknown word"
#define NIL_CALL "attempt to call a nil value"

static const struct {
	const char *label;
	const char *script;
	const char *want; /* is part of what is told */
} rows[] = {
	/* time */
	{ "a loop without end", "while true do end", SLOW },
	{ "goto", "::a:: goto a", SLOW },
	{ "for without end", "for i = 1, math.maxinteger do end", SLOW },
	{ "a loop in a function in a loop",
	  "local function f() while true do end end\nwhile true do f() end",
	  SLOW },
	{ "a loop in a comparison",
	  "local t = { 3, 2, 1 }\n"
	  "table.sort(t, function() while true do end end)",
	  SLOW },
	{ "an iterator without end", "for _ in function() return 1 end do end",
	  SLOW },
	{ "rep of nothing", "while true do (\"\"):rep(math.maxinteger) end",
	  SLOW },
	{ "rep of nothing with nothing between",
	  "while true do (\"\"):rep(math.maxinteger, \"\") end", SLOW },
	{ "comparing long texts",
	  "local a = (\"x\"):rep(32000)\nlocal b = a .. \"\"\n"
	  "b = (\"x\"):rep(31999) .. \"x\"\n"
	  "while a == b do end",
	  SLOW },
	{ "ordering texts of many parts",
	  "local a = (\"\\0\"):rep(32000)\nlocal b = (\"\\0\"):rep(32000)\n"
	  "while a <= b do end",
	  SLOW },
	{ "searching long texts",
	  "local a = (\"a\"):rep(32000)\nlocal b = (\"a\"):rep(16000) .. "
	  "\"b\"\n"
	  "while not contains(a, b) do end",
	  SLOW },
	{ "sorting without end",
	  "local t = {}\nfor i = 1, 10000 do t[i] = -i end\n"
	  "while true do table.sort(t) end",
	  SLOW },
	{ "walking without end",
	  "local t = {}\nfor i = 1, 10000 do t[i] = i end\n"
	  "while true do pairs(t) end",
	  "" },
	{ "inserting at the front",
	  "local t = {}\nwhile true do table.insert(t, 1, 1) end", "" },
	{ "a list too long to sort",
	  "local t = {}\nfor i = 1, 20000 do t[i] = -i end\ntable.sort(t)",
	  "more than 10000 members" },
	{ "a list too long to walk",
	  "local t = {}\nfor i = 1, 20000 do t[i] = -i end\npairs(t)",
	  "more than 10000 members" },
	{ "an order that puts each before the other",
	  "local t = { 3, 1, 2 }\ntable.sort(t, function() return true end)",
	  ":2: the function that table.sort is given" },
	{ "an order with equals before each other",
	  "local t = {}\nfor i = 1, 1000 do t[i] = i % 7 end\n"
	  "table.sort(t, function(a, b) return a <= b end)",
	  ":3: the function that table.sort is given" },
	{ "an order with what is no number",
	  "local t = { 3, 0/0, 1 }\ntable.sort(t)",
	  ":2: table.sort cannot sort what is no number" },
	{ "a list that shrinks while it is sorted",
	  "local t = { 3, 2, 1 }\ntable.sort(t, function(a, b)\n"
	  "  t[1] = nil\n  return a < b\nend)\nerror(#t)",
	  ":6: the Lua code stopped with an error: 3" },
	/* memory */
	{ "rep of much", "local s = (\"x\"):rep(1 << 40)", "32 KiB" },
	{ "rep to overflow", "local s = (\"xx\"):rep(math.maxinteger)",
	  "32 KiB" },
	{ "rep with a long separator",
	  "local s = (\"\"):rep(1 << 40, (\"y\"):rep(1000))", "32 KiB" },
	{ "doubling a text", "local s = \"x\"\nwhile true do s = s .. s end",
	  MEMORY },
	{ "a text that is too long", "local s = (\"x\"):rep(32000)\ns = s .. s",
	  MEMORY },
	{ "texts made and dropped without end",
	  "local s = (\"x\"):rep(32000)\n"
	  "while true do local t = s .. \"y\" end",
	  MEMORY },
	{ "a wide format", "local s = string.format(\"%99999999d\", 1)",
	  "invalid conversion" },
	{ "a growing table",
	  "local t = {}\nfor i = 1, math.maxinteger do t[i] = {} end", "" },
	{ "many keys",
	  "local t = {}\nfor i = 1, math.maxinteger do "
	  "t[\"k\" .. i] = i end",
	  "" },
	{ "concat of much",
	  /* copied a thousand at a time: letter by letter, sanitizers make it
	   * run out of time before it runs out of memory */
	  "local t, k = {}, (\"x\"):rep(1000)\n"
	  "for i = 1, 9000 do t[i] = k:rep(32) end\n"
	  "local s = table.concat(t)",
	  MEMORY },
	{ "concat of no end", "table.concat({}, \"\", 1, math.maxinteger)",
	  "invalid value" },
	{ "unpack of much", "local a = table.unpack({}, 1, 1 << 30)",
	  "too many results" },
	{ "churning", "while true do local t = { 1, 2, 3, 4, 5, 6, 7, 8 } end",
	  "" },
	{ "closures",
	  "local t = {}\nwhile true do\n"
	  "  t[#t + 1] = function() return t end\nend",
	  "" },
	/* depth */
	{ "deep recursion", "local function f(n) return 1 + f(n + 1) end\nf(1)",
	  "" },
	{ "tail recursion", "local function f() return f() end\nf()", SLOW },
	{ "recursion through C",
	  "local t = { 2, 1 }\nlocal function f() table.sort(t, f) end\nf()",
	  "" },
	{ "recursion through a word",
	  "local function f() return eq(f()) end\nf()", "" },
	{ "a table in itself", "local t = {}\nt[1] = t\nsource(t)",
	  "holds itself" },
	{ "laughing tables",
	  "local t = { \"ha\" }\nfor i = 1, 30 do t = { t, t, t, t } end\n"
	  "source(t)",
	  "100000 values" },
	{ "laughing terms",
	  "local t = eq(1)\nfor i = 1, 30 do t = eq(t, t) end\nsource(t)",
	  "100000 values" },
	{ "towering terms",
	  "local t = eq(1)\nfor i = 1, 100 do t = eq(t) end\nsource(t)",
	  "too deep" },
	{ "statements without end", "while true do source { 1 } end",
	  "100000 values" },
	{ "one large term in many statements",
	  "local t = {}\nfor i = 1, 1000 do t[i] = i end\nlocal e = eq(t)\n"
	  "for i = 1, 200 do source { e } end",
	  "100000 values" },
	{ "long texts without end",
	  "local s = (\"x\"):rep(32000)\nwhile true do source { s } end",
	  "100000 values" },
	/* the way out */
	{ "load", "load(\"return 1\")()", UNKNOWN },
	{ "loadstring", "loadstring(\"return 1\")()", UNKNOWN },
	{ "loadfile", "loadfile(\"/etc/passwd\")", UNKNOWN },
	{ "dofile", "dofile(\"/etc/passwd\")", UNKNOWN },
	{ "require", "require \"os\"", UNKNOWN },
	{ "package", "package.loaded.os.exit(0)", UNKNOWN },
	{ "os.exit", "os.exit(0)", UNKNOWN },
	{ "os.execute", "os.execute(\"true\")", UNKNOWN },
	{ "io.open", "io.open(\"/etc/passwd\")", UNKNOWN },
	{ "debug", "debug.sethook()", UNKNOWN },
	{ "coroutines", "coroutine.wrap(function() end)()", UNKNOWN },
	{ "utf8", "for p, c in utf8.codes(\"a\") do end", UNKNOWN },
	{ "collectgarbage", "collectgarbage(\"stop\")", UNKNOWN },
	{ "print", "print(1)", UNKNOWN },
	{ "the globals", "_G.x = 1", UNKNOWN },
	{ "rawset", "rawset(_ENV, \"x\", 1)", UNKNOWN },
	{ "next", "next({})", UNKNOWN },
	{ "the environment", "_ENV.os.exit(0)", UNKNOWN },
	{ "another environment", "local _ENV = {}\nos.exit(0)",
	  "attempt to index a nil value" },
	{ "no environment", "_ENV = nil\nsource { }", "attempt to index" },
	/* catching errors */
	{ "pcall", "while true do pcall(function() while true do end end) end",
	  UNKNOWN },
	{ "xpcall", "xpcall(error, function() while true do end end)",
	  UNKNOWN },
	/* metatables */
	{ "a finalizer",
	  "setmetatable({}, { __gc = function() while true do end end })",
	  UNKNOWN },
	{ "the strings' metatable",
	  "getmetatable(\"\").__index = function() end", UNKNOWN },
	{ "a variable to be closed", "local x <close> = {}",
	  "non-closable value" },
	{ "find", "(\"a\"):rep(40):find((\"a-\"):rep(20) .. \"b\")", NIL_CALL },
	{ "match", "local s = (\"x\"):match(\".-\")", NIL_CALL },
	{ "gsub", "local s = (\"x\"):gsub(\".\", \"%0%0\")", NIL_CALL },
	{ "gmatch", "for s in (\"x\"):gmatch(\".\") do end", NIL_CALL },
	{ "dump", "string.dump(function() end)", NIL_CALL },
	{ "pack", "string.pack(\"i4\", 1)", NIL_CALL },
	{ "move", "table.move({}, 1, 1 << 40, 2)", NIL_CALL },
	/* what differs from run to run */
	{ "random", "source { math.random() }", NIL_CALL },
	{ "the address of a table", "source { tostring({}) }",
	  "can be made a text" },
	{ "the address of a function", "source { tostring(pairs) }",
	  "can be made a text" },
	{ "the address in a format", "source { (\"%p\"):format(\"x\") }",
	  "%p is not allowed" },
	{ "the address behind a NUL", "source { (\"\\0%-20p\"):format(\"x\") }",
	  "%p is not allowed" },
	{ "the address of an argument", "source { (\"%s\"):format({}) }",
	  "can be made a text" },
	{ "odd keys", "for k in pairs { [1.5] = 1 } do end",
	  "needs names or whole numbers" },
	/* the loader */
	{ "deep brackets in the code", NULL,
	  "deep brackets in the code:1: too many brackets, blocks or operators "
	  "inside each other" },
	{ "a file of a megabyte", NULL, "longer than 256 KiB" },
	{ "bytecode", "\x1bLua", "not valid Lua" },
	{ "a term that was not made", "source { select(1, __line) }",
	  "not for use" },
};

/* Too long to be written out. */
static void add_long_script(struct text *script, const char *label)
{
	bool deep = strncmp(label, "deep", 4) == 0;
	size_t count = deep ? 100000 : 1 << 20;

	text_add(script, "source ");
	for (size_t i = 0; i < count; i++)
		text_add_char(script, deep ? '(' : ' ');
}

/* Milliseconds of processor time: the machine may be busy with others. */
static long now(void)
{
	struct timespec time;

	assert_int_equal(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time), 0);
	return (long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

#define LONGEST 1000

static void harm_is_refused_in_time(void **state)
{
	struct text script = { 0 };
	struct text told = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lua_file file = { 0 };
		long start = now();
		long took;
		bool ok;

		text_reset(&script);
		text_reset(&told);
		if (rows[i].script)
			text_add(&script, rows[i].script);
		else
			add_long_script(&script, rows[i].label);
		ok = load_script(&file, script.at, script.len, rows[i].label,
				 &told);
		lua_load_clear(&file);
		took = now() - start;
		if (getenv("VERBOSE"))
			print_message("%5ld ms %s", took, text_string(&told));
		if (!ok && took < LONGEST &&
		    strstr(text_string(&told), rows[i].want))
			continue;
		print_error("%s: got %d after %ld ms, told %s\n", rows[i].label,
			    ok, took, text_string(&told));
		wrong++;
	}
	text_clear(&script);
	text_clear(&told);
	assert_int_equal(wrong, 0);
}

/* The same file gives the same order, whatever Lua's hash seed is today. */
static void nothing_depends_on_the_run(void **state)
{
	static const char script[] =
		"local t = {}\nfor i = 1, 12 do t[\"k\" .. i] = i end\n"
		"local s = \"\"\nfor k, v in pairs(t) do s = s .. k end\n"
		"source { s }";
	struct text told = { 0 };

	(void)state;
	for (int i = 0; i < 20; i++) {
		struct lua_file file = { 0 };

		assert_true(load_script(&file, script, strlen(script), "same",
					&told));
		assert_string_equal(file.statements[0]->items[0]->text,
				    "k1k10k11k12k2k3k4k5k6k7k8k9");
		lua_load_clear(&file);
	}
	text_clear(&told);
}

/* In a Swedish locale 1.5 would print as 1,5, and "1,5" would be a number. */
static void numbers_follow_no_locale(void **state)
{
	(void)state;
	assert_int_equal(setenv("LC_ALL", "C.UTF-8", 1), 0);
	lang_start("sv");
	assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
	assert_string_equal(setlocale(LC_CTYPE, NULL), "C");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(harm_is_refused_in_time),
		cmocka_unit_test(nothing_depends_on_the_run),
		cmocka_unit_test(numbers_follow_no_locale),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
