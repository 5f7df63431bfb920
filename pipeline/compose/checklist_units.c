/*
 * checklist_units - who answered a checklist: each unit with how many of the
 * questions it answered itself, or had answered for it, or did not.
 */
#include <string.h>

#include "compose/checklist_list.h"
#include "compose/composition.h"
#include "compose/print.h"
#include "lib/text.h"

/* Columns behind the unit's name: origins of answers, in this order. */
static const enum answer_origin origins[] = { ANSWERED_ITSELF, ANSWERED_BELOW,
					      ANSWERED_ABOVE, ANSWERED_NOT };

/* Questions that are worked out are nobody's answers. */
static bool is_asked(const struct assessed_question *question)
{
	return question->form != ANSWER_MEASURE &&
	       question->form != ANSWER_CHANGE;
}

static long count_origin(const struct assessed_checklist *checklist,
			 size_t unit, enum answer_origin origin)
{
	long count = 0;

	for (size_t i = 0; i < checklist->question_count; i++)
		count += is_asked(&checklist->questions[i]) &&
			 checklist->questions[i].answers[unit].origin == origin;
	return count;
}

/* What was handed in without an answer is none, but told. */
static long count_unassessed(const struct assessed_checklist *checklist,
			     size_t unit)
{
	long count = 0;

	for (size_t i = 0; i < checklist->question_count; i++) {
		const struct assessed_answer *answer =
			&checklist->questions[i].answers[unit];

		count += is_asked(&checklist->questions[i]) && answer->record &&
			 answer->unassessed > 0;
	}
	return count;
}

static void add_count(const struct checklist_list *list, struct table_row *row,
		      long count)
{
	struct text print = { 0 };

	print_count(&print, list->words, count);
	row_add_text(row, list->arena, print.at);
	text_clear(&print);
}

static void add_unit(const struct checklist_list *list, struct table *table,
		     size_t unit)
{
	struct table_row *row = table_add_row(table, list->arena, ROW_BODY);

	row_add_name(row, list->arena, checklist_list_unit(list, unit));
	for (size_t i = 0; i < COUNT_OF(origins); i++)
		add_count(list, row,
			  count_origin(list->checklist, unit, origins[i]));
	add_count(list, row, count_unassessed(list->checklist, unit));
}

void checklist_units_compose(struct composition *composition,
			     const struct template_part *part,
			     struct blocks *into)
{
	static const struct table_column columns[] = {
		{ ALIGN_TEXT, 0 },   { ALIGN_NUMBER, 0 }, { ALIGN_NUMBER, 0 },
		{ ALIGN_NUMBER, 0 }, { ALIGN_NUMBER, 0 }, { ALIGN_NUMBER, 0 }
	};
	static const enum word heads[] = {
		WORD_CHECKLIST_UNIT,  WORD_CHECKLIST_ITSELF,
		WORD_CHECKLIST_BELOW, WORD_CHECKLIST_ABOVE,
		WORD_CHECKLIST_NOT,   WORD_CHECKLIST_NOT_ASSESSED
	};
	struct checklist_list list;
	struct table *table;

	if (!checklist_list_find(&list, composition, part, into))
		return;
	table = blocks_add_table(into, list.arena,
				 arena_printf(list.arena, "%s-units",
					      list.checklist->version.id),
				 columns, COUNT_OF(columns));
	runs_add(&table->caption, list.arena,
		 words_at(list.words, WORD_CHECKLIST_UNITS_CAPTION));
	checklist_list_heads(&list, table, heads, COUNT_OF(heads));
	for (size_t i = 0; i < list.checklist->unit_count; i++)
		add_unit(&list, table, i);
}
