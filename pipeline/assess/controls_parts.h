/*
 * controls_parts - what cannot be seen at one figure: parts that are more than
 * their whole, and exports that are older than their period.
 */
#ifndef ASSESS_CONTROLS_PARTS_H
#define ASSESS_CONTROLS_PARTS_H

#include "assess/controls.h"

/* Of every figure that was corrected, with the unit above it. */
void controls_prove_parts(const struct controlling *controlling);

/* Of every source that says how far it reaches. */
void controls_prove_sources(const struct controlling *controlling);

#endif
