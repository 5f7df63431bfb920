#include "bokslut/explained.h"

#include <string.h>

#include "bokslut/explain_grade.h"
#include "bokslut/explained_find.h"
#include "lib/text.h"

static bool is_of_unit(const struct finding *finding, const char *unit)
{
	const char *wanted = finding->question->unit;

	return !wanted || (unit && strcmp(wanted, unit) == 0);
}

bool finding_is_asked(const struct finding *finding, const char *id,
		      const char *name, const char *unit)
{
	const char *wanted = finding->question->id;
	const bool same = strcmp(wanted, id) == 0 ||
			  (name && spelling_same(wanted, name));

	if (!same)
		spelling_offer(&finding->question->near, id);
	return same && is_of_unit(finding, unit);
}

void finding_note(const struct finding *finding, const char *name,
		  const char *value)
{
	struct explained *into = finding->into;

	into->notes = arena_grow(finding->arena, into->notes, into->note_count,
				 sizeof(*into->notes));
	into->notes[into->note_count++] =
		(struct explained_note){ name, value };
}

void finding_figure(const struct finding *finding,
		    struct explained_figure figure)
{
	struct explained *into = finding->into;

	into->figures = arena_grow(finding->arena, into->figures,
				   into->figure_count, sizeof(*into->figures));
	into->figures[into->figure_count++] = figure;
}

/* The value that a target names, and what is due of it. */
static void add_target(const struct finding *finding,
		       const struct assessed_indicator *indicator)
{
	if (indicator->named)
		finding_figure(finding, (struct explained_figure){
						"named", indicator->named, NULL,
						indicator->quantity });
	if (indicator->due)
		finding_figure(finding, (struct explained_figure){
						"due", indicator->due, NULL,
						indicator->quantity });
}

static bool find_indicator(const struct finding *finding)
{
	const struct assessment *assessment = finding->assessment;

	for (size_t i = 0; i < assessment->indicator_count; i++) {
		const struct assessed_indicator *found =
			&assessment->indicators[i];

		if (!finding_is_asked(finding, found->id, found->name,
				      found->unit))
			continue;
		*finding->into = (struct explained){
			.kind = "indicator",
			.id = found->id,
			.name = found->name,
			.unit = found->unit,
			.grades = found->grades,
			.grade_count = found->grade_count,
			.indicator = found,
		};
		finding_figure(finding, (struct explained_figure){
						"value", &found->value, NULL,
						found->quantity });
		finding_figure(finding, (struct explained_figure){
						"forecast", &found->forecast,
						NULL, found->quantity });
		add_target(finding, found);
		return true;
	}
	return false;
}

/* Each indicator under the goal, with its label. */
static void add_members(const struct finding *finding, const char *goal)
{
	const struct assessment *assessment = finding->assessment;

	for (size_t i = 0; i < assessment->indicator_count; i++) {
		const struct assessed_indicator *indicator =
			&assessment->indicators[i];
		const struct assessed_grade *grade = grade_that_counts(
			indicator->grades, indicator->grade_count, WHEN_NOW);

		if (names_has(&indicator->goals, goal))
			finding_note(finding, indicator->id,
				     grade ? explain_label(assessment, grade)
					   : "-");
	}
}

static bool find_goal(const struct finding *finding)
{
	const struct assessment *assessment = finding->assessment;

	for (size_t i = 0; i < assessment->goal_count; i++) {
		const struct assessed_goal *found = &assessment->goals[i];

		if (!finding_is_asked(finding, found->id, found->name,
				      found->unit))
			continue;
		*finding->into = (struct explained){
			.kind = "goal",
			.id = found->id,
			.name = found->name,
			.unit = found->unit,
			.grades = found->grades,
			.grade_count = found->grade_count,
		};
		add_members(finding, found->id);
		return true;
	}
	return false;
}

const char *finding_label(const struct finding *finding, const char *scale,
			  const char *grade)
{
	const struct scale *found =
		scale_lookup(&finding->assessment->scales, scale);
	const struct grade *one =
		found && grade ? scale_grade(found, grade) : NULL;

	return one ? one->label : grade;
}

