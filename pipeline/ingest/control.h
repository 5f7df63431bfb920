/*
 * control - what the rows used come to, held against what they must.
 */
#ifndef INGEST_CONTROL_H
#define INGEST_CONTROL_H

#include <stdbool.h>

#include "lib/arena.h"
#include "model/decimal.h"
#include "model/profile.h"

struct row;

struct control_sum {
	struct decimal sum;
	bool lost; /* too large to be told */
};

/* Zeroed is empty; lives in the arena given. */
struct control {
	struct control_sum *sums; /* of each control of the profile */
};

void control_start(struct control *control, struct arena *arena,
		   const struct profile *profile);

/* Add a row that is used. */
void control_add(struct control *control, const struct row *row);

/* Tell each control that the rows of all files do not meet; false if there is
 * one. */
bool control_prove(const struct control *control,
		   const struct profile *profile);

#endif
