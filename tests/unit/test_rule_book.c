/*
 * Which version of a rule is in force on a day, and which rules cannot stand
 * beside each other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "assess/rule_book.h"
#include "capture.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "sample_rules.h"

#define BODY(to, given, row)                                                   \
	"scale = \"goal\", to = " to ", about = \"X\","                        \
	" given = { x = " given " }, first { { x = " row                       \
	", grade = \"partly\" },"                                              \
	" { grade = \"partly\" } } }\n"
#define LIGHT BODY("indicators()", "target_met()", "true")
#define RULE(id, version, days)                                                \
	"rule { id = \"" id "\", version = " version ", " days ", "

#define FROM_2024 "from = \"2024-01-01\""
#define FROM_2025 "from = \"2025-01-01\""
#define TILL_2024 FROM_2024 ", till = \"2024-12-31\""

static const struct {
	const char *label;
	const char *rules;
	struct date as_of;
	const char *want; /* "id version" of each in force, or what is told */
} rows[] = {
	{ "the only one",
	  RULE("a", "1", FROM_2024) LIGHT,
	  { 2025, 5, 5 },
	  "a 1;" },
	{ "on its first day",
	  RULE("a", "1", FROM_2025) LIGHT,
	  { 2025, 1, 1 },
	  "a 1;" },
	{ "the day before",
	  RULE("a", "1", FROM_2025) LIGHT,
	  { 2024, 12, 31 },
	  "none" },
	{ "on its last day",
	  RULE("a", "1", TILL_2024) LIGHT,
	  { 2024, 12, 31 },
	  "a 1;" },
	{ "the day after",
	  RULE("a", "1", TILL_2024) LIGHT,
	  { 2025, 1, 1 },
	  "none" },
	{ "a later version replaces an open one",
	  RULE("a", "1", FROM_2024) LIGHT RULE("a", "2", FROM_2025) LIGHT,
	  { 2025, 5, 5 },
	  "a 2;" },
	{ "from its very first day",
	  RULE("a", "1", FROM_2024) LIGHT RULE("a", "2", FROM_2025) LIGHT,
	  { 2025, 1, 1 },
	  "a 2;" },
	{ "the earlier one, before that",
	  RULE("a", "2", FROM_2025) LIGHT RULE("a", "1", FROM_2024) LIGHT,
	  { 2024, 5, 5 },
	  "a 1;" },
	{ "a closed one and the next",
	  RULE("a", "1", TILL_2024) LIGHT RULE("a", "2", FROM_2025) LIGHT,
	  { 2025, 5, 5 },
	  "a 2;" },
	{ "one number twice",
	  RULE("a", "1", TILL_2024) LIGHT RULE("a", "1", FROM_2025) LIGHT,
	  { 2025, 5, 5 },
	  "all.lua:6: rule: \"a\", version 1, stands in rules/all.lua line 5 "
	  "already" },
	{ "two versions begin on one day",
	  RULE("a", "1", FROM_2025) LIGHT RULE("a", "2", FROM_2025) LIGHT,
	  { 2025, 5, 5 },
	  "versions 1 and 2 of \"a\" are in force on" },
	{ "two versions share a day",
	  RULE("a", "2", "from = \"2024-12-31\"")
		  LIGHT RULE("a", "1", TILL_2024) LIGHT,
	  { 2025, 5, 5 },
	  "versions 2 and 1 of \"a\" are in force on" },
	{ "a day between two versions on which none is in force",
	  RULE("a", "1", TILL_2024)
		  LIGHT RULE("a", "2", "from = \"2025-01-02\"") LIGHT,
	  { 2025, 5, 5 },
	  "all.lua:6: rule: no version of \"a\" is in force from 2025-01-01 "
	  "to 2025-01-01, between version 1 (rules/all.lua line 5) and "
	  "version 2" },
	{ "and none between the second and the third",
	  RULE("a", "1", FROM_2024)
		  LIGHT RULE("a", "3", "from = \"2025-07-01\"") LIGHT RULE(
			  "a", "2", FROM_2025 ", till = \"2025-03-31\"") LIGHT,
	  { 2025, 1, 1 },
	  "no version of \"a\" is in force from 2025-04-01 to 2025-06-30, "
	  "between version 2 (rules/all.lua line 7) and version 3" },
	{ "an open one before one that has ended does not come back",
	  RULE("a", "1", FROM_2024) LIGHT RULE(
		  "a", "2", FROM_2025 ", till = \"2025-03-31\"") LIGHT,
	  { 2025, 4, 1 },
	  "none" },
	{ "two rules for indicators",
	  RULE("a", "1", FROM_2024) LIGHT RULE("b", "1", FROM_2025) LIGHT,
	  { 2025, 5, 5 },
	  "all.lua:6: rule: \"b\" judges what \"a\" (rules/all.lua line 5) "
	  "judges already" },
	{ "two rules for indicators, one of them over",
	  RULE("a", "1", TILL_2024) LIGHT RULE("b", "1", FROM_2025) LIGHT,
	  { 2025, 5, 5 },
	  "b 1;" },
	{ "one rule for each kind of goal",
	  RULE("a", "1", FROM_2024) BODY("goals(\"x\")", "no_indicators()",
					 "true") RULE("b", "1", FROM_2024)
		  BODY("goals(\"y\")", "no_indicators()", "true"),
	  { 2025, 5, 5 },
	  "a 1;b 1;" },
	{ "two rules for a kind of goal",
	  RULE("a", "1", FROM_2024) BODY("goals(\"x\")", "no_indicators()",
					 "true") RULE("b", "1", FROM_2024)
		  BODY("goals(\"x\")", "no_indicators()", "true"),
	  { 2025, 5, 5 },
	  "\"b\" judges what \"a\"" },
	{ "counts grades that indicators cannot have",
	  RULE("a", "1", FROM_2024) LIGHT RULE("b", "1", FROM_2024)
		  BODY("goals(\"x\")", "share(\"green\")", "eq(1)"),
	  { 2025, 5, 5 },
	  "given x: the indicators' scale \"goal\" has no grade \"green\"" },
	{ "counts grades that nobody gives",
	  RULE("b", "1", FROM_2024)
		  BODY("goals(\"x\")", "share(\"green\")", "eq(1)"),
	  { 2025, 5, 5 },
	  "given x counts the grade \"green\" of indicators, but no rule" },
	{ "wrong, though not in force",
	  RULE("a", "1", TILL_2024) BODY("indicators()", "target_met()", "3"),
	  { 2025, 5, 5 },
	  "x is yes or no" },
};

