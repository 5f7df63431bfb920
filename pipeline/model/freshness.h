/*
 * freshness - how far into its period an export must reach.
 *
 * Exports that were copied from an earlier period, or taken too early, look
 * like any other.  A profile may say where an export tells its own day:
 *	freshness { column = "month", lag = 1 }
 *	  the newest row of all files, used or not, must reach the period's
 *	  last month less `lag`
 *	freshness { column = "posted", days = 10 }
 *	  the same in days before the period's last one
 *	freshness { stamp = "Uttagsdatum" }
 *	  in every file, a line above the header or a footer begins with this,
 *	  and behind it stands the day when the export was taken
 * The day is the export's own: no clock is asked.
 */
#ifndef MODEL_FRESHNESS_H
#define MODEL_FRESHNESS_H

#include "model/window.h"

struct column;
struct declaration;
struct facts;
struct profile;

/* The most that may be declared: longer ago is another export. */
#define FRESHNESS_MONTHS 120
#define FRESHNESS_DAYS 3660

/* Zeroed: nothing is asked of the export. */
struct freshness {
	const struct column *column;
	const char *stamp;
	long lag;  /* months */
	long days; /* before that month's last day */
};

/* Take `freshness { … }` of a source; false if it was refused (told). */
bool freshness_take(struct profile *profile,
		    struct declaration *given) MUST_CHECK;

/* The day that an export for the period must reach; year 0: none asked. */
struct date freshness_wanted(const struct freshness *freshness,
			     const struct window *period);

/*
 * The day that an export does reach: of rows the newest in all files, of
 * stamps the oldest, since each file is taken on its own.  Year 0: no row
 * tells a day.
 */
struct date freshness_reached(const struct freshness *freshness,
			      const struct facts *facts);

#endif
