/*
 * filter - whether a row is among those that a measure is made of.
 */
#ifndef INGEST_FILTER_H
#define INGEST_FILTER_H

#include <stdbool.h>

struct row;
struct where;

/* Whether a row, sound so far, meets the conditions. */
bool filter_holds(const struct where *where, const struct row *row);

#endif