static void add_book(struct text *text, const struct rule_book *book)
{
	if (!book->count)
		text_add(text, "none");
	for (size_t i = 0; i < book->count; i++)
		text_printf(text, "%s %d;", book->list[i].version.id,
			    book->list[i].version.number);
}

static void versions_hold_on_their_days(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct text lua = { 0 };
		struct text got = { 0 };
		struct rules rules = { 0 };
		struct rule_book book = { 0 };
		struct capture capture;
		bool ok;

		text_printf(&lua, "%s%s", SAMPLE_WORKSPACE, rows[i].rules);
		capture_start(&capture, STDERR_FILENO);
		ok = sample_rules_load(&rules, lua.at) &&
		     rule_book_load(&book, &rules.arena, &rules, rows[i].as_of);
		capture_end(&capture, &got);
		if (ok)
			add_book(&got, &book);
		if (!strstr(text_string(&got), rows[i].want)) {
			print_error("%s: got %s, want %s\n", rows[i].label,
				    text_string(&got), rows[i].want);
			wrong++;
		}
		rules_clear(&rules);
		text_clear(&lua);
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static void rules_are_found_by_what_they_judge(void **state)
{
	struct decision_table list[] = {
		{ .version = { .id = "a" },
		  .judges = JUDGED_GOALS,
		  .goal_kind = "nämndmål" },
		{ .version = { .id = "b" }, .judges = JUDGED_INDICATORS },
	};
	struct rule_book book = { .list = list, .count = 2 };
	struct rule_book empty = { 0 };

	(void)state;
	assert_string_equal(rule_book_for_indicators(&book)->version.id, "b");
	assert_string_equal(rule_book_for_goals(&book, "nämndmål")->version.id,
			    "a");
	assert_null(rule_book_for_goals(&book, "kf-mål"));
	assert_null(rule_book_for_indicators(&empty));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(versions_hold_on_their_days),
		cmocka_unit_test(rules_are_found_by_what_they_judge),
	};

	msg_start("test_rule_book");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
