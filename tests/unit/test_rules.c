/*
 * What only the whole of the rules files can tell, and statements of the
 * calendar, each right and wrong.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules_case.h"

#define WORKSPACE                                                              \
	"workspace { municipality = \"Nordviken\", code = \"0000\","           \
	" language = \"sv\" }\n"
#define REPORT                                                                 \
	"report { id = \"r\", title = \"R\", template = \"r\","                \
	" unit = \"son\" }\n"
#define SOURCE                                                                 \
	"source { id = \"s\", files = \"s.csv\","                              \
	" column { \"E\", as = \"unit\", type = \"unit\" } }\n"
#define CLOSE(period, days, rest)                                              \
	"close { period = \"" period "\", report = \"r\", " days rest " }\n"
#define DAYS                                                                   \
	"as_of = \"2025-05-05\", opens = \"2025-05-02\","                      \
	" deadline = \"2025-05-16\", "
#define STATEMENT(measure, quantity)                                           \
	"statement { id = \"o\", about = \"Drift\", unit = \"son\","           \
	" measure = \"" measure "\", quantity = \"" quantity "\" }\n"

static const struct rules_case cases[] = {
	{ "a workspace is enough", WORKSPACE, "" },
	{ "a whole calendar",
	  WORKSPACE REPORT SOURCE CLOSE("2025-T1", DAYS, "sources = { \"s\" }"),
	  "" },
	{ "a rule is kept for assess", WORKSPACE "rule { id = \"x\" }", "" },
	{ "no workspace", REPORT, "no rules file has a workspace" },
	{ "two workspaces", WORKSPACE WORKSPACE,
	  "there may be only one workspace" },
	{ "a code of three digits",
	  "workspace { municipality = \"N\", code = \"000\","
	  " language = \"sv\" }",
	  "code = \"000\" must be four digits" },
	{ "a language that we do not speak",
	  "workspace { municipality = \"N\", code = \"0000\","
	  " language = \"de\" }",
	  "language = \"de\" must be \"sv\" or \"en\"" },
	{ "a decimal sign that is none",
	  "workspace { municipality = \"N\", code = \"0000\", language = "
	  "\"sv\", "
	  "decimal = \";\" }",
	  "decimal = \";\" must be one of these characters: ,." },
	{ "a report twice", WORKSPACE REPORT REPORT,
	  "the report \"r\" is declared twice" },
	{ "a report without a title",
	  WORKSPACE "report { id = \"r\", template = \"r\", unit = \"son\" }",
	  "title" },
	{ "a close of an unknown report",
	  WORKSPACE SOURCE CLOSE("2025-T1", DAYS, "sources = { \"s\" }"),
	  "the report \"r\" is declared nowhere" },
	{ "a close of an unknown source",
	  WORKSPACE REPORT CLOSE("2025-T1", DAYS, "sources = { \"s\" }"),
	  "the source \"s\" is declared nowhere" },
	{ "a close without sources",
	  WORKSPACE REPORT CLOSE("2025-T1", DAYS, ""),
	  "sources = { … } must name what the report is made from" },
	{ "a close twice",
	  WORKSPACE REPORT SOURCE CLOSE("2025-T1", DAYS, "sources = { \"s\" }")
		  CLOSE("2025-T1", DAYS, "sources = { \"s\" }"),
	  "the close of r for 2025-T1 is declared twice" },
	{ "an unknown period",
	  WORKSPACE REPORT SOURCE CLOSE("2025-T4", DAYS, "sources = { \"s\" }"),
	  "period = \"2025-T4\" is not known" },
	{ "a day that is none",
	  WORKSPACE REPORT SOURCE CLOSE(
		  "2025-T1",
		  "as_of = \"2025-02-30\", opens = \"2025-05-02\","
		  " deadline = \"2025-05-16\", ",
		  "sources = { \"s\" }"),
	  "as_of = \"2025-02-30\" is no day" },
	{ "a deadline before it opens",
	  WORKSPACE REPORT SOURCE CLOSE(
		  "2025-T1",
		  "as_of = \"2025-05-05\", opens = \"2025-05-02\","
		  " deadline = \"2025-05-01\", ",
		  "sources = { \"s\" }"),
	  "the deadline is before the day it opens" },
	{ "a statement of an unknown measure",
	  WORKSPACE "quantity { id = \"tkr\" }\n" STATEMENT("x", "tkr"),
	  "measure = \"x\" is declared nowhere" },
	{ "a statement in an unknown quantity", WORKSPACE STATEMENT("x", "tkr"),
	  "quantity = \"tkr\" is declared nowhere" },
	{ "a statement twice",
	  WORKSPACE STATEMENT("x", "tkr") STATEMENT("x", "tkr"),
	  "the statement \"o\" is declared twice" },
	{ "key figures of an unknown measure",
	  WORKSPACE
	  "quantity { id = \"n\", print = \"\", decimals = { 0, 0 } }\n"
	  "key_figures { id = \"k\", about = \"K\", units = { \"u\" }, "
	  "figure { id = \"a\", title = \"A\", measure = \"m\", "
	  "quantity = \"n\" } }",
	  "measure = \"m\" is declared nowhere" },
	{ "key figures without a figure",
	  WORKSPACE "key_figures { id = \"k\", about = \"K\", "
		    "units = { \"u\" } }",
	  "key figures consist of figure { … }" },
	{ "a figure that is none",
	  WORKSPACE "key_figures { id = \"k\", about = \"K\", "
		    "units = { \"u\" }, from { 1, \"x\" } }",
	  "key figures consist of figure { … }" },
	{ "an unknown statement", WORKSPACE "raport { id = \"r\" }", "raport" },
};

static void the_whole_is_taken_or_refused(void **state)
{
	(void)state;
	assert_int_equal(rules_cases_wrong(cases, COUNT_OF(cases), ""), 0);
}

static void declarations_are_found(void **state)
{
	struct rules rules = { 0 };
	const struct close_plan *plan;

	(void)state;
	assert_true(sample_rules_load(
		&rules,
		WORKSPACE REPORT SOURCE CLOSE(
			"2025-T1", DAYS,
			"sources = { \"s\" }") "rule { id = \"x\" }\n"));
	assert_string_equal(rules.workspace.municipality, "Nordviken");
	assert_string_equal(report_lookup(&rules.reports, "r")->title, "R");
	assert_null(report_lookup(&rules.reports, "x"));
	plan = calendar_lookup(&rules.calendar, "2025-T1", "r");
	assert_non_null(plan);
	assert_null(calendar_lookup(&rules.calendar, "2025-T2", "r"));
	assert_int_equal(plan->deadline.day, 16);
	assert_int_equal(plan->window.last.month, 4);
	assert_int_equal(plan->source_count, 1);
	assert_string_equal(plan->sources[0], "s");
	assert_int_equal(plan->line, 4);
	assert_int_equal(rules.rule_count, 1);
	assert_int_equal(rules.rules[0].statement->line, 5);
	assert_string_equal(rules.rules[0].file->path, "rules/all.lua");
	rules_clear(&rules);
}

static void a_folder_without_rules_cannot_be_read(void **state)
{
	struct rules rules = { 0 };
	struct text why = { 0 };

	(void)state;
	assert_false(rules_load(&rules, "/nonexistent", &why));
	assert_non_null(strstr(text_string(&why), "/nonexistent/rules"));
	text_clear(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_whole_is_taken_or_refused),
		cmocka_unit_test(declarations_are_found),
		cmocka_unit_test(a_folder_without_rules_cannot_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
