#include "assess/correcting.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "model/indicator_cell.h"

static struct place place_of(const struct correction *correction,
			     const char *header)
{
	return (struct place){ .file = correction->file,
			       .line = correction->line,
			       .header = header };
}

/* The unit's id, by id or name; as it stands if the register has none such. */
static const char *unit_of(const struct correcting *correcting,
			   const struct correction *correction)
{
	const struct unit *unit =
		register_unit_named(correcting->reg, correction->unit);

	return unit ? unit->id : correction->unit;
}

/* How much of the key is the same, if the id is: 0 to 3. */
static int likeness(const struct correcting *correcting,
		    const struct correction *correction,
		    const struct fact *fact)
{
	return (strcmp(fact->unit, unit_of(correcting, correction)) == 0) +
	       (fact->series == correction->series) +
	       window_equal(fact->window, correction->window);
}

/* The fact that is most like what is asked for, with the same id. */
static struct fact *find_nearest(const struct correcting *correcting,
				 const struct correction *correction)
{
	struct fact *nearest = NULL;
	int best = -1;

	for (size_t i = 0; i < correcting->evidence->count; i++) {
		struct facts *facts = &correcting->evidence->list[i].facts;

		for (size_t n = 0; n < facts->fact_count; n++) {
			struct fact *fact = &facts->facts[n];
			int like = likeness(correcting, correction, fact);

			if (strcmp(fact->id, correction->id) != 0 ||
			    like <= best)
				continue;
			nearest = fact;
			best = like;
		}
	}
	return nearest;
}

static bool tell_unknown_id(const struct correcting *correcting,
			    const struct correction *correction)
{
	struct spelling_search near = { .wanted = correction->id };
	struct text shown = { 0 };

	for (size_t i = 0; i < correcting->evidence->count; i++) {
		const struct facts *facts =
			&correcting->evidence->list[i].facts;

		for (size_t n = 0; n < facts->fact_count; n++)
			spelling_offer(&near, facts->facts[n].id);
	}
	if (near.nearest)
		msg_at(OUTCOME_REFUSED, place_of(correction, "id"),
		       _("no export gives a figure \"%s\"; did you mean "
			 "\"%s\"?"),
		       text_show(&shown, correction->id), near.nearest);
	else
		msg_at(OUTCOME_REFUSED, place_of(correction, "id"),
		       _("no export gives a figure \"%s\"; `bokslut explain` "
			 "shows which figures there are"),
		       text_show(&shown, correction->id));
	text_clear(&shown);
	return false;
}

static bool tell_other_key(const struct correction *correction,
			   const struct fact *nearest)
{
	struct text window = { 0 };

	window_add_text(&window, nearest->window);
	msg_at(OUTCOME_REFUSED, place_of(correction, "id"),
	       _("\"%s\" has no figure for that unit, window and series; the "
		 "nearest is of \"%s\", %s, %s"),
	       correction->id, nearest->unit, window.at,
	       evidence_series(nearest->series));
	text_clear(&window);
	return false;
}

/* The fact that is corrected; NULL with *ok as it shall be, if none is. */
static struct fact *find_fact(const struct correcting *correcting,
			      const struct correction *correction, bool *ok)
{
	const struct measure *measure =
		measure_lookup(&correcting->rules->measures, correction->id,
			       correction->series);
	struct fact *fact = find_nearest(correcting, correction);

	*ok = true;
	if (fact && likeness(correcting, correction, fact) == 3)
		return fact;
	if (fact) {
		*ok = tell_other_key(correction, fact);
	} else if (measure && !measure->source) {
		msg_at(OUTCOME_REFUSED, place_of(correction, "id"),
		       _("\"%s\" is worked out from other measures; correct "
			 "those"),
		       correction->id);
		*ok = false;
	} else if (!measure ||
		   evidence_has(correcting->evidence, measure->source)) {
		*ok = tell_unknown_id(correcting, correction);
	}
	return NULL;
}

static bool reads_yesno(const struct correcting *correcting,
			const struct fact *fact)
{
	const struct indicator *indicator =
		register_indicator(correcting->reg, fact->id);

	return fact->figure.kind == FIGURE_YESNO ||
	       (indicator && indicator->target.figure.kind == FIGURE_YESNO);
}

static void tell_value(const struct correction *correction,
		       enum cell_fault fault)
{
	struct text shown = { 0 };

	msg_at(OUTCOME_REFUSED, place_of(correction, "värde"), "\"%s\": %s",
	       text_show(&shown, correction->value), cell_fault_text(fault));
	text_clear(&shown);
}

/* What the cell says, read as the kind of figure that the fact is. */
static enum cell_fault read_value(const struct correcting *correcting,
				  const struct correction *correction,
				  const struct fact *fact,
				  struct figure *figure)
{
	const struct quantity *quantity =
		quantity_lookup(&correcting->rules->quantities, fact->quantity);
	struct indicator like = { 0 };

