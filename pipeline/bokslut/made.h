/*
 * made - the closes that have been made, by what stands in output/: one that
 * the calendar no longer declares is there too.
 */
#ifndef BOKSLUT_MADE_H
#define BOKSLUT_MADE_H

#include "model/names.h"

struct desk;

/*
 * Those that PERIOD and REPORT… name, all without words, as
 * "<period>/<report>", sorted, in the desk's arena.
 */
struct names made_closes(struct desk *desk, char *const *words, int count);

#endif
