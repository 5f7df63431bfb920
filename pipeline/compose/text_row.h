/*
 * text_row - a figure of an operating statement, quoted by name in a text.
 */
#ifndef COMPOSE_TEXT_ROW_H
#define COMPOSE_TEXT_ROW_H

#include <stdbool.h>

#include "compose/composition.h"

/*
 * Add what stands for "operating@hemtjanst.deviation": a statement, a unit of
 * its rows, and budget, outcome, forecast, deviation, accrued or
 * deviation-now.  False if there is none such (told).
 */
bool text_row_quote(struct composition *composition, struct place place,
		    const char *name, struct text *into) MUST_CHECK;

#endif
