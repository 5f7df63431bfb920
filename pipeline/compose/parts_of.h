/*
 * parts_of - a list in an attribute: "Insats|Barn", "name children".
 */
#ifndef COMPOSE_PARTS_OF_H
#define COMPOSE_PARTS_OF_H

#include "lib/arena.h"
#include "model/names.h"

/* The parts between the marks, without the spaces around them and without
 * empty ones, in `arena`. */
struct names parts_of(struct arena *arena, const char *list, char mark);

#endif
