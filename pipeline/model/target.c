#include "model/target.h"

#include <assert.h>
#include <string.h>

#include "model/cell_scan.h"

static const char *const op_names[] = {
	[TARGET_UNSTATED] = "unstated", [TARGET_AT_LEAST] = "at-least",
	[TARGET_AT_MOST] = "at-most",   [TARGET_BELOW] = "below",
	[TARGET_ABOVE] = "above",       [TARGET_EQUALS] = "equals",
};

const char *target_op_name(enum target_op op)
{
	assert((size_t)op < COUNT_OF(op_names));
	return op_names[op];
}

bool target_op_of_name(enum target_op *op, const char *name)
{
	for (size_t i = 0; i < COUNT_OF(op_names); i++) {
		if (strcmp(op_names[i], name) == 0) {
			*op = (enum target_op)i;
			return true;
		}
	}
	return false;
}

/* How targets begin; in lower case, the longer before what it begins with. */
static const struct {
	const char *first;
	const char *second; /* a word that must follow, or NULL */
	enum target_op op;
} beginnings[] = {
	{ "\xe2\x89\xa5", NULL, TARGET_AT_LEAST }, /* ≥ */
	{ ">=", NULL, TARGET_AT_LEAST },
	{ "minst", NULL, TARGET_AT_LEAST },
	{ "\xe2\x89\xa4", NULL, TARGET_AT_MOST }, /* ≤ */
	{ "<=", NULL, TARGET_AT_MOST },
	{ "h\xc3\xb6gst", NULL, TARGET_AT_MOST },  /* högst */
	{ "minska", "fr\xc3\xa5n", TARGET_BELOW }, /* från */
	{ "<", NULL, TARGET_BELOW },
	{ "\xc3\xb6ka", "fr\xc3\xa5n", TARGET_ABOVE }, /* öka från */
	{ ">", NULL, TARGET_ABOVE },
};

static enum target_op take_beginning(struct cell_scan *scan)
{
	for (size_t i = 0; i < COUNT_OF(beginnings); i++) {
		struct cell_scan ahead = *scan;

		if (!cell_scan_word(&ahead, beginnings[i].first))
			continue;
		cell_scan_spaces(&ahead);
		if (beginnings[i].second &&
		    !cell_scan_word(&ahead, beginnings[i].second))
			continue;
		cell_scan_spaces(&ahead);
		*scan = ahead;
		return beginnings[i].op;
	}
	return TARGET_UNSTATED;
}

/* Ja or Nej, but not 1 or 0, which are numbers here. */
static bool read_yesno(struct target *target, const char *cell)
{
	struct target read = { .op = TARGET_EQUALS, .unit = "" };

	read.figure.kind = FIGURE_YESNO;
	if (cell_yesno(&read.figure.yes, cell) != CELL_SOUND)
		return false;
	*target = read;
	return true;
}

enum cell_fault cell_target(struct target *target, const char *cell, char point,
			    struct arena *arena)
{
	struct cell_scan scan = cell_scan_of(cell);
	struct target read = { .op = TARGET_UNSTATED };
	struct decimal number;
	enum cell_fault fault;

	if (cell_scan_ended(&scan))
		return CELL_EMPTY;
	read.op = take_beginning(&scan);
	fault = cell_scan_amount(&number, &scan, point);
	if (fault == CELL_NO_NUMBER && read_yesno(target, cell))
		return CELL_SOUND;
	if (fault == CELL_NO_NUMBER || fault == CELL_EMPTY)
		return CELL_NO_TARGET;
	if (fault != CELL_SOUND)
		return fault;
	read.figure = figure_of_number(number);
	read.unit = arena_strndup(arena, scan.at, (size_t)(scan.end - scan.at));
	*target = read;
	return CELL_SOUND;
}

void target_settle(struct target *target, bool lower_is_better)
{
	if (target->op == TARGET_UNSTATED &&
	    target->figure.kind != FIGURE_MISSING)
		target->op = lower_is_better ? TARGET_AT_MOST : TARGET_AT_LEAST;
}
