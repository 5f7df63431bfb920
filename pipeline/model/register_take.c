#include <string.h>

#include "lib/lang.h"
#include "lib/spelling.h"
#include "model/declaration.h"
#include "model/register_read.h"

/* The file that is being read, and where its common columns stand. */
struct taking {
	struct register_reading *reading;
	const struct table_file *table;
	int id;
	int from;
	int to;
};

struct place register_fault(struct register_reading *reading,
			    const struct table_file *table,
			    const struct table_line *line, int header)
{
	reading->refused = true;
	return table_file_place(table, line, header);
}

static const char *keep(const struct taking *taking,
			const struct table_line *line, int header)
{
	return arena_strdup(&taking->reading->reg->arena,
			    table_file_cell(line, header));
}

/* As keep(), but the cell must not be empty. */
static const char *keep_needed(const struct taking *taking,
			       const struct table_line *line, int header)
{
	const char *cell = table_file_cell(line, header);

	if (*cell)
		return keep(taking, line, header);
	msg_at(OUTCOME_REFUSED,
	       register_fault(taking->reading, taking->table, line, header),
	       _("the cell is empty; it must be filled in"));
	return "";
}

/* As keep(), but NULL for an empty cell. */
static const char *keep_if_any(const struct taking *taking,
			       const struct table_line *line, int header)
{
	return *table_file_cell(line, header) ? keep(taking, line, header)
					      : NULL;
}

static struct names keep_parts(const struct taking *taking,
			       const struct table_line *line, int header)
{
	struct names names = { 0 };

	names.list =
		table_file_parts(&taking->reading->reg->arena,
				 table_file_cell(line, header), &names.count);
	return names;
}

/* A day in an optional cell; `otherwise` if it is empty. */
static struct date day_of(const struct taking *taking,
			  const struct table_line *line, int header,
			  struct date otherwise)
{
	const char *cell = table_file_cell(line, header);
	struct date day = otherwise;

	if (*cell && cell_date(&day, cell) != CELL_SOUND)
		msg_at(OUTCOME_REFUSED,
		       register_fault(taking->reading, taking->table, line,
				      header),
		       _("\"%s\" is no day; write it as 2025-01-01"), cell);
	return day;
}

static bool is_valid(const struct taking *taking, const struct table_line *line)
{
	const struct date always = taking->reading->as_of;
	struct date from = day_of(taking, line, taking->from, always);
	struct date to = day_of(taking, line, taking->to, always);

	return date_compare(from, always) <= 0 && date_compare(always, to) <= 0;
}

/* The id of a line; it is told if it is not sound or stands twice. */
static const char *take_id(const struct taking *taking,
			   const struct table_line *line)
{
	struct register_reading *reading = taking->reading;
	const char *id = keep_needed(taking, line, taking->id);

	if (!*id)
		return id;
	if (!id_is_sound(id))
		msg_at(OUTCOME_REFUSED,
		       register_fault(reading, taking->table, line, taking->id),
		       _("\"%s\" is no id; use a-z, 0-9, full stop and hyphen "
			 "only"),
		       id);
	else if (name_index_add(&reading->ids, &reading->reg->arena, id,
				(size_t)line->line) != NAME_INDEX_NONE)
		msg_at(OUTCOME_REFUSED,
		       register_fault(reading, taking->table, line, taking->id),
		       _("the id \"%s\" is taken: ids must be unique over "
			 "units.csv, goals.csv and indicators.csv among rows "
			 "that are valid on the same day"),
		       id);
	return id;
}

/* The list of lines, `count` long, with that of the next member behind it. */
static size_t *remember_line(const struct taking *taking, size_t *lines,
			     size_t count, const struct table_line *line)
{
	lines = arena_grow(&taking->reading->reg->arena, lines, count,
			   sizeof(*lines));
	lines[count] = (size_t)(line - taking->table->lines);
	return lines;
}

