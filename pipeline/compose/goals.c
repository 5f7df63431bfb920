/*
 * goals - the goals of one kind: how many of their indicators have which
 * grade, the rule's grade and beside it the committee's, and the year end.
 * What no goal of the kind has gets no column: core missions have no
 * indicators, and few kinds are graded twice.
 */
#include <stdlib.h>
#include <string.h>

#include "compose/composition.h"
#include "compose/print.h"
#include "compose/tally.h"
#include "compose/words.h"
#include "lib/lang.h"
#include "lib/text.h"

struct goal_table {
	struct composition *composition;
	struct arena *arena;
	struct table *table;
	const char *kind;
	const struct scale *scale; /* of the indicators; NULL: none graded */
	bool has_ungraded;         /* a column for them is needed */
	bool has_year_end;         /* likewise */
	const struct assessed_grade *stated; /* all are by whom and on the day
						of this one; or NULL */
};

static bool has_kind(const struct assessment *assessment, const char *kind)
{
	for (size_t i = 0; i < assessment->goal_count; i++)
		if (strcmp(assessment->goals[i].kind, kind) == 0)
			return true;
	return false;
}

static bool is_first_of_kind(const struct assessment *assessment, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (strcmp(assessment->goals[i].kind,
			   assessment->goals[index].kind) == 0)
			return false;
	return true;
}

/* A kind that no goal has is a slip of the pen, unless there are no goals. */
static void refuse_kind(const struct assessment *assessment,
			const struct template_part *part)
{
	struct text kinds = { 0 };

	for (size_t i = 0; i < assessment->goal_count; i++) {
		if (!is_first_of_kind(assessment, i))
			continue;
		text_printf(&kinds, "%s%s", kinds.len > 0 ? ", " : "",
			    assessment->goals[i].kind);
	}
	msg_at(OUTCOME_MISCONFIGURED, part->place,
	       _("no goal is of the kind \"%s\"; the register has: %s"),
	       part->of, kinds.at);
	text_clear(&kinds);
}

/* Goal, one column per grade, and the two assessments. */
static void add_table(struct goal_table *goals, struct blocks *into)
{
	size_t grades = goals->scale ? goals->scale->grade_count : 0;
	size_t numbers = grades + (goals->has_ungraded ? 1 : 0);
	size_t count = 1 + numbers + 1 + (goals->has_year_end ? 1 : 0);
	struct table_column *columns = mem_alloc(count * sizeof(*columns));

	for (size_t i = 1; i <= numbers; i++)
		columns[i].align = ALIGN_NUMBER;
	goals->table =
		blocks_add_table(into, goals->arena, "goals", columns, count);
	free(columns);
	runs_add(&goals->table->caption, goals->arena,
		 words_at(goals->composition->words, WORD_GOALS_CAPTION));
}

static void add_head(const struct goal_table *goals)
{
	const struct words *words = goals->composition->words;
	struct arena *arena = goals->arena;
	struct table_row *row = table_add_row(goals->table, arena, ROW_HEAD);

	row_add_head(row, arena, words_at(words, WORD_GOALS_GOAL), "");
	for (size_t i = 0; goals->scale && i < goals->scale->grade_count; i++) {
		const struct grade *grade = &goals->scale->grades[i];
		struct table_cell *cell = row_add_cell(row, arena);

		runs_add_grade(&cell->runs, arena, grade,
			       words_counted(words, grade->label, 2));
		cell->runs.list[0].strong = true;
	}
	if (goals->has_ungraded)
		row_add_head(row, arena, words_at(words, WORD_GRADE_NONE), "");
	row_add_head(row, arena, words_at(words, WORD_GOALS_GRADE), "");
	if (goals->has_year_end)
		row_add_head(row, arena, words_at(words, WORD_GOALS_YEAR_END),
			     "");
}

