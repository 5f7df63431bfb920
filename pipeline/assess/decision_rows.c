#include <string.h>

#include "assess/decision_table.h"
#include "assess/decision_words.h"
#include "lib/lang.h"
#include "lib/spelling.h"
#include "lib/text.h"

static const struct {
	const char *word;
	enum test test;
} test_words[] = {
	{ "eq", TEST_EQUAL },        { "below", TEST_BELOW },
	{ "above", TEST_ABOVE },     { "at_least", TEST_AT_LEAST },
	{ "at_most", TEST_AT_MOST }, { "one_of", TEST_ONE_OF },
};

bool rule_row_word(const char *name)
{
	return strcmp(name, "grade") == 0 || strcmp(name, "missing") == 0 ||
	       strcmp(name, "says") == 0;
}

static bool tell_wrong_type(const struct rule_reading *reading,
			    const struct rule_input *input,
			    const struct lua_node *node)
{
	struct place place = rule_place(reading, node);

	if (input->kind == FIGURE_YESNO)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("%s is yes or no: true or false was expected"),
		       input->name);
	else if (input->kind == FIGURE_WORD)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("%s is a word: one_of(\"…\", …) was expected"),
		       input->name);
	else
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("%s is a number: eq, below, above, at_least or "
			 "at_most with one number was expected, like "
			 "at_most(3)"),
		       input->name);
	return false;
}

static bool test_of_call(const struct lua_node *node, enum test *test)
{
	for (size_t i = 0; i < COUNT_OF(test_words); i++) {
		if (strcmp(node->text, test_words[i].word) != 0)
			continue;
		*test = test_words[i].test;
		return true;
	}
	return false;
}

static bool read_words(const struct rule_reading *reading,
		       const struct lua_node *node, struct condition *condition)
{
	if (!rule_words(reading, node, &condition->words))
		return false;
	if (condition->words.count)
		return true;
	msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, node),
	       _("one_of() names no word, so it never holds"));
	return false;
}

/* A test with one number, on an input that is one. */
static bool read_number(const struct lua_node *node,
			struct condition *condition)
{
	return node->item_count == 1 &&
	       node->items[0]->kind == LUA_NODE_NUMBER &&
	       decimal_parse(&condition->number, node->items[0]->text);
}

static bool read_condition(const struct rule_reading *reading,
			   const struct lua_node *node,
			   struct condition *condition)
{
	const struct rule_input *input =
		&reading->table->inputs[condition->input];
	bool ok;

	if (input->kind == FIGURE_YESNO) {
		condition->test = node->yes ? TEST_YES : TEST_NO;
		ok = node->kind == LUA_NODE_BOOL;
	} else {
		ok = node->kind == LUA_NODE_CALL &&
		     test_of_call(node, &condition->test) &&
		     (condition->test == TEST_ONE_OF) ==
			     (input->kind == FIGURE_WORD);
	}
	if (!ok)
		return tell_wrong_type(reading, input, node);
	if (condition->test == TEST_ONE_OF)
		return read_words(reading, node, condition);
	return input->kind == FIGURE_YESNO || read_number(node, condition) ||
	       tell_wrong_type(reading, input, node);
}

static bool input_of_name(const struct decision_table *table, const char *name,
			  size_t *index)
{
	for (size_t i = 0; i < table->input_count; i++) {
		if (strcmp(table->inputs[i].name, name) != 0)
			continue;
		*index = i;
		return true;
	}
	return false;
}

static void tell_unknown(const struct rule_reading *reading,
			 const struct lua_field *field)
{
	const struct decision_table *table = reading->table;
	struct text inputs = { 0 };

	for (size_t i = 0; i < table->input_count; i++)
		text_printf(&inputs, "%s%s", i ? ", " : "",
			    table->inputs[i].name);
	msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, field->value),
	       _("row %zu: \"%s\" is not among the inputs of the rule (%s), "
		 "nor is it grade, missing or says"),
	       table->row_count + 1, field->name, text_string(&inputs));
	text_clear(&inputs);
}

static bool take_condition(const struct rule_reading *reading,
			   const struct lua_field *field,
			   struct decision_row *row)
{
	struct condition condition = { 0 };

	if (!input_of_name(reading->table, field->name, &condition.input)) {
		tell_unknown(reading, field);
		return false;
	}
	if (!read_condition(reading, field->value, &condition))
		return false;
	row->conditions =
		arena_grow(reading->arena, row->conditions,
			   row->condition_count, sizeof(*row->conditions));
	row->conditions[row->condition_count++] = condition;
	return true;
}

static bool tell_unknown_grade(const struct rule_reading *reading,
			       const struct lua_node *node, const char *grade)
{
	const struct scale *scale = reading->table->scale;
	struct text grades = { 0 };

	for (size_t i = 0; i < scale->grade_count; i++)
		text_printf(&grades, "%s\"%s\"", i ? ", " : "",
			    scale->grades[i].id);
	msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, node),
	       _("row %zu: the scale \"%s\" has no grade \"%s\"; it has %s"),
	       reading->table->row_count + 1, scale->id, grade,
	       text_string(&grades));
	text_clear(&grades);
	return false;
}

/* What the row gives: a grade of the scale, or why there is none. */
static bool read_result(const struct rule_reading *reading,
			const struct lua_node *node, struct decision_row *row)
{
	const char *missing = lua_string(reading->file, node, "missing", false);

	row->says = lua_string(reading->file, node, "says", false);
	row->grade = lua_string(reading->file, node, "grade", false);
	if (!row->grade == !missing) {
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, node),
		       _("row %zu: grade = \"…\" or missing = \"…\" was "
			 "expected, one of the two"),
		       reading->table->row_count + 1);
		return false;
	}
	if (row->grade)
		return scale_grade(reading->table->scale, row->grade) ||
		       tell_unknown_grade(reading, node, row->grade);
	if (missing_of_name(&row->missing, missing))
		return true;
	msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, node),
	       _("row %zu: missing = \"%s\": not-measured, not-applicable, "
		 "secret, not-delivered or not-yet-due was expected"),
	       reading->table->row_count + 1, missing);
	return false;
}

static bool take_row(const struct rule_reading *reading,
		     const struct lua_node *node)
{
	struct decision_table *table = reading->table;
	struct decision_row row = { .line = node->line };
	bool ok = true;

	if (node->kind != LUA_NODE_TABLE || node->item_count) {
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, node),
		       _("row %zu: { input = condition, …, grade = \"…\" } was "
			 "expected"),
		       table->row_count + 1);
		return false;
	}
	for (size_t i = 0; i < node->field_count; i++)
		if (!rule_row_word(node->fields[i].name))
			ok = take_condition(reading, &node->fields[i], &row) &&
			     ok;
	ok = read_result(reading, node, &row) && ok;
	table->rows = arena_grow(reading->arena, table->rows, table->row_count,
				 sizeof(*table->rows));
	table->rows[table->row_count++] = row;
	return ok;
}

bool decision_rows_load(const struct rule_reading *reading,
			const struct lua_node *rows)
{
	bool ok = true;

	if (!rows->item_count || rows->field_count) {
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, rows),
		       _("%s { … } holds rows, and at least one"), rows->text);
		return false;
	}
	for (size_t i = 0; i < rows->item_count; i++)
		ok = take_row(reading, rows->items[i]) && ok;
	return ok;
}
