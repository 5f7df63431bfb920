/*
 * tables - every table of the report as a file of its own, tables/<id>.csv:
 * who wants to calculate with a table need not copy it out of a PDF.
 */
#ifndef COMPOSE_TABLES_H
#define COMPOSE_TABLES_H

#include <stdbool.h>

#include "model/report.h"

struct text;
struct words;

/*
 * Write the tables into <folder>/tables/, and take away those of a report
 * that was there before.  False with one sentence in `why`.
 */
bool tables_save(const struct report *report, const struct words *words,
		 const char *folder, struct text *why) MUST_CHECK;

#endif
