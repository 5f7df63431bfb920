#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "model/rules.h"

#define WORKSPACE_FILE "rules/workspace.lua"

static bool prove_workspace(const struct rules *rules)
{
	struct place place = { .file = WORKSPACE_FILE };

	if (rules->workspace.municipality)
		return true;
	msg_at(OUTCOME_MISCONFIGURED, place,
	       _("no rules file has a workspace { … }, which tells the "
		 "municipality"));
	return false;
}

static bool prove_close(const struct rules *rules,
			const struct close_plan *plan)
{
	struct place place = { .file = plan->rules_file,
			       .line = plan->line,
			       .header = "close" };
	bool ok = true;

	if (!report_lookup(&rules->reports, plan->report)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the report \"%s\" is declared nowhere"),
		       plan->report);
		ok = false;
	}
	for (size_t i = 0; i < plan->source_count; i++) {
		if (profile_lookup(&rules->profiles, plan->sources[i]))
			continue;
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the source \"%s\" is declared nowhere"),
		       plan->sources[i]);
		ok = false;
	}
	return ok;
}

static bool has_measure(const struct rules *rules, const char *id)
{
	for (size_t i = 0; i < rules->measures.count; i++)
		if (strcmp(rules->measures.list[i].id, id) == 0)
			return true;
	return false;
}

static bool prove_statement(const struct rules *rules,
			    const struct statement *statement)
{
	struct place place = { .file = statement->rules_file,
			       .line = statement->line,
			       .header = "statement" };
	bool ok = true;

	if (!has_measure(rules, statement->measure)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("measure = \"%s\" is declared nowhere"),
		       statement->measure);
		ok = false;
	}
	if (statement->accrued && !has_measure(rules, statement->accrued)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("accrued = \"%s\" is declared nowhere"),
		       statement->accrued);
		ok = false;
	}
	if (statement->deviation && !has_measure(rules, statement->deviation)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("deviation = \"%s\" is declared nowhere"),
		       statement->deviation);
		ok = false;
	}
	if (!quantity_lookup(&rules->quantities, statement->quantity)) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("quantity = \"%s\" is declared nowhere"),
		       statement->quantity);
		ok = false;
	}
	return ok;
}

static bool prove_profile(const struct rules *rules,
			  const struct profile *profile)
{
	bool ok = true;

	for (size_t i = 0; i < profile->column_count; i++) {
		const struct column *column = &profile->columns[i];
		struct place place = { .file = profile->rules_file,
				       .line = column->line,
				       .header = "column" };

		if (!column->quantity ||
		    quantity_lookup(&rules->quantities, column->quantity))
			continue;
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("quantity = \"%s\" is declared nowhere"),
		       column->quantity);
		ok = false;
	}
	return ok;
}

/* A change of a per cent is told in points, in hundredths already. */
static bool prove_change(const struct rules *rules,
			 const struct checklist_question *question,
			 struct place place)
{
	if (question->form != ANSWER_CHANGE ||
	    !quantity_lookup(&rules->quantities, question->quantity)->hundred)
		return true;
	msg_at(OUTCOME_MISCONFIGURED, place,
	       _("the question %s: a change is not told in hundredths; "
		 "\"%s\" is"),
	       question->number, question->quantity);
	return false;
}

static bool prove_question(const struct rules *rules,
			   const struct checklist_question *question,
			   struct place place)
{
	const bool measured = !question->measure ||
			      measure_lookup(&rules->measures,
					     question->measure, SERIES_VALUE);
	const bool counted =
		!question->quantity ||
		quantity_lookup(&rules->quantities, question->quantity);

	if (!measured)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("measure = \"%s\" is declared nowhere"),
		       question->measure);
	if (!counted)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("quantity = \"%s\" is declared nowhere"),
		       question->quantity);
	return measured && counted && prove_change(rules, question, place);
}

