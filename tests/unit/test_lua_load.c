/*
 * Files that declare: what becomes of them, and what is told of wrong ones.
 * The ones that mean harm are in test_lua_sandbox.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/msg.h"
#include "lua_case.h"

/* word@line(…), {…}@line, fields behind items, as the header promises them */
static void add_tree(struct text *text, const struct lua_node *node);

static void add_members(struct text *text, const struct lua_node *node)
{
	const char *between = "";

	for (size_t i = 0; i < node->item_count; i++, between = " ") {
		text_add(text, between);
		add_tree(text, node->items[i]);
	}
	for (size_t i = 0; i < node->field_count; i++, between = " ") {
		text_printf(text, "%s%s=", between, node->fields[i].name);
		add_tree(text, node->fields[i].value);
	}
}

static void add_tree(struct text *text, const struct lua_node *node)
{
	switch (node->kind) {
	case LUA_NODE_BOOL:
		text_add(text, node->yes ? "true" : "false");
		break;
	case LUA_NODE_NUMBER:
		text_add(text, node->text);
		break;
	case LUA_NODE_STRING:
		text_printf(text, "'%s'", node->text);
		break;
	case LUA_NODE_TABLE:
		text_printf(text, "@%ld{", node->line);
		add_members(text, node);
		text_add(text, "}");
		break;
	case LUA_NODE_FUNCTION:
		text_printf(text, "function@%ld(%s)", node->line, node->text);
		break;
	case LUA_NODE_CALL:
		text_printf(text, "%s@%ld(", node->text, node->line);
		add_members(text, node);
		text_add(text, ")");
		break;
	}
}

static const struct {
	const char *label;
	const char *script;
	const char *want; /* statements, each ended by a semicolon */
} good_rows[] = {
	{ "an empty file", "", "" },
	{ "only a comment", "-- inget än", "" },
	{ "fields are sorted by name", "source { b = 2, a = \"x\", c = true }",
	  "source@1(a='x' b=2 c=true);" },
	{ "statements in order, each with its line",
	  "source { }\n\nrule { }\nsource {\n}",
	  "source@1();rule@3();source@4();" },
	{ "a word of one text", "source { share \"green\" }",
	  "source@1(share@1('green'));" },
	{ "a word of several", "source { share(\"green\", \"yellow\") }",
	  "source@1(share@1('green' 'yellow'));" },
	{ "a word without arguments", "source { window = period() }",
	  "source@1(window=period@1());" },
	{ "items and fields together",
	  "source {\n  column { \"Timmar\", as = \"hours\" },\n"
	  "  column { \"Enhet\",\n    as = \"unit\" },\n}",
	  "source@1(column@2('Timmar' as='hours') "
	  "column@3('Enhet' as='unit'));" },
	{ "rows know their lines",
	  "rule {\n  unique {\n    { green = eq(1), grade = \"reached\" },\n"
	  "    { none = true,\n      missing = \"not-measured\" },\n"
	  "    {\n      a = 1,\n    },\n  },\n}",
	  "rule@1(unique@2(@3{grade='reached' green=eq@3(1)} "
	  "@4{missing='not-measured' none=true} @6{a=1}));" },
	{ "lists inside",
	  "rule {\n relation = { \"a <= b\",\n \"c\" },\n"
	  " x = {\n {1}, {2} } }",
	  "rule@1(relation=@2{'a <= b' 'c'} x=@4{@5{1} @5{2}});" },
	{ "missing as a field and as a word",
	  "rule { missing = missing(\"x\") }",
	  "rule@1(missing=missing@1('x'));" },
	{ "numbers are decimals",
	  "source { 85, -0.5, 7.5, 0.1, 1e3, 100.0, 0, -0.0, 1e-3, 0.05, "
	  "123456789.25, 9223372036854775807 }",
	  "source@1(85 -0.5 7.5 0.1 1000 100 0 0 0.001 0.05 123456789.25 "
	  "9223372036854775807);" },
	{ "false is kept", "source { false }", "source@1(false);" },
	{ "locals, loops and functions",
	  "local function col(name)\n  return column { name, as = "
	  "string.lower(name) }\nend\nfor i, name in ipairs { \"A\", \"Å\" } do"
	  "\n  source { id = \"s\" .. i, col(name) }\nend",
	  "source@5(column@2('A' as='a') id='s1');"
	  "source@5(column@2('Å' as='å') id='s2');" },
	{ "pairs in order",
	  "local t = { b = 1, a = 2, [2] = 3, [1] = 4, [10] = 5, B = 6 }\n"
	  "local seen = {}\nfor k in pairs(t) do seen[#seen + 1] = k end\n"
	  "source(seen)",
	  "source@4(1 2 10 'B' 'a' 'b');" },
	{ "pairs over members that go",
	  "local t = { a = 1, b = 2, c = 3 }\nlocal n = \"\"\n"
	  "for k in pairs(t) do t.b = nil; n = n .. k end\nsource { n }",
	  "source@4('ac');" },
	{ "texts of our own",
	  "source { contains(\"abc\", \"bc\"), starts_with(\"abc\", \"b\"), "
	  "split(\"a|b||c\", \"|\"), (\"ÖÄ×ß\"):lower(), "
	  "string.upper(\"åéÿ\"), string.rep(\"ab\", 3, \"-\"), "
	  "string.format(\"%05.1f %s\", 2.5, true) }",
	  "source@1(true false @1{'a' 'b' '' 'c'} 'öä×ß' 'ÅÉÿ' 'ab-ab-ab' "
	  "'002.5 true');" },
	{ "sorted lists", "local t = { 3, 1, 2 }\ntable.sort(t)\nsource(t)",
	  "source@3(1 2 3);" },
	{ "of equals the first is first",
	  "local t = { \"bb\", \"a\", \"cc\", \"d\", \"aa\", \"e\", \"\" }\n"
	  "table.sort(t, function(a, b) return #a < #b end)\nsource(t)\n"
	  "table.sort(t, function(a, b) return a > b end)\nsource(t)",
	  "source@3('' 'a' 'd' 'e' 'bb' 'cc' 'aa');"
	  "source@5('e' 'd' 'cc' 'bb' 'aa' 'a' '');" },
	{ "a table is taken as it is now",
	  "local t = { 1 }\nlocal e = eq(t)\nt[1] = 2\nsource { e, eq(t) }",
	  "source@4(eq@2(1) eq@4(2));" },
	{ "a term may stand twice", "local e = eq(1)\nsource { e, e }",
	  "source@2(eq@1(1) eq@1(1));" },
	{ "braces in texts and comments are no tables",
	  "local a = \"{\" .. '={' .. [[\n({]] -- = {\n--[==[ {\n ]] = "
	  "{\n]==]\n"
	  "local b = \"x\\\"= {\\z\n  = {\"\nsource { a, b, { 1 } }",
	  "source@8('{={({' 'x\"= {= {' @8{1});" },
	{ "tables that are arguments know their lines too",
	  "source(\n  { 1 },\n  { 2 })\nrule(\n{ 3 })",
	  "source@1(@2{1} @3{2});rule@4(3);" },
	{ "lines ended by CR", "source { }\rrule {\r{ } }",
	  "source@1();rule@2(@3{});" },
	{ "how many members a table has",
	  "local t = { 1, 2, a = 3 }\nlocal n = 0\n"
	  "for _ in pairs(t) do n = n + 1 end\nsource { #t, n, #{} }",
	  "source@4(2 3 0);" },
	{ "a table behind return",
	  "local function f()\n  return -- så\n  {\n 1 }\nend\n"
	  "source { f(), x = f() }",
	  "source@6(@3{1} x=@3{1});" },
	{ "a byte order mark and CRLF",
	  "\xef\xbb\xbfsource {\r\n  a = { 1 } }\r\nrule { }\r\n",
	  "source@1(a=@2{1});rule@3();" },
};

