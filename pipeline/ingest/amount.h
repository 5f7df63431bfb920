/*
 * amount - the numbers of a column, all in the quantity that it declares.
 */
#ifndef INGEST_AMOUNT_H
#define INGEST_AMOUNT_H

#include "lib/mem.h"
#include "model/cell.h"

struct column;
struct intake;

/*
 * Read a number: "1 004 tkr" is 1004000 in a column with quantity = "sek".
 * What follows the number is the `print` or id of a quantity that can be made
 * the column's; a number alone is in it already.
 */
enum cell_fault amount_read(struct decimal *number, const struct intake *intake,
			    const struct column *column,
			    const char *cell) MUST_CHECK;

#endif
