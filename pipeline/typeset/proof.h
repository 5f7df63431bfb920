/*
 * proof - what a report must be for it to be set, beyond what its schema says.
 *
 * Ids are unique and links lead to one; report, sections and charts say in
 * words what they are; the cells of every row fill the table; heads come
 * first, and no row is without any; charts can be drawn; nothing is nested
 * deeper than headings and the page allow.  A report that breaks this is a bug
 * of who wrote it, told as OUTCOME_BROKEN.
 */
#ifndef TYPESET_PROOF_H
#define TYPESET_PROOF_H

#include <stdbool.h>

#include "lib/mem.h"

struct report;

/* Whether the report read from `path` is sound; faults are told. */
bool proof_read(const struct report *report, const char *path) MUST_CHECK;

#endif