static void declarations_become_trees(void **state)
{
	struct text got = { 0 };
	struct text told = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(good_rows); i++) {
		struct lua_file file = { 0 };
		const char *script = good_rows[i].script;
		bool ok;

		text_reset(&got);
		text_reset(&told);
		ok = load_script(&file, script, strlen(script),
				 good_rows[i].label, &told);
		for (size_t j = 0; j < file.statement_count; j++) {
			add_tree(&got, file.statements[j]);
			text_add(&got, ";");
		}
		if (!ok || told.len > 0 ||
		    strcmp(text_string(&got), good_rows[i].want) != 0) {
			print_error("%s: got %d %s\n  want %s\n  told %s\n",
				    good_rows[i].label, ok, text_string(&got),
				    good_rows[i].want, text_string(&told));
			wrong++;
		}
		lua_load_clear(&file);
	}
	text_clear(&got);
	text_clear(&told);
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *script;
	const char *want; /* the first line that is told */
} bad_rows[] = {
	{ "source {\n  a = = 1 }",
	  "f:2: this is not valid Lua: unexpected symbol near '='" },
	{ "source {\n  { a = 1 }\n  { b = 2 }\n}",
	  "f:3: this is not valid Lua: '}' expected (to close '{' at line 1) "
	  "near '{'" },
	{ "source {\n a = 1", "f:2: this is not valid Lua: '}' expected (to "
			      "close '{' at line 1) near <eof>" },
	{ "\n\nsourze { }", "f:3: unknown word sourze; did you mean source?" },
	{ "rule { x = zzzzzz }", "f:1: unknown word zzzzzz" },
	{ "rule {\n x = green }", "f:2: unknown word green" },
	{ "x = 1", "f:1: x is not declared; a value of your own begins with "
		   "local: local x = ..." },
	{ "function f() end", "f:1: f is not declared; a value of your own "
			      "begins with local: local f = ..." },
	{ "share = 1", "f:1: share is not declared; a value of your own begins "
		       "with local: local share = ..." },
	{ "source {\n  window = period }",
	  "f:1: source: window: a function cannot stand here; a word is called "
	  "with brackets: period()" },
	{ "source { f = function() end }",
	  "f:1: source: f: a function cannot stand here; a word is called with "
	  "brackets: period()" },
	{ "source { 1, nil, 3 }",
	  "f:1: source: the list has a hole: a value is nil, or stands at a "
	  "place of its own" },
	{ "source { [true] = 1 }",
	  "f:1: source: the list has a hole: a value is nil, or stands at a "
	  "place of its own" },
	{ "source { [0] = 1 }",
	  "f:1: source: the list has a hole: a value is nil, or stands at a "
	  "place of its own" },
	{ "source(nil)", "f:1: source: there is no value (nil)" },
	{ "source { x = 0.1 + 0.2 }",
	  "f:1: source: x: the number is not exact, or too large or too small; "
	  "write it "
	  "out as a decimal "
	  "of at most 15 digits" },
	{ "source { x = 1/3 }", "f:1: source: x: the number is not exact, or "
				"too large or too small; write it "
				"out as a decimal "
				"of at most 15 digits" },
	{ "source { x = 1/0 }", "f:1: source: x: the number is not exact, or "
				"too large or too small; write it "
				"out as a decimal "
				"of at most 15 digits" },
	{ "source { x = 0/0 }", "f:1: source: x: the number is not exact, or "
				"too large or too small; write it "
				"out as a decimal "
				"of at most 15 digits" },
	{ "source { x = 1e15 }", "f:1: source: x: the number is not exact, or "
				 "too large or too small; write it "
				 "out as a decimal of at most 15 digits" },
	{ "source { x = 1e-15 }", "f:1: source: x: the number is not exact, or "
				  "too large or too small; write it "
				  "out as a decimal of at most 15 digits" },
	{ "source { x = \"\\xff\" }",
	  "f:1: source: x: a text must be UTF-8 without control characters" },
	{ "source { [\"\\0\"] = 1 }",
	  "f:1: source: a text must be UTF-8 without control characters" },
	{ "local t = {}\nt.t = t\nsource(t)",
	  "f:3: source: t: the table is too deep, or holds itself" },
	{ "\nunique { eq(1) }",
	  "f:2: unique stands alone; it belongs inside a declaration" },
	{ "\nerror(\"så kan man inte göra\")",
	  "f:2: the Lua code stopped with an error: så kan man inte göra" },
	{ "error({})", "f:1: the Lua code stopped with an error: table" },
	{ "local x\nx.y = 1",
	  "f:2: the Lua code stopped with an error: attempt "
	  "to index a nil value (local 'x')" },
	{ "local x = \"10\" + 1", "f:1: the Lua code stopped with an error: "
				  "attempt to perform arithmetic on a string "
				  "value (constant '10')" },
	{ "source { __line }", "f:1: source: the word is not for use" },
	{ "local x = eq(1).y", "f:1: the Lua code stopped with an error: "
			       "attempt to index a userdata value" },
	{ "source { x = tostring(source) }",
	  "f:1: only texts, numbers, true, false and nil can be made a text" },
	{ "source { x = \"ok\" }\n-- \xe5", "f:2: the file is not UTF-8 here; "
					    "save it as UTF-8" },
};

