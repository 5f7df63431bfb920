/*
 * drafts - old drafts of a close, taken away by rule.
 *
 * rules/workspace.lua says how many are kept (`drafts`).  What was proposed or
 * decided stays, and what the calendar compares another close with.
 */
#ifndef BOKSLUT_DRAFTS_H
#define BOKSLUT_DRAFTS_H

#include <stdbool.h>

#include "lib/mem.h"

struct close;
struct text;

/* Take away the oldest drafts that are too many.  The journal has an entry
 * before the first byte goes. */
bool drafts_prune(struct close *closing, struct text *why) MUST_CHECK;

#endif
