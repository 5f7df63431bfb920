#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "model/measure.h"
#include "model/profile.h"
#include "model/quantity.h"

/* What a measure is proved against. */
struct proof {
	const struct measures *measures;
	const struct profiles *profiles;
	const struct quantities *quantities;
	bool sound;
};

static struct place fault_of(struct proof *proof, const struct measure *measure)
{
	proof->sound = false;
	return (struct place){ .file = measure->rules_file,
			       .line = measure->line,
			       .header = measure->id };
}

static void prove_sum(struct proof *proof, const struct measure *measure,
		      const struct profile *profile)
{
	const struct column *column = profile_column(profile, measure->column);

	if (!column)
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("sum = \"%s\": the source \"%s\" has no such column"),
		       measure->column, profile->id);
	else if (column->type != COLUMN_NUMBER)
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("sum = \"%s\": that column must have "
			 "type = \"number\""),
		       measure->column);
}

static void prove_month(struct proof *proof, const struct measure *measure,
			const struct profile *profile)
{
	const struct column *column = profile_column(profile, measure->month);

	if (!column ||
	    (column->type != COLUMN_MONTH && column->type != COLUMN_DATE &&
	     column->type != COLUMN_PERIOD))
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("month = \"%s\" must name a column of \"%s\" with "
			 "type = \"month\", \"period\" or \"date\""),
		       measure->month, profile->id);
	else if (column->may_be_empty || column->optional)
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("month = \"%s\": that column must be neither optional "
			 "nor may_be_empty"),
		       measure->month);
}

static void prove_source(struct proof *proof, const struct measure *measure)
{
	const struct profile *profile =
		profile_lookup(proof->profiles, measure->source);

	if (!profile) {
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("source = \"%s\" is declared nowhere"),
		       measure->source);
		return;
	}
	if (measure->kind == MEASURE_SUM)
		prove_sum(proof, measure, profile);
	if (measure->month)
		prove_month(proof, measure, profile);
	if (!profile_has_unit(profile))
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("the rows of \"%s\" have no unit: it needs a column "
			 "of type = \"unit\" or unit = \"…\""),
		       profile->id);
}

/* The part, declared above `measure`: so no measure is made from itself. */
static const struct measure *prove_part(struct proof *proof,
					const struct measure *measure,
					const struct measure_part *part)
{
	const struct measure *found =
		measure_lookup(proof->measures, part->id, part->series);

	if (found && found < measure)
		return found;
	msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
	       _("\"%s/%s\" is no measure that is declared above"), part->id,
	       series_name(part->series));
	return NULL;
}

static void prove_units(struct proof *proof, const struct measure *measure,
			const struct measure *part)
{
	struct figure nought = figure_of_number(decimal_of(0));
	const struct quantity *from =
		quantity_lookup(proof->quantities, part->quantity);
	const struct quantity *to =
		quantity_lookup(proof->quantities, measure->quantity);

	if (from && to && !quantity_convert(&nought, from, to))
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("\"%s\" is told in %s, which cannot be made %s"),
		       part->id, part->quantity, measure->quantity);
}

static void prove_parts(struct proof *proof, const struct measure *measure)
{
	for (size_t i = 0; i < COUNT_OF(measure->parts); i++) {
		const struct measure *part =
			prove_part(proof, measure, &measure->parts[i]);

		if (part && measure->kind == MEASURE_DIFFERENCE)
			prove_units(proof, measure, part);
	}
}

bool measure_prove(const struct measures *measures,
		   const struct profiles *profiles,
		   const struct quantities *quantities)
{
	struct proof proof = { measures, profiles, quantities, true };

	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->list[i];

		if (!quantity_lookup(quantities, measure->quantity))
			msg_at(OUTCOME_MISCONFIGURED, fault_of(&proof, measure),
			       _("quantity = \"%s\" is declared nowhere"),
			       measure->quantity);
		if (measure->source)
			prove_source(&proof, measure);
		else
			prove_parts(&proof, measure);
	}
	return proof.sound;
}
