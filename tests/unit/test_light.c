/*
 * The traffic light of the 25 indicators that a municipality published for
 * 2025, prognosis 1: value, forecast and target as they were printed, and the
 * colour that stood beside them.  Then what no published row happened to hold.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "assess/judge.h"
#include "capture.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/cell.h"
#include "sample_rules.h"

#define QUANTITIES                                                             \
	"quantity { id = \"percent\", print = \"%\", decimals = { 0, 1 },"     \
	"  hundred = true }\n"                                                 \
	"quantity { id = \"index\", decimals = { 0, 1 } }\n"                   \
	"quantity { id = \"tkr\", print = \"tkr\", thousands = true }\n"       \
	"quantity { id = \"months\", print = \"månader\" }\n"                 \
	"quantity { id = \"persons\", print = \"personer\" }\n"                \
	"quantity { id = \"number\" }\n"                                       \
	"quantity { id = \"yes-no\" }\n"

struct light_row {
	const char *label; /* the indicator */
	const char *quantity;
	bool lower_is_better;
	const char *value;
	const char *forecast;
	const char *target;
	const char *want; /* grade, or "missing", or "refused" */
};

static const struct light_row published_rows[] = {
	{ "home care, satisfied", "percent", false, "87,5 %", "87,5 %",
	  "≥ 85 %", "green" },
	{ "nursing home, satisfied", "percent", false, "95,6 %", "90 %",
	  "≥ 85 %", "green" },
	{ "activity a week", "percent", false, "80 %", "85 %", "85 %",
	  "green" },
	{ "home care, safe", "percent", false, "84 %", "85 %", "≥ 80 %",
	  "green" },
	{ "outdoors a week", "percent", false, "85 %", "85 %", "85 %",
	  "green" },
	{ "nursing home, safe", "percent", false, "88 %", "88 %", "≥ 80 %",
	  "green" },
	{ "staff understand", "percent", false, "77 %", "77 %", "80 %",
	  "yellow" },
	{ "documentation", "percent", false, "78 %", "100 %", "100 %",
	  "green" },
	{ "work outside", "persons", false, "1 personer", "1 personer",
	  "1 personer", "green" },
	{ "early support", "yes-no", false, "Ja", "Ja", "Ja", "green" },
	{ "benefit months", "months", true, "10 månader", "13 månader",
	  "minska från 15 månader", "green" },
	{ "journals", "percent", false, "100 %", "100 %", "80 %", "green" },
	{ "medicine in time", "percent", false, "86,7 %", "86,7 %", "90 %",
	  "red" },
	{ "palliative register", "percent", false, "88 %", "88 %", "90 %",
	  "yellow" },
	{ "dementia register", "number", false, "14", "14", "öka från29",
	  "red" },
	{ "rehabilitation", "percent", false, "85 %", "85 %", "80 %", "green" },
	{ "new patients", "percent", false, "100 %", "100 %", "80 %", "green" },
	{ "telephone", "index", false, "77,7", "80", "80", "green" },
	{ "e-mail", "index", false, "62,5", "80", "80", "green" },
	{ "e-services", "index", false, "4", "4", "3", "green" },
	{ "digital share", "percent", false, "", "60 %", "60 %", "green" },
	{ "automated", "number", false, "0", "3", "3", "green" },
	{ "budget frame", "tkr", false, "213 tkr", "-900 tkr", "0 tkr", "red" },
	{ "HME", "index", false, "74", "74", "≥ 80", "red" },
	{ "sick leave", "percent", true, "12 %", "10 %", "7,5 %", "red" },
};

static const struct light_row other_rows[] = {
	{ "no forecast: the value is judged", "percent", false, "88 %", "",
	  "85 %", "green" },
	{ "no figures", "percent", false, "", "", "85 %", "missing" },
	{ "below 15: 15 is not enough, short by 0", "months", true, "", "15",
	  "minska från 15", "yellow" },
	{ "below 15: 14.9 is enough", "months", true, "", "14,9",
	  "minska från 15", "green" },
	{ "above 29: 29 is not enough", "number", false, "", "29",
	  "öka från 29", "yellow" },
	{ "above 29: 30 is enough", "number", false, "", "30", "öka från 29",
	  "green" },
	{ "yes wanted, no forecast", "yes-no", false, "Ja", "Nej", "Ja",
	  "red" },
	{ "no wanted, no forecast", "yes-no", false, "Ja", "Nej", "Nej",
	  "green" },
	{ "lower is better, on the target", "percent", true, "", "7,5 %",
	  "7,5 %", "green" },
	{ "lower is better, 5 % too high", "percent", true, "", "7,875 %",
	  "7,5 %", "yellow" },
	{ "lower is better, a hair more", "percent", true, "", "7,876 %",
	  "7,5 %", "red" },
	{ "short by 3 of 60 is 5 %", "percent", false, "", "57 %", "60 %",
	  "yellow" },
	{ "short by 3 of 59 is more", "percent", false, "", "56 %", "59 %",
	  "red" },
	{ "short by 3.1 of 100", "percent", false, "", "96,9 %", "100 %",
	  "red" },
	{ "target 0, short by 1 is all of it", "tkr", false, "", "-1", "0",
	  "red" },
	{ "negative target, short by 5 %", "tkr", false, "", "-21", "-20",
	  "yellow" },
	{ "yes or no against a number", "percent", false, "", "Ja", "85 %",
	  "refused" },
	{ "a number against yes or no", "yes-no", false, "", "85", "Ja",
	  "refused" },
};

