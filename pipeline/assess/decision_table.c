#include "assess/decision_table.h"

#include <string.h>

#include "assess/decision_relation.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

#define TRACE_DECIMALS 4 /* of a value that is no short decimal */

static bool number_meets(const struct condition *condition,
			 const struct figure *value)
{
	struct ratio ratio;
	int order;

	if (value->kind == FIGURE_NUMBER)
		order = decimal_compare(value->number, condition->number);
	else if (figure_ratio(value, &ratio))
		order = ratio_compare(ratio, ratio_of(condition->number));
	else
		return false;
	switch (condition->test) {
	case TEST_EQUAL:
		return order == 0;
	case TEST_BELOW:
		return order < 0;
	case TEST_ABOVE:
		return order > 0;
	case TEST_AT_LEAST:
		return order >= 0;
	case TEST_AT_MOST:
		return order <= 0;
	default:
		return false;
	}
}

static bool word_meets(const struct condition *condition,
		       const struct figure *value)
{
	if (value->kind != FIGURE_WORD)
		return false;
	for (size_t i = 0; i < condition->words.count; i++)
		if (strcmp(condition->words.list[i], value->word) == 0)
			return true;
	return false;
}

bool condition_is_met(const struct condition *condition,
		      const struct figure *value)
{
	if (condition->test == TEST_YES || condition->test == TEST_NO)
		return value->kind == FIGURE_YESNO &&
		       value->yes == (condition->test == TEST_YES);
	if (condition->test == TEST_ONE_OF)
		return word_meets(condition, value);
	return number_meets(condition, value);
}

static bool row_is_hit(const struct decision_row *row,
		       const struct figure *values)
{
	for (size_t i = 0; i < row->condition_count; i++) {
		const struct condition *condition = &row->conditions[i];

		if (!condition_is_met(condition, &values[condition->input]))
			return false;
	}
	return true;
}

static bool rows_agree(const struct decision_row *a,
		       const struct decision_row *b)
{
	if (!a->grade || !b->grade)
		return !a->grade && !b->grade && a->missing == b->missing;
	return strcmp(a->grade, b->grade) == 0;
}

/* For a message: in its language, as the trace is not. */
static void add_values(struct text *text, const struct decision_table *table,
		       const struct figure *values)
{
	for (size_t i = 0; i < table->input_count; i++) {
		text_printf(text, "%s%s = ", i ? ", " : "",
			    table->inputs[i].name);
		if (values[i].kind == FIGURE_YESNO)
			text_add(text, values[i].yes ? _("yes") : _("no"));
		else if (values[i].kind == FIGURE_MISSING)
			text_add(text, _("missing"));
		else
			decision_add_value(text, &values[i]);
	}
}

/* The rows' order is their number for people, from 1. */
static int number_of(const struct decision_table *table,
		     const struct decision_row *row)
{
	return (int)(row - table->rows) + 1;
}

/* For whom: an indicator or goal by its id, or in a proof any. */
void decision_add_case(struct text *text, const struct decision_table *table,
		       const struct figure *values, const char *whose)
{
	if (whose)
		text_printf(text, "\"%s\" (", whose);
	add_values(text, table, values);
	text_add(text, whose ? ")" : "");
}

static void tell_clash(const struct decision_table *table,
		       const struct decision_row *const rows[2],
		       const char *where)
{
	struct place place = { .file = table->version.file,
			       .line = rows[1]->line };

	if (table->policy == HIT_UNIQUE)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("rule \"%s\", version %d: rows %d and %d both hold "
			 "for %s; only one may"),
		       table->version.id, table->version.number,
		       number_of(table, rows[0]), number_of(table, rows[1]),
		       where);
	else
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("rule \"%s\", version %d: rows %d and %d both hold "
			 "for %s, but give different grades"),
		       table->version.id, table->version.number,
		       number_of(table, rows[0]), number_of(table, rows[1]),
		       where);
}

