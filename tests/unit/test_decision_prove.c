/*
 * The proof of a table: what it takes, and the counterexample that it gives.
 * Which values break a table was worked out by hand from its rows.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "assess/decision_prove.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "sample_rule.h"

#define HEAD                                                                   \
	SAMPLE_WORKSPACE                                                       \
	"rule { id = \"x\", version = 1, from = \"2025-01-01\", about = "      \
	"\"X\","
#define LIGHT(given, rows)                                                     \
	HEAD "scale = \"traffic-light\", to = indicators(),"                   \
	     "given = { " given " }, " rows " }"
#define GOAL(given, rows)                                                      \
	HEAD "scale = \"goal\", to = goals(\"nämndmål\"),"                   \
	     "given = { " given " }, " rows " }"

/* The example of the design, as written there. */
#define EXAMPLE                                                                \
	SAMPLE_WORKSPACE                                                       \
	"rule { id = \"goal.fulfilment\", version = 1, from = \"2025-01-01\"," \
	" scale = \"goal\", to = goals(\"nämndmål\"),"                       \
	" about = \"Nämndens princip för måluppfyllelse\",\n"               \
	" given = { none = no_indicators(), green = share \"green\","          \
	" reached = share(\"green\", \"yellow\") },\n"                         \
	" relation = { \"green <= reached\", \"none == missing(green)\","      \
	" \"none == missing(reached)\" },\n"                                   \
	" unique {\n"                                                          \
	" { green = eq(1), grade = \"reached\" },\n"                           \
	" { green = below(1), reached = at_least(0.5), grade = \"partly\" "    \
	"},\n"                                                                 \
	" { green = below(1), reached = below(0.5), grade = \"not-reached\""   \
	" },\n"                                                                \
	" { none = true, missing = \"not-measured\" },\n } }"

#define G "grade = \"green\" }"
#define R "grade = \"red\" }"
#define UNMEASURED "{ nf = true, missing = \"not-measured\" },"
#define NF "nf = no_figures(), "

static const struct {
	const char *label;
	const char *lua;
	bool proved;
	const char *want; /* told; "" for nothing */
} tables[] = {
	{ "the example of the design", EXAMPLE, true, "" },
	{ "ends that meet",
	  LIGHT(NF "s = shortfall()",
		"unique { " UNMEASURED "{ s = at_most(3), " G
		", { s = above(3), " R " }"),
	  true, "" },
	{ "a value between the ends",
	  LIGHT(NF "s = shortfall()",
		"unique { " UNMEASURED "{ s = below(3), " G
		", { s = above(3), " R " }"),
	  false, "no row holds for nf = no, s = 3; add one" },
	{ "ends that overlap",
	  LIGHT(NF "s = shortfall()",
		"unique { " UNMEASURED "{ s = at_most(3), " G
		", { s = at_least(3), " R " }"),
	  false, "rows 2 and 3 both hold for nf = no, s = 3; only one may" },
	{ "what is missing is forgotten",
	  LIGHT("s = shortfall()",
		"unique { { s = at_most(3), " G ", { s = above(3), " R " }"),
	  false, "no row holds for s = missing; add one" },
	{ "numbers beyond the last test",
	  LIGHT(NF "s = shortfall()",
		"unique { " UNMEASURED "{ s = at_most(100), " G " }"),
	  false, "no row holds for nf = no, s = 150" },
	{ "a shortfall is never below 0",
	  LIGHT(NF "s = shortfall()",
		"unique { " UNMEASURED "{ s = at_least(0), " G " }"),
	  true, "" },
	{ "a share is never above 1",
	  GOAL("none = no_indicators(), g = share(\"green\")",
	       "unique { { none = true, missing = \"not-measured\" },"
	       "{ g = at_most(1), grade = \"reached\" } }"),
	  true, "" },
	{ "a count is whole",
	  GOAL("g = count(\"green\")",
	       "unique { { g = at_most(2), grade = \"reached\" },"
	       "{ g = at_least(3), grade = \"partly\" } }"),
	  true, "" },
	{ "a share is not",
	  GOAL("none = no_indicators(), g = share(\"green\")",
	       "unique { { none = true, missing = \"not-measured\" },"
	       "{ g = at_most(0.2), grade = \"reached\" },"
	       "{ g = at_least(0.3), grade = \"partly\" } }"),
	  false, "no row holds for g = 0.25, none = no" },
	{ "a part is at most the whole",
	  GOAL("none = no_indicators(), g = share(\"green\"),"
	       "gy = share(\"green\", \"yellow\")",
	       "unique { { none = true, missing = \"not-measured\" },"
	       "{ g = above(0.5), gy = below(0.5), grade = \"partly\" },"
	       "{ g = above(0.5), gy = at_least(0.5), grade = \"reached\" },"
	       "{ g = at_most(0.5), grade = \"not-reached\" } }"),
	  true, "row 2 never decides anything" },
	{ "shares of different grades make no more than all",
	  GOAL("none = no_indicators(), g = share(\"green\"),"
	       "r = share(\"red\")",
	       "unique { { none = true, missing = \"not-measured\" },"
	       "{ g = above(0.5), grade = \"reached\" },"
	       "{ r = above(0.5), grade = \"not-reached\" },"
	       "{ g = at_most(0.5), r = at_most(0.5), grade = \"partly\" } }"),
	  true, "" },
	{ "a word that no row names",
	  LIGHT("w = measured_in()",
		"unique { { w = one_of(\"percent\", \"hour\"), " G " }"),
	  false, "no row holds for w = another word" },
	{ "a target met falls short by nothing",
	  LIGHT(NF "met = target_met(), s = shortfall()",
		"unique { " UNMEASURED "{ met = true, s = eq(0), " G
		", { met = false, " R " }"),
	  true, "" },
	{ "first: a row behind one that takes all",
	  LIGHT(NF "s = shortfall()",
		"first { " UNMEASURED "{ s = at_least(0), " G
		", { s = above(3), " R " }"),
	  true, "row 3 never decides anything" },
	{ "any: rows that agree",
	  LIGHT(NF "s = shortfall()",
		"any { " UNMEASURED "{ s = at_most(3), " G
		", { s = at_most(5), " G ", { s = above(5), " R " }"),
	  true, "" },
	{ "any: rows that do not",
	  LIGHT(NF "s = shortfall()", "any { " UNMEASURED "{ s = at_most(3), " G
				      ", { s = at_least(3), " R " }"),
	  false, "but give different grades" },
	{ "a declared relation closes a hole",
	  HEAD "scale = \"goal\", to = goals(\"nämndmål\"),"
	       "given = { g = count(\"green\"), r = count(\"red\") },"
	       "relation = { \"g >= r\" },"
	       "unique { { g = above(1), grade = \"reached\" },"
	       "{ g = at_most(1), r = at_most(1), grade = \"partly\" } } }",
	  true, "" },
	{ "without it there is one",
	  GOAL("g = count(\"green\"), r = count(\"red\")",
	       "unique { { g = above(1), grade = \"reached\" },"
	       "{ g = at_most(1), r = at_most(1), grade = \"partly\" } }"),
	  false, "no row holds for g = 0, r = 2" },
};

