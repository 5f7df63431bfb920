#include "assess/rule_test_run.h"

#include <string.h>

#include "assess/rule_function.h"
#include "assess/rule_test.h"
#include "assess/rule_test_sum.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/stage_line.h"
#include "lib/text.h"

static void add_answer(struct text *text, const char *grade,
		       enum missing missing)
{
	text_add(text, grade ? grade : missing_name(missing));
}

static bool gives(const char *grade, enum missing missing,
		  const struct rule_test *test)
{
	if (!grade || !test->grade)
		return !grade && !test->grade && missing == test->missing;
	return strcmp(grade, test->grade) == 0;
}

/* As a rules file writes them: in every language the same. */
static void add_value(struct text *text, const struct figure *value)
{
	if (value->kind == FIGURE_YESNO)
		text_add(text, value->yes ? "true" : "false");
	else if (value->kind == FIGURE_MISSING)
		text_add(text, "missing()");
	else
		decision_add_value(text, value);
}

static void add_condition(struct text *text, const struct condition *condition)
{
	static const char *const names[] = {
		[TEST_YES] = "true",        [TEST_NO] = "false",
		[TEST_EQUAL] = "eq",        [TEST_BELOW] = "below",
		[TEST_ABOVE] = "above",     [TEST_AT_LEAST] = "at_least",
		[TEST_AT_MOST] = "at_most", [TEST_ONE_OF] = "one_of",
	};

	text_add(text, names[condition->test]);
	if (condition->test == TEST_YES || condition->test == TEST_NO)
		return;
	text_add(text, "(");
	if (condition->test != TEST_ONE_OF)
		decimal_add_text(text, condition->number);
	for (size_t i = 0; i < condition->words.count; i++)
		text_printf(text, "%s\"%s\"", i > 0 ? ", " : "",
			    condition->words.list[i]);
	text_add(text, ")");
}

/* Add what a row asks and does not get: "row 4: short is 2.5, not above(3)".
 */
static void add_unmet(struct text *text, const struct rule_test *test,
		      size_t number)
{
	const struct decision_table *table = test->table;
	const struct decision_row *row = &table->rows[number - 1];

	for (size_t i = 0; i < row->condition_count; i++) {
		const struct condition *condition = &row->conditions[i];
		const struct figure *value = &test->values[condition->input];
		struct text is = { 0 };
		struct text wants = { 0 };

		if (condition_is_met(condition, value))
			continue;
		add_value(&is, value);
		add_condition(&wants, condition);
		text_printf(text, _("; row %zu: %s is %s, not %s"), number,
			    table->inputs[condition->input].name,
			    text_string(&is), text_string(&wants));
		text_clear(&is);
		text_clear(&wants);
	}
}

/* Why the row that was expected is not hit; of several that would do, each. */
static void add_reasons(struct text *text, const struct rule_test *test)
{
	for (size_t i = 1; i <= test->table->row_count; i++)
		if (test->row > 0
			    ? (long)i == test->row
			    : gives(test->table->rows[i - 1].grade,
				    test->table->rows[i - 1].missing, test))
			add_unmet(text, test, i);
}

/* By which row, or by the function, and why if it said so. */
static void add_answered(struct text *text, const struct rule_test *test,
			 const struct rule_answer *answer)
{
	const struct decision_table *table = test->table;

	if (answer->row)
		text_printf(text, _(" by row %ld (%s line %ld)"),
			    (long)(answer->row - table->rows) + 1,
			    table->version.file, answer->row->line);
	else
		text_printf(text, _(" by the function (%s line %ld)"),
			    table->version.file, table->function_line);
	if (answer->reason)
		text_printf(text, ": %s", answer->reason);
}

static void add_difference(struct text *text, const struct rule_test *test,
			   const struct rule_answer *answer)
{
	struct text wanted = { 0 };
	struct text got = { 0 };

	add_answer(&wanted, test->grade, test->missing);
	if (test->row > 0)
		text_printf(&wanted, _(" by row %ld"), test->row);
	add_answer(&got, answer->grade, answer->missing);
	add_answered(&got, test, answer);
	text_printf(text, _("expected %s, got %s"), wanted.at, got.at);
	add_reasons(text, test);
	text_clear(&wanted);
	text_clear(&got);
}

static void carry_out(struct rule_sum *sum, const struct rule_test *test)
{
	const struct place place = { .file = test->file, .line = test->line };
	struct text difference = { 0 };
	struct rule_answer answer;
	const bool answered =
		rule_decide(test->table, test->values, test->about, &answer);

	if (!answered)
		text_add(&difference, _("the rule has no single answer"));
	else if (!gives(answer.grade, answer.missing, test) ||
		 (test->row > 0 &&
		  answer.row != &test->table->rows[test->row - 1]))
		add_difference(&difference, test, &answer);
	if (answered && answer.row)
		rule_sum_hit(sum, answer.row);
	else
		rule_sum_hit(sum, test->table->function);
	rule_sum_add(sum, test, difference.len > 0 ? difference.at : NULL);
	if (answered && difference.len > 0)
		msg_at(OUTCOME_MISCONFIGURED, place, "%s, \"%s\": %s",
		       test->table->version.id, test->about, difference.at);
	text_clear(&difference);
}

bool rule_tests_run(const struct stage_line *line, const char *junit,
		    struct text *why)
{
	struct arena arena = { 0 };
	struct rules rules = { 0 };
	struct rule_book book = { 0 };
	struct rule_tests tests = { 0 };
	struct rule_sum sum = { .arena = &arena };
	const struct rule_testing testing = { &arena, line->workspace, &rules,
					      &book };
	bool ok = rules_load(&rules, line->workspace, why);

	if (ok && !line->language)
		lang_start(rules.workspace.language);
	ok = ok && rule_book_load_all(&book, &arena, &rules) &&
	     rule_tests_load(&tests, &testing, why);
	for (size_t i = 0; ok && i < tests.count; i++)
		carry_out(&sum, &tests.list[i]);
	if (ok) {
		rule_sum_tell(&sum, &book);
		ok = !junit || rule_sum_write(&sum, junit, why);
	}
	rule_tests_clear(&tests);
	rules_clear(&rules);
	arena_clear(&arena);
	return ok && sum.failed == 0;
}
