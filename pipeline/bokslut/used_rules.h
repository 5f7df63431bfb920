/*
 * used_rules - that no version of a rule, risk matrix or checklist is changed
 * after it was approved with.
 *
 * A report that was approved names the rules that it was made by, with their
 * versions; what such a version says must stay what it said, or nobody could
 * tell by which words a goal was met.  Remarks and other statements of a file
 * may change.
 */
#ifndef BOKSLUT_USED_RULES_H
#define BOKSLUT_USED_RULES_H

#include <stdbool.h>

#include "lib/mem.h"

struct desk;

/*
 * Hold today's rules against those that were kept of every approved report.
 * Each version that says something else is told as OUTCOME_MISCONFIGURED; false
 * then, or if something cannot be read (told).  What was erased can no longer
 * be held against anything.
 */
bool used_rules_hold(struct desk *desk) MUST_CHECK;

#endif
