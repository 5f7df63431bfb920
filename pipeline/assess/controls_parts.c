#include "assess/controls_parts.h"

#include <string.h>

#include "assess/controls_tell.h"
#include "assess/derived.h"

/* A whole that may be less than its parts. */
struct whole {
	const struct controlling *controlling;
	const struct assessed_correction *correction;
	const char *id;
	const char *unit;
};

/* The figure of that id and unit, in the corrected one's window and series;
 * NULL if there is none that is a number. */
static const struct figure *figure_of(const struct whole *whole, const char *id,
				      const char *unit)
{
	const struct assessed_correction *correction = whole->correction;
	const struct fact_key key = { id, unit, correction->series,
				      &correction->window };
	struct found_fact found;

	if (!evidence_find(whole->controlling->evidence, &key, &found) ||
	    !found.fact || found.fact->figure.kind != FIGURE_NUMBER)
		return NULL;
	return &found.fact->figure;
}

static void prove_sum(const struct whole *whole, const struct figure *parts)
{
	const struct assessed_correction *correction = whole->correction;
	const struct figure *own = figure_of(whole, whole->id, whole->unit);
	const struct assessed_control control = {
		.kind = CONTROL_PART,
		.id = whole->id,
		.unit = whole->unit,
		.series = correction->series,
		.window = correction->window,
		.quantity = correction->quantity,
		.value = own ? *own : (struct figure){ 0 },
		.wanted = *parts,
		.file = correction->file,
		.line = correction->line,
	};

	if (own && decimal_compare(parts->number, own->number) > 0)
		controls_tell(whole->controlling, NULL, &control);
}

/* Parts that are declared as such: varav. */
static void prove_varav(const struct whole *whole)
{
	const struct measures *measures = &whole->controlling->rules->measures;

	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->list[i];
		const struct figure *part;

		if (!measure->varav || strcmp(measure->varav, whole->id) != 0 ||
		    measure->series != whole->correction->series)
			continue;
		part = figure_of(whole, measure->id, whole->unit);
		if (part)
			prove_sum(whole, part);
	}
}

/* The units right below, if nothing of them is less than nought. */
static void prove_below(const struct whole *whole)
{
	const struct registry *reg = whole->controlling->reg;
	struct figure sum = figure_of_number(decimal_of(0));

	for (size_t i = 0; i < reg->unit_count; i++) {
		const struct unit *unit = &reg->units[i];
		const struct figure *part;

		if (!unit->parent || strcmp(unit->parent, whole->unit) != 0)
			continue;
		part = figure_of(whole, whole->id, unit->id);
		if (part && (decimal_is_negative(part->number) ||
			     !derived_sum(&sum, part, &sum)))
			return;
	}
	prove_sum(whole, &sum);
}

static void prove_whole(const struct whole *whole)
{
	const struct measure *measure =
		measure_lookup(&whole->controlling->rules->measures, whole->id,
			       whole->correction->series);

	if (!measure || !measure_adds(measure))
		return;
	prove_varav(whole);
	prove_below(whole);
}

static void prove_correction(const struct controlling *controlling,
			     const struct assessed_correction *correction)
{
	const struct unit *unit =
		register_unit(controlling->reg, correction->unit);
	const struct measure *measure =
		measure_lookup(&controlling->rules->measures, correction->id,
			       correction->series);
	struct whole whole = { controlling, correction, correction->id,
			       correction->unit };

	prove_whole(&whole);
	if (measure && measure->varav) {
		whole.id = measure->varav;
		prove_varav(&whole);
		whole.id = correction->id;
	}
	if (unit && unit->parent) {
		whole.unit = unit->parent;
		prove_whole(&whole);
	}
}

void controls_prove_parts(const struct controlling *controlling)
{
	const struct assessment *assessment = controlling->assessment;

	for (size_t i = 0; i < assessment->correction_count; i++)
		prove_correction(controlling, &assessment->corrections[i]);
}

static struct figure figure_of_date(struct date date)
{
	return (struct figure){ .kind = FIGURE_DATE, .date = date };
}

static void prove_source(const struct controlling *controlling,
			 const struct facts *facts)
{
	const struct profile *profile =
		profile_lookup(&controlling->rules->profiles, facts->source);
	const struct assessment *assessment = controlling->assessment;
	struct assessed_control control = {
		.kind = CONTROL_STALE,
		.id = facts->source,
		.unit = assessment->unit,
		.window = assessment->window,
	};
	struct date wanted;
	struct date reached;

	if (!profile)
		return;
	wanted = freshness_wanted(&profile->freshness, &assessment->window);
	reached = freshness_reached(&profile->freshness, facts);
	if (reached.year == 0 || date_compare(reached, wanted) >= 0)
		return;
	control.value = figure_of_date(reached);
	control.wanted = figure_of_date(wanted);
	control.file = profile->rules_file;
	control.line = profile->line;
	controls_tell(controlling, NULL, &control);
}

void controls_prove_sources(const struct controlling *controlling)
{
	const struct evidence *evidence = controlling->evidence;

	for (size_t i = 0; i < evidence->count; i++)
		prove_source(controlling, &evidence->list[i].facts);
}
