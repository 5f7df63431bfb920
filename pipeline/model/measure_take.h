/*
 * measure_take - parts of measure_declare(), for it alone.
 */
#ifndef MODEL_MEASURE_TAKE_H
#define MODEL_MEASURE_TAKE_H

#include "model/measure.h"

struct declaration;

/* Take `window = …`; what is wrong is told. */
void measure_take_window(struct measure *measure, struct declaration *given);

#endif