static struct figure read_figure(const char *cell)
{
	struct figure figure = { 0 };
	struct decimal number;
	const char *unit;
	size_t unit_len;
	bool yes;

	if (!*cell)
		return figure;
	if (cell_amount(&number, &unit, &unit_len, cell, ',') == CELL_SOUND)
		return figure_of_number(number);
	if (cell_yesno(&yes, cell) != CELL_SOUND)
		fail_msg("test is wrong: \"%s\"", cell);
	figure.kind = FIGURE_YESNO;
	figure.yes = yes;
	return figure;
}

static struct assessed_indicator indicator_of(const struct light_row *row,
					      struct arena *arena)
{
	struct assessed_indicator indicator = {
		.id = "x",
		.quantity = row->quantity,
		.lower_is_better = row->lower_is_better,
		.value = { .figure = read_figure(row->value) },
		.forecast = { .figure = read_figure(row->forecast) },
		.target_text = row->target,
	};

	if (cell_target(&indicator.target, row->target, ',', arena) !=
	    CELL_SOUND)
		fail_msg("test is wrong: \"%s\"", row->target);
	if (indicator.target.op == TARGET_UNSTATED)
		indicator.target.op =
			row->lower_is_better ? TARGET_AT_MOST : TARGET_AT_LEAST;
	return indicator;
}

struct court {
	struct rules rules;
	struct rule_book book;
};

/* The grade, "missing" or "refused". */
static const char *judge_row(const struct court *court,
			     const struct light_row *row,
			     struct assessment *assessment)
{
	struct registry reg = { 0 };
	struct judging judging = { &court->book, &reg, assessment };
	struct text told = { 0 };
	struct capture capture;
	bool ok;

	assessment->quantities = court->rules.quantities;
	assessment->indicators = arena_alloc(&assessment->arena,
					     sizeof(*assessment->indicators));
	assessment->indicators[0] = indicator_of(row, &assessment->arena);
	assessment->indicator_count = 1;
	capture_start(&capture, STDERR_FILENO);
	ok = judge_indicators(&judging);
	capture_end(&capture, &told);
	text_clear(&told);
	if (!ok)
		return "refused";
	if (!assessment->indicators[0].grades[0].grade)
		return "missing";
	return assessment->indicators[0].grades[0].grade;
}

static int try_rows(const struct court *court, const struct light_row *rows,
		    size_t count)
{
	int wrong = 0;

	for (size_t i = 0; i < count; i++) {
		struct assessment assessment = { 0 };
		const char *got = judge_row(court, &rows[i], &assessment);

		if (strcmp(got, rows[i].want) != 0) {
			print_error("%s: got %s, want %s\n", rows[i].label, got,
				    rows[i].want);
			wrong++;
		}
		assessment_clear(&assessment);
	}
	return wrong;
}

static int open_court(void **state)
{
	struct court *court = mem_alloc(sizeof(*court));
	struct date as_of = { 2025, 5, 5 };

	*state = court;
	if (!sample_rules_load(&court->rules,
			       SAMPLE_WORKSPACE QUANTITIES SAMPLE_LIGHT))
		return -1;
	return rule_book_load(&court->book, &court->rules.arena, &court->rules,
			      as_of)
		       ? 0
		       : -1;
}

static int close_court(void **state)
{
	struct court *court = *state;

	rules_clear(&court->rules);
	free(court);
	return 0;
}

static void published_lights_are_reproduced(void **state)
{
	assert_int_equal(COUNT_OF(published_rows), 25);
	assert_int_equal(
		try_rows(*state, published_rows, COUNT_OF(published_rows)), 0);
}

static void other_lights_follow_the_rule(void **state)
{
	assert_int_equal(try_rows(*state, other_rows, COUNT_OF(other_rows)), 0);
}

/* Sick leave: the trace tells what was compared and by which row. */
static void the_trace_tells_why(void **state)
{
	static const struct {
		const char *given;
		const char *value;
		const char *test;
	} want[] = {
		{ "forecast", "10", "at-most 7.5" },
		{ "met", "no", "no" },
		{ "part", "≈ 0.3333", "above 0.05" },
		{ "short", "2.5", "at most 3" },
	};
	struct assessment assessment = { 0 };
	const struct assessed_grade *grade;

	(void)judge_row(*state, &published_rows[24], &assessment);
	grade = &assessment.indicators[0].grades[0];
	assert_int_equal(grade->when, WHEN_NOW);
	assert_int_equal(grade->origin, ORIGIN_RULE);
	assert_string_equal(grade->rule, "indicator.traffic-light");
	assert_int_equal(grade->version, 1);
	assert_string_equal(grade->file, "rules/all.lua");
	assert_int_equal(strlen(grade->sha256), 64);
	assert_int_equal(grade->because_count, COUNT_OF(want));
	for (size_t i = 0; i < COUNT_OF(want); i++) {
		assert_int_equal(grade->because[i].row, 5);
		assert_string_equal(grade->because[i].given, want[i].given);
		assert_string_equal(grade->because[i].value, want[i].value);
		assert_string_equal(grade->because[i].test, want[i].test);
	}
	assessment_clear(&assessment);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published_lights_are_reproduced),
		cmocka_unit_test(other_lights_follow_the_rule),
		cmocka_unit_test(the_trace_tells_why),
	};

	msg_start("test_light");
	return cmocka_run_group_tests(tests, open_court, close_court);
}
