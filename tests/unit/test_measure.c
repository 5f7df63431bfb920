/*
 * Measures as they are declared and proved against sources and quantities,
 * and the windows that their words mean, read off a calendar.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules_case.h"

#define BEFORE                                                                 \
	SAMPLE_WORKSPACE                                                       \
	"quantity { id = \"sek\" }\n"                                          \
	"quantity { id = \"tkr\", of = \"sek\", times = 1000 }\n"              \
	"quantity { id = \"hour\" }\n"                                         \
	"source { id = \"s\", files = \"s.csv\",\n"                            \
	"  column { \"E\", as = \"unit\", type = \"unit\" },\n"                \
	"  column { \"M\", as = \"month\", type = \"month\" },\n"              \
	"  column { \"Z\", as = \"later\", type = \"month\",\n"                \
	"    may_be_empty = true },\n"                                         \
	"  column { \"K\", as = \"account\", type = \"code\" },\n"             \
	"  column { \"B\", as = \"amount\", type = \"number\" } }\n"           \
	"source { id = \"nowhere\", files = \"n.csv\",\n"                      \
	"  column { \"B\", as = \"amount\", type = \"number\" } }\n"

#define SUM                                                                    \
	"measure { id = \"m.net\", source = \"s\", sum = \"amount\","          \
	" quantity = \"sek\" }\n"
#define HOURS                                                                  \
	"measure { id = \"m.hours\", source = \"s\", sum = \"amount\","        \
	" quantity = \"hour\" }\n"

static const struct rules_case cases[] = {
	{ "a sum", SUM, "" },
	{ "a count of the months in the window",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " month = \"month\", quantity = \"hour\","
	  " window = accumulated { lag = 1 } }",
	  "" },
	{ "two series of one id",
	  SUM "measure { id = \"m.net\", series = \"budget\", source = \"s\","
	      " sum = \"amount\", quantity = \"sek\","
	      " window = whole_year() }",
	  "" },
	{ "a ratio of two kinds",
	  SUM HOURS "measure { id = \"m.price\", quantity = \"sek\","
		    " ratio = { \"m.net\", \"m.hours\" },"
		    " zero = \"not-applicable\" }",
	  "" },
	{ "a difference in thousands",
	  SUM "measure { id = \"m.d\", quantity = \"tkr\","
	      " difference = { \"m.net\", \"m.net/value\" } }",
	  "" },
	{ "own window",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"hour\", window = own(\"2023-01..2023-08\") }",
	  "" },
	{ "every way to look at rows",
	  "measure { id = \"a\", source = \"s\", min = \"amount\","
	  " quantity = \"sek\", month = \"month\","
	  " window = rolling { months = 12, lag = 1 } }\n"
	  "measure { id = \"b\", source = \"s\", max = \"amount\","
	  " quantity = \"sek\", month = \"month\", window = at_end() }\n"
	  "measure { id = \"c\", source = \"s\", mean = \"amount\","
	  " quantity = \"sek\", month = \"month\","
	  " window = each_month(\"2024-01..2025-04\") }\n"
	  "measure { id = \"d\", source = \"s\", distinct = \"account\","
	  " quantity = \"sek\", during = { \"month\", \"later\" },"
	  " window = last_days { days = 14 } }\n"
	  "measure { id = \"e\", source = \"s\", quantity = \"sek\","
	  " nested = { distinct = \"account\", per = \"unit\" } }\n"
	  "measure { id = \"f\", quantity = \"sek\","
	  " mean_of_groups = \"e\" }",
	  "" },
	{ "every test of a row",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", where = any_of {"
	  " { account = one_of(\"1\", 2), amount = between(1, 2.5) },"
	  " { account = missing(), later = present() },"
	  " { amount = above(0), month = at_least(\"2025-01\") },"
	  " { unit = eq(\"son\"), month = below(\"2025-04-30\") } } }",
	  "" },
	{ "a test of a column that is none",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", where = { kind = eq(\"x\") } }",
	  "where: the source \"s\" has no column \"kind\"" },
	{ "a text held against a number",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", where = { amount = eq(\"x\") } }",
	  "where: \"x\" is nothing that the column \"amount\"" },
	{ "an order among texts",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", where = { account = above(3) } }",
	  "where: \"3\" is nothing that the column \"account\"" },
	{ "no day",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", where = { month = eq(\"april\") } }",
	  "where: \"april\" is nothing that the column \"month\"" },
	{ "half a range",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", where = { amount = between(1) } }",
	  "where: amount must be eq(x)" },
	{ "a bare value",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", where = { amount = 3 } }",
	  "where: amount must be eq(x)" },
	{ "no conditions",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", where = { } }",
	  "where: { column = eq(x), … } was expected" },
	{ "the least of texts",
	  "measure { id = \"m\", source = \"s\", min = \"account\","
	  " quantity = \"sek\" }",
	  "the column \"account\" must have type = \"number\" here" },
	{ "two kinds at once",
	  "measure { id = \"m\", source = \"s\", min = \"amount\","
	  " max = \"amount\", quantity = \"sek\" }",
	  "a measure has one of sum" },
	{ "nested in nothing",
	  "measure { id = \"m\", source = \"s\","
	  " nested = { distinct = \"account\" }, quantity = \"sek\" }",
	  "per" },
	{ "each month of no month",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", window = each_month() }",
	  "each_month() needs month" },
	{ "a rolling century",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " month = \"month\", quantity = \"sek\","
	  " window = rolling { months = 121 } }",
	  "months = 121 must be 1 to 120" },
	{ "during a month that may be empty",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", during = { \"later\", \"month\" } }",
	  "during: \"later\" must be a date" },
	{ "a ratio that says nothing of 0",
	  SUM HOURS "measure { id = \"m.price\", quantity = \"sek\","
		    " ratio = { \"m.net\", \"m.hours\" } }",
	  "\"m.hours\" may be 0: say by zero" },
	{ "a ratio over a count",
	  SUM "measure { id = \"m.n\", source = \"s\", count = true,"
	      " quantity = \"hour\" }\n"
	      "measure { id = \"m.r\", quantity = \"sek\","
	      " ratio = { \"m.net\", \"m.n\" } }",
	  "" },
	{ "zero of no ratio",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"sek\", zero = \"secret\" }",
	  "zero = \"secret\" must stand with a ratio" },
	{ "a part of what is counted otherwise",
	  SUM "measure { id = \"m.n\", source = \"s\", count = true,"
	      " quantity = \"sek\", varav = \"m.net\" }",
	  "varav = \"m.net\" must name another measure" },
	{ "a mean of groups of another kind",
	  SUM "measure { id = \"m.g\", quantity = \"hour\","
	      " mean_of_groups = \"m.net\" }",
	  "\"m.net\" is told in sek, which cannot be made hour" },
	{ "declared twice", SUM SUM,
	  "the measure \"m.net\" is declared twice with series \"value\"" },
	{ "sum and count",
	  "measure { id = \"m\", source = \"s\", sum = \"amount\","
	  " count = true, quantity = \"sek\" }",
	  "a measure has one of sum" },
	{ "neither of them",
	  "measure { id = \"m\", source = \"s\", quantity = \"sek\" }",
	  "a measure has one of sum" },
	{ "a sum of no source",
	  "measure { id = \"m\", sum = \"amount\", quantity = \"sek\" }",
	  "what is made of rows needs a source" },
	{ "an unknown source",
	  "measure { id = \"m\", source = \"x\", sum = \"amount\","
	  " quantity = \"sek\" }",
	  "source = \"x\" is declared nowhere" },
	{ "an unknown column",
	  "measure { id = \"m\", source = \"s\", sum = \"x\","
	  " quantity = \"sek\" }",
	  "the source \"s\" has no column \"x\"" },
	{ "a sum of codes",
	  "measure { id = \"m\", source = \"s\", sum = \"account\","
	  " quantity = \"sek\" }",
	  "the column \"account\" must have type = \"number\" here" },
	{ "a month that is none",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " month = \"account\", quantity = \"hour\" }",
	  "month = \"account\" must name a column" },
	{ "a month that may be empty",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " month = \"later\", quantity = \"hour\" }",
	  "month = \"later\": that column must be neither optional" },
	{ "rows without a unit",
	  "measure { id = \"m\", source = \"nowhere\", sum = \"amount\","
	  " quantity = \"sek\" }",
	  "the rows of \"nowhere\" have no unit" },
	{ "an unknown quantity",
	  "measure { id = \"m\", source = \"s\", sum = \"amount\","
	  " quantity = \"eur\" }",
	  "quantity = \"eur\" is declared nowhere" },
	{ "an unknown series",
	  "measure { id = \"m\", series = \"plan\", source = \"s\","
	  " sum = \"amount\", quantity = \"sek\" }",
	  "series = \"plan\" is not known" },
	{ "an unknown window",
	  "measure { id = \"m\", source = \"s\", sum = \"amount\","
	  " quantity = \"sek\", window = \"period\" }",
	  "window must be period()" },
	{ "a lag of a year",
	  "measure { id = \"m\", source = \"s\", sum = \"amount\","
	  " quantity = \"sek\", window = accumulated { lag = 12 } }",
	  "lag = 12 must be 0 to 11" },
	{ "an own window that ends before it begins",
	  "measure { id = \"m\", source = \"s\", sum = \"amount\","
	  " quantity = \"sek\", window = own(\"2023-08..2023-01\") }",
	  "own needs a window" },
	{ "a ratio of one",
	  SUM "measure { id = \"m.r\", quantity = \"sek\","
	      " ratio = { \"m.net\" } }",
	  "ratio must name two measures" },
	{ "a part with an unknown series",
	  SUM "measure { id = \"m.r\", quantity = \"sek\","
	      " ratio = { \"m.net\", \"m.net/plan\" } }",
	  "ratio must name two measures" },
	{ "a part that is declared below",
	  "measure { id = \"m.d\", quantity = \"sek\","
	  " difference = { \"m.net\", \"m.net\" } }\n" SUM,
	  "\"m.net/value\" is no measure that is declared above" },
	{ "made from itself",
	  "measure { id = \"m.d\", quantity = \"sek\","
	  " difference = { \"m.d\", \"m.d\" } }",
	  "\"m.d/value\" is no measure that is declared above" },
	{ "a difference of two kinds",
	  SUM HOURS "measure { id = \"m.d\", quantity = \"sek\","
		    " difference = { \"m.net\", \"m.hours\" } }",
	  "\"m.hours\" is told in hour, which cannot be made sek" },
	{ "a difference with a window",
	  SUM "measure { id = \"m.d\", quantity = \"sek\","
	      " difference = { \"m.net\", \"m.net\" },"
	      " window = whole_year() }",
	  "they take no source, month, during, where or window" },
};

static void measures_are_taken_or_refused(void **state)
{
	(void)state;
	assert_int_equal(rules_cases_wrong(cases, COUNT_OF(cases), BEFORE), 0);
}

static const struct {
	const char *label;
	struct window_rule rule;
	const char *period;
	const char *want;
} windows[] = {
	{ "the period",
	  { .kind = WINDOW_PERIOD },
	  "2025-T2",
	  "2025-05..2025-08" },
	{ "accumulated",
	  { .kind = WINDOW_ACCUMULATED },
	  "2025-T2",
	  "2025-01..2025-08" },
	{ "accumulated, a month behind",
	  { .kind = WINDOW_ACCUMULATED, .lag = 1 },
	  "2025-T1",
	  "2025-01..2025-03" },
	{ "January, a month behind, stays in the year",
	  { .kind = WINDOW_ACCUMULATED, .lag = 1 },
	  "2025-01",
	  "2025-01..2025-01" },
	{ "the whole year",
	  { .kind = WINDOW_WHOLE_YEAR },
	  "2025-Q1",
	  "2025-01..2025-12" },
	{ "twelve months to the end",
	  { .kind = WINDOW_ROLLING, .length = 12 },
	  "2025-T1",
	  "2024-05..2025-04" },
	{ "twelve months, a month behind",
	  { .kind = WINDOW_ROLLING, .length = 12, .lag = 1 },
	  "2025-01",
	  "2024-01..2024-12" },
	{ "fourteen days",
	  { .kind = WINDOW_LAST_DAYS, .length = 14 },
	  "2025-02",
	  "2025-02-15..2025-02-28" },
	{ "the last day, a month behind",
	  { .kind = WINDOW_AT_END, .lag = 1 },
	  "2025-T1",
	  "2025-03-31" },
	{ "the months since January",
	  { .kind = WINDOW_EACH_MONTH },
	  "2025-T1",
	  "2025-01..2025-04" },
};

static void windows_follow_the_period(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(windows); i++) {
		struct text got = { 0 };
		struct window period = { 0 };

		assert_true(window_of_period(&period, windows[i].period));
		window_add_text(&got,
				window_of_rule(&windows[i].rule, &period));
		if (strcmp(got.at, windows[i].want) != 0) {
			print_error("%s: got %s, want %s\n", windows[i].label,
				    got.at, windows[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(measures_are_taken_or_refused),
		cmocka_unit_test(windows_follow_the_period),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