	*figure = (struct figure){ 0 };
	if (fact->figure.kind == FIGURE_WORD) {
		figure->kind = FIGURE_WORD;
		figure->word = correction->value;
		return CELL_SOUND;
	}
	if (fact->figure.kind == FIGURE_DATE) {
		figure->kind = FIGURE_DATE;
		return cell_date(&figure->date, correction->value);
	}
	if (reads_yesno(correcting, fact))
		like.target.figure.kind = FIGURE_YESNO;
	return indicator_cell(figure, &like, quantity, correction->value,
			      correcting->rules->workspace.decimal);
}

/* Whether the same figure was corrected by a row above. */
static bool is_second(const struct assessment *assessment,
		      const struct fact *fact,
		      const struct correction *correction)
{
	for (size_t i = 0; i < assessment->correction_count; i++) {
		const struct assessed_correction *other =
			&assessment->corrections[i];

		if (strcmp(other->id, fact->id) != 0 ||
		    strcmp(other->unit, fact->unit) != 0 ||
		    other->series != fact->series ||
		    !window_equal(other->window, fact->window))
			continue;
		msg_at(OUTCOME_REFUSED, place_of(correction, "id"),
		       _("the same figure was corrected in line %ld already"),
		       other->line);
		return true;
	}
	return false;
}

static void keep(struct assessment *assessment, const struct fact *fact,
		 const struct correction *correction, struct figure is)
{
	assessment->corrections =
		arena_grow(&assessment->arena, assessment->corrections,
			   assessment->correction_count,
			   sizeof(*assessment->corrections));
	assessment->corrections[assessment->correction_count++] =
		(struct assessed_correction){
			.id = fact->id,
			.unit = fact->unit,
			.window = fact->window,
			.series = fact->series,
			.quantity = fact->quantity,
			.was = fact->figure,
			.is = is,
			.reason = correction->reason,
			.role = correction->role,
			.date = correction->date,
			.file = correction->file,
			.line = correction->line,
		};
}

static bool apply_one(const struct correcting *correcting,
		      const struct correction *correction,
		      struct assessment *assessment)
{
	bool ok;
	struct fact *fact;
	struct figure is;
	enum cell_fault fault;

	if (date_compare(correction->date, correcting->as_of) > 0) {
		msg_at(OUTCOME_NOTED, place_of(correction, "datum"),
		       _("the correction is dated after the as-of day and is "
			 "not made"));
		return true;
	}
	fact = find_fact(correcting, correction, &ok);
	if (!fact)
		return ok;
	fault = read_value(correcting, correction, fact, &is);
	if (fault != CELL_SOUND) {
		tell_value(correction, fault);
		return false;
	}
	if (is_second(assessment, fact, correction))
		return false;
	keep(assessment, fact, correction, is);
	fact->figure = is;
	return true;
}

/* Whether the fact is of a unit above the corrected one, and not corrected. */
static bool is_sum_above(const struct correcting *correcting,
			 const struct assessment *assessment,
			 const struct assessed_correction *below,
			 const struct fact *fact)
{
	if (strcmp(fact->id, below->id) != 0 || fact->series != below->series ||
	    !window_equal(fact->window, below->window) ||
	    strcmp(fact->unit, below->unit) == 0 ||
	    !register_belongs(correcting->reg, below->unit, fact->unit))
		return false;
	for (size_t i = 0; i < assessment->correction_count; i++)
		if (strcmp(assessment->corrections[i].id, fact->id) == 0 &&
		    strcmp(assessment->corrections[i].unit, fact->unit) == 0)
			return false;
	return true;
}

static void tell_sums_above(const struct correcting *correcting,
			    const struct assessment *assessment,
			    const struct assessed_correction *below)
{
	struct place place = { .file = below->file,
			       .line = below->line,
			       .header = "enhet" };

	for (size_t i = 0; i < correcting->evidence->count; i++) {
		const struct facts *facts =
			&correcting->evidence->list[i].facts;

		for (size_t n = 0; n < facts->fact_count; n++) {
			const struct fact *fact = &facts->facts[n];

			if (is_sum_above(correcting, assessment, below, fact))
				msg_at(OUTCOME_NOTED, place,
				       _("the sum of \"%s\" for \"%s\" above "
					 "is not changed by this; give it a "
					 "correction of its own if it is wrong "
					 "too"),
				       fact->id, fact->unit);
		}
	}
}

bool correcting_apply(const struct correcting *correcting,
		      struct assessment *assessment)
{
	const struct corrections *all = correcting->corrections;
	bool ok = true;

	for (size_t i = 0; i < all->count; i++)
		ok = apply_one(correcting, &all->list[i], assessment) && ok;
	for (size_t i = 0; i < assessment->correction_count; i++)
		tell_sums_above(correcting, assessment,
				&assessment->corrections[i]);
	return ok;
}
