/*
 * sheet - a table of the report as a list that a spreadsheet calculates with.
 *
 * Numbers are parted from their units, which get a column of their own behind
 * the numbers; what a row of the table names for those below it stands in
 * front of each of them; a head of several rows becomes one.
 */
#ifndef COMPOSE_SHEET_H
#define COMPOSE_SHEET_H

#include "model/report.h"

struct text;
struct words;

/* Add the table as CSV, with byte order mark. */
void sheet_print(struct text *text, const struct table *table,
		 const struct words *words);

#endif