static void tell_hole(const struct decision_table *table, const char *where)
{
	struct place place = { .file = table->version.file,
			       .line = table->version.line };

	msg_at(OUTCOME_MISCONFIGURED, place,
	       _("rule \"%s\", version %d: no row holds for %s; add one that "
		 "does"),
	       table->version.id, table->version.number, where);
}

/* What was declared of the inputs is not so. */
static void tell_relation(const struct decision_table *table,
			  const char *relation, const char *where)
{
	struct place place = { .file = table->version.file,
			       .line = table->version.line };

	msg_at(OUTCOME_MISCONFIGURED, place,
	       _("rule \"%s\", version %d: the relation \"%s\" does not hold "
		 "for %s; the proof of the table counted on it"),
	       table->version.id, table->version.number, relation, where);
}

/* The next row after `row` that spoils the policy, NULL if none does. */
static const struct decision_row *clash_with(const struct decision_table *table,
					     const struct decision_row *row,
					     const struct figure *values)
{
	const struct decision_row *end = table->rows + table->row_count;

	if (table->policy == HIT_FIRST || table->proved)
		return NULL;
	for (const struct decision_row *next = row + 1; next < end; next++) {
		if (!row_is_hit(next, values))
			continue;
		if (table->policy == HIT_UNIQUE || !rows_agree(row, next))
			return next;
	}
	return NULL;
}

const struct decision_row *decision_table_decide(
	const struct decision_table *table, const struct figure *values,
	const char *whose)
{
	const struct decision_row *rows[2] = { NULL, NULL };
	const struct rule_relation *broken =
		decision_relation_broken(table, values);
	struct text where = { 0 };

	for (size_t i = 0; !rows[0] && i < table->row_count; i++)
		if (row_is_hit(&table->rows[i], values))
			rows[0] = &table->rows[i];
	if (rows[0])
		rows[1] = clash_with(table, rows[0], values);
	if (rows[0] && !rows[1] && !broken)
		return rows[0];
	decision_add_case(&where, table, values, whose);
	if (broken)
		tell_relation(table, broken->text, text_string(&where));
	else if (rows[0])
		tell_clash(table, rows, text_string(&where));
	else
		tell_hole(table, text_string(&where));
	text_clear(&where);
	return NULL;
}

static void add_ratio(struct text *text, struct ratio ratio)
{
	struct decimal rounded = { 0 };
	int places = 0;

	while (ratio_round(&rounded, ratio, places) &&
	       ratio_compare(ratio_of(rounded), ratio) != 0 &&
	       places < TRACE_DECIMALS)
		places++;
	if (!ratio_round(&rounded, ratio, places)) {
		decimal_add_text(text, ratio.numerator);
		text_add(text, "/");
		decimal_add_text(text, ratio.denominator);
		return;
	}
	if (ratio_compare(ratio_of(rounded), ratio) != 0)
		text_add(text, "≈ ");
	decimal_add_text(text, rounded);
}

void decision_add_value(struct text *text, const struct figure *value)
{
	struct ratio ratio;

	if (figure_ratio(value, &ratio))
		add_ratio(text, ratio);
	else if (value->kind == FIGURE_YESNO)
		text_add(text, value->yes ? "yes" : "no");
	else if (value->kind == FIGURE_WORD)
		text_add(text, value->word);
	else
		text_add(text, "missing");
}

void decision_add_test(struct text *text, const struct condition *condition)
{
	static const char *const names[] = {
		[TEST_YES] = "yes",          [TEST_NO] = "no",
		[TEST_EQUAL] = "equal to ",  [TEST_BELOW] = "below ",
		[TEST_ABOVE] = "above ",     [TEST_AT_LEAST] = "at least ",
		[TEST_AT_MOST] = "at most ", [TEST_ONE_OF] = "one of ",
	};

	text_add(text, names[condition->test]);
	if (condition->test == TEST_YES || condition->test == TEST_NO)
		return;
	if (condition->test != TEST_ONE_OF) {
		decimal_add_text(text, condition->number);
		return;
	}
	for (size_t i = 0; i < condition->words.count; i++)
		text_printf(text, "%s%s", i ? ", " : "",
			    condition->words.list[i]);
}
