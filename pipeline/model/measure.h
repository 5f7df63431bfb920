/*
 * measure - what is made of a source's rows, and what is made of that.
 *
 * Declared in rules/measures.lua.  A measure with a `source` is run by ingest
 * while the rows stream by; its facts stand at the unit of each row and at
 * every unit above it:
 *	measure { id = "hr.sick-hours", source = "hr.absence", sum = "sick",
 *	  month = "month", quantity = "hour", window = accumulated { lag = 1 } }
 *	measure { id = "economy.net", series = "budget",
 *	  source = "finance.ledger", sum = "budget", quantity = "sek",
 *	  window = whole_year() }
 * A derived measure is made by assess from facts of one unit; it names them
 * as id or id/series and is exact:
 *	measure { id = "hr.sick-leave", quantity = "percent",
 *	  ratio = { "hr.sick-hours", "hr.ordinary-hours" } }
 *	measure { id = "economy.deviation", series = "forecast",
 *	  quantity = "tkr",
 *	  difference = { "economy.net/budget", "economy.net/forecast" } }
 */
#ifndef MODEL_MEASURE_H
#define MODEL_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/figure.h"
#include "model/window.h"

struct lua_file;
struct lua_node;
struct profiles;
struct quantities;

enum measure_kind {
	MEASURE_SUM,       /* of a number column */
	MEASURE_COUNT,     /* of rows */
	MEASURE_RATIO,     /* derived: first over second */
	MEASURE_DIFFERENCE /* derived: first less second */
};

enum window_kind {
	WINDOW_PERIOD,      /* period(): the report's own */
	WINDOW_ACCUMULATED, /* accumulated { lag = n }: from January to the
			       period's last month less n */
	WINDOW_WHOLE_YEAR,  /* whole_year(): January to December */
	WINDOW_OWN          /* own("2023-01..2023-08") */
};

struct window_rule {
	enum window_kind kind;
	int lag;              /* months */
	struct window window; /* of WINDOW_OWN */
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
	const char *source; /* NULL for a derived one */
	const char *column; /* `as` of the column summed; NULL for count */
	const char *month;  /* `as` of the column that must be in the window;
			       NULL if all rows are */
	const char *quantity;
	struct window_rule window;
	struct measure_part parts[2]; /* of a derived one */
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
bool measure_prove(const struct measures *measures,
		   const struct profiles *profiles,
		   const struct quantities *quantities) MUST_CHECK;

/* By id and series, borrowed; NULL if there is none such. */
const struct measure *measure_lookup(const struct measures *measures,
				     const char *id, enum series series);

/* Whether the figures of several units may be summed to that of all. */
bool measure_adds(const struct measure *measure);

/* The window that `rule` means in a report for `period`. */
struct window window_of_rule(const struct window_rule *rule,
			     const struct window *period);

#endif
