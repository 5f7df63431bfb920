/*
 * register_read - the three files of the register on their way in; for the
 * register's own sources only.
 */
#ifndef MODEL_REGISTER_READ_H
#define MODEL_REGISTER_READ_H

#include <stdbool.h>

#include "model/register.h"
#include "model/table_file.h"

/* Columns of units.csv. */
enum {
	UNIT_ID,
	UNIT_NAME,
	UNIT_ALIAS,
	UNIT_PARENT,
	UNIT_FROM,
	UNIT_TO,
	UNIT_PREDECESSORS,
	UNIT_HEADERS
};

/* Columns of goals.csv. */
enum {
	GOAL_ID,
	GOAL_KIND,
	GOAL_NAME,
	GOAL_PARENTS,
	GOAL_UNIT,
	GOAL_FROM,
	GOAL_TO,
	GOAL_HEADERS
};

/* Columns of indicators.csv. */
enum {
	INDICATOR_ID,
	INDICATOR_NAME,
	INDICATOR_ALIAS,
	INDICATOR_GOALS,
	INDICATOR_UNIT,
	INDICATOR_QUANTITY,
	INDICATOR_DIRECTION,
	INDICATOR_TARGET,
	INDICATOR_VALUE,
	INDICATOR_FORECAST,
	INDICATOR_SOURCE,
	INDICATOR_REPORTED,
	INDICATOR_NEXT,
	INDICATOR_KIND,
	INDICATOR_PHASING,
	INDICATOR_FROM,
	INDICATOR_TO,
	INDICATOR_HEADERS
};

/* A register being read.  Beside each of the register's members stands which
 * line of its table, from 0, it came from. */
struct register_reading {
	struct registry *reg;
	char point; /* the decimal sign */
	struct date as_of;
	struct table_file units;
	struct table_file goals;
	struct table_file indicators;
	size_t *unit_lines;
	size_t *era_lines;
	size_t *goal_lines;
	size_t *indicator_lines;
	struct name_index ids; /* over all three files */
	bool refused;
};

/* Mark the register as refused; the place of a cell, for msg_at(). */
struct place register_fault(struct register_reading *reading,
			    const struct table_file *table,
			    const struct table_line *line, int header);

/* What a line of indicators.csv says of kind and phasing; faults are told. */
void register_take_kind(struct register_reading *reading,
			const struct table_line *line,
			struct indicator *indicator);

/* Take the lines that are valid on the day into the register, and all lines of
 * units.csv as eras. */
void register_take_units(struct register_reading *reading);
void register_take_goals(struct register_reading *reading);
void register_take_indicators(struct register_reading *reading);

/* Prove that eras of a unit are apart, and that what one took over from was
 * there on the day before. */
void register_prove_eras(struct register_reading *reading);

/* Prove what only the whole can tell: names are unique, what a cell names is
 * there, and nothing stands above itself. */
void register_prove(struct register_reading *reading);

#endif
