/*
 * Figures worked out of facts: exact, in the quantity wanted, and traced.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "assess/derived.h"
#include "capture.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "sample_rules.h"

#define RULES                                                                  \
	SAMPLE_WORKSPACE                                                       \
	"quantity { id = \"percent\", hundred = true }\n"                      \
	"quantity { id = \"hour\" }\n"                                         \
	"quantity { id = \"day\" }\n"                                          \
	"quantity { id = \"sek\" }\n"                                          \
	"quantity { id = \"tkr\", of = \"sek\", times = 1000 }\n"              \
	"source { id = \"hr\", about = \"HR\", files = \"hr/*.csv\","          \
	"  encoding = \"utf-8\", separator = \";\", decimal = \",\","          \
	"  unit = \"son\","                                                    \
	"  column { \"T\", as = \"t\", type = \"number\" } }\n"                \
	"measure { id = \"sick\", source = \"hr\", sum = \"t\","               \
	"  quantity = \"hour\", window = accumulated { lag = 1 } }\n"          \
	"measure { id = \"ordinary\", source = \"hr\", sum = \"t\","           \
	"  quantity = \"hour\", window = accumulated { lag = 1 } }\n"          \
	"measure { id = \"days\", source = \"hr\", sum = \"t\","               \
	"  quantity = \"day\", window = accumulated { lag = 1 } }\n"           \
	"measure { id = \"net\", series = \"budget\", source = \"hr\","        \
	"  sum = \"t\", quantity = \"sek\", window = whole_year() }\n"         \
	"measure { id = \"net\", series = \"forecast\", source = \"hr\","      \
	"  sum = \"t\", quantity = \"sek\", window = whole_year() }\n"         \
	"measure { id = \"net\", series = \"outcome\", source = \"hr\","       \
	"  sum = \"t\", quantity = \"sek\", window = period() }\n"             \
	"measure { id = \"sick-leave\", quantity = \"percent\","               \
	"  ratio = { \"sick\", \"ordinary\" }, zero = \"not-applicable\" }\n"  \
	"measure { id = \"unlike\", quantity = \"percent\","                   \
	"  ratio = { \"sick\", \"days\" }, zero = \"secret\" }\n"              \
	"measure { id = \"rate\", quantity = \"hour\","                        \
	"  ratio = { \"sick\", \"days\" }, zero = \"secret\" }\n"              \
	"measure { id = \"deviation\", series = \"forecast\","                 \
	"  quantity = \"tkr\","                                                \
	"  difference = { \"net/budget\", \"net/forecast\" } }\n"              \
	"measure { id = \"told\", source = \"hr\", count = true,"              \
	"  quantity = \"hour\", window = accumulated { lag = 1 } }\n"          \
	"measure { id = \"per-told\", quantity = \"hour\","                    \
	"  ratio = { \"sick\", \"told\" } }\n"                                 \
	"measure { id = \"mixed\", quantity = \"tkr\","                        \
	"  difference = { \"net/budget\", \"net/outcome\" } }\n"

/* One fact of the source "hr"; line and file are made up. */
struct sample_fact {
	const char *id;
	enum series series;
	const char *window;
	const char *value;
	const char *quantity;
};

#define Q1 "2025-01..2025-03"
#define YEAR "2025-01..2025-12"
#define PERIOD "2025-01..2025-04"
#define MOST 4

