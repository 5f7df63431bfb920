/*
 * text_term - what a text quotes by name besides figures:
 *	{sam.cite}, {sam.title}     a regulation, as it was in force on the last
 *	                            day of the period
 *	{traffic-light.status}      how many indicators have which grade of a
 *	                            scale: "18 gröna, 2 gula, 5 röda"
 *	{goal.elderly.status}       likewise of those under a goal
 */
#ifndef COMPOSE_TEXT_TERM_H
#define COMPOSE_TEXT_TERM_H

#include <stdbool.h>

#include "compose/composition.h"

/* Whether the name ends like one of these. */
bool text_term_is_one(const char *name);

/* Add what stands for it; false if there is none such (told). */
bool text_term_quote(struct composition *composition, struct place place,
		     const char *name, struct text *into) MUST_CHECK;

#endif
