/*
 * risks - the risks of a matrix: as a picture, as a table with their classes,
 * and what the levels mean.
 */
#include <stdlib.h>

#include "compose/composition.h"
#include "compose/risk_list.h"
#include "compose/words.h"
#include "lib/text.h"

/* A class is so light that ink is read on it: a quarter of its colour. */
static char *tint_of(struct arena *arena, const char *colour)
{
	unsigned long rgb = strtoul(colour + 1, NULL, 16);
	unsigned long parts[] = { rgb >> 16 & 0xFF, rgb >> 8 & 0xFF,
				  rgb & 0xFF };

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		parts[i] = (parts[i] + 3 * 0xFFUL) / 4;
	return arena_printf(arena, "#%02lx%02lx%02lx", parts[0], parts[1],
			    parts[2]);
}

static void add_classes(const struct risk_list *risks, struct matrix *picture)
{
	const struct scale *scale = risks->scale;

	picture->classes = arena_alloc(
		risks->arena, scale->grade_count * sizeof(*picture->classes));
	for (size_t i = 0; i < scale->grade_count; i++) {
		const struct grade *grade = &scale->grades[i];
		const char *letter =
			risk_matrix_letter(risks->matrix, grade->id);

		if (*letter)
			picture->classes[picture->class_count++] =
				(struct matrix_class){
					.letter = letter,
					.name = grade->label,
					.colour = tint_of(risks->arena,
							  grade->colour),
				};
	}
}

static void add_fields(const struct risk_list *risks, struct matrix *picture)
{
	const struct risk_matrix *matrix = risks->matrix;
	const int rows = (int)matrix->likelihood.count;
	const int columns = (int)matrix->severity.count;

	picture->likelihoods = matrix->likelihood.list;
	picture->likelihood_count = matrix->likelihood.count;
	picture->severities = matrix->severity.list;
	picture->severity_count = matrix->severity.count;
	picture->fields =
		arena_alloc(risks->arena, (size_t)(rows * columns) *
						  sizeof(*picture->fields));
	for (int i = 1; i <= rows; i++)
		for (int j = 1; j <= columns; j++)
			picture->fields[picture->field_count++] =
				(struct matrix_field){
					i, j,
					risk_matrix_letter(
						matrix,
						risk_matrix_class(matrix, i, j))
				};
}

/* "Risk 1: stor, kännbar." */
static void add_risk(const struct risk_list *risks, struct matrix *picture,
		     const struct assessed_risk *risk, struct text *alt)
{
	const struct risk_matrix *matrix = risks->matrix;
	const char *number = arena_printf(risks->arena, "%d", risk->number);

	picture->risks[picture->risk_count++] = (struct matrix_risk){
		.number = number,
		.likelihood = risk->likelihood,
		.severity = risk->severity,
	};
	text_add_char(alt, ' ');
	words_fill(alt, risks->words, WORD_RISKS_ALT_RISK,
		   (struct filling[]){
			   { "number", number },
			   { "likelihood",
			     matrix->likelihood.list[risk->likelihood - 1] },
			   { "severity",
			     matrix->severity.list[risk->severity - 1] },
			   { 0 } });
}

static void add_picture(const struct risk_list *risks, struct blocks *into)
{
	struct block *block = blocks_add(into, risks->arena, BLOCK_MATRIX);
	struct matrix *picture = arena_alloc(risks->arena, sizeof(*picture));
	struct text alt = { 0 };
	struct text title = { 0 };

	block->id = arena_printf(risks->arena, "%s-matrix",
				 risks->matrix->version.id);
	block->matrix = picture;
	risk_list_fill(risks, &title, WORD_RISKS_TITLE);
	picture->title = arena_strdup(risks->arena, title.at);
	picture->likelihood = words_at(risks->words, WORD_RISKS_LIKELIHOOD);
	picture->severity = words_at(risks->words, WORD_RISKS_SEVERITY);
	picture->risks = arena_alloc(
		risks->arena, (risks->count + 1) * sizeof(*picture->risks));
	add_classes(risks, picture);
	add_fields(risks, picture);
	text_add(&alt, words_at(risks->words, WORD_RISKS_ALT));
	for (size_t i = 0; i < risks->count; i++)
		add_risk(risks, picture, risks->list[i], &alt);
	picture->alt = arena_strdup(risks->arena, alt.at);
	text_clear(&alt);
	text_clear(&title);
}

static void add_level(struct table_row *row, const struct risk_list *risks,
		      const struct names *levels, const struct names *means,
		      size_t level)
{
	struct text cell = { 0 };

	if (level < levels->count)
		text_add(&cell, levels->list[level]);
	if (level < means->count)
		text_printf(&cell, ": %s", means->list[level]);
	row_add_text(row, risks->arena, text_string(&cell));
	text_clear(&cell);
}

