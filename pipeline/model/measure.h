/*
 * measure - what is made of a source's rows, and what is made of that.
 *
 * Declared in rules/measures.lua, where every word stands with an example.  A
 * measure with a `source` is run by ingest while the rows stream by; its facts
 * stand at the unit of each row and at every unit above it, for which the rows
 * are taken together (never the facts):
 *	measure { id = "hr.sick-hours", source = "hr.absence", sum = "sick",
 *	  month = "month", quantity = "hour", window = accumulated { lag = 1 } }
 *	measure { id = "economy.net", series = "budget",
 *	  source = "finance.ledger", sum = "budget", quantity = "sek",
 *	  window = whole_year() }
 *	measure { id = "care.continuity", source = "care.visits",
 *	  nested = { distinct = "staff", per = "client" }, month = "day",
 *	  where = { kind = eq("Hemtjänst") }, quantity = "persons",
 *	  window = last_days { days = 14 } }
 * A derived measure is made by assess from facts of one unit; it names them
 * as id or id/series and is exact:
 *	measure { id = "hr.sick-leave", quantity = "percent",
 *	  ratio = { "hr.sick-hours", "hr.ordinary-hours" },
 *	  zero = "not-applicable" }
 *	measure { id = "economy.deviation", series = "forecast",
 *	  quantity = "tkr",
 *	  difference = { "economy.net/budget", "economy.net/forecast" } }
 *	measure { id = "care.continuity-of-groups", quantity = "persons",
 *	  mean_of_groups = "care.continuity" }
 *	  the mean of the units below that have the figure, whatever their
 *	  size: it is no ratio of sums, and is noted to be none
 */
#ifndef MODEL_MEASURE_H
#define MODEL_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/figure.h"
#include "model/where.h"
#include "model/window.h"

struct lua_file;
struct lua_node;
struct profiles;
struct quantities;

enum measure_kind {
	MEASURE_SUM,   /* of a number column */
	MEASURE_COUNT, /* of rows */
	MEASURE_MIN,   /* of a number column */
	MEASURE_MAX,
	MEASURE_MEAN,
	MEASURE_DISTINCT,   /* of the different cells of a column, folded */
	MEASURE_NESTED,     /* the mean, over the different cells of one column,
			       of the different cells of another beside each */
	MEASURE_RATIO,      /* derived: first over second */
	MEASURE_DIFFERENCE, /* derived: first less second */
	MEASURE_GROUPS      /* derived: the mean of the units right below */
};

enum window_kind {
	WINDOW_PERIOD,      /* period(): the report's own */
	WINDOW_ACCUMULATED, /* accumulated { lag = n }: from January to the
			       period's last month less n */
	WINDOW_WHOLE_YEAR,  /* whole_year(): January to December */
	WINDOW_ROLLING,     /* rolling { months = 12, lag = n }: so many months
			       to the period's last one less n */
	WINDOW_LAST_DAYS,   /* last_days { days = 14, lag = n }: so many days
			       to the end of that month */
	WINDOW_AT_END,      /* at_end { lag = n }: that day alone */
	WINDOW_EACH_MONTH,  /* each_month(), each_month("2024-01..2025-04"): a
			       fact for each month since January, or of those */
	WINDOW_OWN          /* own("2023-01..2023-08") */
};

struct window_rule {
	enum window_kind kind;
	int lag;              /* months */
	int length;           /* months of ROLLING, days of LAST_DAYS */
	struct window window; /* of WINDOW_OWN; of EACH_MONTH or none */
};

/* A fact that a derived measure is made from. */
struct measure_part {
	const char *id;
	enum series series;
};

struct measure {
	const char *id;
	enum series series;
	enum measure_kind kind;
	const char *source;    /* NULL for a derived one */
	const char *column;    /* `as` of the column that is summed, or whose
				  cells are told apart; NULL for count */
	const char *per;       /* of NESTED: of the column whose cells it is the
				  mean over */
	const char *month;     /* `as` of the column that must be in the window;
				  NULL if all rows are */
	const char *during[2]; /* columns of a first and a last day, between
				  which the window must lie in part; an empty
				  last day is none yet.  NULL: not asked */
	struct where where;
	const char *quantity;
	struct window_rule window;
	struct measure_part parts[2]; /* of a derived one; of GROUPS one */
	bool has_zero; /* of a ratio: what a denominator of 0 makes it */
	enum missing zero;
	const char *varav; /* id of the measure that this is a part of: counted
			      in it, and no more than it; or NULL */
	const char *rules_file;
	long line;
};

struct measures {
	struct measure *list;
	size_t count;
};

/* Take one `measure { … }` statement; false if it was refused (told). */
bool measure_declare(struct measures *measures, struct arena *arena,
		     const struct lua_file *file,
		     const struct lua_node *statement) MUST_CHECK;

/*
 * Prove what only the whole can tell: sources, columns, quantities and parts
 * exist, parts of a difference convert into its quantity.  Tells each fault.
 */
bool measure_prove(struct measures *measures, const struct profiles *profiles,
		   const struct quantities *quantities) MUST_CHECK;

/* By id and series, borrowed; NULL if there is none such. */
const struct measure *measure_lookup(const struct measures *measures,
				     const char *id, enum series series);

/* Whether it is made from measures, not from rows. */
bool measure_is_derived(const struct measure *measure);

/* Whether the figures of several units may be summed to that of all. */
bool measure_adds(const struct measure *measure);

/* The window that `rule` means in a report for `period`. */
struct window window_of_rule(const struct window_rule *rule,
			     const struct window *period);

#endif
