/*
 * cell_scan - one look over the characters of a cell; for the readers of cells
 * only.
 *
 * A scan borrows the cell; zeroed it is at the end of an empty one.
 */
#ifndef MODEL_CELL_SCAN_H
#define MODEL_CELL_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "model/cell.h"

/* What is left to look at: at[0] up to end[-1]. */
struct cell_scan {
	const char *at;
	const char *end;
};

/* The cell without spaces around it and without ="…". */
struct cell_scan cell_scan_of(const char *cell);

bool cell_scan_ended(const struct cell_scan *scan);

/* Step over one space of any kind; over all that stand here. */
bool cell_scan_space(struct cell_scan *scan);
void cell_scan_spaces(struct cell_scan *scan);

/* Step over these bytes if they are next. */
bool cell_scan_take(struct cell_scan *scan, const char *bytes);

/* Step over one byte, given in lower case; `before` is the one before it. */
char cell_scan_next(struct cell_scan *scan, char before);

/* Step over `word`, which is in lower case, in any case of letters. */
bool cell_scan_word(struct cell_scan *scan, const char *word);

/* Step over one of - − –. */
bool cell_scan_minus(struct cell_scan *scan);

/* How many ASCII digits stand here. */
size_t cell_scan_digits(const struct cell_scan *scan);

/* Step over `fewest` to `most` digits and give their value; not over a digit
 * more than there may be. */
bool cell_scan_number(struct cell_scan *scan, size_t fewest, size_t most,
		      int *number);

/* Step over a number and the spaces behind it, up to a unit or the end; a
 * scan that has not found one stands still. */
enum cell_fault cell_scan_amount(struct decimal *number, struct cell_scan *scan,
				 char point) MUST_CHECK;

/* `fault`, unless what is left is empty or an error of a spreadsheet. */
enum cell_fault cell_scan_fault(const struct cell_scan *scan,
				enum cell_fault fault);

#endif
