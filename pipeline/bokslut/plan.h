/*
 * plan - what a run would do with a close, and why, told before it is done.
 */
#ifndef BOKSLUT_PLAN_H
#define BOKSLUT_PLAN_H

#include <stdbool.h>

struct close_plan;
struct desk;

/* Print it and write nothing; false if it cannot be told (told). */
bool plan_close(struct desk *desk, const struct close_plan *plan);

#endif
