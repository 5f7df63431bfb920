#include "model/checklist.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"

static const char *const forms[] = {
	[ANSWER_YES_NO] = "yes-no", [ANSWER_NUMBER] = "number",
	[ANSWER_TEXT] = "text",     [ANSWER_MEASURE] = "measure",
	[ANSWER_CHANGE] = "change",
};

const char *answer_form_name(enum answer_form form)
{
	return forms[form];
}

bool answer_form_of_name(enum answer_form *form, const char *name)
{
	for (size_t i = 0; i < COUNT_OF(forms); i++)
		if (strcmp(forms[i], name) == 0) {
			*form = (enum answer_form)i;
			return true;
		}
	return false;
}

static void take_names(struct names *names, struct declaration *given,
		       const char *field)
{
	size_t count = 0;
	const char **list = lua_field(given->node, field)
				    ? declaration_list(given, field, &count)
				    : NULL;

	for (size_t i = 0; list && i < count; i++)
		names_add(names, given->arena, list[i]);
}

static void take_form(struct checklist_question *question,
		      struct declaration *given)
{
	const char *answer = declaration_string(given, "answer", true);

	if (answer && !answer_form_of_name(&question->form, answer))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("answer = \"%s\": \"yes-no\", \"number\", \"text\", "
			 "\"measure\" or \"change\" was expected"),
		       answer);
}

static void take_good(struct checklist_question *question,
		      struct declaration *given)
{
	const char *good = declaration_string(given, "good", false);

	question->has_good = good != NULL;
	question->yes_is_good = good && strcmp(good, "yes") == 0;
	if (good && !question->yes_is_good && strcmp(good, "no") != 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("good = \"%s\": \"yes\" or \"no\" was expected"),
		       good);
	if (good && question->form != ANSWER_YES_NO)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("only an answer of yes or no can be good"));
}

/* What is worked out or counted has a quantity, and nothing else has. */
static void prove_fields(const struct checklist_question *question,
			 struct declaration *given)
{
	const bool worked_out = question->form == ANSWER_MEASURE ||
				question->form == ANSWER_CHANGE;
	const bool counted = worked_out || question->form == ANSWER_NUMBER;

	if (!question->measure == worked_out)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       worked_out ? _("which measure? measure = \"…\" was "
				      "expected")
				  : _("only \"measure\" and \"change\" have a "
				      "measure"));
	if (!question->quantity == counted)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       counted ? _("in which quantity? quantity = \"…\" was "
				   "expected")
			       : _("only what is counted has a quantity"));
}

static void take_question(struct checklist *checklist,
			  struct declaration *within,
			  const struct lua_node *node)
{
	static const char *const names[] = { "number", "text",    "answer",
					     "good",   "measure", "quantity",
					     NULL };
	struct declaration given = { within->arena, within->file, node, false };
	struct checklist_question question = { 0 };

	declaration_only(&given, names);
	question.number = declaration_string(&given, "number", true);
	question.text = declaration_string(&given, "text", true);
	question.measure = declaration_string(&given, "measure", false);
	question.quantity = declaration_string(&given, "quantity", false);
	take_form(&question, &given);
	take_good(&question, &given);
	if (!given.refused)
		prove_fields(&question, &given);
	for (size_t i = 0; question.number && i < checklist->question_count;
	     i++)
		if (strcmp(checklist->questions[i].number, question.number) ==
		    0)
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(&given, NULL),
			       _("there are two questions %s"),
			       question.number);
	within->refused = within->refused || given.refused;
	checklist->questions = arena_grow(within->arena, checklist->questions,
					  checklist->question_count,
					  sizeof(*checklist->questions));
	checklist->questions[checklist->question_count++] = question;
}

/* Shares rise from 0 to at most 1. */
static bool read_step(struct checklist_step *step,
		      const struct checklist_step *before,
		      const struct lua_node *node)
{
	if (node->item_count != 2 || node->items[0]->kind != LUA_NODE_NUMBER ||
	    node->items[1]->kind != LUA_NODE_STRING ||
	    !decimal_parse(&step->share, node->items[0]->text))
		return false;
	step->grade = node->items[1]->text;
	return before ? decimal_compare(step->share, before->share) > 0 &&
				decimal_compare(step->share, decimal_of(1)) <= 0
		      : decimal_compare(step->share, decimal_of(0)) == 0;
}

static void take_step(struct checklist *checklist, struct declaration *given,
		      const struct lua_node *node)
{
	struct checklist_step step = { 0 };
	const struct checklist_step *before =
		checklist->step_count > 0
			? &checklist->steps[checklist->step_count - 1]
			: NULL;

	if (!read_step(&step, before, node))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, node),
		       _("from { share, \"grade\" } was expected, the first "
			 "from 0, each above the one before it, the last at "
			 "most from 1"));
	checklist->steps =
		arena_grow(given->arena, checklist->steps,
			   checklist->step_count, sizeof(*checklist->steps));
	checklist->steps[checklist->step_count++] = step;
}

static void take_items(struct checklist *checklist, struct declaration *given)
{
	const struct lua_node *node = given->node;

	for (size_t i = 0; i < node->item_count; i++) {
		const struct lua_node *item = node->items[i];
		const char *word =
			item->kind == LUA_NODE_CALL ? item->text : "";

		if (strcmp(word, "question") == 0)
			take_question(checklist, given, item);
		else if (strcmp(word, "from") == 0)
			take_step(checklist, given, item);
		else
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, item),
			       _("a checklist consists of question { … } and "
				 "from { share, \"grade\" }"));
	}
}

static void prove_whole(const struct checklist *checklist,
			struct declaration *given)
{
	if (checklist->question_count == 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a checklist without questions"));
	for (size_t i = 0; i < checklist->question_count; i++)
		if (checklist->questions[i].has_good &&
		    checklist->step_count == 0) {
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("which grade have good answers? "
				 "from { 0, \"grade\" }, … was expected"));
			return;
		}
}

bool checklist_declare(struct checklists *checklists, struct arena *arena,
		       const struct lua_file *file, const struct lua_node *node)
{
	static const char *const names[] = {
		VERSION_FIELDS, "about",       "kind", "scale",
		"asked",        "regulations", NULL
	};
	struct declaration given = { arena, file, node, false };
	struct checklist checklist = { 0 };

	declaration_only(&given, names);
	version_declare(&checklist.version, &given);
	checklist.about = declaration_string(&given, "about", true);
	checklist.version.kind = declaration_id(&given, "kind");
	checklist.scale = declaration_id(&given, "scale");
	take_names(&checklist.regulations, &given, "regulations");
	take_names(&checklist.asked, &given, "asked");
	take_items(&checklist, &given);
	prove_whole(&checklist, &given);
	if (given.refused ||
	    !versions_add(&checklists->versions, arena, &checklist.version))
		return false;
	checklists->list =
		arena_grow(arena, checklists->list, checklists->count,
			   sizeof(*checklists->list));
	checklists->list[checklists->count++] = checklist;
	return true;
}

/* good / all >= units / 10^scale, in whole numbers. */
static bool reaches(long good, long all, struct decimal share)
{
	struct decimal wanted = { 0 };

	return decimal_multiply(&wanted, share, decimal_of(all)) &&
	       decimal_compare(decimal_of(good), wanted) >= 0;
}

const char *checklist_outcome(const struct checklist *checklist, long good,
			      long all)
{
	const char *grade = NULL;

	for (size_t i = 0; i < checklist->step_count; i++)
		if (reaches(good, all, checklist->steps[i].share))
			grade = checklist->steps[i].grade;
	return grade;
}
