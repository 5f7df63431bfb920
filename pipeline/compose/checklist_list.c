#include "compose/checklist_list.h"

#include <string.h>

#include "compose/composition.h"
#include "compose/print.h"
#include "lib/text.h"

bool checklist_list_find(struct checklist_list *list,
			 struct composition *composition,
			 const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;

	*list = (struct checklist_list){
		.composition = composition,
		.arena = composition_arena(composition),
		.words = composition->words,
	};
	for (size_t i = 0; i < assessment->checklist_count; i++)
		if (strcmp(assessment->checklists[i].version.id, part->of) == 0)
			list->checklist = &assessment->checklists[i];
	if (!list->checklist) {
		blocks_add_words(into, list->arena, BLOCK_PARAGRAPH,
				 part->empty);
		return false;
	}
	list->scale = scale_lookup(&assessment->scales, list->checklist->scale);
	return true;
}

const char *checklist_list_unit(const struct checklist_list *list, size_t at)
{
	return assessment_unit(list->composition->assessment,
			       list->checklist->units[at].unit)
		->name;
}

void checklist_list_count(const struct checklist_list *list, struct text *text,
			  enum word word, long count)
{
	struct text print = { 0 };

	if (count == 0)
		return;
	print_count(&print, list->words, count);
	text_add(text, text->len > 0 ? ", " : "");
	words_fill(text, list->words, word,
		   (struct filling[]){ { "count", print.at }, { 0 } });
	text_clear(&print);
}

void checklist_list_heads(const struct checklist_list *list,
			  struct table *table, const enum word *heads,
			  size_t count)
{
	struct table_row *head = table_add_row(table, list->arena, ROW_HEAD);

	for (size_t i = 0; i < count; i++)
		row_add_head(head, list->arena, words_at(list->words, heads[i]),
			     "");
}
