/*
 * checks - what a profile says of whole rows: cut-off and checks.
 */
#ifndef INGEST_CHECKS_H
#define INGEST_CHECKS_H

#include <stdbool.h>

struct profile_check;
struct row;

/* Whether the row's day is after the cut-off. */
bool checks_pass_by(const struct row *row);

/* Hold the cells of a sound row against each other; a fault refuses it. */
void checks_prove(struct row *row);

/* List a row that is passed by, with its day. */
void checks_list_late(const struct row *row);

/* Whether a row meets one check; what is not sound is not held. */
bool checks_hold(const struct row *row, const struct profile_check *check);

#endif
