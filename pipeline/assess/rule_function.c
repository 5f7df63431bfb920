#include "assess/rule_function.h"

#include <stdlib.h>
#include <string.h>

#include "assess/decision_words.h"
#include "lib/lang.h"
#include "lib/lua_function.h"
#include "lib/text.h"

/* A function, with the places that its values are put in. */
struct rule_function {
	struct lua_function *lua;
	struct lua_given *given;
};

/* What Lua holds of a figure; a number is a ratio over 1. */
struct held {
	bool missing;
	struct ratio ratio;
};

static bool is_whole(const struct ratio *ratio)
{
	return ratio->denominator.units == 1 && ratio->denominator.scale == 0;
}

static bool held_missing(const void *figure)
{
	return ((const struct held *)figure)->missing;
}

static bool held_parse(void *figure, const char *decimal)
{
	struct held *held = figure;
	struct decimal number;

	if (!decimal_parse(&number, decimal))
		return false;
	*held = (struct held){ .ratio = ratio_of(number) };
	return true;
}

static int held_compare(const void *a, const void *b)
{
	const struct held *left = a;
	const struct held *right = b;

	if (is_whole(&left->ratio) && is_whole(&right->ratio))
		return decimal_compare(left->ratio.numerator,
				       right->ratio.numerator);
	return ratio_compare(left->ratio, right->ratio);
}

static bool multiply(struct ratio *product, struct ratio a, struct ratio b)
{
	const struct ratio inverse = ratio_over(b.denominator, b.numerator);

	if (!decimal_is_zero(b.numerator))
		return ratio_divide(product, a, inverse);
	*product = ratio_of(decimal_of(0));
	return true;
}

static bool held_combine(void *result, enum lua_sum how,
			 const void *operands[2])
{
	const struct ratio a = ((const struct held *)operands[0])->ratio;
	const struct ratio b = ((const struct held *)operands[1])->ratio;
	struct held *held = result;

	*held = (struct held){ 0 };
	switch (how) {
	case LUA_SUM_PLUS:
		return ratio_add(&held->ratio, a, b);
	case LUA_SUM_MINUS:
		return ratio_subtract(&held->ratio, a, b);
	case LUA_SUM_TIMES:
		return multiply(&held->ratio, a, b);
	case LUA_SUM_OVER:
		break;
	}
	return ratio_divide(&held->ratio, a, b);
}

static const struct lua_figures figures = {
	.size = sizeof(struct held),
	.missing = held_missing,
	.parse = held_parse,
	.compare = held_compare,
	.combine = held_combine,
};

bool rule_function_load(const struct rule_reading *reading,
			const struct lua_node *node)
{
	struct decision_table *table = reading->table;
	struct rule_function *function;
	struct lua_stop stop = { 0 };

	if (node->kind != LUA_NODE_FUNCTION) {
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, node),
		       _("decide = function(given) … end was expected"));
		return false;
	}
	function = arena_alloc(reading->arena, sizeof(*function));
	function->given = arena_alloc(
		reading->arena, table->input_count * sizeof(struct lua_given));
	for (size_t i = 0; i < table->input_count; i++) {
		const struct rule_input *input = &table->inputs[i];

		function->given[i].name = input->name;
		if (input->kind == FIGURE_NUMBER)
			function->given[i].kind = LUA_GIVEN_FIGURE;
	}
	function->lua = lua_function_open(reading->file, node, &figures,
					  reading->arena);
	table->function = function;
	table->function_line = node->line;
	if (lua_function_give(function->lua, function->given,
			      table->input_count, &stop))
		return true;
	msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, node), "%s",
	       stop.sentence);
	free(stop.sentence);
	return false;
}

static void give_number(void *place, const struct figure *value)
{
	struct held *held = place;

	held->missing = value->kind == FIGURE_MISSING;
	if (value->kind == FIGURE_NUMBER) {
		held->ratio.numerator = value->number;
		held->ratio.denominator = (struct decimal){ 1, 0 };
	} else if (!figure_ratio(value, &held->ratio)) {
		held->missing = true;
	}
}

static void give(const struct decision_table *table,
		 const struct figure *values)
{
	struct lua_given *given = table->function->given;

	for (size_t i = 0; i < table->input_count; i++) {
		if (table->inputs[i].kind == FIGURE_NUMBER) {
			give_number(given[i].figure, &values[i]);
		} else if (values[i].kind == FIGURE_YESNO) {
			given[i].kind =
				values[i].yes ? LUA_GIVEN_YES : LUA_GIVEN_NO;
		} else if (values[i].kind == FIGURE_WORD) {
			given[i].kind = LUA_GIVEN_WORD;
			given[i].word = values[i].word;
		} else {
			given[i].kind = LUA_GIVEN_NOTHING;
		}
	}
}

static bool tell_stop(const struct decision_table *table,
		      const struct figure *values, const char *whose,
		      const struct lua_stop *stop)
{
	const struct place place = { .file = table->version.file,
				     .line = stop->line
						     ? stop->line
						     : table->function_line };
	struct text where = { 0 };

	decision_add_case(&where, table, values, whose);
	msg_at(OUTCOME_MISCONFIGURED, place,
	       _("rule \"%s\", version %d, for %s: %s"), table->version.id,
	       table->version.number, text_string(&where), stop->sentence);
	text_clear(&where);
	return false;
}

/* The grade that an answer names, as the scale owns it. */
static bool take_answer(const struct decision_table *table, const char *word,
			struct rule_answer *answer)
{
	const struct grade *grade = scale_grade(table->scale, word);

	answer->grade = grade ? grade->id : NULL;
	return grade || missing_of_name(&answer->missing, word);
}

static char *unknown(const struct decision_table *table, const char *word)
{
	struct text sentence = { 0 };
	struct text shown = { 0 };

	text_printf(&sentence,
		    _("it returned \"%s\", which is neither a grade of the "
		      "scale \"%s\" nor a missing state"),
		    text_show(&shown, word), table->scale->id);
	text_clear(&shown);
	return text_detach(&sentence);
}

static bool ask(const struct decision_table *table, const struct figure *values,
		const char *whose, struct rule_answer *answer)
{
	struct lua_stop stop = { 0 };
	const char *word;

	give(table, values);
	if (lua_function_ask(table->function->lua, &word, &answer->reason,
			     &stop)) {
		if (take_answer(table, word, answer))
			return true;
		stop.sentence = unknown(table, word);
	}
	(void)tell_stop(table, values, whose, &stop);
	free(stop.sentence);
	return false;
}

bool rule_decide(const struct decision_table *table,
		 const struct figure *values, const char *whose,
		 struct rule_answer *answer)
{
	*answer = (struct rule_answer){ 0 };
	if (table->function)
		return ask(table, values, whose, answer);
	answer->row = decision_table_decide(table, values, whose);
	if (!answer->row)
		return false;
	answer->grade = answer->row->grade;
	answer->missing = answer->row->missing;
	return true;
}