static const struct unit_era *take_era(const struct taking *taking,
				       const struct table_line *line)
{
	struct registry *reg = taking->reading->reg;
	const struct date never = { 0 };
	struct unit_era era = { .line = line->line };

	era.id = keep(taking, line, UNIT_ID);
	era.name = keep(taking, line, UNIT_NAME);
	era.aliases = keep_parts(taking, line, UNIT_ALIAS);
	era.parent = keep_if_any(taking, line, UNIT_PARENT);
	era.predecessors = keep_parts(taking, line, UNIT_PREDECESSORS);
	era.from = day_of(taking, line, UNIT_FROM, never);
	era.to = day_of(taking, line, UNIT_TO, never);
	reg->eras = arena_grow(&reg->arena, reg->eras, reg->era_count,
			       sizeof(*reg->eras));
	taking->reading->era_lines = remember_line(
		taking, taking->reading->era_lines, reg->era_count, line);
	reg->eras[reg->era_count] = era;
	return &reg->eras[reg->era_count++];
}

static void take_unit(const struct taking *taking,
		      const struct table_line *line, const struct unit_era *era)
{
	struct registry *reg = taking->reading->reg;

	(void)take_id(taking, line);
	(void)keep_needed(taking, line, UNIT_NAME);
	reg->units = arena_grow(&reg->arena, reg->units, reg->unit_count,
				sizeof(*reg->units));
	taking->reading->unit_lines = remember_line(
		taking, taking->reading->unit_lines, reg->unit_count, line);
	reg->units[reg->unit_count++] = (struct unit){ .id = era->id,
						       .name = era->name,
						       .aliases = era->aliases,
						       .parent = era->parent,
						       .line = era->line };
}

void register_take_units(struct register_reading *reading)
{
	const struct taking taking = { reading, &reading->units, UNIT_ID,
				       UNIT_FROM, UNIT_TO };

	for (size_t i = 0; i < reading->units.line_count; i++) {
		const struct table_line *line = &reading->units.lines[i];
		const struct unit_era *era = take_era(&taking, line);

		if (register_holds(era, reading->as_of))
			take_unit(&taking, line, era);
	}
}

static void take_goal(const struct taking *taking,
		      const struct table_line *line)
{
	struct registry *reg = taking->reading->reg;
	struct goal goal = { .line = line->line };

	goal.id = take_id(taking, line);
	goal.kind = keep_needed(taking, line, GOAL_KIND);
	goal.name = keep_needed(taking, line, GOAL_NAME);
	goal.parents = keep_parts(taking, line, GOAL_PARENTS);
	goal.unit = keep_needed(taking, line, GOAL_UNIT);
	reg->goals = arena_grow(&reg->arena, reg->goals, reg->goal_count,
				sizeof(*reg->goals));
	taking->reading->goal_lines = remember_line(
		taking, taking->reading->goal_lines, reg->goal_count, line);
	reg->goals[reg->goal_count++] = goal;
}

void register_take_goals(struct register_reading *reading)
{
	const struct taking taking = { reading, &reading->goals, GOAL_ID,
				       GOAL_FROM, GOAL_TO };

	for (size_t i = 0; i < reading->goals.line_count; i++)
		if (is_valid(&taking, &reading->goals.lines[i]))
			take_goal(&taking, &reading->goals.lines[i]);
}

static bool take_direction(const struct taking *taking,
			   const struct table_line *line)
{
	const char *cell = table_file_cell(line, INDICATOR_DIRECTION);
	bool lower = spelling_same(cell, "lägre");

	if (!lower && !spelling_same(cell, "högre"))
		msg_at(OUTCOME_REFUSED,
		       register_fault(taking->reading, taking->table, line,
				      INDICATOR_DIRECTION),
		       _("\"%s\" is no direction; write \"högre\" or "
			 "\"lägre\", "
			 "whichever is better"),
		       cell);
	return lower;
}

