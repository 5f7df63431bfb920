#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "model/measure.h"
#include "model/profile.h"
#include "model/quantity.h"

/* What a measure is proved against. */
struct proof {
	struct measures *measures;
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

/* The column that a word of the measure names; NULL, and told, if the source
 * has none such. */
static const struct column *prove_column(struct proof *proof,
					 const struct measure *measure,
					 const struct profile *profile,
					 const char *as)
{
	const struct column *column = profile_column(profile, as);

	if (!column)
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("the source \"%s\" has no column \"%s\""), profile->id,
		       as);
	return column;
}

/* What is added up is a number; what is told apart may be anything that is
 * read for itself. */
static void prove_operand(struct proof *proof, const struct measure *measure,
			  const struct profile *profile)
{
	const struct column *column;
	bool told_apart = measure->kind == MEASURE_DISTINCT ||
			  measure->kind == MEASURE_NESTED;

	if (measure->per)
		(void)prove_column(proof, measure, profile, measure->per);
	if (!measure->column)
		return;
	column = prove_column(proof, measure, profile, measure->column);
	if (column && !told_apart && column->type != COLUMN_NUMBER)
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("the column \"%s\" must have type = \"number\" here"),
		       measure->column);
}

static bool has_time(const struct column *column)
{
	return column->type == COLUMN_MONTH || column->type == COLUMN_DATE ||
	       column->type == COLUMN_PERIOD;
}

static void prove_during(struct proof *proof, const struct measure *measure,
			 const struct profile *profile)
{
	for (size_t i = 0; i < 2 && measure->during[0]; i++) {
		const struct column *column = prove_column(
			proof, measure, profile, measure->during[i]);

		if (column &&
		    (!has_time(column) || (i == 0 && column->may_be_empty)))
			msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
			       _("during: \"%s\" must be a date, month or "
				 "period, and only the last day may be empty"),
			       measure->during[i]);
	}
}

static void prove_month(struct proof *proof, const struct measure *measure,
			const struct profile *profile)
{
	const struct column *column = profile_column(profile, measure->month);

	if (!column || !has_time(column))
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

static void prove_source(struct proof *proof, struct measure *measure)
{
	const struct profile *profile =
		profile_lookup(proof->profiles, measure->source);

	if (!profile) {
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("source = \"%s\" is declared nowhere"),
		       measure->source);
		return;
	}
	prove_operand(proof, measure, profile);
	prove_during(proof, measure, profile);
	if (!where_prove(&measure->where, profile,
			 (struct place){ .file = measure->rules_file,
					 .line = measure->line,
					 .header = measure->id }))
		proof->sound = false;
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

/* Whether a denominator can be 0: a count of no rows is no fact at all. */
static bool may_be_zero(const struct proof *proof,
			const struct measure *measure)
{
	const struct profile *profile =
		measure->source
			? profile_lookup(proof->profiles, measure->source)
			: NULL;
	const struct column *column =
		profile && measure->column
			? profile_column(profile, measure->column)
			: NULL;

	if (measure->kind == MEASURE_COUNT ||
	    measure->kind == MEASURE_DISTINCT ||
	    measure->kind == MEASURE_NESTED)
		return false;
	return measure_is_derived(measure) || !column || !column->has_min ||
	       decimal_compare(column->min, decimal_of(0)) <= 0;
}

static void prove_zero(struct proof *proof, const struct measure *measure,
		       const struct measure *denominator)
{
	if (!measure->has_zero && may_be_zero(proof, denominator))
		msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
		       _("\"%s\" may be 0: say by zero = \"not-applicable\" "
			 "what the ratio is then, or give its column a min "
			 "above 0"),
		       denominator->id);
}

static void prove_parts(struct proof *proof, const struct measure *measure)
{
	size_t count =
		measure->kind == MEASURE_GROUPS ? 1 : COUNT_OF(measure->parts);

	for (size_t i = 0; i < count; i++) {
		const struct measure *part =
			prove_part(proof, measure, &measure->parts[i]);

		if (part && measure->kind != MEASURE_RATIO)
			prove_units(proof, measure, part);
		if (part && measure->kind == MEASURE_RATIO && i == 1)
			prove_zero(proof, measure, part);
	}
}

static bool same_window(const struct window_rule *a,
			const struct window_rule *b)
{
	return a->kind == b->kind && a->lag == b->lag &&
	       a->length == b->length && window_equal(a->window, b->window);
}

/* A part is counted the way that the whole is, from the same rows. */
static bool is_alike(const struct measure *part, const struct measure *whole)
{
	return whole != part && whole->kind == part->kind &&
	       measure_adds(whole) &&
	       strcmp(whole->source, part->source) == 0 &&
	       same_window(&whole->window, &part->window);
}

static void prove_varav(struct proof *proof, const struct measure *measure)
{
	const struct measure *whole =
		measure->varav ? measure_lookup(proof->measures, measure->varav,
						measure->series)
			       : NULL;

	if (!measure->varav || (whole && whole->source && measure->source &&
				is_alike(measure, whole)))
		return;
	msg_at(OUTCOME_MISCONFIGURED, fault_of(proof, measure),
	       _("varav = \"%s\" must name another measure of the same "
		 "source, series and window, and both be counts or both "
		 "sums"),
	       measure->varav);
}

bool measure_prove(struct measures *measures, const struct profiles *profiles,
		   const struct quantities *quantities)
{
	struct proof proof = { measures, profiles, quantities, true };

	for (size_t i = 0; i < measures->count; i++) {
		struct measure *measure = &measures->list[i];

		if (!quantity_lookup(quantities, measure->quantity))
			msg_at(OUTCOME_MISCONFIGURED, fault_of(&proof, measure),
			       _("quantity = \"%s\" is declared nowhere"),
			       measure->quantity);
		prove_varav(&proof, measure);
		if (measure->source)
			prove_source(&proof, measure);
		else
			prove_parts(&proof, measure);
	}
	return proof.sound;
}
