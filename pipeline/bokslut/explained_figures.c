#include <string.h>

#include "bokslut/explained_find.h"

static void add_count(const struct finding *finding, const char *name,
		      long count)
{
	if (count > 0)
		finding_note(finding, name,
			     arena_printf(finding->arena, "%ld", count));
}

static void fill_answer(const struct finding *finding,
			const struct assessed_checklist *list,
			const struct assessed_question *question,
			const struct assessed_answer *answer)
{
	*finding->into = (struct explained){
		.kind = "question",
		.id = arena_printf(finding->arena, "%s.%s", list->version.id,
				   question->number),
		.name = question->text,
		.unit = answer->unit,
		.grade = finding_label(finding, list->scale, answer->grade),
		.version = list->version.number,
		.file = list->version.file,
		.line = list->version.line,
		.sha256 = list->version.sha256,
		.record = answer->record
				  ? assessment_record(finding->assessment,
						      answer->record)
				  : NULL,
	};
	finding_note(finding, "answered", answer_origin_name(answer->origin));
	add_count(finding, "yes", answer->yes);
	add_count(finding, "no", answer->no);
	add_count(finding, "other", answer->other);
	add_count(finding, "not-measured", answer->unassessed);
	add_count(finding, "missing", answer->missing);
	if (answer->figure.window.form != WINDOW_NONE)
		finding_figure(finding, (struct explained_figure){
						"value", &answer->figure, NULL,
						question->quantity });
}

static bool find_answer(const struct finding *finding,
			const struct assessed_checklist *list,
			const struct assessed_question *question)
{
	const char *id = arena_printf(finding->arena, "%s.%s", list->version.id,
				      question->number);

	for (size_t i = 0; i < question->answer_count; i++) {
		if (!finding_is_asked(finding, id, question->text,
				      question->answers[i].unit))
			continue;
		fill_answer(finding, list, question, &question->answers[i]);
		return true;
	}
	return false;
}

static bool find_question(const struct finding *finding)
{
	const struct assessment *assessment = finding->assessment;

	for (size_t i = 0; i < assessment->checklist_count; i++) {
		const struct assessed_checklist *list =
			&assessment->checklists[i];

		for (size_t j = 0; j < list->question_count; j++)
			if (find_answer(finding, list, &list->questions[j]))
				return true;
	}
	return false;
}

static void fill_cell(const struct finding *finding,
		      const struct assessed_key_figures *key, size_t at,
		      const struct assessed_key_row *row)
{
	const struct assessed_cell *cell = &row->cells[at];

	*finding->into = (struct explained){
		.kind = "key-figure",
		.id = arena_printf(finding->arena, "%s.%s", key->id,
				   key->list[at].id),
		.name = key->list[at].title,
		.unit = row->unit,
		.file = key->file,
		.line = key->line,
	};
	finding_figure(finding,
		       (struct explained_figure){ "value", &cell->value, NULL,
						  key->list[at].quantity });
	if (cell->before.file)
		finding_figure(finding, (struct explained_figure){
						"before", NULL, &cell->before,
						key->list[at].quantity });
}

static bool find_in_rows(const struct finding *finding,
			 const struct assessed_key_figures *key, size_t at)
{
	const char *id = arena_printf(finding->arena, "%s.%s", key->id,
				      key->list[at].id);

	for (size_t i = 0; i < key->row_count; i++) {
		if (!finding_is_asked(finding, id, NULL, key->rows[i].unit))
			continue;
		fill_cell(finding, key, at, &key->rows[i]);
		return true;
	}
	return false;
}

static bool find_key_figure(const struct finding *finding)
{
	const struct assessment *assessment = finding->assessment;

	for (size_t i = 0; i < assessment->key_figures_count; i++) {
		const struct assessed_key_figures *key =
			&assessment->key_figures[i];

		for (size_t j = 0; j < key->count; j++)
			if (find_in_rows(finding, key, j))
				return true;
	}
	return false;
}

static void fill_row(const struct finding *finding,
		     const struct assessed_statement *statement,
		     const struct assessed_row *row)
{
	const struct explained_figure figures[] = {
		{ "budget", &row->budget, NULL, statement->quantity },
		{ "outcome", &row->outcome, NULL, statement->quantity },
		{ "forecast", &row->forecast, NULL, statement->quantity },
		{ "deviation", &row->deviation, NULL, statement->quantity },
	};

	*finding->into = (struct explained){
		.kind = "row",
		.id = statement->id,
		.name = statement->about,
		.unit = row->unit,
	};
	for (size_t i = 0; i < COUNT_OF(figures); i++)
		finding_figure(finding, figures[i]);
}

/* Without a unit the total, which stands last. */
static bool find_row(const struct finding *finding)
{
	const struct assessment *assessment = finding->assessment;

	for (size_t i = 0; i < assessment->statement_count; i++) {
		const struct assessed_statement *statement =
			&assessment->statements[i];

		for (size_t j = statement->row_count; j > 0; j--) {
			const struct assessed_row *row =
				&statement->rows[j - 1];

			if (!finding_is_asked(finding, statement->id,
					      statement->about, row->unit))
				continue;
			fill_row(finding, statement, row);
			return true;
		}
	}
	return false;
}

bool explained_find_figures(const struct finding *finding)
{
	return find_question(finding) || find_key_figure(finding) ||
	       find_row(finding);
}
