/*
 * export_rows - the rows of a file that is being read, for export.c alone.
 */
#ifndef INGEST_EXPORT_ROWS_H
#define INGEST_EXPORT_ROWS_H

#include <stdbool.h>

#include "ingest/columns.h"
#include "ingest/footer.h"
#include "ingest/left_out.h"
#include "ingest/reach.h"
#include "ingest/row.h"
#include "ingest/totals.h"
#include "lib/csv_reader.h"
#include "model/facts.h"

struct ahead;
struct intake;

/* A file being read. */
struct export
{
	struct intake *intake;
	struct facts_file file;
	struct columns columns;
	bool has_header;
	bool is_matched; /* the header is as the profile says */
	struct left_out left_out;
	struct totals totals;
	size_t faults; /* of the files before */
	struct footer footer;
	struct reach reach;
	struct ahead *ahead;
	struct row row;
};

/* Take one row of the file, the header first. */
void export_take_row(struct export *export, const struct csv_row *csv);

#endif
