#include <string.h>

#include "lib/lang.h"
#include "lib/spelling.h"
#include "model/register_read.h"

static const char *nearest_unit_id(const struct registry *reg, const char *id)
{
	struct spelling_search search = { .wanted = id };

	for (size_t i = 0; i < reg->unit_count; i++)
		spelling_offer(&search, reg->units[i].id);
	return search.nearest;
}

static const char *nearest_goal_id(const struct registry *reg, const char *id)
{
	struct spelling_search search = { .wanted = id };

	for (size_t i = 0; i < reg->goal_count; i++)
		spelling_offer(&search, reg->goals[i].id);
	return search.nearest;
}

static void tell_no_unit(struct place place, const char *id,
			 const char *nearest)
{
	if (nearest)
		msg_at(OUTCOME_REFUSED, place,
		       _("there is no unit with the id \"%s\" on that day; is "
			 "it \"%s\" that is meant?"),
		       id, nearest);
	else
		msg_at(OUTCOME_REFUSED, place,
		       _("there is no unit with the id \"%s\" on that day; add "
			 "it to units.csv"),
		       id);
}

static void tell_no_goal(struct place place, const char *id,
			 const char *nearest)
{
	if (nearest)
		msg_at(OUTCOME_REFUSED, place,
		       _("there is no goal with the id \"%s\" on that day; is "
			 "it \"%s\" that is meant?"),
		       id, nearest);
	else
		msg_at(OUTCOME_REFUSED, place,
		       _("there is no goal with the id \"%s\" on that day; add "
			 "it to goals.csv"),
		       id);
}

static void prove_unit(struct register_reading *reading,
		       const struct table_file *table,
		       const struct table_line *line, int header)
{
	const char *id = table_file_cell(line, header);

	if (*id && !register_unit(reading->reg, id))
		tell_no_unit(register_fault(reading, table, line, header), id,
			     nearest_unit_id(reading->reg, id));
}

static void prove_goals(struct register_reading *reading,
			const struct table_file *table,
			const struct table_line *line,
			const struct names *names)
{
	int header = table == &reading->goals ? GOAL_PARENTS : INDICATOR_GOALS;

	for (size_t i = 0; i < names->count; i++)
		if (!register_goal(reading->reg, names->list[i]))
			tell_no_goal(
				register_fault(reading, table, line, header),
				names->list[i],
				nearest_goal_id(reading->reg, names->list[i]));
}

static bool unit_is_above_itself(const struct registry *reg,
				 const struct unit *unit)
{
	const struct unit *above = unit;

	for (size_t i = 0; i <= reg->unit_count; i++) {
		if (!above->parent)
			return false;
		above = register_unit(reg, above->parent);
		if (!above)
			return false;
		if (above == unit)
			return true;
	}
	return false; /* a ring above it is told where it is */
}

/* Whether `wanted` is reached from `goal` by at most `depth` steps upwards. */
static bool goal_reaches(const struct registry *reg, const struct goal *goal,
			 const struct goal *wanted, size_t depth)
{
	for (size_t i = 0; i < goal->parents.count; i++) {
		const struct goal *above =
			register_goal(reg, goal->parents.list[i]);

		if (!above)
			continue;
		if (above == wanted)
			return true;
		if (depth > 0 && goal_reaches(reg, above, wanted, depth - 1))
			return true;
	}
	return false;
}

/* Deeper than this no municipality nests its goals; it also bounds the time
 * that a ring takes. */
#define GOAL_DEPTH 8

static void add_name(struct register_reading *reading, struct name_index *index,
		     const char *name, size_t number, struct place place)
{
	size_t before =
		name_index_add(index, &reading->reg->arena, name, number);

	if (before == NAME_INDEX_NONE || before == number)
		return;
	reading->refused = true;
	msg_at(OUTCOME_REFUSED, place,
	       _("the name \"%s\" is taken by another row: a row of an export "
		 "could mean both"),
	       name);
}

static void add_unit_names(struct register_reading *reading, size_t i)
{
	const struct unit *unit = &reading->reg->units[i];
	const struct table_line *line =
		&reading->units.lines[reading->unit_lines[i]];
	struct name_index *index = &reading->reg->unit_names;
	struct place place = table_file_place(&reading->units, line, UNIT_NAME);

	add_name(reading, index, unit->name, i, place);
	add_name(reading, index, unit->id, i,
		 table_file_place(&reading->units, line, UNIT_ID));
	place = table_file_place(&reading->units, line, UNIT_ALIAS);
	for (size_t j = 0; j < unit->aliases.count; j++)
		add_name(reading, index, unit->aliases.list[j], i, place);
}

static void add_indicator_names(struct register_reading *reading, size_t i)
{
	const struct indicator *indicator = &reading->reg->indicators[i];
	const struct table_line *line =
		&reading->indicators.lines[reading->indicator_lines[i]];
	const struct table_file *table = &reading->indicators;
	struct name_index *index = &reading->reg->indicator_names;
	struct place place = table_file_place(table, line, INDICATOR_NAME);

	add_name(reading, index, indicator->name, i, place);
	add_name(reading, index, indicator->id, i,
		 table_file_place(table, line, INDICATOR_ID));
	place = table_file_place(table, line, INDICATOR_ALIAS);
	for (size_t j = 0; j < indicator->aliases.count; j++)
		add_name(reading, index, indicator->aliases.list[j], i, place);
}

static void prove_units(struct register_reading *reading)
{
	const struct registry *reg = reading->reg;

	for (size_t i = 0; i < reg->unit_count; i++) {
		const struct table_line *line =
			&reading->units.lines[reading->unit_lines[i]];

		add_unit_names(reading, i);
		prove_unit(reading, &reading->units, line, UNIT_PARENT);
		if (unit_is_above_itself(reg, &reg->units[i]))
			msg_at(OUTCOME_REFUSED,
			       register_fault(reading, &reading->units, line,
					      UNIT_PARENT),
			       _("the unit \"%s\" stands above itself"),
			       reg->units[i].id);
	}
}

static void prove_goal_lines(struct register_reading *reading)
{
	const struct registry *reg = reading->reg;

	for (size_t i = 0; i < reg->goal_count; i++) {
		const struct goal *goal = &reg->goals[i];
		const struct table_line *line =
			&reading->goals.lines[reading->goal_lines[i]];

		prove_unit(reading, &reading->goals, line, GOAL_UNIT);
		prove_goals(reading, &reading->goals, line, &goal->parents);
		if (goal_reaches(reg, goal, goal, GOAL_DEPTH))
			msg_at(OUTCOME_REFUSED,
			       register_fault(reading, &reading->goals, line,
					      GOAL_PARENTS),
			       _("the goal \"%s\" stands above itself"),
			       goal->id);
	}
}

void register_prove(struct register_reading *reading)
{
	const struct registry *reg = reading->reg;

	prove_units(reading);
	prove_goal_lines(reading);
	for (size_t i = 0; i < reg->indicator_count; i++) {
		const struct table_line *line =
			&reading->indicators.lines[reading->indicator_lines[i]];

		add_indicator_names(reading, i);
		prove_unit(reading, &reading->indicators, line, INDICATOR_UNIT);
		prove_goals(reading, &reading->indicators, line,
			    &reg->indicators[i].goals);
	}
}
