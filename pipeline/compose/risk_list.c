#include "compose/risk_list.h"

#include <string.h>

#include "compose/composition.h"
#include "compose/print.h"
#include "lib/text.h"

bool risk_list_find(struct risk_list *risks, struct composition *composition,
		    const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;

	*risks = (struct risk_list){
		.arena = composition_arena(composition),
		.assessment = assessment,
		.words = composition->words,
		.matrix = risk_matrix_lookup(&assessment->matrices, part->of),
	};
	if (!risks->matrix) {
		blocks_add_words(into, risks->arena, BLOCK_PARAGRAPH,
				 part->empty);
		return false;
	}
	risks->scale = scale_lookup(&assessment->scales, risks->matrix->scale);
	for (size_t i = 0; i < assessment->risk_count; i++) {
		if (strcmp(assessment->risks[i].matrix, part->of) != 0)
			continue;
		risks->list =
			arena_grow(risks->arena, risks->list, risks->count,
				   sizeof(const struct assessed_risk *));
		risks->list[risks->count++] = &assessment->risks[i];
	}
	return true;
}

/* The class of a risk before or after its controls; NULL if not told. */
static const char *class_of(const struct assessed_risk *risk, bool residual)
{
	return residual ? risk->residual : risk->grade;
}

static long count_class(const struct risk_list *risks, const char *grade,
			bool residual)
{
	long count = 0;

	for (size_t i = 0; i < risks->count; i++) {
		const char *class = class_of(risks->list[i], residual);

		count += class && strcmp(class, grade) == 0;
	}
	return count;
}

/* The gravest class stands last in its scale, and is told first. */
static void fill(const struct risk_list *risks, struct text *text,
		 enum word word, bool residual)
{
	struct text counts = { 0 };
	struct text total = { 0 };
	long all = 0;

	for (size_t i = risks->scale->grade_count; i > 0; i--) {
		const struct grade *grade = &risks->scale->grades[i - 1];
		const long count = count_class(risks, grade->id, residual);

		if (count == 0)
			continue;
		all += count;
		text_add(&counts, counts.len > 0 ? ", " : "");
		print_count(&counts, risks->words, count);
		text_printf(&counts, " %s",
			    words_counted(risks->words, grade->label, count));
	}
	print_count(&total, risks->words, all);
	if (all > 0 || !residual)
		words_fill(
			text, risks->words, word,
			(struct filling[]){ { "counts", text_string(&counts) },
					    { "total", total.at },
					    { 0 } });
	text_clear(&counts);
	text_clear(&total);
}

void risk_list_fill(const struct risk_list *risks, struct text *text,
		    enum word word)
{
	fill(risks, text, word, false);
}

void risk_list_fill_residual(const struct risk_list *risks, struct text *text)
{
	fill(risks, text, WORD_RISKS_RESIDUAL_TOTAL, true);
}

const char *risk_list_field(const struct risk_list *risks,
			    const struct assessed_risk *risk, const char *name)
{
	const struct record *record =
		assessment_record(risks->assessment, risk->record);

	return record ? record_text(record, name) : "";
}

void risk_list_heads(const struct risk_list *risks, struct table *table,
		     const enum word *heads, size_t count)
{
	struct table_row *head = table_add_row(table, risks->arena, ROW_HEAD);

	for (size_t i = 0; i < count; i++)
		row_add_head(head, risks->arena,
			     words_at(risks->words, heads[i]), "");
}