static void faults_are_told_with_their_line(void **state)
{
	struct text told = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad_rows); i++) {
		struct lua_file file = { 0 };
		const char *script = bad_rows[i].script;
		size_t len = strlen(bad_rows[i].want);
		bool ok;

		text_reset(&told);
		ok = load_script(&file, script, strlen(script), "f", &told);
		if (ok ||
		    strncmp(text_string(&told), bad_rows[i].want, len) != 0 ||
		    told.at[len] != '\n') {
			print_error("%s\n  got %d %s  want %s\n", script, ok,
				    text_string(&told), bad_rows[i].want);
			wrong++;
		}
		lua_load_clear(&file);
	}
	text_clear(&told);
	assert_int_equal(wrong, 0);
	assert_int_equal(msg_outcome(), OUTCOME_MISCONFIGURED);
}

static void the_file_is_remembered(void **state)
{
	struct lua_file file = { 0 };
	struct text told = { 0 };

	(void)state;
	assert_true(load_script(&file, "abc()", 0, "rules/x.lua", &told));
	assert_string_equal(file.path, "rules/x.lua");
	assert_string_equal(file.sha256, /* of nothing, FIPS 180-4 */
			    "e3b0c44298fc1c149afbf4c8996fb924"
			    "27ae41e4649b934ca495991b7852b855");
	lua_load_clear(&file);
	text_clear(&told);
}

static void no_file_is_no_refusal(void **state)
{
	struct lua_file file = { 0 };
	struct text why = { 0 };

	(void)state;
	assert_false(lua_load_file(&file, "/nonexistent/x.lua", "x.lua", &words,
				   &why));
	assert_true(why.len > 0);
	lua_load_clear(&file);
	text_clear(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(declarations_become_trees),
		cmocka_unit_test(faults_are_told_with_their_line),
		cmocka_unit_test(the_file_is_remembered),
		cmocka_unit_test(no_file_is_no_refusal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