static bool prove(const char *lua, struct text *told)
{
	struct rules rules = { 0 };
	struct decision_table table = { 0 };
	struct capture capture;
	bool ok = sample_rule_load(&table, &rules, lua, told);

	if (!ok)
		fail_msg("%s", text_string(told));
	text_reset(told);
	capture_start(&capture, STDERR_FILENO);
	ok = decision_prove(&table, &rules.arena);
	capture_end(&capture, told);
	rules_clear(&rules);
	return ok;
}

static void tables_are_proved_or_refused(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		struct text got = { 0 };
		bool proved = prove(tables[i].lua, &got);

		if (proved != tables[i].proved ||
		    !strstr(text_string(&got), tables[i].want) ||
		    (!*tables[i].want && got.len > 0)) {
			print_error("%s: got %d, \"%s\", want \"%s\"\n",
				    tables[i].label, proved, text_string(&got),
				    tables[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

/* Seven counts of ten grades each, tested against many numbers. */
static void a_table_too_large_is_refused(void **state)
{
	struct text lua = { 0 };
	struct text got = { 0 };

	(void)state;
	text_add(&lua, HEAD "scale = \"goal\", to = goals(\"nämndmål\"),"
			    "given = { ");
	for (char name = 'a'; name < 'h'; name++)
		text_printf(&lua, "%c = count(\"green\"), ", name);
	text_add(&lua, "}, first { ");
	for (int number = 0; number < 100; number += 20)
		for (char name = 'a'; name < 'h'; name++)
			text_printf(&lua,
				    "{ %c = eq(%d), grade = \"reached\" }, ",
				    name, number);
	text_add(&lua, "{ grade = \"partly\" } } }");
	assert_false(prove(lua.at, &got));
	assert_non_null(strstr(got.at, "too many to prove"));
	text_clear(&lua);
	text_clear(&got);
}

/* One input and as many rows as it takes words or numbers. */
static void add_rows(struct text *lua, int count, bool words)
{
	text_add(lua, HEAD "scale = \"traffic-light\", to = indicators(),"
			   "given = { s = shortfall(), w = measured_in() },"
			   "first { ");
	for (int i = 0; i < count; i++)
		text_printf(lua, "{ %s%d%s), " G ", ",
			    words ? "w = one_of(\"a" : "s = eq(", i,
			    words ? "\"" : "");
	text_add(lua, "{ grade = \"red\" } } }");
}

/* Values grow with the rows that are held against each: with its square. */
static void many_rows_are_proved_or_refused(void **state)
{
	static const struct {
		int count;
		bool words;
		bool proved;
	} sizes[] = {
		{ 400, false, true },
		{ 400, true, true },
		{ 5500, false, false },
		{ 5500, true, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		struct text lua = { 0 };
		struct text got = { 0 };

		add_rows(&lua, sizes[i].count, sizes[i].words);
		assert_int_equal(prove(lua.at, &got), sizes[i].proved);
		assert_int_equal(strstr(text_string(&got),
					"too many to prove") == NULL,
				 sizes[i].proved);
		text_clear(&lua);
		text_clear(&got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_proved_or_refused),
		cmocka_unit_test(a_table_too_large_is_refused),
		cmocka_unit_test(many_rows_are_proved_or_refused),
	};

	msg_start("test_decision_prove");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
