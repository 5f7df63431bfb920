/*
 * prove - what composing takes for granted about an assessment.
 *
 * The schema of assessment.xml cannot say that an id names something or that
 * a figure can be rounded; here it is asked once, for all that follows.
 */
#ifndef COMPOSE_PROVE_H
#define COMPOSE_PROVE_H

#include <stdbool.h>

#include "lib/mem.h"

struct assessment;

/* False if something is not as promised (told). */
bool prove_assessment(const struct assessment *assessment) MUST_CHECK;

#endif
