/*
 * target - what an indicator is to reach, and how far is enough.
 *
 * Swedish registers and systems write targets as text ("≥ 85 %", "minska från
 * 15 månader"); here they become an operation and a figure.  A bare number
 * says no direction: whoever judges it asks the indicator which way is better.
 *
 * A target may name the indicator's own value of another window instead:
 * "minska från föregående år", "minst samma period föregående år", "högst
 * värdet 2024-T1", "minska med 5 % från föregående år", "öka med 2
 * procentenheter från värdet 2023".  Its figure is missing until somebody who
 * knows that value puts it there.
 *
 * Ownership: `unit`, `base` and the figure's word live in the arena of the
 * reader.
 */
#ifndef MODEL_TARGET_H
#define MODEL_TARGET_H

#include <stdbool.h>

#include "lib/arena.h"
#include "model/cell.h"
#include "model/figure.h"

enum target_op {
	TARGET_UNSTATED, /* 85 %: the indicator's direction decides */
	TARGET_AT_LEAST, /* ≥ 85 %, minst 85 % */
	TARGET_AT_MOST,  /* ≤ 7,5 %, högst 7,5 % */
	TARGET_BELOW,    /* minska från 15 månader: 15 is not enough */
	TARGET_ABOVE,    /* öka från 29 */
	TARGET_EQUALS    /* Ja, Nej */
};

/* Which value a target names. */
enum target_when {
	TARGET_YEAR_BEFORE, /* föregående år: of the year before the report's */
	TARGET_SAME_PERIOD, /* samma period föregående år: of the months of the
			       value that is judged, a year earlier */
	TARGET_OF_WINDOW    /* värdet 2024-T1 */
};

struct target_base {
	enum target_when when;
	struct window window;  /* of OF_WINDOW */
	struct decimal change; /* what is added to the value; below 0 of
				  "minska med", 0 of "från" alone */
	bool share;            /* `change` is so many per cent of the value */
};

struct target {
	enum target_op op;
	struct figure figure; /* a number, or of EQUALS yes or no */
	const char *unit;     /* "%", "månader" as written; "" if none */
	const struct target_base *base; /* NULL: the figure is written */
};

/* "unstated", "at-least", "at-most", "below", "above", "equals". */
const char *target_op_name(enum target_op op);
bool target_op_of_name(enum target_op *op, const char *name) MUST_CHECK;

/* A target that tells no direction gets that of its indicator; one that is
 * missing none. */
void target_settle(struct target *target, bool lower_is_better);

/* Read a cell; decimals behind `point` (',' or '.').  An empty cell is
 * CELL_EMPTY: there is no target. */
enum cell_fault cell_target(struct target *target, const char *cell, char point,
			    struct arena *arena) MUST_CHECK;

#endif