static const struct {
	const char *label;
	struct sample_fact facts[MOST];
	const char *id;
	enum series series;
	const char *quantity;
	const char *want; /* "value window", or what is told */
} rows[] = {
	{ "a ratio keeps both numbers",
	  { { "sick", SERIES_VALUE, Q1, "31415.00", "hour" },
	    { "ordinary", SERIES_VALUE, Q1, "261792.00", "hour" } },
	  "sick-leave",
	  SERIES_VALUE,
	  "percent",
	  "31415.00/261792.00 2025-01..2025-03" },
	{ "over nothing it is what is declared, of which nothing is told",
	  { { "sick", SERIES_VALUE, Q1, "4", "hour" },
	    { "days", SERIES_VALUE, Q1, "0.00", "day" } },
	  "rate",
	  SERIES_VALUE,
	  "hour",
	  "secret 2025-01..2025-03" },
	{ "of a unit without any, where nothing is declared",
	  { { "sick", SERIES_VALUE, Q1, "4", "hour" } },
	  "per-told",
	  SERIES_VALUE,
	  "hour",
	  "per-told: \"told\" of \"son\" is 0; say by zero what that is\n"
	  "not-applicable 2025-01..2025-03" },
	{ "a part that no export gave",
	  { { "sick", SERIES_VALUE, Q1, "1", "hour" } },
	  "sick-leave",
	  SERIES_VALUE,
	  "percent",
	  "not-delivered 2025-01..2025-03" },
	{ "a part of another window is not there",
	  { { "sick", SERIES_VALUE, PERIOD, "1", "hour" },
	    { "ordinary", SERIES_VALUE, Q1, "1", "hour" } },
	  "sick-leave",
	  SERIES_VALUE,
	  "percent",
	  "not-delivered 2025-01..2025-03" },
	{ "a share of unlike things",
	  { { "sick", SERIES_VALUE, Q1, "1", "hour" },
	    { "days", SERIES_VALUE, Q1, "1", "day" } },
	  "unlike",
	  SERIES_VALUE,
	  "percent",
	  "unlike: \"sick\" and \"days\" of \"son\" are no numbers that" },
	{ "a rate of unlike things",
	  { { "sick", SERIES_VALUE, Q1, "6", "hour" },
	    { "days", SERIES_VALUE, Q1, "4", "day" } },
	  "rate",
	  SERIES_VALUE,
	  "hour",
	  "6/4 2025-01..2025-03" },
	{ "a difference is told in its own quantity",
	  { { "net", SERIES_BUDGET, YEAR, "203006000.00", "sek" },
	    { "net", SERIES_FORECAST, YEAR, "203906000.00", "sek" } },
	  "deviation",
	  SERIES_FORECAST,
	  "tkr",
	  "-900.00 2025-01..2025-12" },
	{ "not a krona is lost",
	  { { "net", SERIES_BUDGET, YEAR, "0.01", "sek" },
	    { "net", SERIES_FORECAST, YEAR, "0", "sek" } },
	  "deviation",
	  SERIES_FORECAST,
	  "tkr",
	  "0.00001 2025-01..2025-12" },
	{ "too large",
	  { { "net", SERIES_BUDGET, YEAR, "9223372036854775807", "sek" },
	    { "net", SERIES_FORECAST, YEAR, "-9223372036854775807", "sek" } },
	  "deviation",
	  SERIES_FORECAST,
	  "sek",
	  "or are too large" },
	{ "parts about different windows",
	  { { "net", SERIES_BUDGET, YEAR, "1", "sek" },
	    { "net", SERIES_OUTCOME, PERIOD, "1", "sek" } },
	  "mixed",
	  SERIES_VALUE,
	  "tkr",
	  "different windows (2025-01..2025-12, 2025-01..2025-04)" },
	{ "a fact is converted",
	  { { "net", SERIES_BUDGET, YEAR, "19304000", "sek" } },
	  "net",
	  SERIES_BUDGET,
	  "tkr",
	  "19304 2025-01..2025-12" },
	{ "a fact that cannot be converted",
	  { { "sick", SERIES_VALUE, Q1, "1", "hour" } },
	  "sick",
	  SERIES_VALUE,
	  "percent",
	  "indicators.csv:9: \"sick\" (value) is told in \"hour\", but "
	  "\"percent\" was expected" },
	{ "an indicator's own figure, of whatever window",
	  { { "own", SERIES_FORECAST, "2025-12-31", "10", "percent" } },
	  "own",
	  SERIES_FORECAST,
	  "percent",
	  "10 2025-12-31" },
	{ "an indicator's own figure for two windows",
	  { { "own", SERIES_VALUE, Q1, "10", "percent" },
	    { "own", SERIES_VALUE, PERIOD, "10", "percent" } },
	  "own",
	  SERIES_VALUE,
	  "percent",
	  "is there twice: from \"hr\" and from \"hr\", for "
	  "2025-01..2025-03, 2025-01..2025-04" },
	{ "nobody gave a value",
	  { { 0 } },
	  "own",
	  SERIES_VALUE,
	  "percent",
	  "not-measured 2025-01..2025-04" },
	{ "nobody gave a forecast",
	  { { 0 } },
	  "own",
	  SERIES_FORECAST,
	  "percent",
	  "not-measured 2025-01..2025-12" },
};

static struct fact fact_of(const struct sample_fact *from, long line)
{
	struct fact fact = {
		.id = from->id,
		.unit = "son",
		.series = from->series,
		.quantity = from->quantity,
		.rows = 1,
		.first = line,
		.last = line,
		.file = 1,
	};
	struct decimal number = { 0 };

