/*
 * csv_scan - rows that need no judge.
 *
 * libcsv decides what a row is.  Most rows leave it nothing to decide: cells
 * without quotation marks, and cells that are quoted whole.  This reads those,
 * several times as fast, and declines every other; a fuzz target and a unit
 * test prove that what it reads is what libcsv reads, byte for byte.
 */
#ifndef LIB_CSV_SCAN_H
#define LIB_CSV_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/csv_reader.h"

enum csv_scanned {
	CSV_SCANNED,  /* a row */
	CSV_DECLINED, /* it is for libcsv */
	CSV_CUT_OFF   /* its end does not stand in these bytes */
};

/* Where a row is looked for; the cells grow as needed. */
struct csv_scan {
	char *at; /* the row's first byte; behind the row once it is read */
	char *end;
	char delimiter;
	char *block;    /* where marks are looked for, see lib/byte_lane.h */
	uint64_t marks; /* of it, those that were not passed */
	long lines;     /* that the row takes up */
	struct csv_cell *cells;
	size_t count;
	size_t room;
};

/* Say which byte parts the cells. */
void csv_scan_start(struct csv_scan *scan, char delimiter);

/*
 * Read one row.  Its cells are ended by a NUL and lose their quotation marks
 * where they stand; of a row that is not read no byte is changed.
 */
enum csv_scanned csv_scan_row(struct csv_scan *scan);

#endif
