/*
 * text_key - one of the key figures, quoted by name in a text.
 */
#ifndef COMPOSE_TEXT_KEY_H
#define COMPOSE_TEXT_KEY_H

#include <stdbool.h>

#include "compose/composition.h"

/* Whether "deviations@fs.count" begins with the id of key figures. */
bool text_key_is_one(const struct assessment *assessment, const char *name);

/*
 * Add what stands for "deviations@fs.count": key figures, a unit of their rows
 * and a figure, with "-before" behind it for that of the year before.  False if
 * there is none such (told).
 */
bool text_key_quote(struct composition *composition, struct place place,
		    const char *name, struct text *into) MUST_CHECK;

#endif
