#include <string.h>

#include "lib/lang.h"
#include "lib/spelling.h"
#include "model/register_read.h"

static struct place fault_of(struct register_reading *reading, size_t era,
			     int header)
{
	return register_fault(reading, &reading->units,
			      &reading->units.lines[reading->era_lines[era]],
			      header);
}

static bool begins_after(const struct unit_era *era, struct date day)
{
	return era->from.year != 0 && date_compare(day, era->from) < 0;
}

static bool overlap(const struct unit_era *a, const struct unit_era *b)
{
	bool apart = (a->to.year != 0 && begins_after(b, a->to)) ||
		     (b->to.year != 0 && begins_after(a, b->to));

	return !apart;
}

/* Two rows of the register's own day are told where ids are. */
static void prove_apart(struct register_reading *reading, size_t at)
{
	const struct registry *reg = reading->reg;
	const struct unit_era *era = &reg->eras[at];

	for (size_t i = 0; i < at; i++) {
		const struct unit_era *other = &reg->eras[i];

		if (strcmp(other->id, era->id) != 0 || !overlap(era, other) ||
		    (register_holds(era, reg->as_of) &&
		     register_holds(other, reg->as_of)))
			continue;
		msg_at(OUTCOME_REFUSED, fault_of(reading, at, UNIT_FROM),
		       _("the unit \"%s\" stands on line %ld already, for days "
			 "that this row holds too"),
		       era->id, other->line);
	}
}

static bool was_there(const struct registry *reg, const char *id,
		      struct date day)
{
	for (size_t i = 0; i < reg->era_count; i++)
		if (strcmp(reg->eras[i].id, id) == 0 &&
		    register_holds(&reg->eras[i], day))
			return true;
	return false;
}

static void tell_absent(struct place place, const struct registry *reg,
			const char *id, struct date day)
{
	struct spelling_search search = { .wanted = id };

	for (size_t i = 0; i < reg->era_count; i++)
		if (register_holds(&reg->eras[i], day))
			spelling_offer(&search, reg->eras[i].id);
	if (search.nearest)
		msg_at(OUTCOME_REFUSED, place,
		       _("there was no unit with the id \"%s\" the day before; "
			 "is it \"%s\" that is meant?"),
		       id, search.nearest);
	else
		msg_at(OUTCOME_REFUSED, place,
		       _("there was no unit with the id \"%s\" the day before; "
			 "keep its row in units.csv, with its last day"),
		       id);
}

static void prove_predecessors(struct register_reading *reading, size_t at)
{
	const struct registry *reg = reading->reg;
	const struct unit_era *era = &reg->eras[at];
	struct date before;

	if (era->predecessors.count == 0)
		return;
	if (era->from.year == 0) {
		msg_at(OUTCOME_REFUSED, fault_of(reading, at, UNIT_FROM),
		       _("a unit that takes over from others needs its first "
			 "day"));
		return;
	}
	before = date_plus(era->from, -1);
	for (size_t i = 0; i < era->predecessors.count; i++)
		if (!was_there(reg, era->predecessors.list[i], before))
			tell_absent(fault_of(reading, at, UNIT_PREDECESSORS),
				    reg, era->predecessors.list[i], before);
}

void register_prove_eras(struct register_reading *reading)
{
	const struct registry *reg = reading->reg;

	for (size_t i = 0; i < reg->era_count; i++) {
		const struct unit_era *era = &reg->eras[i];

		if (era->to.year != 0 && begins_after(era, era->to))
			msg_at(OUTCOME_REFUSED, fault_of(reading, i, UNIT_TO),
			       _("the last day is before the first"));
		else
			prove_apart(reading, i);
		prove_predecessors(reading, i);
	}
}