static const char *level_of(struct arena *arena, const struct names *levels,
			    int level)
{
	return arena_printf(arena, "%d, %s", level, levels->list[level - 1]);
}

static void note_residual(const struct finding *finding,
			  const struct assessed_risk *risk,
			  const struct risk_matrix *matrix)
{
	struct arena *arena = finding->arena;

	finding_note(finding, "residual",
		     arena_printf(arena, "%s; %s; %s",
				  finding_label(finding, matrix->scale,
						risk->residual),
				  level_of(arena, &matrix->likelihood,
					   risk->residual_likelihood),
				  level_of(arena, &matrix->severity,
					   risk->residual_severity)));
}

static void fill_risk(const struct finding *finding,
		      const struct assessed_risk *risk,
		      const struct record *record)
{
	const struct assessment *assessment = finding->assessment;
	const struct risk_matrix *matrix =
		risk_matrix_lookup(&assessment->matrices, risk->matrix);

	*finding->into = (struct explained){
		.kind = "risk",
		.id = risk->record,
		.name = record_field(record, "text"),
		.unit = record->unit,
		.grade = finding_label(finding, matrix->scale, risk->grade),
		.version = matrix->version.number,
		.file = matrix->version.file,
		.line = matrix->version.line,
		.sha256 = matrix->version.sha256,
		.record = record,
	};
	finding_note(finding, "matrix", matrix->version.id);
	finding_note(finding, "likelihood",
		     level_of(finding->arena, &matrix->likelihood,
			      risk->likelihood));
	if (risk->measure)
		finding_note(finding, "measure", risk->measure);
	finding_note(finding, "severity",
		     level_of(finding->arena, &matrix->severity,
			      risk->severity));
	if (risk->residual)
		note_residual(finding, risk, matrix);
}

static bool find_risk(const struct finding *finding)
{
	const struct assessment *assessment = finding->assessment;

	for (size_t i = 0; i < assessment->risk_count; i++) {
		const struct assessed_risk *risk = &assessment->risks[i];
		const struct record *record =
			assessment_record(assessment, risk->record);

		if (!record || !finding_is_asked(finding, risk->record,
						 record_field(record, "text"),
						 record->unit))
			continue;
		fill_risk(finding, risk, record);
		return true;
	}
	return false;
}

static void add_class(const struct finding *finding,
		      const struct risk_matrix *matrix,
		      const struct grade *grade)
{
	const struct assessment *assessment = finding->assessment;
	struct text list = { 0 };

	for (size_t i = 0; i < assessment->risk_count; i++) {
		const struct assessed_risk *risk = &assessment->risks[i];

		if (strcmp(risk->matrix, matrix->version.id) == 0 &&
		    strcmp(risk->grade, grade->id) == 0)
			text_printf(&list, "%s%s", list.len > 0 ? ", " : "",
				    risk->record);
	}
	finding_note(finding, grade->label,
		     arena_strdup(finding->arena, text_string(&list)));
	text_clear(&list);
}

/* The risks of each class. */
static bool find_matrix(const struct finding *finding)
{
	const struct assessment *assessment = finding->assessment;

	for (size_t i = 0; i < assessment->matrices.count; i++) {
		const struct risk_matrix *matrix =
			&assessment->matrices.list[i];
		const struct scale *scale =
			scale_lookup(&assessment->scales, matrix->scale);

		if (!finding_is_asked(finding, matrix->version.id,
				      matrix->about, NULL))
			continue;
		*finding->into = (struct explained){
			.kind = "risks",
			.id = matrix->version.id,
			.name = matrix->about,
			.unit = assessment->unit,
			.version = matrix->version.number,
			.file = matrix->version.file,
			.line = matrix->version.line,
			.sha256 = matrix->version.sha256,
		};
		for (size_t j = 0; j < scale->grade_count; j++)
			add_class(finding, matrix, &scale->grades[j]);
		return true;
	}
	return false;
}

bool explained_find(struct explained *into, struct arena *arena,
		    const struct assessment *assessment,
		    struct explained_question *question)
{
	const struct finding finding = { into, arena, assessment, question };

	return find_indicator(&finding) || find_goal(&finding) ||
	       find_risk(&finding) || find_matrix(&finding) ||
	       explained_find_figures(&finding);
}