/* Whether the scale has all grades of the checklist's outcomes. */
static bool prove_outcomes(const struct rules *rules,
			   const struct checklist *checklist,
			   struct place place)
{
	const struct scale *scale =
		scale_lookup(&rules->scales, checklist->scale);
	bool ok = scale != NULL;

	if (!scale)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("there is no scale \"%s\""), checklist->scale);
	for (size_t i = 0; scale && i < checklist->step_count; i++) {
		if (scale_grade(scale, checklist->steps[i].grade))
			continue;
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the scale \"%s\" has no grade \"%s\""), scale->id,
		       checklist->steps[i].grade);
		ok = false;
	}
	return ok;
}

static bool prove_checklist(const struct rules *rules,
			    const struct checklist *checklist)
{
	const struct place place = version_place(&checklist->version);
	bool ok = prove_outcomes(rules, checklist, place);

	for (size_t i = 0; i < checklist->question_count; i++)
		ok = prove_question(rules, &checklist->questions[i], place) &&
		     ok;
	for (size_t i = 0; i < checklist->regulations.count; i++) {
		if (regulation_known(&rules->regulations,
				     checklist->regulations.list[i]))
			continue;
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("there is no regulation \"%s\""),
		       checklist->regulations.list[i]);
		ok = false;
	}
	return ok;
}

static bool prove_checklists(const struct rules *rules)
{
	bool ok = versions_prove(&rules->checklists.versions);

	for (size_t i = 0; i < rules->checklists.count; i++)
		ok = prove_checklist(rules, &rules->checklists.list[i]) && ok;
	return ok;
}

static bool prove_key_figure(const struct rules *rules,
			     const struct key_figure *figure,
			     struct place place)
{
	const bool measured =
		measure_lookup(&rules->measures, figure->measure, SERIES_VALUE);
	const bool counted =
		quantity_lookup(&rules->quantities, figure->quantity);

	if (!measured)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("measure = \"%s\" is declared nowhere"),
		       figure->measure);
	if (!counted)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("quantity = \"%s\" is declared nowhere"),
		       figure->quantity);
	return measured && counted;
}

static bool prove_key_figures(const struct rules *rules)
{
	bool ok = true;

	for (size_t i = 0; i < rules->key_figures.count; i++) {
		const struct key_figures *one = &rules->key_figures.list[i];
		const struct place place = { .file = one->rules_file,
					     .line = one->line,
					     .header = "key_figures" };

		for (size_t j = 0; j < one->count; j++)
			ok = prove_key_figure(rules, &one->list[j], place) &&
			     ok;
	}
	return ok;
}

static bool prove_matrices(const struct rules *rules)
{
	bool ok = versions_prove(&rules->matrices.versions);

	for (size_t i = 0; i < rules->matrices.count; i++)
		ok = risk_matrix_prove(&rules->matrices.list[i],
				       &rules->scales) &&
		     ok;
	return ok;
}

static bool prove_closes(const struct rules *rules)
{
	bool ok = true;

	for (size_t i = 0; i < rules->calendar.count; i++)
		ok = prove_close(rules, &rules->calendar.list[i]) && ok;
	return ok;
}

static bool prove_profiles(const struct rules *rules)
{
	bool ok = true;

	for (size_t i = 0; i < rules->profiles.count; i++)
		ok = prove_profile(rules, &rules->profiles.list[i]) && ok;
	return ok;
}

static bool prove_statements(const struct rules *rules)
{
	bool ok = true;

	for (size_t i = 0; i < rules->statements.count; i++)
		ok = prove_statement(rules, &rules->statements.list[i]) && ok;
	return ok;
}

bool rules_prove(struct rules *rules)
{
	bool ok = prove_workspace(rules);

	ok = prove_closes(rules) && ok;
	ok = prove_profiles(rules) && ok;
	ok = prove_matrices(rules) && ok;
	ok = prove_checklists(rules) && ok;
	ok = prove_key_figures(rules) && ok;
	ok = prove_statements(rules) && ok;
	return measure_prove(&rules->measures, &rules->profiles,
			     &rules->quantities) &&
	       ok;
}
