#include "assess/decision_relation.h"

#include <string.h>

#include "assess/decision_table.h"
#include "assess/decision_words.h"
#include "lib/lang.h"

static const struct {
	const char *sign;
	enum relation_op op;
} signs[] = {
	/* the longer ones first */
	{ "<=", RELATION_AT_MOST }, { ">=", RELATION_AT_LEAST },
	{ "==", RELATION_EQUAL },   { "<", RELATION_BELOW },
	{ ">", RELATION_ABOVE },
};

static const char *skip(const char *at)
{
	return at + strspn(at, " ");
}

/* Pass the name of an input; false if none begins here. */
static bool take_input(const struct decision_table *table, const char **at,
		       size_t *input)
{
	size_t len = strcspn(*at, " <>=()");

	for (size_t i = 0; i < table->input_count; i++) {
		const char *name = table->inputs[i].name;

		if (strlen(name) != len || strncmp(name, *at, len) != 0)
			continue;
		*input = i;
		*at = skip(*at + len);
		return true;
	}
	return false;
}

static bool take_op(const char **at, enum relation_op *op)
{
	for (size_t i = 0; i < COUNT_OF(signs); i++) {
		size_t len = strlen(signs[i].sign);

		if (strncmp(*at, signs[i].sign, len) != 0)
			continue;
		*op = signs[i].op;
		*at = skip(*at + len);
		return true;
	}
	return false;
}

/* missing(input) in place of an input. */
static bool take_missing(const struct decision_table *table, const char **at,
			 size_t *input)
{
	static const char word[] = "missing(";

	if (strncmp(*at, word, sizeof(word) - 1) != 0)
		return false;
	*at = skip(*at + sizeof(word) - 1);
	if (!take_input(table, at, input) || **at != ')')
		return false;
	*at = skip(*at + 1);
	return true;
}

static bool parse(const struct decision_table *table,
		  struct rule_relation *relation)
{
	const char *at = skip(relation->text);
	enum figure_kind left;

	if (!take_input(table, &at, &relation->left) ||
	    !take_op(&at, &relation->op))
		return false;
	left = table->inputs[relation->left].kind;
	if (relation->op == RELATION_EQUAL &&
	    take_missing(table, &at, &relation->right)) {
		relation->op = RELATION_MISSING;
		return *at == '\0' && left == FIGURE_YESNO;
	}
	return take_input(table, &at, &relation->right) && *at == '\0' &&
	       left == FIGURE_NUMBER &&
	       table->inputs[relation->right].kind == FIGURE_NUMBER;
}

static bool take_relation(const struct rule_reading *reading,
			  const struct lua_node *item)
{
	struct decision_table *table = reading->table;
	struct rule_relation relation = { .text = item->text };

	if (item->kind != LUA_NODE_STRING || !parse(table, &relation)) {
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, item),
		       _("relation: \"a <= b\" of two numbers among the inputs "
			 "(or <, ==, >=, >), or \"c == missing(a)\" of a yes "
			 "or no, was expected"));
		return false;
	}
	table->relations =
		arena_grow(reading->arena, table->relations,
			   table->relation_count, sizeof(*table->relations));
	table->relations[table->relation_count++] = relation;
	return true;
}

bool decision_relations_load(const struct rule_reading *reading,
			     const struct lua_node *statement)
{
	const struct lua_node *list = lua_field(statement, "relation");
	bool ok = true;

	if (!list)
		return true;
	if (list->kind != LUA_NODE_TABLE || list->field_count) {
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, list),
		       _("relation = { \"…\", … } was expected"));
		return false;
	}
	for (size_t i = 0; i < list->item_count; i++)
		ok = take_relation(reading, list->items[i]) && ok;
	return ok;
}

/* What is missing is neither more nor less than anything. */
static bool holds(const struct rule_relation *relation,
		  const struct figure *left, const struct figure *right)
{
	struct ratio a;
	struct ratio b;
	int order;

	if (relation->op == RELATION_MISSING)
		return left->kind != FIGURE_YESNO ||
		       left->yes == (right->kind == FIGURE_MISSING);
	if (!figure_ratio(left, &a) || !figure_ratio(right, &b))
		return true;
	order = ratio_compare(a, b);
	switch (relation->op) {
	case RELATION_BELOW:
		return order < 0;
	case RELATION_AT_MOST:
		return order <= 0;
	case RELATION_AT_LEAST:
		return order >= 0;
	case RELATION_ABOVE:
		return order > 0;
	default:
		return order == 0;
	}
}

const struct rule_relation *decision_relation_broken(
	const struct decision_table *table, const struct figure *values)
{
	for (size_t i = 0; i < table->relation_count; i++) {
		const struct rule_relation *relation = &table->relations[i];

		if (!holds(relation, &values[relation->left],
			   &values[relation->right]))
			return relation;
	}
	return NULL;
}

static bool is_missing(const struct figure *value)
{
	return value->kind == FIGURE_MISSING;
}

static bool is_nought(const struct figure *value)
{
	struct ratio ratio;

	return figure_ratio(value, &ratio) && decimal_is_zero(ratio.numerator);
}

static bool is_subset(const struct names *part, const struct names *whole)
{
	for (size_t i = 0; i < part->count; i++)
		if (!names_has(whole, part->list[i]))
			return false;
	return true;
}

