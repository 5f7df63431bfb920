/*
 * checklist_actions - what units said about their answers, question by
 * question: records of answers that have a `comment` or an `action`, and whose
 * fields `responsible` and `date` tell who sees to it, and by when.
 */
#include <string.h>

#include "compose/checklist_list.h"
#include "compose/composition.h"
#include "lib/text.h"

static bool is_told(const struct record *record)
{
	return *record_text(record, "comment") ||
	       *record_text(record, "action");
}

/* The unit's own answer to the question, if it says more; NULL. */
static const struct record *told_of(const struct checklist_list *list,
				    const struct assessed_answer *answer)
{
	const struct record *record =
		answer->record
			? assessment_record(list->composition->assessment,
					    answer->record)
			: NULL;

	return record && is_told(record) ? record : NULL;
}

static void add_row(const struct checklist_list *list, struct table *table,
		    size_t unit, const struct record *record)
{
	static const char *const fields[] = { "answer", "comment", "action",
					      "responsible", "date" };
	struct table_row *row = table_add_row(table, list->arena, ROW_BODY);

	row_add_name(row, list->arena, checklist_list_unit(list, unit));
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		runs_add_lines(&row_add_cell(row, list->arena)->runs,
			       list->arena, record_text(record, fields[i]));
}

/* The question, and below it those who said something. */
static bool add_question(const struct checklist_list *list, struct table *table,
			 const struct assessed_question *question)
{
	bool any = false;

	for (size_t i = 0; i < question->answer_count; i++) {
		const struct record *record =
			told_of(list, &question->answers[i]);

		if (!record)
			continue;
		if (!any)
			table_add_group(table, list->arena,
					arena_printf(list->arena, "%s. %s",
						     question->number,
						     question->text));
		add_row(list, table, i, record);
		any = true;
	}
	return any;
}

void checklist_actions_compose(struct composition *composition,
			       const struct template_part *part,
			       struct blocks *into)
{
	static const struct table_column columns[] = {
		{ ALIGN_TEXT, 0 }, { ALIGN_TEXT, 0 }, { ALIGN_TEXT, 0 },
		{ ALIGN_TEXT, 0 }, { ALIGN_TEXT, 0 }, { ALIGN_TEXT, 0 }
	};
	static const enum word heads[] = {
		WORD_CHECKLIST_UNIT,        WORD_CHECKLIST_ANSWER,
		WORD_CHECKLIST_COMMENT,     WORD_CHECKLIST_ACTION,
		WORD_CHECKLIST_RESPONSIBLE, WORD_CHECKLIST_DATE
	};
	struct checklist_list list;
	struct blocks made = { 0 };
	struct table *table;
	bool any = false;

	if (!checklist_list_find(&list, composition, part, into))
		return;
	table = blocks_add_table(&made, list.arena,
				 arena_printf(list.arena, "%s-actions",
					      list.checklist->version.id),
				 columns, COUNT_OF(columns));
	runs_add(&table->caption, list.arena,
		 words_at(list.words, WORD_CHECKLIST_ACTIONS_CAPTION));
	checklist_list_heads(&list, table, heads, COUNT_OF(heads));
	for (size_t i = 0; i < list.checklist->question_count; i++)
		any = add_question(&list, table,
				   &list.checklist->questions[i]) ||
		      any;
	if (any)
		blocks_append(into, list.arena, &made);
	else
		blocks_add_words(into, list.arena, BLOCK_PARAGRAPH,
				 part->empty);
}
