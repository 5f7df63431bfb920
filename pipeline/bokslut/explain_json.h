/*
 * explain_json - what is explained as JSON, for programs: all that the text
 * tells, with whole digests.
 */
#ifndef BOKSLUT_EXPLAIN_JSON_H
#define BOKSLUT_EXPLAIN_JSON_H

#include "bokslut/explain_rows.h"
#include "bokslut/explained.h"

/* Print it on stdout. */
void explain_json(const struct explaining *explaining,
		  const struct explained *found);

#endif
