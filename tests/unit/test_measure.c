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
		    " ratio = { \"m.net\", \"m.hours\" } }",
	  "" },
	{ "a difference in thousands",
	  SUM "measure { id = \"m.d\", quantity = \"tkr\","
	      " difference = { \"m.net\", \"m.net/value\" } }",
	  "" },
	{ "own window",
	  "measure { id = \"m\", source = \"s\", count = true,"
	  " quantity = \"hour\", window = own(\"2023-01..2023-08\") }",
	  "" },
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
	  "sum and count need a source" },
	{ "an unknown source",
	  "measure { id = \"m\", source = \"x\", sum = \"amount\","
	  " quantity = \"sek\" }",
	  "source = \"x\" is declared nowhere" },
	{ "an unknown column",
	  "measure { id = \"m\", source = \"s\", sum = \"x\","
	  " quantity = \"sek\" }",
	  "sum = \"x\": the source \"s\" has no such column" },
	{ "a sum of codes",
	  "measure { id = \"m\", source = \"s\", sum = \"account\","
	  " quantity = \"sek\" }",
	  "sum = \"account\": that column must have type = \"number\"" },
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
	  "lag = 12 must be 0 to 11 months" },
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
	  "they take no source, month or window" },
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
