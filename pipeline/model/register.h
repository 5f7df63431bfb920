/*
 * register - the units, goals and indicators of the municipality, as of a day.
 *
 * Read from input/register/{units,goals,indicators}.csv, which controllers
 * edit in a spreadsheet: UTF-8 (BOM or not), `;`, Swedish headers, optional
 * columns `från` and `till` (first and last day of validity, ISO).
 *
 *	units.csv       id;namn;alias;överordnad;från;till;efterträder
 *	goals.csv       id;slag;namn;överordnat;enhet;från;till
 *	indicators.csv  id;namn;alias;mål;enhet;måttenhet;riktning;målvärde;
 *	                värde;prognos;slag;fasning;från;till
 *
 * Several aliases, goals or parents in one cell are parted by `|`.  `riktning`
 * is `högre` or `lägre` (which is better).  `värde` and `prognos` name the
 * measure that gives the figure where it is not the indicator's own id.  An
 * empty `målvärde` is none: the indicator is followed up but not held to one.
 * `slag` is what its figures are, and how a target is held against them:
 *	läge	how things stand, whenever they are looked at; also if empty
 *	flöde	adds up over the months, and its target is for the whole
 *		year: a value of some months is held to their part of it
 *	enkät	asked for now and then: where a period has no value of its
 *		own, the latest in input/history holds until `nästa`
 * `fasning` tells what part of a flow each month has, in per cent, January
 * first, `|` between the twelve; empty, all have the same.
 *
 * A unit's rows of other days are kept as its eras: `efterträder` names the
 * units that it took over from on its first day, and succession.h tells from
 * that which figures of two days may be compared.
 *
 * Ids are [a-z0-9.-]+ and unique over all three files among the rows of a day;
 * so are names and aliases within units and within indicators.  Everything
 * wrong is told with file, line and column; messages name the files below
 * input/register/, where they stand in every workspace.
 */
#ifndef MODEL_REGISTER_H
#define MODEL_REGISTER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/name_index.h"
#include "model/names.h"
#include "model/target.h"
#include "model/window.h"

struct text;

struct unit {
	const char *id;
	const char *name;
	struct names aliases;
	const char *parent; /* id, or NULL for the top */
	long line;
};

/* A row of units.csv, whatever days it is valid on. */
struct unit_era {
	const char *id;
	const char *name;
	struct names aliases;
	const char *parent;        /* id, or NULL for the top */
	struct names predecessors; /* `efterträder`: ids */
	struct date from;          /* year 0: since ever */
	struct date to;            /* year 0: until further notice */
	long line;
};

struct goal {
	const char *id;
	const char *kind; /* `slag`: "kf-mål", "nämndmål" */
	const char *name;
	struct names parents; /* ids of goals */
	const char *unit;
	long line;
};

enum indicator_kind { INDICATOR_STOCK, INDICATOR_FLOW, INDICATOR_SURVEY };

struct indicator {
	const char *id;
	const char *name;
	struct names aliases;
	struct names goals; /* ids */
	const char *unit;
	const char *quantity; /* `måttenhet` */
	bool lower_is_better;
	enum indicator_kind kind;
	const struct decimal *phasing; /* of a flow: each month's per cent,
					  together 100; NULL: all the same */
	struct target target;
	const char *target_text;   /* as it stands in the register */
	const char *value_from;    /* measure id; the own id if not named */
	const char *forecast_from; /* likewise */
	const char *source;        /* `källa`, in words; NULL: not told */
	const char *reported;      /* `redovisas`: "årsvis"; likewise */
	struct window next; /* `nästa`: when there is a value; or none */
	long line;
};

struct registry {
	struct arena arena;
	struct unit *units; /* all in the order of the files */
	size_t unit_count;
	struct unit_era *eras; /* all rows, in the order of the file */
	size_t era_count;
	struct date as_of;
	struct goal *goals;
	size_t goal_count;
	struct indicator *indicators;
	size_t indicator_count;
	char sha256[65]; /* of the three files' SHA-256, in the order above */
	struct name_index unit_names; /* ids, names, aliases to places above */
	struct name_index indicator_names;
	struct name_index indicators_of_other_days; /* likewise, to no place */
};

/*
 * Read the rows that are valid on `as_of` from the folder `path`, whose
 * decimals stand behind `point` (the workspace's).  Faults in
 * the files are told (OUTCOME_REFUSED) and make it false with `why` empty;
 * what cannot be read makes it false with a sentence in `why`.
 */
bool register_load(struct registry *reg, const char *path,
		   const struct date *as_of, char point,
		   struct text *why) MUST_CHECK;

/* Whether the row is valid on a day. */
bool register_holds(const struct unit_era *era, struct date day);

/* By id; borrowed, NULL if there is none such. */
const struct unit *register_unit(const struct registry *reg, const char *id);
const struct goal *register_goal(const struct registry *reg, const char *id);
const struct indicator *register_indicator(const struct registry *reg,
					   const char *id);

/* By id, name or alias, without regard to case; borrowed, NULL if none. */
const struct unit *register_unit_named(const struct registry *reg,
				       const char *name);
const struct indicator *register_indicator_named(const struct registry *reg,
						 const char *name);

/* Whether an indicator that is not followed up on the day had that name. */
bool register_knows_indicator(const struct registry *reg, const char *name);

/* The unit or indicator name nearest in spelling, borrowed; NULL if none. */
const char *register_nearest_unit(const struct registry *reg, const char *name);
const char *register_nearest_indicator(const struct registry *reg,
				       const char *name);

/* Whether `unit` is `above` or stands anywhere below it. */
bool register_belongs(const struct registry *reg, const char *unit,
		      const char *above);

/* Release everything.  The register is empty and may be used again. */
void register_clear(struct registry *reg);

#endif