/* The counts of one goal, or with NULL of all indicators. */
static void add_counts(const struct goal_table *goals, struct table_row *row,
		       const char *goal)
{
	const struct words *words = goals->composition->words;
	struct text count = { 0 };
	struct tally tally;

	if (!goals->scale)
		return;
	tally = tally_of(goals->composition->assessment, goals->scale, goal,
			 goals->arena);
	for (size_t i = 0; i < goals->scale->grade_count; i++) {
		text_reset(&count);
		print_count(&count, words, tally.counts[i]);
		row_add_text(row, goals->arena, count.at);
	}
	if (goals->has_ungraded) {
		text_reset(&count);
		print_count(&count, words, tally.none);
		row_add_text(row, goals->arena, count.at);
	}
	text_clear(&count);
}

/* Why a grade was stated; by whom and when, unless all were by one. */
static void add_stated(const struct goal_table *goals, struct runs *runs,
		       const struct assessed_grade *grade)
{
	struct text stated = { 0 };

	if (goals->stated && grade->reason)
		text_add(&stated, grade->reason);
	else if (!goals->stated && grade->role)
		grade_add_stated(&stated, goals->composition->words, grade);
	if (stated.len > 0) {
		runs_add_break(runs, goals->arena);
		runs_add(runs, goals->arena, stated.at);
	}
	text_clear(&stated);
}

static bool is_by_same(const struct assessed_grade *a,
		       const struct assessed_grade *b)
{
	return a->role && b->role && strcmp(a->role, b->role) == 0 &&
	       date_compare(a->date, b->date) == 0;
}

/* A grade by whom, and on the day when, all of them were stated; NULL if they
 * were not, or none was. */
static const struct assessed_grade *stated_alike(
	const struct assessment *assessment, const char *kind)
{
	const struct assessed_grade *first = NULL;

	for (size_t i = 0; i < assessment->goal_count; i++) {
		const struct assessed_goal *goal = &assessment->goals[i];

		for (size_t n = 0; n < goal->grade_count; n++) {
			const struct assessed_grade *grade = &goal->grades[n];

			if (strcmp(goal->kind, kind) != 0 ||
			    grade->origin != ORIGIN_STATED)
				continue;
			if (!first)
				first = grade;
			if (!is_by_same(first, grade))
				return NULL;
		}
	}
	return first;
}

static void add_stated_note(const struct goal_table *goals, struct blocks *into)
{
	const struct words *words = goals->composition->words;
	struct text date = { 0 };
	struct text note = { 0 };

	if (!goals->stated)
		return;
	date_print(&date, goals->stated->date, words->language);
	words_fill(&note, words, WORD_GOALS_STATED_ALL,
		   (struct filling[]){ { "role", goals->stated->role },
				       { "date", date.at },
				       { 0 } });
	blocks_add_words(into, goals->arena, BLOCK_NOTE, note.at);
	text_clear(&note);
	text_clear(&date);
}

/* The rule's grade first; an override, or who stated it, below. */
static void add_grade(const struct goal_table *goals, struct table_row *row,
		      const struct assessed_goal *goal, enum when when)
{
	const struct assessed_grade *counts =
		grade_that_counts(goal->grades, goal->grade_count, when);
	const struct assessed_grade *rule =
		grade_of_rule(goal->grades, goal->grade_count, when);
	struct runs *runs = &row_add_cell(row, goals->arena)->runs;

	runs_add_assessed(runs, goals->composition, rule ? rule : counts);
	if (!counts)
		return;
	if (counts->origin == ORIGIN_OVERRIDE)
		runs_add_override(runs, goals->composition, counts);
	else if (counts->origin == ORIGIN_STATED)
		add_stated(goals, runs, counts);
}

static void add_goal(const struct goal_table *goals,
		     const struct assessed_goal *goal)
{
	struct table_row *row =
		table_add_row(goals->table, goals->arena, ROW_BODY);

	row_add_name(row, goals->arena, goal->name);
	add_counts(goals, row, goal->id);
	add_grade(goals, row, goal, WHEN_NOW);
	if (goals->has_year_end)
		add_grade(goals, row, goal, WHEN_YEAR_END);
}

