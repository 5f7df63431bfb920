/*
 * record_status - how many records of a kind have which `status`.
 */
#ifndef COMPOSE_RECORD_STATUS_H
#define COMPOSE_RECORD_STATUS_H

#include "compose/composition.h"

/* How many records of the kind there are. */
long record_status_count(const struct composition *composition,
			 const char *kind);

/* Add "15 pågående, 1 delvis pågående, 11 avslutade", in the order in which
 * they first appear; nothing if none has a status. */
void record_status_print(struct text *text,
			 const struct composition *composition,
			 const char *kind);

#endif
