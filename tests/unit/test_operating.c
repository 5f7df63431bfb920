/*
 * The operating statement that a municipality published for 2025, prognosis 1,
 * from facts in kronor; then what is missing, and what stands outside it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "assess/operating.h"
#include "capture.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "sample_rules.h"

#define NET(series, window)                                                    \
	"measure { id = \"net\", series = \"" series "\","                     \
	"  source = \"ledger\", sum = \"t\", quantity = \"sek\","              \
	"  window = " window "() }\n"
#define RULES                                                                  \
	SAMPLE_WORKSPACE                                                       \
	"quantity { id = \"sek\" }\n"                                          \
	"quantity { id = \"tkr\", print = \"tkr\", of = \"sek\","              \
	"  times = 1000 }\n"                                                   \
	"source { id = \"ledger\", about = \"L\","                             \
	"  files = \"finance/*.csv\", encoding = \"utf-8\","                   \
	"  separator = \";\", decimal = \",\", unit = \"son\","                \
	"  column { \"T\", as = \"t\", type = \"number\" } }\n" NET(           \
		"budget", "whole_year") NET("outcome", "period")               \
		NET("forecast",                                                \
		    "whole_year") "statement { id = \"operating\", about = "   \
				  "\"Driftsredovisning\","                     \
				  "  unit = \"son\", measure = \"net\", "      \
				  "quantity = \"tkr\" }\n"

/* Below the committee, in the order of the published table; a sub-unit and a
 * unit without any money come between. */
static struct unit units[] = {
	{ .id = "son", .name = "Socialnämnden" },
	{ .id = "gemensamt", .parent = "son" },
	{ .id = "lss", .parent = "son" },
	{ .id = "psykiatri", .parent = "son" },
	{ .id = "hemtjanst", .parent = "son" },
	{ .id = "nord", .parent = "hemtjanst" },
	{ .id = "hsv", .parent = "son" },
	{ .id = "boende", .parent = "son" },
	{ .id = "ifo", .parent = "son" },
	{ .id = "arbetsmarknad", .parent = "son" },
	{ .id = "kultur", .parent = "son" },
};

struct money {
	const char *unit;
	const char *kronor[3]; /* budget, outcome, forecast; NULL for none */
};

static const struct money published[] = {
	{ "gemensamt", { "19304000.00", "4015000.00", "15324000.00" } },
	{ "lss", { "44989000.00", "15365000.00", "45052000.00" } },
	{ "psykiatri", { "2532000.00", "841000.00", "2532000.00" } },
	{ "hemtjanst", { "30973000.00", "12130000.00", "35973000.00" } },
	{ "nord", { "1000.00", "1000.00", "1000.00" } },
	{ "hsv", { "18902000.00", "6164000.00", "19340000.00" } },
	{ "boende", { "50631000.00", "17247000.00", "50826000.00" } },
	{ "ifo", { "31719000.00", "10672000.00", "31719000.00" } },
	{ "arbetsmarknad", { "3956000.00", "-1087000.00", "3140000.00" } },
	{ "son", { "203006000.00", "65347000.00", "203906000.00" } },
};

static const char *const published_rows[] = {
	"gemensamt 19304 4015 15324 3980",
	"lss 44989 15365 45052 -63",
	"psykiatri 2532 841 2532 0",
	"hemtjanst 30973 12130 35973 -5000",
	"hsv 18902 6164 19340 -438",
	"boende 50631 17247 50826 -195",
	"ifo 31719 10672 31719 0",
	"arbetsmarknad 3956 -1087 3140 816",
	"son 203006 65347 203906 -900 total",
};

static const struct money gaps[] = {
	{ "lss", { "1000", "2000", "3000.50" } },
	{ "ifo", { "4000", NULL, "5000" } },
	{ "son", { "6000", "2000", "8000.50" } },
};

static const char *const gap_rows[] = {
	"lss 1 2 3.0005 -2.0005",
	"ifo 4 not-delivered 5 -1",
	"son 5 not-delivered 8.0005 -3.0005 total",
};

static size_t make_facts(struct fact *facts, const struct money *money,
			 size_t count)
{
	static const enum series series[] = { SERIES_BUDGET, SERIES_OUTCOME,
					      SERIES_FORECAST };
	static const int last_month[] = { 12, 4, 12 };
	size_t made = 0;

	for (size_t i = 0; i < 3 * count; i++) {
		const char *kronor = money[i / 3].kronor[i % 3];
		struct decimal number = { 0 };

		if (!kronor)
			continue;
		if (!decimal_parse(&number, kronor))
			fail_msg("test is wrong: %s", kronor);
		facts[made++] = (struct fact){
			.id = "net",
			.unit = money[i / 3].unit,
			.series = series[i % 3],
			.window = window_of_months(2025, 1, last_month[i % 3]),
			.figure = figure_of_number(number),
			.quantity = "sek",
			.rows = 1,
			.first = (long)i + 2,
			.last = (long)i + 2,
			.file = 1,
		};
	}
	return made;
}

