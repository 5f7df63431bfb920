#include <string.h>

#include "assess/decision_relation.h"
#include "assess/decision_table.h"
#include "assess/decision_words.h"
#include "assess/rule_function.h"
#include "lib/lang.h"
#include "lib/spelling.h"
#include "lib/text.h"

static const char *const rule_fields[] = {
	VERSION_FIELDS, "scale",  "to",        "about", "given",
	"relation",     "decide", "leave_out", NULL
};

/* What may stand in `given`. */
static const struct {
	const char *word;
	enum judged judged;
	enum figure_kind kind;
	bool grades; /* takes names of grades */
} input_words[] = {
	[INPUT_TARGET_MET] = { "target_met", JUDGED_INDICATORS, FIGURE_YESNO,
			       false },
	[INPUT_SHORTFALL] = { "shortfall", JUDGED_INDICATORS, FIGURE_NUMBER,
			      false },
	[INPUT_SHORTFALL_PART] = { "shortfall_part", JUDGED_INDICATORS,
				   FIGURE_NUMBER, false },
	[INPUT_NO_FIGURES] = { "no_figures", JUDGED_INDICATORS, FIGURE_YESNO,
			       false },
	[INPUT_MEASURED_IN] = { "measured_in", JUDGED_INDICATORS, FIGURE_WORD,
				false },
	[INPUT_SHARE] = { "share", JUDGED_GOALS, FIGURE_NUMBER, true },
	[INPUT_COUNT] = { "count", JUDGED_GOALS, FIGURE_NUMBER, true },
	[INPUT_NO_INDICATORS] = { "no_indicators", JUDGED_GOALS, FIGURE_YESNO,
				  false },
};

static const char *const policy_words[] = {
	[HIT_UNIQUE] = "unique",
	[HIT_FIRST] = "first",
	[HIT_ANY] = "any",
};

struct place rule_place(const struct rule_reading *reading,
			const struct lua_node *node)
{
	return (struct place){ .file = reading->file->path,
			       .line = node->line,
			       .header = "rule" };
}

bool rule_words(const struct rule_reading *reading, const struct lua_node *call,
		struct names *words)
{
	for (size_t i = 0; i < call->item_count; i++) {
		const struct lua_node *item = call->items[i];

		if (item->kind != LUA_NODE_STRING) {
			msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, item),
			       _("%s(…) takes words in quotation marks"),
			       call->text);
			return false;
		}
		words->list = arena_grow(reading->arena, words->list,
					 words->count, sizeof(*words->list));
		words->list[words->count++] = item->text;
	}
	return true;
}

static bool read_scale(const struct rule_reading *reading,
		       const struct lua_node *statement,
		       const struct scales *scales)
{
	const char *id = lua_string(reading->file, statement, "scale", true);
	struct spelling_search near = { .wanted = id };

	if (!id)
		return false;
	reading->table->scale = scale_lookup(scales, id);
	if (reading->table->scale)
		return true;
	for (size_t i = 0; i < scales->count; i++)
		spelling_offer(&near, scales->list[i].id);
	if (near.nearest)
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, statement),
		       _("unknown scale \"%s\"; did you mean \"%s\"?"), id,
		       near.nearest);
	else
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, statement),
		       _("unknown scale \"%s\"; scales are declared with "
			 "scale { … }"),
		       id);
	return false;
}

static bool is_call(const struct lua_node *node, const char *word)
{
	return node->kind == LUA_NODE_CALL && strcmp(node->text, word) == 0;
}

static bool read_judged(const struct rule_reading *reading,
			const struct lua_node *statement)
{
	const struct lua_node *to = lua_field(statement, "to");
	struct decision_table *table = reading->table;

	if (to && is_call(to, "indicators") && to->item_count == 0) {
		table->judges = JUDGED_INDICATORS;
		return true;
	}
	if (to && is_call(to, "goals") && to->item_count == 1 &&
	    to->items[0]->kind == LUA_NODE_STRING) {
		table->judges = JUDGED_GOALS;
		table->goal_kind = to->items[0]->text;
		return true;
	}
	msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, statement),
	       _("a rule says what it judges: to = indicators() or to = "
		 "goals(\"the kind of goal\") was expected"));
	return false;
}

static bool word_of_input(const struct rule_reading *reading,
			  const struct lua_field *field, enum input_word *word)
{
	const struct lua_node *node = field->value;
	const struct decision_table *table = reading->table;

	for (size_t i = 0; i < COUNT_OF(input_words); i++) {
		if (!is_call(node, input_words[i].word))
			continue;
		*word = (enum input_word)i;
		if (input_words[i].judged == table->judges)
			return true;
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, node),
		       table->judges == JUDGED_GOALS
			       ? _("%s(): goals do not have this input")
			       : _("%s(): indicators do not have this input"),
		       node->text);
		return false;
	}
	msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, node),
	       _("given %s: an input like target_met() or share(\"…\") was "
		 "expected"),
	       field->name);
	return false;
}

