/*
 * activities - records of a kind as what is to be done: `text`, who sees to it
 * (`responsible`), `status`, the day when it is done (`due`) and `comment`, by
 * the goal that the field `goal` names, if it names any.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/print.h"
#include "compose/record_status.h"
#include "compose/words.h"
#include "lib/text.h"

static const char *const fields[] = { "responsible", "status", "due",
				      "comment" };

struct activity_table {
	struct composition *composition;
	struct arena *arena;
	const char *kind;
	struct table *table;
};

static void add_activity(const struct activity_table *activities,
			 const struct record *record)
{
	struct arena *arena = activities->arena;
	struct table_row *row =
		table_add_row(activities->table, arena, ROW_BODY);

	runs_add_lines(&row_add_name(row, arena, "")->runs, arena,
		       record_text(record, "text"));
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		runs_add_lines(&row_add_cell(row, arena)->runs, arena,
			       record_text(record, fields[i]));
}

/* Those of a goal below its name; with NULL those that name none. */
static void add_group(const struct activity_table *activities,
		      const struct assessed_goal *goal)
{
	const struct assessment *assessment =
		activities->composition->assessment;
	bool named = !goal;

	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *record = &assessment->records[i];
		const char *of = record_text(record, "goal");

		if (strcmp(record->kind, activities->kind) != 0 ||
		    (goal ? strcmp(of, goal->id) != 0
			  : assessment_goal(assessment, of) != NULL))
			continue;
		if (!named)
			table_add_group(activities->table, activities->arena,
					goal->name);
		named = true;
		add_activity(activities, record);
	}
}

static void add_sentence(const struct activity_table *activities,
			 struct blocks *into)
{
	const struct words *words = activities->composition->words;
	struct text counts = { 0 };
	struct text total = { 0 };
	struct text sentence = { 0 };

	record_status_print(&counts, activities->composition, activities->kind);
	print_count(&total, words,
		    record_status_count(activities->composition,
					activities->kind));
	words_fill(&sentence, words, WORD_ACTIVITIES_TOTAL,
		   (struct filling[]){ { "counts", text_string(&counts) },
				       { "total", total.at },
				       { 0 } });
	if (counts.len > 0)
		blocks_add_words(into, activities->arena, BLOCK_PARAGRAPH,
				 sentence.at);
	text_clear(&sentence);
	text_clear(&total);
	text_clear(&counts);
}

static void add_table(struct activity_table *activities, struct blocks *into)
{
	static const struct table_column columns[] = { { ALIGN_TEXT, 0 },
						       { ALIGN_TEXT, 0 },
						       { ALIGN_TEXT, 0 },
						       { ALIGN_TEXT, 0 },
						       { ALIGN_TEXT, 0 } };
	static const enum word heads[] = { WORD_ACTIVITIES_ACTIVITY,
					   WORD_ACTIVITIES_RESPONSIBLE,
					   WORD_ACTIVITIES_STATUS,
					   WORD_ACTIVITIES_DUE,
					   WORD_ACTIVITIES_COMMENT };
	const struct words *words = activities->composition->words;
	struct table_row *head;

	activities->table =
		blocks_add_table(into, activities->arena, activities->kind,
				 columns, COUNT_OF(columns));
	runs_add(&activities->table->caption, activities->arena,
		 words_at(words, WORD_ACTIVITIES_CAPTION));
	head = table_add_row(activities->table, activities->arena, ROW_HEAD);
	for (size_t i = 0; i < COUNT_OF(heads); i++)
		row_add_head(head, activities->arena, words_at(words, heads[i]),
			     "");
}

void activities_compose(struct composition *composition,
			const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	struct activity_table activities = {
		.composition = composition,
		.arena = composition_arena(composition),
		.kind = part->of,
	};

	if (record_status_count(composition, part->of) == 0) {
		blocks_add_words(into, activities.arena, BLOCK_PARAGRAPH,
				 part->empty);
		return;
	}
	add_sentence(&activities, into);
	add_table(&activities, into);
	add_group(&activities, NULL);
	for (size_t i = 0; i < assessment->goal_count; i++)
		add_group(&activities, &assessment->goals[i]);
}