static bool is_apart(const struct names *a, const struct names *b)
{
	for (size_t i = 0; i < a->count; i++)
		if (names_has(b, a->list[i]))
			return false;
	return true;
}

static bool is_at_most(const struct figure *a, const struct figure *b)
{
	struct ratio left;
	struct ratio right;

	return !figure_ratio(a, &left) || !figure_ratio(b, &right) ||
	       ratio_compare(left, right) <= 0;
}

/* Two shares of different indicators are not more than all of them. */
static bool fit_in_one(const struct figure *a, const struct figure *b)
{
	struct ratio left;
	struct ratio right;

	return !figure_ratio(a, &left) || !figure_ratio(b, &right) ||
	       !ratio_add(&left, left, right) ||
	       ratio_compare(left, ratio_of(decimal_of(1))) <= 0;
}

/* A pair of inputs, with the values they have. */
struct pair {
	const struct rule_input *a;
	const struct rule_input *b;
	const struct figure *x;
	const struct figure *y;
};

static bool is_counted(const struct rule_input *input)
{
	return input->word == INPUT_SHARE || input->word == INPUT_COUNT;
}

static bool both_missing_or_none(const struct pair *pair)
{
	return is_missing(pair->x) == is_missing(pair->y);
}

static bool is_shortfall(const struct rule_input *input)
{
	return input->word == INPUT_SHORTFALL ||
	       input->word == INPUT_SHORTFALL_PART;
}

/* Without a figure to judge there is neither a target met nor a shortfall. */
static bool no_figures_agree(const struct pair *pair)
{
	if (pair->b->word == INPUT_NO_FIGURES)
		return pair->x->yes == pair->y->yes;
	return pair->b->word == INPUT_MEASURED_IN ||
	       pair->x->yes == is_missing(pair->y);
}

/* A target that is met falls short by nothing. */
static bool target_met_agrees(const struct pair *pair)
{
	if (pair->b->word == INPUT_TARGET_MET)
		return both_missing_or_none(pair) &&
		       pair->x->yes == pair->y->yes;
	return !is_shortfall(pair->b) ||
	       (both_missing_or_none(pair) &&
		(!pair->x->yes || is_nought(pair->y)));
}

static bool shortfalls_agree(const struct pair *pair)
{
	return !is_shortfall(pair->b) ||
	       (both_missing_or_none(pair) &&
		is_nought(pair->x) == is_nought(pair->y));
}

static bool figures_agree(const struct pair *pair)
{
	switch (pair->a->word) {
	case INPUT_NO_FIGURES:
		return no_figures_agree(pair);
	case INPUT_TARGET_MET:
		return target_met_agrees(pair);
	default:
		return shortfalls_agree(pair);
	}
}

/* What is counted of fewer grades is no more; shares of different grades are
 * together at most all. */
static bool sizes_agree(const struct pair *pair)
{
	const struct names *a = &pair->a->grades;
	const struct names *b = &pair->b->grades;

	if (is_subset(a, b) && !is_at_most(pair->x, pair->y))
		return false;
	return pair->a->word != INPUT_SHARE || !is_apart(a, b) ||
	       fit_in_one(pair->x, pair->y);
}

/* A share and a count of the same grades are both nought or neither. */
static bool share_agrees(const struct pair *pair)
{
	const struct names *a = &pair->a->grades;
	const struct names *b = &pair->b->grades;

	return !is_subset(a, b) || !is_subset(b, a) || is_missing(pair->x) ||
	       is_missing(pair->y) || is_nought(pair->x) == is_nought(pair->y);
}

/* Shares and counts of grades, held against each other. */
static bool grades_agree(const struct pair *pair)
{
	return pair->a->word == pair->b->word ? sizes_agree(pair)
					      : share_agrees(pair);
}

static bool goals_agree(const struct pair *pair)
{
	if (pair->a->word != INPUT_NO_INDICATORS)
		return !is_counted(pair->a) || !is_counted(pair->b) ||
		       grades_agree(pair);
	if (pair->b->word == INPUT_SHARE)
		return pair->x->yes == is_missing(pair->y);
	if (pair->b->word == INPUT_COUNT)
		return !pair->x->yes || is_nought(pair->y);
	return pair->x->yes == pair->y->yes;
}

static bool agree(const struct decision_table *table, const struct pair *pair)
{
	return table->judges == JUDGED_GOALS ? goals_agree(pair)
					     : figures_agree(pair);
}

bool decision_is_possible(const struct decision_table *table,
			  const struct figure *values)
{
	for (size_t i = 0; i < table->input_count; i++)
		for (size_t n = 0; n < table->input_count; n++) {
			const struct pair pair = { &table->inputs[i],
						   &table->inputs[n],
						   &values[i], &values[n] };

			if (n != i &&
			    table->inputs[i].word != INPUT_MEASURED_IN &&
			    !agree(table, &pair))
				return false;
		}
	return true;
}

bool decision_are_related(const struct decision_table *table, size_t a,
			  size_t b)
{
	const struct rule_input *one = &table->inputs[a];
	const struct rule_input *other = &table->inputs[b];

	for (size_t i = 0; i < table->relation_count; i++) {
		const struct rule_relation *relation = &table->relations[i];

		if ((relation->left == a && relation->right == b) ||
		    (relation->left == b && relation->right == a))
			return true;
	}
	return is_counted(one) && one->word == other->word;
}
