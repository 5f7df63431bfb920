/*
 * former - rows of units that are no more.
 *
 * A window of twelve months may begin before units were split or merged.  A
 * row that names a unit of its own day counts where the register says that
 * this unit's figures are now (see model/succession.h).  The day of a row is
 * that of its first sound column with a month, period or date; without one it
 * is the register's.
 */
#ifndef INGEST_FORMER_H
#define INGEST_FORMER_H

#include <stdbool.h>

struct column;
struct registry;
struct row;

/* Whether a unit was ever called this. */
bool former_is_named(const struct registry *reg, const char *name);

/* Give the row its unit of now, by the name under `column`; the row is refused
 * if there was none such on its day. */
void former_place(struct row *row, const struct column *column);

#endif
