/*
 * checklist - the questions of a checklist: what the parts of the committee
 * answered, all answers together, and the outcome of each question.
 */
#include <string.h>

#include "compose/checklist_list.h"
#include "compose/composition.h"
#include "compose/figures.h"
#include "compose/print.h"
#include "lib/text.h"

#define PARTS 6 /* columns of units, at most; a page is no wider */

/* The units that stand in a column of their own: those right below. */
struct parts {
	size_t list[PARTS];
	size_t count;
};

static struct parts find_parts(const struct assessed_checklist *checklist)
{
	const char *top = checklist->units[0].unit;
	struct parts parts = { .count = 0 };

	for (size_t i = 1; i < checklist->unit_count; i++)
		if (strcmp(checklist->units[i].above, top) == 0 &&
		    parts.count++ < PARTS)
			parts.list[parts.count - 1] = i;
	if (parts.count > PARTS)
		parts.count = 0; /* all answers together must do */
	return parts;
}

/* "Som det löd i perioden: AFS 2001:1 Systematiskt arbetsmiljöarbete; …" */
static void add_regulations(const struct checklist_list *list,
			    struct blocks *into)
{
	const struct assessment *assessment = list->composition->assessment;
	const struct names *cited = &list->checklist->regulations;
	struct text all = { 0 };
	struct text sentence = { 0 };

	for (size_t i = 0; i < assessment->regulations.count; i++) {
		const struct regulation *regulation =
			&assessment->regulations.list[i];

		if (names_has(cited, regulation->id))
			text_printf(&all, "%s%s %s", all.len > 0 ? "; " : "",
				    regulation->cite, regulation->title);
	}
	words_fill(&sentence, list->words, WORD_CHECKLIST_REGULATIONS,
		   (struct filling[]){ { "list", text_string(&all) }, { 0 } });
	if (cited->count > 0)
		blocks_add_words(into, list->arena, BLOCK_PARAGRAPH,
				 sentence.at);
	text_clear(&sentence);
	text_clear(&all);
}

static long count_grade(const struct assessed_checklist *checklist,
			const char *grade)
{
	long count = 0;

	for (size_t i = 0; i < checklist->question_count; i++) {
		const char *is = checklist->questions[i].answers[0].grade;

		count += is && grade ? strcmp(is, grade) == 0 : is == grade;
	}
	return count;
}

static void add_grade(const struct checklist_list *list, struct text *counts,
		      const char *grade, const char *label)
{
	const long count = count_grade(list->checklist, grade);

	text_add(counts, counts->len > 0 ? ", " : "");
	print_count(counts, list->words, count);
	text_printf(counts, " %s", words_counted(list->words, label, count));
}

/* "6 uppfyllda, 5 delvis uppfyllda, 1 ej uppfylld, 7 ej bedömda av 19" */
static void add_outcomes(const struct checklist_list *list, struct blocks *into)
{
	struct text counts = { 0 };
	struct text total = { 0 };
	struct text sentence = { 0 };

	for (size_t i = 0; i < list->scale->grade_count; i++) {
		const struct grade *grade = &list->scale->grades[i];

		add_grade(list, &counts, grade->id, grade->label);
	}
	add_grade(list, &counts, NULL, words_at(list->words, WORD_GRADE_NONE));
	print_count(&total, list->words, (long)list->checklist->question_count);
	words_fill(&sentence, list->words, WORD_CHECKLIST_TOTAL,
		   (struct filling[]){ { "counts", counts.at },
				       { "total", total.at },
				       { 0 } });
	blocks_add_words(into, list->arena, BLOCK_PARAGRAPH, sentence.at);
	text_clear(&sentence);
	text_clear(&total);
	text_clear(&counts);
}

static void add_head(const struct checklist_list *list, struct table *table,
		     const struct parts *parts)
{
	struct table_row *head = table_add_row(table, list->arena, ROW_HEAD);

	row_add_head(head, list->arena,
		     words_at(list->words, WORD_CHECKLIST_NUMBER), "");
	row_add_head(head, list->arena,
		     words_at(list->words, WORD_CHECKLIST_QUESTION), "");
	for (size_t i = 0; i < parts->count; i++)
		row_add_head(head, list->arena,
			     checklist_list_unit(list, parts->list[i]), "");
	row_add_head(head, list->arena,
		     words_at(list->words, WORD_CHECKLIST_ALL), "");
	row_add_head(head, list->arena,
		     words_at(list->words, WORD_CHECKLIST_OUTCOME), "");
}

