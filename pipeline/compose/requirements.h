/*
 * requirements - what law asks of a report, held against its template.
 */
#ifndef COMPOSE_REQUIREMENTS_H
#define COMPOSE_REQUIREMENTS_H

#include "compose/composition.h"

/* Tell every `meets`, in the part or below it, that names no requirement. */
void requirements_prove(const struct template_part *part);

#endif