/* Trailing zeros say nothing here. */
static void add_figure(struct text *text, const struct figure *figure)
{
	struct decimal number = figure->number;

	text_add(text, " ");
	if (figure->kind == FIGURE_MISSING) {
		text_add(text, missing_name(figure->missing));
		return;
	}
	assert_int_equal(figure->kind, FIGURE_NUMBER);
	while (number.scale > 0 && number.units % 10 == 0) {
		number.units /= 10;
		number.scale--;
	}
	decimal_add_text(text, number);
}

static void add_row(struct text *text, const struct assessed_row *row)
{
	text_add(text, row->unit);
	add_figure(text, &row->budget.figure);
	add_figure(text, &row->outcome.figure);
	add_figure(text, &row->forecast.figure);
	add_figure(text, &row->deviation.figure);
	text_add(text, row->total ? " total" : "");
}

static bool draw_up(const struct rules *rules, const struct money *money,
		    size_t count, struct assessment *assessment,
		    struct text *told)
{
	struct fact *facts =
		arena_alloc(&assessment->arena, 3 * count * sizeof(*facts));
	struct evidence_file file = { .facts = { .source = "ledger",
						 .facts = facts } };
	struct evidence evidence = { &file, 1 };
	struct registry reg = { .units = units, .unit_count = COUNT_OF(units) };
	const struct history history = { 0 };
	struct workings workings = { .rules = rules,
				     .history = &history,
				     .evidence = &evidence,
				     .period = window_of_months(2025, 1, 4),
				     .arena = &assessment->arena };
	struct capture capture;
	bool ok;

	file.facts.fact_count = make_facts(facts, money, count);
	assessment->unit = "son";
	capture_start(&capture, STDERR_FILENO);
	ok = operating_add(&workings, &reg, assessment);
	capture_end(&capture, told);
	return ok;
}

static int compare_rows(const struct assessed_statement *statement,
			const char *const *want, size_t count)
{
	int wrong = statement->row_count != count;

	if (wrong)
		print_error("got %zu rows, want %zu\n", statement->row_count,
			    count);
	for (size_t i = 0; i < count && i < statement->row_count; i++) {
		struct text got = { 0 };

		add_row(&got, &statement->rows[i]);
		if (strcmp(got.at, want[i]) != 0) {
			print_error("got %s, want %s\n", got.at, want[i]);
			wrong++;
		}
		text_clear(&got);
	}
	return wrong;
}

static void the_published_statement_is_reproduced(void **state)
{
	struct assessment assessment = { 0 };
	struct text told = { 0 };
	const struct assessed_row *total;

	assert_true(draw_up(*state, published, COUNT_OF(published), &assessment,
			    &told));
	assert_int_equal(assessment.statement_count, 1);
	assert_int_equal(compare_rows(&assessment.statements[0], published_rows,
				      COUNT_OF(published_rows)),
			 0);
	assert_non_null(strstr(told.at, "the unit \"kultur\" has no figures"));
	assert_null(strstr(told.at, "in no row"));
	/* from the eight rows above, all of which are in the ledger */
	total = &assessment.statements[0].rows[8];
	assert_int_equal(total->budget.from_count, 8);
	assert_int_equal(total->deviation.from_count, 16);
	assert_string_equal(total->budget.from[7].unit, "arbetsmarknad");
	assessment_clear(&assessment);
	text_clear(&told);
}

static void what_is_missing_stays_missing(void **state)
{
	struct assessment assessment = { 0 };
	struct text told = { 0 };

	assert_true(draw_up(*state, gaps, COUNT_OF(gaps), &assessment, &told));
	assert_int_equal(compare_rows(&assessment.statements[0], gap_rows,
				      COUNT_OF(gap_rows)),
			 0);
	assert_non_null(strstr(told.at, "the rows' budget is not all that "
					"\"son\" has: 1.00 tkr"));
	assert_null(strstr(told.at, "the rows' forecast"));
	assessment_clear(&assessment);
	text_clear(&told);
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
		cmocka_unit_test(the_published_statement_is_reproduced),
		cmocka_unit_test(what_is_missing_stays_missing),
	};

	msg_start("test_operating");
	return cmocka_run_group_tests(tests, load_rules, drop_rules);
}
