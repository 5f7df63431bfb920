#include "assess/risks.h"

#include <string.h>

#include "assess/in_force.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

/* A record tells its level; told if it does not. */
static int find_level(const struct record *record, const char *name,
		      const struct names *levels)
{
	const char *field = record_field(record, name);
	const int level = risk_level(levels, field ? field : "");
	struct text words = { 0 };
	struct text shown = { 0 };

	if (level > 0)
		return level;
	for (size_t i = 0; i < levels->count; i++)
		text_printf(&words, "%s%zu %s", i > 0 ? ", " : "", i + 1,
			    levels->list[i]);
	msg_say(OUTCOME_REFUSED,
		_("the risk \"%s\", line %ld of its export: %s = \"%s\" is no "
		  "level; there are: %s"),
		record->id, record->first, name,
		text_show(&shown, field ? field : ""), text_string(&words));
	text_clear(&words);
	text_clear(&shown);
	return 0;
}

static bool is_told(const struct record *record, const char *name)
{
	const char *field = record_field(record, name);

	return field && *field;
}

/* What is left after the controls; both levels are told, or none. */
static bool add_residual(const struct risk_matrix *matrix,
			 const struct record *record,
			 struct assessed_risk *risk)
{
	static const char likelihood[] = "residual-likelihood";
	static const char severity[] = "residual-severity";

	if (!is_told(record, likelihood) && !is_told(record, severity))
		return true;
	risk->residual_likelihood =
		find_level(record, likelihood, &matrix->likelihood);
	risk->residual_severity =
		find_level(record, severity, &matrix->severity);
	if (risk->residual_likelihood == 0 || risk->residual_severity == 0)
		return false;
	risk->residual = risk_matrix_class(matrix, risk->residual_likelihood,
					   risk->residual_severity);
	if (risk->residual_likelihood > risk->likelihood ||
	    risk->residual_severity > risk->severity)
		msg_say(OUTCOME_NOTED,
			_("the risk \"%s\", line %ld of its export, is graver "
			  "after its controls than before them"),
			record->id, record->first);
	return true;
}

/* The measure that tells its likelihood; NULL if none does. */
static const char *measure_of(const struct record *record)
{
	static const char name[] = "likelihood-measure";

	return is_told(record, name) ? record_field(record, name) : NULL;
}

static int tell_unmeasured(const struct record *record, const char *why)
{
	struct text shown = { 0 };

	msg_say(OUTCOME_REFUSED,
		_("the risk \"%s\", line %ld of its export: "
		  "likelihood-measure = \"%s\": %s"),
		record->id, record->first,
		text_show(&shown, measure_of(record)), why);
	text_clear(&shown);
	return 0;
}

/* The level whose least value the figure reaches; told if it is no number. */
static int level_reached(const struct risk_matrix *matrix,
			 const struct record *record,
			 const struct quantity *quantity,
			 const struct figure *figure)
{
	struct ratio value;
	size_t level = 1;

	if (!quantity || !quantity_ratio(quantity, figure, &value))
		return tell_unmeasured(record,
				       _("there is no number for its unit"));
	while (level < matrix->likelihood.count &&
	       ratio_compare(value,
			     ratio_of(matrix->likelihood_from[level - 1])) >= 0)
		level++;
	return (int)level;
}

/* The level that the measure named by the record tells; told if it does not. */
static int measure_level(const struct workings *workings,
			 const struct risk_matrix *matrix,
			 const struct record *record)
{
	const struct rules *rules = workings->rules;
	const char *id = measure_of(record);
	const struct measure *measure =
		measure_lookup(&rules->measures, id, SERIES_VALUE);
	struct assessed_figure figure = { 0 };
	struct wanted wanted = { .id = id,
				 .unit = record->unit,
				 .series = SERIES_VALUE };

	if (is_told(record, "likelihood"))
		return tell_unmeasured(
			record, _("likelihood is told too; only one can hold"));
	if (!matrix->likelihood_from)
		return tell_unmeasured(record,
				       _("the matrix has no likelihood_from"));
	if (!measure)
		return tell_unmeasured(record, _("there is no such measure"));
	wanted.quantity = measure->quantity;
	if (!derived_figure(workings, &wanted, &figure))
		return 0;
	return level_reached(matrix, record,
			     quantity_lookup(&rules->quantities,
					     measure->quantity),
			     &figure.figure);
}

static int likelihood_of(const struct workings *workings,
			 const struct risk_matrix *matrix,
			 const struct record *record)
{
	return measure_of(record)
		       ? measure_level(workings, matrix, record)
		       : find_level(record, "likelihood", &matrix->likelihood);
}

static bool add_risk(const struct workings *workings,
		     const struct risk_matrix *matrix, int number,
		     const struct record *record, struct assessment *assessment)
{
	struct assessed_risk risk = {
		.matrix = matrix->version.id,
		.record = record->id,
		.number = number,
		.likelihood = likelihood_of(workings, matrix, record),
		.measure = measure_of(record),
		.severity = find_level(record, "severity", &matrix->severity),
	};

	if (risk.likelihood == 0 || risk.severity == 0)
		return false;
	risk.grade = risk_matrix_class(matrix, risk.likelihood, risk.severity);
	if (!add_residual(matrix, record, &risk))
		return false;
	assessment->risks =
		arena_grow(&assessment->arena, assessment->risks,
			   assessment->risk_count, sizeof(*assessment->risks));
	assessment->risks[assessment->risk_count++] = risk;
	return true;
}

static void keep_matrix(const struct risk_matrix *matrix,
			struct assessment *assessment)
{
	struct risk_matrices *kept = &assessment->matrices;

	kept->list = arena_grow(&assessment->arena, kept->list, kept->count,
				sizeof(*kept->list));
	kept->list[kept->count++] = *matrix;
}

static bool add_risks(const struct workings *workings,
		      const struct risk_matrix *matrix,
		      struct assessment *assessment)
{
	bool ok = true;
	int number = 0;

	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *record = &assessment->records[i];

		if (strcmp(record->kind, matrix->version.kind) == 0)
			ok = add_risk(workings, matrix, ++number, record,
				      assessment) &&
			     ok;
	}
	keep_matrix(matrix, assessment);
	return ok;
}

bool risks_add(const struct workings *workings, struct assessment *assessment)
{
	const struct risk_matrices *matrices = &workings->rules->matrices;
	bool ok = in_force_prove(&matrices->versions, assessment);

	for (size_t i = 0; i < matrices->count; i++) {
		const struct risk_matrix *matrix = &matrices->list[i];

		if (in_force_reads(&matrices->versions, &matrix->version,
				   assessment))
			ok = add_risks(workings, matrix, assessment) && ok;
	}
	return ok;
}