/* A single yes or no as such, else how many there are of each. */
static void add_counts(const struct checklist_list *list, struct text *text,
		       const struct assessed_answer *answer)
{
	const bool alone = answer->yes + answer->no == 1 &&
			   answer->unassessed + answer->missing == 0;

	if (alone) {
		text_add(text, words_at(list->words,
					answer->yes ? WORD_YES : WORD_NO));
		return;
	}
	checklist_list_count(list, text, WORD_CHECKLIST_YES, answer->yes);
	checklist_list_count(list, text, WORD_CHECKLIST_NO, answer->no);
}

/* A figure is printed, and kept among the data of the report. */
static void add_figure(const struct checklist_list *list,
		       const struct assessed_question *question,
		       const struct assessed_answer *answer, struct text *text)
{
	const struct measured_figure printed = {
		.id = arena_printf(list->arena, "%s.%s",
				   list->checklist->version.id,
				   question->number),
		.unit = answer->unit,
		.quantity = question->quantity,
		.figure = &answer->figure,
	};

	print_figure(text, list->words,
		     quantity_of(list->composition, question->quantity),
		     &answer->figure.figure);
	figures_add_measured(list->composition, &printed, text->at);
}

static void add_answer(const struct checklist_list *list,
		       const struct assessed_question *question,
		       const struct assessed_answer *answer,
		       struct table_row *row)
{
	struct text text = { 0 };

	if (answer->figure.window.form != WINDOW_NONE)
		add_figure(list, question, answer, &text);
	else if (question->form == ANSWER_TEXT)
		checklist_list_count(list, &text, WORD_CHECKLIST_ANSWERS,
				     answer->other);
	else
		add_counts(list, &text, answer);
	if (question->form != ANSWER_MEASURE &&
	    question->form != ANSWER_CHANGE) {
		checklist_list_count(list, &text, WORD_CHECKLIST_UNASSESSED,
				     answer->unassessed);
		checklist_list_count(list, &text, WORD_CHECKLIST_MISSING,
				     answer->missing);
	}
	row_add_text(row, list->arena, text_string(&text));
	text_clear(&text);
}

static void add_outcome(const struct checklist_list *list,
			const struct assessed_answer *answer,
			struct table_row *row)
{
	struct table_cell *cell = row_add_cell(row, list->arena);
	const struct grade *grade =
		answer->grade ? scale_grade(list->scale, answer->grade) : NULL;

	if (grade)
		runs_add_grade(&cell->runs, list->arena, grade, grade->label);
	else
		runs_add(&cell->runs, list->arena,
			 words_at(list->words, WORD_GRADE_NONE));
}

static void add_question(const struct checklist_list *list, struct table *table,
			 const struct parts *parts,
			 const struct assessed_question *question)
{
	struct table_row *row = table_add_row(table, list->arena, ROW_BODY);

	row_add_text(row, list->arena, question->number);
	row_add_name(row, list->arena, question->text);
	for (size_t i = 0; i < parts->count; i++)
		add_answer(list, question, &question->answers[parts->list[i]],
			   row);
	add_answer(list, question, &question->answers[0], row);
	add_outcome(list, &question->answers[0], row);
}

void checklist_compose(struct composition *composition,
		       const struct template_part *part, struct blocks *into)
{
	static const struct table_column columns[PARTS + 4] = { { ALIGN_CENTRE,
								  0 } };
	struct checklist_list list;
	struct parts parts;
	struct table *table;

	if (!checklist_list_find(&list, composition, part, into))
		return;
	add_regulations(&list, into);
	add_outcomes(&list, into);
	parts = find_parts(list.checklist);
	table = blocks_add_table(into, list.arena, list.checklist->version.id,
				 columns, parts.count + 4);
	runs_add(&table->caption, list.arena, list.checklist->about);
	add_head(&list, table, &parts);
	for (size_t i = 0; i < list.checklist->question_count; i++)
		add_question(&list, table, &parts,
			     &list.checklist->questions[i]);
}
