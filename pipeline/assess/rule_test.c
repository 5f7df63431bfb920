#include "assess/rule_test.h"

#include <string.h>

#include "assess/rule_case.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "model/declaration.h"

static void refuse(struct declaration *given, const char *sentence)
{
	const struct place place = declaration_fault(given, NULL);

	msg_made(OUTCOME_MISCONFIGURED, place, sentence, sentence);
}

/* The version that is named, or of 0 the latest; NULL if there is none. */
static const struct decision_table *version_of(const struct rule_book *book,
					       const char *id, long version)
{
	const struct decision_table *found = NULL;

	for (size_t i = 0; i < book->count; i++) {
		const struct decision_table *table = &book->list[i];

		if (strcmp(table->version.id, id) != 0 ||
		    (version > 0 && table->version.number != version))
			continue;
		if (!found || table->version.number > found->version.number)
			found = table;
	}
	return found;
}

static const struct decision_table *find_table(
	const struct rule_testing *testing, struct declaration *given)
{
	const char *id = declaration_id(given, "rule");
	const long version = declaration_whole(given, "version", 0);
	const struct decision_table *found =
		id ? version_of(testing->book, id, version) : NULL;

	if (!id || found)
		return found;
	refuse(given, version > 0
			      ? arena_printf(testing->arena,
					     _("no file of rules/ has version "
					       "%ld of the rule \"%s\""),
					     version, id)
			      : arena_printf(testing->arena,
					     _("no file of rules/ has a rule "
					       "\"%s\""),
					     id));
	return NULL;
}

/* What it must answer; one of `grade` and `missing`. */
static void take_answer(struct rule_test *test, struct declaration *given)
{
	const char *grade = declaration_string(given, "grade", false);
	const char *missing = declaration_string(given, "missing", false);

	test->row = declaration_whole(given, "row", 0);
	test->grade = grade;
	if (!grade == !missing)
		refuse(given, _("what must it answer? grade = \"…\" or "
				"missing = \"…\" was expected"));
	if (grade && !scale_grade(test->table->scale, grade))
		refuse(given,
		       arena_printf(given->arena,
				    _("the scale \"%s\" has no grade \"%s\""),
				    test->table->scale->id, grade));
	if (missing && !missing_of_name(&test->missing, missing))
		refuse(given,
		       arena_printf(given->arena,
				    _("\"%s\" is none of the missing states"),
				    missing));
	if (test->row > 0 && test->table->function)
		refuse(given, _("row: the rule is a function and has none"));
	else if (test->row > (long)test->table->row_count)
		refuse(given,
		       arena_printf(given->arena,
				    _("row = %ld: the rule has %zu rows"),
				    test->row, test->table->row_count));
}

static bool take_test(struct rule_tests *tests,
		      const struct rule_testing *testing,
		      const struct lua_file *file, const struct lua_node *node)
{
	static const char *const names[] = { "rule",      "version", "about",
					     "indicator", "goal",    "given",
					     "grade",     "missing", "row",
					     NULL };
	struct declaration given = { testing->arena, file, node, false };
	struct rule_test test = { .file = file->path, .line = node->line };

	declaration_only(&given, names);
	test.about = declaration_string(&given, "about", true);
	test.table = find_table(testing, &given);
	if (test.table) {
		take_answer(&test, &given);
		test.values = rule_case_values(test.table, testing->rules,
					       testing->book, &given);
	}
	if (given.refused || !test.values)
		return false;
	tests->list = arena_grow(testing->arena, tests->list, tests->count,
				 sizeof(*tests->list));
	tests->list[tests->count++] = test;
	return true;
}

static bool take_file(struct rule_tests *tests,
		      const struct rule_testing *testing, const char *name,
		      struct text *why)
{
	static const char *const statements[] = { "test", NULL };
	static const char *const terms[] = { "missing", NULL };
	const struct lua_words words = { statements, terms, NULL };
	const char *shown =
		arena_printf(testing->arena, "rules/tests/%s", name);
	const char *path = arena_printf(testing->arena, "%s/%s",
					testing->workspace, shown);
	struct lua_file *file = &tests->files[tests->file_count++];
	bool ok = lua_load_file(file, path, shown, &words, why);

	for (size_t i = 0; i < file->statement_count; i++)
		ok = take_test(tests, testing, file, file->statements[i]) && ok;
	return ok;
}

bool rule_tests_load(struct rule_tests *tests,
		     const struct rule_testing *testing, struct text *why)
{
	struct arena *arena = testing->arena;
	const char *folder =
		arena_printf(arena, "%s/rules/tests", testing->workspace);
	struct names names = { 0 };
	bool ok = true;

	if (!rules_list(&names, arena, folder))
		return true;
	tests->files =
		arena_alloc(arena, (names.count + 1) * sizeof(*tests->files));
	for (size_t i = 0; i < names.count && why->len == 0; i++)
		ok = take_file(tests, testing, names.list[i], why) && ok;
	return ok;
}

void rule_tests_clear(struct rule_tests *tests)
{
	for (size_t i = 0; i < tests->file_count; i++)
		lua_load_clear(&tests->files[i]);
	*tests = (struct rule_tests){ 0 };
}
