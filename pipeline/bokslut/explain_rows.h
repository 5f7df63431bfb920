/*
 * explain_rows - the rows behind a figure, read once more from the exports.
 *
 * ingest itself shows them while it counts.  An export that has changed since
 * the revision was made shows other rows: that is told.
 */
#ifndef BOKSLUT_EXPLAIN_ROWS_H
#define BOKSLUT_EXPLAIN_ROWS_H

#include "bokslut/desk.h"
#include "model/assessment.h"

/* The close that is explained. */
struct explaining {
	struct desk *desk;
	const struct close_plan *plan;
	const struct assessment *assessment;
};

/* Print all rows behind the facts on stdout as CSV, one table for each source;
 * facts of the same rows are one. */
void explain_all_rows(const struct explaining *explaining,
		      const struct from *list, size_t count);

/* Print the first few rows behind one fact, below it. */
void explain_first_rows(const struct explaining *explaining,
			const struct from *from);

/* The file that a record stands in, borrowed; NULL if the record is, or no
 * source of the close has it. */
const struct facts_file *explain_record_file(
	const struct explaining *explaining, const struct record *record);

#endif
