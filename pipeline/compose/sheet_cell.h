/*
 * sheet_cell - a printed cell as a spreadsheet takes it.
 */
#ifndef COMPOSE_SHEET_CELL_H
#define COMPOSE_SHEET_CELL_H

#include <stdbool.h>

#include "model/report.h"

struct number_format;
struct text;

/*
 * Add the words of a cell with plain spaces, without points to hyphenate at;
 * a new line becomes `line_end`.
 */
void sheet_cell_words(struct text *text, const struct runs *runs,
		      const char *line_end);

/*
 * Part "−1 234,5 tkr" into the number "-1234,5" and the unit "tkr", which may
 * be empty; the decimal sign stays as the report's language writes it.  False,
 * and nothing added, if `words` (of sheet_cell_words) is no number of `format`;
 * spaces between thousands and a true minus may stand in any.
 */
bool sheet_cell_number(const char *words, const struct number_format *format,
		       struct text *number, struct text *unit) MUST_CHECK;

#endif
