/*
 * ids - names for the sections, tables and charts of a report.
 *
 * Sections are numbered as they nest (s2, s2.1); tables and charts keep the
 * id that they were made with, and from the second on get a number behind it.
 */
#ifndef COMPOSE_IDS_H
#define COMPOSE_IDS_H

#include <stddef.h>

struct link;
struct report;

void ids_give(struct report *report);

/* Tell each link whose target is not in the report. */
void ids_prove(const struct report *report, const struct link *links,
	       size_t count);

#endif