	if (!window_parse(&fact.window, from->window) ||
	    !decimal_parse(&number, from->value))
		fail_msg("test is wrong: %s %s", from->window, from->value);
	fact.figure = figure_of_number(number);
	return fact;
}

static void add_figure(struct text *text, const struct assessed_figure *of)
{
	if (of->figure.kind == FIGURE_MISSING)
		text_add(text, missing_name(of->figure.missing));
	else
		decimal_add_text(text, of->figure.number);
	if (of->figure.kind == FIGURE_RATIO) {
		text_add(text, "/");
		decimal_add_text(text, of->figure.denominator);
	}
	text_add(text, " ");
	window_add_text(text, of->window);
}

/* Work out one row with these rules; what is told goes into `got` too. */
static bool work_out(const struct rules *rules, size_t row,
		     struct assessed_figure *figure, struct text *got)
{
	struct fact facts[MOST];
	struct evidence_file file = { .facts = { .source = "hr",
						 .facts = facts } };
	struct evidence evidence = { &file, 1 };
	struct arena arena = { 0 };
	struct workings workings = { .rules = rules,
				     .evidence = &evidence,
				     .period = window_of_months(2025, 1, 4),
				     .arena = &arena };
	struct wanted wanted = { rows[row].id,
				 "son",
				 rows[row].series,
				 rows[row].quantity,
				 { .file = "indicators.csv", .line = 9 } };
	struct capture capture;
	bool ok;

	for (size_t i = 0; i < MOST && rows[row].facts[i].id; i++) {
		facts[i] = fact_of(&rows[row].facts[i], (long)i + 2);
		file.facts.fact_count++;
	}
	facts_sort(&file.facts);
	capture_start(&capture, STDERR_FILENO);
	ok = derived_figure(&workings, &wanted, figure);
	capture_end(&capture, got);
	if (ok)
		add_figure(got, figure);
	arena_clear(&arena);
	return ok;
}

static void figures_are_exact_or_refused(void **state)
{
	int wrong = 0;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct assessed_figure figure = { 0 };
		struct text got = { 0 };

		(void)work_out(*state, i, &figure, &got);
		if (!strstr(text_string(&got), rows[i].want)) {
			print_error("%s: got %s, want %s\n", rows[i].label,
				    text_string(&got), rows[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static void a_derived_figure_names_itself_and_its_facts(void **state)
{
	static const struct sample_fact samples[] = {
		{ "net", SERIES_BUDGET, YEAR, "5000", "sek" },
		{ "net", SERIES_FORECAST, YEAR, "7000", "sek" },
	};
	struct fact facts[] = { fact_of(&samples[0], 2),
				fact_of(&samples[1], 8) };
	struct evidence_file file = {
		.facts = { .source = "hr", .facts = facts, .fact_count = 2 }
	};
	struct evidence evidence = { &file, 1 };
	struct arena arena = { 0 };
	struct workings workings = { .rules = *state,
				     .evidence = &evidence,
				     .period = window_of_months(2025, 1, 4),
				     .arena = &arena };
	struct wanted wanted = {
		"deviation", "son", SERIES_FORECAST, "tkr", { 0 }
	};
	struct assessed_figure figure = { 0 };

	assert_true(derived_figure(&workings, &wanted, &figure));
	assert_int_equal(figure.from_count, 3);
	assert_string_equal(figure.from[0].fact, "deviation");
	assert_null(figure.from[0].source);
	assert_int_equal(figure.from[0].file, 0);
	assert_string_equal(figure.from[1].fact, "net");
	assert_int_equal(figure.from[1].series, SERIES_BUDGET);
	assert_string_equal(figure.from[1].source, "hr");
	assert_int_equal(figure.from[1].first, 2);
	assert_int_equal(figure.from[2].series, SERIES_FORECAST);
	assert_int_equal(figure.from[2].last, 8);
	arena_clear(&arena);
}

static int load_rules(void **state)
{
	struct rules *rules = mem_alloc(sizeof(*rules));

	*state = rules;
	return sample_rules_load(rules, RULES) ? 0 : -1;
}

static int drop_rules(void **state)
{
	struct rules *rules = *state;

	rules_clear(rules);
	free(rules);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_are_exact_or_refused),
		cmocka_unit_test(a_derived_figure_names_itself_and_its_facts),
	};

	msg_start("test_derived");
	return cmocka_run_group_tests(tests, load_rules, drop_rules);
}