static bool take_input(const struct rule_reading *reading,
		       const struct lua_field *field)
{
	struct decision_table *table = reading->table;
	struct rule_input input = { .name = field->name };

	if (!word_of_input(reading, field, &input.word) ||
	    !rule_words(reading, field->value, &input.grades))
		return false;
	input.kind = input_words[input.word].kind;
	if (input_words[input.word].grades != (input.grades.count > 0)) {
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, field->value),
		       input.grades.count
			       ? _("%s() takes nothing in its brackets")
			       : _("%s() needs the grades that count"),
		       field->value->text);
		return false;
	}
	table->inputs = arena_grow(reading->arena, table->inputs,
				   table->input_count, sizeof(*table->inputs));
	table->inputs[table->input_count++] = input;
	return true;
}

/* A row tells inputs from its own words by their names. */
static bool name_is_free(const struct rule_reading *reading,
			 const struct lua_field *field)
{
	if (!rule_row_word(field->name))
		return true;
	msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, field->value),
	       _("given %s: an input cannot be called that, rows use the word"),
	       field->name);
	return false;
}

static bool read_inputs(const struct rule_reading *reading,
			const struct lua_node *statement)
{
	const struct lua_node *given = lua_field(statement, "given");
	bool ok = true;

	if (!given || given->kind != LUA_NODE_TABLE || given->item_count ||
	    !given->field_count) {
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, statement),
		       _("a rule needs its inputs: given = { name = "
			 "input(), … }"));
		return false;
	}
	for (size_t i = 0; i < given->field_count; i++)
		ok = name_is_free(reading, &given->fields[i]) &&
		     take_input(reading, &given->fields[i]) && ok;
	return ok;
}

static const struct lua_node *read_policy(const struct rule_reading *reading,
					  const struct lua_node *statement)
{
	const struct lua_node *rows = NULL;

	if (statement->item_count == 1)
		rows = statement->items[0];
	for (size_t i = 0; rows && i < COUNT_OF(policy_words); i++) {
		if (!is_call(rows, policy_words[i]))
			continue;
		reading->table->policy = (enum hit_policy)i;
		return rows;
	}
	msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, statement),
	       _("a rule has one table of rows: unique { … }, first { … } or "
		 "any { … } was expected, or decide = function(given) … "
		 "end"));
	return NULL;
}

/* The missing states that leave an indicator out of its goals. */
static bool read_leave_out(const struct rule_reading *reading,
			   struct declaration *given)
{
	size_t count = 0;
	const char **states = declaration_list(given, "leave_out", &count);

	if (count > 0 && reading->table->judges != JUDGED_GOALS)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("leave_out: only a rule of goals leaves indicators "
			 "out"));
	for (size_t i = 0; i < count; i++) {
		enum missing missing = MISSING_NOT_MEASURED;

		if (!missing_of_name(&missing, states[i]))
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("leave_out: \"%s\" is none of the missing "
				 "states: not-measured, not-applicable, "
				 "secret, not-delivered, not-yet-due"),
			       states[i]);
		reading->table->leaves_out[missing] = true;
	}
	return !given->refused;
}

/* The rows, with the relations that their proof counts on, or a function. */
static bool read_decision(const struct rule_reading *reading,
			  const struct lua_node *statement)
{
	const struct lua_node *decide = lua_field(statement, "decide");
	const struct lua_node *rows;
	bool ok;

	if (decide &&
	    (statement->item_count > 0 || lua_field(statement, "relation"))) {
		msg_at(OUTCOME_MISCONFIGURED, rule_place(reading, statement),
		       _("a rule that decides by a function has neither rows "
			 "nor relations"));
		return false;
	}
	if (decide)
		return rule_function_load(reading, decide);
	rows = read_policy(reading, statement);
	ok = decision_relations_load(reading, statement);
	return rows && decision_rows_load(reading, rows) && ok;
}

bool decision_table_load(struct decision_table *table, struct arena *arena,
			 const struct rule_source *source,
			 const struct scales *scales)
{
	const struct lua_node *statement = source->statement;
	const struct rule_reading reading = { .table = table,
					      .arena = arena,
					      .file = source->file };
	struct declaration given = { arena, source->file, statement, false };
	bool ok;

	declaration_only(&given, rule_fields);
	version_declare(&table->version, &given);
	table->about = declaration_string(&given, "about", true);
	ok = !given.refused;
	/* Rows are read only against a scale and inputs that are sound. */
	if (!read_scale(&reading, statement, scales) ||
	    !read_judged(&reading, statement) ||
	    !read_inputs(&reading, statement))
		return false;
	ok = read_leave_out(&reading, &given) && ok;
	return read_decision(&reading, statement) && ok;
}
