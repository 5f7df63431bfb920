/*
 * profile_rows - what a source profile asks of whole rows, and of all of them.
 *
 *	key = { "employment", "month" }, duplicates = "last",
 *	  no two rows have the same key: the later one is refused ("refuse",
 *	  unless declared), or the "first" or the "last" counts and the others
 *	  are left out as "duplicate"; letters' case makes no difference
 *	check { "sick", at_most = "ordinary" },
 *	  of two columns of one row, both of numbers or both of days; at_least
 *	  likewise; a row with an empty cell there is not checked
 *	cross_foot { "deviation", plus = { "budget" }, minus = { "forecast" } },
 *	  of columns of numbers: a row where the one is not the sum of the
 *	  others, as far as rounding goes, is noted, and so is a totals row;
 *	  where a column's total is off by as much, the cell is named
 *	cut_off { column = "posted", days = 5 },
 *	  rows with a day more than so many after the period are left out as
 *	  "after-cut-off"
 *	control { column = "budget", sum = "203006000,00" },
 *	control { rows = 3012 },
 *	  what the rows used come to, of all files; else the source is refused
 */
#ifndef MODEL_PROFILE_ROWS_H
#define MODEL_PROFILE_ROWS_H

#include <stdbool.h>

#include "model/declaration.h"
#include "model/profile.h"

/* Take the fields `key` and `duplicates` of the statement; the columns are
 * there already. */
void profile_take_key(struct profile *profile, struct declaration *given);

/* Take a cross_foot (profile_foot.c). */
void profile_take_foot(struct profile *profile, struct declaration *given);

/* Take a check, cross_foot, cut_off or control, which is `given`'s node; false
 * if the word is none of these. */
bool profile_take_rows(struct profile *profile,
		       struct declaration *given) MUST_CHECK;

#endif
