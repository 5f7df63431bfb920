/*
 * decision_key - the day and paragraph by which a committee's decision is
 * known.
 *
 * People write it in many ways: `SON 2018-08-27 §52`, `SON 2024-02-07 § 14`,
 * `2023-11-08 §112`, `§ 95, 2023-10-04`.  The body's name is no part of the
 * key: a source holds one body's decisions.
 */
#ifndef INGEST_DECISION_KEY_H
#define INGEST_DECISION_KEY_H

#include <stdbool.h>

#include "lib/mem.h"
#include "model/window.h"

struct decision_key {
	struct date date;
	int paragraph; /* from 1 */
};

/* Read a cell; false unless it is one day, one paragraph and at most words
 * without digits. */
bool decision_key_read(struct decision_key *key, const char *cell) MUST_CHECK;

#endif
