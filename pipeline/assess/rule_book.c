#include "assess/rule_book.h"

#include <string.h>

#include "assess/decision_prove.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

static bool same_subject(const struct decision_table *a,
			 const struct decision_table *b)
{
	if (a->judges != b->judges)
		return false;
	return a->judges == JUDGED_INDICATORS ||
	       strcmp(a->goal_kind, b->goal_kind) == 0;
}

static bool subjects_are_apart(const struct rule_book *book)
{
	bool ok = true;

	for (size_t i = 0; i < book->count; i++) {
		for (size_t n = i + 1; n < book->count; n++) {
			const struct decision_table *a = &book->list[i];
			const struct decision_table *b = &book->list[n];

			if (!same_subject(a, b))
				continue;
			msg_at(OUTCOME_MISCONFIGURED,
			       version_place(&b->version),
			       _("\"%s\" judges what \"%s\" (%s line %ld) "
				 "judges already"),
			       b->version.id, a->version.id, a->version.file,
			       a->version.line);
			ok = false;
		}
	}
	return ok;
}

/* A goal's inputs count grades that its indicators can have. */
static bool grades_are_known(const struct decision_table *table,
			     const struct rule_input *input,
			     const struct decision_table *lights)
{
	bool ok = true;

	for (size_t i = 0; i < input->grades.count; i++) {
		const char *grade = input->grades.list[i];

		if (lights && scale_grade(lights->scale, grade))
			continue;
		if (lights)
			msg_at(OUTCOME_MISCONFIGURED,
			       version_place(&table->version),
			       _("given %s: the indicators' scale \"%s\" has "
				 "no grade \"%s\""),
			       input->name, lights->scale->id, grade);
		else
			msg_at(OUTCOME_MISCONFIGURED,
			       version_place(&table->version),
			       _("given %s counts the grade \"%s\" of "
				 "indicators, but no rule that is in force "
				 "judges indicators"),
			       input->name, grade);
		ok = false;
	}
	return ok;
}

static bool inputs_are_known(const struct rule_book *book)
{
	const struct decision_table *lights = rule_book_for_indicators(book);
	bool ok = true;

	for (size_t i = 0; i < book->count; i++) {
		const struct decision_table *table = &book->list[i];

		for (size_t n = 0; n < table->input_count; n++)
			ok = grades_are_known(table, &table->inputs[n],
					      lights) &&
			     ok;
	}
	return ok;
}

bool rule_book_load_all(struct rule_book *all, struct arena *arena,
			const struct rules *rules)
{
	bool ok = true;

	for (size_t i = 0; i < rules->rule_count; i++) {
		struct decision_table table = { 0 };

		if (!decision_table_load(&table, arena, &rules->rules[i],
					 &rules->scales)) {
			ok = false;
			continue;
		}
		ok = (table.function || decision_prove(&table, arena)) && ok;
		ok = versions_add(&all->versions, arena, &table.version) && ok;
		all->list = arena_grow(arena, all->list, all->count,
				       sizeof(*all->list));
		all->list[all->count++] = table;
	}
	return ok && versions_prove(&all->versions);
}

bool rule_book_load(struct rule_book *book, struct arena *arena,
		    const struct rules *rules, struct date as_of)
{
	struct rule_book all = { 0 };
	bool ok;

	if (!rule_book_load_all(&all, arena, rules))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct decision_table *table = &all.list[i];

		if (!version_holds(&all.versions, &table->version, as_of))
			continue;
		book->list = arena_grow(arena, book->list, book->count,
					sizeof(*book->list));
		book->list[book->count] = *table;
		book->list[book->count++].proved = !table->function;
	}
	ok = subjects_are_apart(book);
	return inputs_are_known(book) && ok;
}

void rule_book_tell_functions(const struct rule_book *book)
{
	struct text names = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < book->count; i++) {
		const struct decision_table *table = &book->list[i];

		if (!table->function)
			continue;
		text_printf(&names, "%s%s (%s:%ld)", count > 0 ? ", " : "",
			    table->version.id, table->version.file,
			    table->function_line);
		count++;
	}
	if (count > 0)
		msg_say(OUTCOME_CLEAN,
			_("  functions among the rules, which are not proved: "
			  "%zu of %zu: %s"),
			count, book->count, text_string(&names));
	text_clear(&names);
}

const struct decision_table *rule_book_for_indicators(
	const struct rule_book *book)
{
	for (size_t i = 0; i < book->count; i++)
		if (book->list[i].judges == JUDGED_INDICATORS)
			return &book->list[i];
	return NULL;
}

const struct decision_table *rule_book_for_goals(const struct rule_book *book,
						 const char *kind)
{
	for (size_t i = 0; i < book->count; i++)
		if (book->list[i].judges == JUDGED_GOALS &&
		    strcmp(book->list[i].goal_kind, kind) == 0)
			return &book->list[i];
	return NULL;
}