static void take_target(struct indicator *indicator,
			const struct taking *taking,
			const struct table_line *line)
{
	const char *cell = keep(taking, line, INDICATOR_TARGET);
	enum cell_fault fault;

	indicator->target_text = cell;
	if (!*cell) {
		indicator->target.figure =
			figure_of_missing(MISSING_NOT_APPLICABLE);
		return;
	}
	fault = cell_target(&indicator->target, cell, taking->reading->point,
			    &taking->reading->reg->arena);
	if (fault != CELL_SOUND)
		msg_at(OUTCOME_REFUSED,
		       register_fault(taking->reading, taking->table, line,
				      INDICATOR_TARGET),
		       _("\"%s\" cannot be read as a target: %s"), cell,
		       cell_fault_text(fault));
}

/* A day or a month. */
static struct window take_next(const struct taking *taking,
			       const struct table_line *line)
{
	const char *cell = table_file_cell(line, INDICATOR_NEXT);
	struct window next = { 0 };
	struct date day;

	if (!*cell || cell_month(&next, cell) == CELL_SOUND)
		return next;
	if (cell_date(&day, cell) == CELL_SOUND)
		return (struct window){ WINDOW_DAY, day, day };
	msg_at(OUTCOME_REFUSED,
	       register_fault(taking->reading, taking->table, line,
			      INDICATOR_NEXT),
	       _("\"%s\" is neither a day nor a month; write when the next "
		 "value comes, such as 2023-10 or 2023-10-15"),
	       cell);
	return next;
}

static void take_indicator(const struct taking *taking,
			   const struct table_line *line)
{
	struct registry *reg = taking->reading->reg;
	struct indicator indicator = { .line = line->line };

	indicator.id = take_id(taking, line);
	indicator.name = keep_needed(taking, line, INDICATOR_NAME);
	indicator.aliases = keep_parts(taking, line, INDICATOR_ALIAS);
	indicator.goals = keep_parts(taking, line, INDICATOR_GOALS);
	indicator.unit = keep_needed(taking, line, INDICATOR_UNIT);
	indicator.quantity = keep_needed(taking, line, INDICATOR_QUANTITY);
	indicator.lower_is_better = take_direction(taking, line);
	take_target(&indicator, taking, line);
	register_take_kind(taking->reading, line, &indicator);
	indicator.value_from = keep_if_any(taking, line, INDICATOR_VALUE);
	if (!indicator.value_from)
		indicator.value_from = indicator.id;
	indicator.forecast_from = keep_if_any(taking, line, INDICATOR_FORECAST);
	if (!indicator.forecast_from)
		indicator.forecast_from = indicator.id;
	indicator.source = keep_if_any(taking, line, INDICATOR_SOURCE);
	indicator.reported = keep_if_any(taking, line, INDICATOR_REPORTED);
	indicator.next = take_next(taking, line);
	reg->indicators =
		arena_grow(&reg->arena, reg->indicators, reg->indicator_count,
			   sizeof(*reg->indicators));
	taking->reading->indicator_lines =
		remember_line(taking, taking->reading->indicator_lines,
			      reg->indicator_count, line);
	reg->indicators[reg->indicator_count++] = indicator;
}

/* Figures of earlier years may still be told of it. */
static void keep_other_day(const struct taking *taking,
			   const struct table_line *line)
{
	struct registry *reg = taking->reading->reg;
	struct name_index *index = &reg->indicators_of_other_days;
	struct names aliases = keep_parts(taking, line, INDICATOR_ALIAS);

	name_index_add(index, &reg->arena, keep(taking, line, INDICATOR_ID), 0);
	name_index_add(index, &reg->arena, keep(taking, line, INDICATOR_NAME),
		       0);
	for (size_t i = 0; i < aliases.count; i++)
		name_index_add(index, &reg->arena, aliases.list[i], 0);
}

void register_take_indicators(struct register_reading *reading)
{
	const struct taking taking = { reading, &reading->indicators,
				       INDICATOR_ID, INDICATOR_FROM,
				       INDICATOR_TO };

	for (size_t i = 0; i < reading->indicators.line_count; i++)
		if (is_valid(&taking, &reading->indicators.lines[i]))
			take_indicator(&taking, &reading->indicators.lines[i]);
		else
			keep_other_day(&taking, &reading->indicators.lines[i]);
}
