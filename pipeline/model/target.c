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

#define MOST_WORDS 4

/* Words in lower case, up to the first NULL. */
struct phrase {
	const char *words[MOST_WORDS + 1];
};

/* How targets begin; the longer before what it begins with. */
static const struct {
	struct phrase phrase;
	enum target_op op;
	int change; /* which way, if how far follows */
} beginnings[] = {
	{ { { "\xe2\x89\xa5" } }, TARGET_AT_LEAST, 0 }, /* ≥ */
	{ { { ">=" } }, TARGET_AT_LEAST, 0 },
	{ { { "minst" } }, TARGET_AT_LEAST, 0 },
	{ { { "\xe2\x89\xa4" } }, TARGET_AT_MOST, 0 }, /* ≤ */
	{ { { "<=" } }, TARGET_AT_MOST, 0 },
	{ { { "h\xc3\xb6gst" } }, TARGET_AT_MOST, 0 },        /* högst */
	{ { { "minska", "fr\xc3\xa5n" } }, TARGET_BELOW, 0 }, /* från */
	{ { { "minska", "med" } }, TARGET_AT_MOST, -1 },
	{ { { "<" } }, TARGET_BELOW, 0 },
	{ { { "\xc3\xb6ka", "fr\xc3\xa5n" } }, TARGET_ABOVE, 0 }, /* öka från */
	{ { { "\xc3\xb6ka", "med" } }, TARGET_AT_LEAST, 1 },
	{ { { ">" } }, TARGET_ABOVE, 0 },
};

/* Which other window; "värdet" goes before the window itself. */
static const struct {
	struct phrase phrase;
	enum target_when when;
} whens[] = {
	{ { { "f\xc3\xb6reg\xc3\xa5"
	      "ende",
	      "\xc3\xa5r" } },
	  TARGET_YEAR_BEFORE }, /* föregående år */
	{ { { "samma", "period",
	      "f\xc3\xb6reg\xc3\xa5"
	      "ende",
	      "\xc3\xa5r" } },
	  TARGET_SAME_PERIOD },
	{ { { "v\xc3\xa4rdet" } }, TARGET_OF_WINDOW }, /* värdet */
};

static bool take_phrase(struct cell_scan *scan, const struct phrase *phrase)
{
	struct cell_scan ahead = *scan;

	for (size_t i = 0; phrase->words[i]; i++) {
		if (!cell_scan_word(&ahead, phrase->words[i]))
			return false;
		cell_scan_spaces(&ahead);
	}
	*scan = ahead;
	return true;
}

/* Gives which way a change goes whose size follows; 0 if none does. */
static int take_beginning(struct target *target, struct cell_scan *scan)
{
	for (size_t i = 0; i < COUNT_OF(beginnings); i++) {
		if (!take_phrase(scan, &beginnings[i].phrase))
			continue;
		target->op = beginnings[i].op;
		return beginnings[i].change;
	}
	return 0;
}

static const char *keep_rest(struct arena *arena, const struct cell_scan *scan)
{
	return arena_strndup(arena, scan->at, (size_t)(scan->end - scan->at));
}

/* The window behind "värdet"; the others say all that there is to say. */
static bool take_window(struct target_base *base, const struct cell_scan *scan,
			struct arena *arena)
{
	const char *window;

	if (base->when != TARGET_OF_WINDOW)
		return cell_scan_ended(scan);
	window = keep_rest(arena, scan);
	return window_of_period(&base->window, window) ||
	       window_parse(&base->window, window);
}

/* "föregående år" and the like, to the end of the cell; `change` says how far
 * from it. */
static bool take_base(struct target *target, const struct target_base *change,
		      const struct cell_scan *scan, struct arena *arena)
{
	struct target_base base = *change;
	struct target_base *kept;

	for (size_t i = 0; i < COUNT_OF(whens); i++) {
		struct cell_scan ahead = *scan;

		base.when = whens[i].when;
		if (!take_phrase(&ahead, &whens[i].phrase) ||
		    !take_window(&base, &ahead, arena))
			continue;
		kept = arena_alloc(arena, sizeof(*kept));
		*kept = base;
		target->base = kept;
		return true;
	}
	return false;
}

/* "%" or "procent": a share of the value; else a unit, in one word. */
static bool take_change_unit(struct target *target, struct cell_scan *scan,
			     struct arena *arena)
{
	const char *from = scan->at;
	struct cell_scan ahead = *scan;
	const char *unit;

	while (!cell_scan_ended(scan) && !cell_scan_space(&ahead))
		ahead.at = ++scan->at;
	unit = arena_strndup(arena, from, (size_t)(scan->at - from));
	if (cell_same(unit, "%") || cell_same(unit, "procent"))
		return true;
	target->unit = unit;
	return false;
}

/* "5 % från föregående år", behind "minska med". */
static enum cell_fault take_change(struct target *target, int way,
				   struct cell_scan *scan, char point,
				   struct arena *arena)
{
	static const struct phrase from = { { "fr\xc3\xa5n" } };
	struct target_base base = { 0 };
	enum cell_fault fault = cell_scan_amount(&base.change, scan, point);

	if (fault != CELL_SOUND)
		return fault;
	if (decimal_is_negative(base.change))
		return CELL_NO_TARGET;
	if (way < 0)
		base.change = decimal_negate(base.change);
	if (!take_phrase(scan, &from)) {
		base.share = take_change_unit(target, scan, arena);
		cell_scan_spaces(scan);
		if (!take_phrase(scan, &from))
			return CELL_NO_TARGET;
	}
	return take_base(target, &base, scan, arena) ? CELL_SOUND
						     : CELL_NO_TARGET;
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

/* A figure with its unit, to the end of the cell. */
static enum cell_fault take_written(struct target *target,
				    struct cell_scan *scan, char point,
				    struct arena *arena)
{
	struct decimal number;
	enum cell_fault fault = cell_scan_amount(&number, scan, point);

	if (fault == CELL_NO_NUMBER || fault == CELL_EMPTY)
		return CELL_NO_TARGET;
	if (fault != CELL_SOUND)
		return fault;
	target->figure = figure_of_number(number);
	target->unit = keep_rest(arena, scan);
	return CELL_SOUND;
}

enum cell_fault cell_target(struct target *target, const char *cell, char point,
			    struct arena *arena)
{
	struct cell_scan scan = cell_scan_of(cell);
	struct target read = { .op = TARGET_UNSTATED, .unit = "" };
	const struct target_base unchanged = { .change = decimal_of(0) };
	enum cell_fault fault;
	int way;

	if (cell_scan_ended(&scan))
		return CELL_EMPTY;
	way = take_beginning(&read, &scan);
	if (way != 0)
		fault = take_change(&read, way, &scan, point, arena);
	else if (take_base(&read, &unchanged, &scan, arena))
		fault = CELL_SOUND;
	else
		fault = take_written(&read, &scan, point, arena);
	if (fault == CELL_NO_TARGET && read_yesno(target, cell))
		return CELL_SOUND;
	if (fault == CELL_SOUND)
		*target = read;
	return fault;
}

void target_settle(struct target *target, bool lower_is_better)
{
	if (target->op == TARGET_UNSTATED &&
	    target->figure.kind != FIGURE_MISSING)
		target->op = lower_is_better ? TARGET_AT_MOST : TARGET_AT_LEAST;
}