/* What each level means, the highest first as in the picture. */
static void add_levels(const struct risk_list *risks, struct blocks *into)
{
	static const struct table_column columns[] = { { ALIGN_CENTRE, 0 },
						       { ALIGN_TEXT, 0 },
						       { ALIGN_TEXT, 0 } };
	static const enum word heads[] = { WORD_RISKS_LEVEL,
					   WORD_RISKS_LIKELIHOOD,
					   WORD_RISKS_SEVERITY };
	const struct risk_matrix *matrix = risks->matrix;
	struct arena *arena = risks->arena;
	size_t level = matrix->likelihood.count > matrix->severity.count
			       ? matrix->likelihood.count
			       : matrix->severity.count;
	struct table *table = blocks_add_table(into, arena,
					       arena_printf(arena, "%s-levels",
							    matrix->version.id),
					       columns, COUNT_OF(columns));

	runs_add(&table->caption, arena,
		 words_at(risks->words, WORD_RISKS_LEVELS));
	risk_list_heads(risks, table, heads, COUNT_OF(heads));
	while (level-- > 0) {
		struct table_row *row = table_add_row(table, arena, ROW_BODY);

		row_add_name(row, arena, arena_printf(arena, "%zu", level + 1));
		add_level(row, risks, &matrix->likelihood,
			  &matrix->likelihood_means, level);
		add_level(row, risks, &matrix->severity,
			  &matrix->severity_means, level);
	}
}

/* The sentence of what is left after the controls, if any risk tells it. */
static bool add_residuals(const struct risk_list *risks, struct blocks *into)
{
	struct text sentence = { 0 };
	bool told;

	risk_list_fill_residual(risks, &sentence);
	told = sentence.len > 0;
	if (told)
		blocks_add_words(into, risks->arena, BLOCK_PARAGRAPH,
				 sentence.at);
	text_clear(&sentence);
	return told;
}

void risk_matrix_compose(struct composition *composition,
			 const struct template_part *part, struct blocks *into)
{
	struct risk_list risks;

	if (!risk_list_find(&risks, composition, part, into))
		return;
	add_picture(&risks, into);
	(void)add_residuals(&risks, into);
	add_levels(&risks, into);
}

/* "hanteras snarast: stor, lindrig"; nothing if it is not told. */
static void add_residual(const struct risk_list *risks, struct table_row *row,
			 const struct assessed_risk *risk)
{
	const struct risk_matrix *matrix = risks->matrix;
	struct runs *runs = &row_add_cell(row, risks->arena)->runs;
	const struct grade *grade;

	if (!risk->residual)
		return;
	grade = scale_grade(risks->scale, risk->residual);
	runs_add_grade(
		runs, risks->arena, grade,
		arena_printf(
			risks->arena, "%s: %s, %s", grade->label,
			matrix->likelihood.list[risk->residual_likelihood - 1],
			matrix->severity.list[risk->residual_severity - 1]));
}

static void add_row(const struct risk_list *risks, struct table *table,
		    const struct assessed_risk *risk, bool residuals)
{
	const struct risk_matrix *matrix = risks->matrix;
	const struct grade *grade = scale_grade(risks->scale, risk->grade);
	struct arena *arena = risks->arena;
	struct table_row *row = table_add_row(table, arena, ROW_BODY);

	row_add_text(row, arena, arena_printf(arena, "%d", risk->number));
	row_add_name(row, arena, risk_list_field(risks, risk, "text"));
	row_add_text(row, arena, risk_list_field(risks, risk, "goal"));
	row_add_text(row, arena, matrix->likelihood.list[risk->likelihood - 1]);
	row_add_text(row, arena, matrix->severity.list[risk->severity - 1]);
	runs_add_grade(&row_add_cell(row, arena)->runs, arena, grade,
		       grade->label);
	if (residuals)
		add_residual(risks, row, risk);
}

void risks_compose(struct composition *composition,
		   const struct template_part *part, struct blocks *into)
{
	static const struct table_column columns[] = {
		{ ALIGN_CENTRE, 0 }, { ALIGN_TEXT, 0 }, { ALIGN_TEXT, 0 },
		{ ALIGN_TEXT, 0 },   { ALIGN_TEXT, 0 }, { ALIGN_TEXT, 0 },
		{ ALIGN_TEXT, 0 }
	};
	static const enum word heads[] = {
		WORD_RISKS_NUMBER,     WORD_RISKS_RISK,     WORD_RISKS_GOAL,
		WORD_RISKS_LIKELIHOOD, WORD_RISKS_SEVERITY, WORD_RISKS_CLASS,
		WORD_RISKS_RESIDUAL
	};
	size_t count = COUNT_OF(columns);
	struct risk_list risks;
	struct text sentence = { 0 };
	struct table *table;
	bool residuals;

	if (!risk_list_find(&risks, composition, part, into))
		return;
	risk_list_fill(&risks, &sentence, WORD_RISKS_TOTAL);
	blocks_add_words(into, risks.arena, BLOCK_PARAGRAPH, sentence.at);
	text_clear(&sentence);
	residuals = add_residuals(&risks, into);
	if (!residuals)
		count--;
	table = blocks_add_table(into, risks.arena, risks.matrix->version.kind,
				 columns, count);
	runs_add(&table->caption, risks.arena,
		 words_at(risks.words, WORD_RISKS_CAPTION));
	risk_list_heads(&risks, table, heads, count);
	for (size_t i = 0; i < risks.count; i++)
		add_row(&risks, table, risks.list[i], residuals);
}