/* A goal below several stands where its first one does: it is one goal. */
static bool stands_under(const struct assessed_goal *goal, const char *parent)
{
	if (!parent)
		return goal->parents.count == 0;
	return goal->parents.count > 0 &&
	       strcmp(goal->parents.list[0], parent) == 0;
}

static void add_group(const struct goal_table *goals, const char *parent,
		      const char *name)
{
	const struct assessment *assessment = goals->composition->assessment;
	bool named = false;

	for (size_t i = 0; i < assessment->goal_count; i++) {
		const struct assessed_goal *goal = &assessment->goals[i];

		if (strcmp(goal->kind, goals->kind) != 0 ||
		    !stands_under(goal, parent))
			continue;
		if (!named && *name)
			table_add_group(goals->table, goals->arena, name);
		named = true;
		add_goal(goals, goal);
	}
}

static void add_total(const struct goal_table *goals)
{
	const struct words *words = goals->composition->words;
	struct table_row *row;

	if (!goals->scale)
		return;
	row = table_add_row(goals->table, goals->arena, ROW_TOTAL);
	row_add_name(row, goals->arena, words_at(words, WORD_TOTAL));
	add_counts(goals, row, NULL);
	row_add_text(row, goals->arena, "");
	if (goals->has_year_end)
		row_add_text(row, goals->arena, "");
}

static void add_rows(const struct goal_table *goals)
{
	const struct assessment *assessment = goals->composition->assessment;
	size_t rows;

	for (size_t i = 0; i < assessment->goal_count; i++)
		add_group(goals, assessment->goals[i].id,
			  assessment->goals[i].name);
	rows = goals->table->row_count;
	add_group(goals, NULL,
		  rows > 1 ? words_at(goals->composition->words,
				      WORD_GOALS_WITHOUT_PARENT)
			   : "");
	add_total(goals);
}

/* Whether any goal of the kind has an indicator with a grade of the scale. */
static bool counts_grades(const struct goal_table *goals)
{
	const struct assessment *assessment = goals->composition->assessment;

	for (size_t i = 0; i < assessment->goal_count; i++) {
		const struct assessed_goal *goal = &assessment->goals[i];
		struct tally tally;

		if (strcmp(goal->kind, goals->kind) != 0)
			continue;
		tally = tally_of(assessment, goals->scale, goal->id,
				 goals->arena);
		if (tally.total > tally.none)
			return true;
	}
	return false;
}

static bool is_graded_at(const struct goal_table *goals, enum when when)
{
	const struct assessment *assessment = goals->composition->assessment;

	for (size_t i = 0; i < assessment->goal_count; i++) {
		const struct assessed_goal *goal = &assessment->goals[i];

		if (strcmp(goal->kind, goals->kind) == 0 &&
		    grade_that_counts(goal->grades, goal->grade_count, when))
			return true;
	}
	return false;
}

static void choose_columns(struct goal_table *goals)
{
	const struct assessment *assessment = goals->composition->assessment;

	goals->has_year_end = is_graded_at(goals, WHEN_YEAR_END);
	if (goals->scale && !counts_grades(goals))
		goals->scale = NULL;
	if (goals->scale)
		goals->has_ungraded =
			tally_of(assessment, goals->scale, NULL, goals->arena)
				.none > 0;
}

void goals_compose(struct composition *composition,
		   const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	struct goal_table goals = {
		.composition = composition,
		.arena = composition_arena(composition),
		.kind = part->of,
		.scale = tally_scale(assessment),
		.stated = stated_alike(assessment, part->of),
	};

	if (!has_kind(assessment, part->of)) {
		if (assessment->goal_count > 0)
			refuse_kind(assessment, part);
		else
			blocks_add_words(into, goals.arena, BLOCK_PARAGRAPH,
					 part->empty);
		return;
	}
	choose_columns(&goals);
	add_table(&goals, into);
	add_head(&goals);
	add_rows(&goals);
	add_stated_note(&goals, into);
}
