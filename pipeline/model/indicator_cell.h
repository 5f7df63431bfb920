/*
 * indicator_cell - a cell that holds an indicator's figure.
 *
 * The indicator says how to read it: yes or no where its target is one, else a
 * number, behind which its own unit of measure may stand.
 */
#ifndef MODEL_INDICATOR_CELL_H
#define MODEL_INDICATOR_CELL_H

#include "model/cell.h"
#include "model/figure.h"
#include "model/quantity.h"
#include "model/register.h"

/* Whether `unit`, `len` bytes behind a number, may be what `quantity` is told
 * in; none may be anything. */
bool indicator_unit(const struct quantity *quantity, const char *unit,
		    size_t len);

/*
 * Read the cell.  `quantity` is what the figure must be told in; NULL: any.
 * CELL_UNIT if it is told in another one; the figure is given all the same.
 */
enum cell_fault indicator_cell(struct figure *figure,
			       const struct indicator *indicator,
			       const struct quantity *quantity,
			       const char *cell, char point) MUST_CHECK;

#endif
