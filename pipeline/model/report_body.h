/*
 * report_body - what reader and writer of report.xml share: the words for the
 * enumerations of report.h, and the reader of its blocks.
 */
#ifndef MODEL_REPORT_BODY_H
#define MODEL_REPORT_BODY_H

#include "model/report.h"

#define REPORT_URN "urn:bokslut:report:1"

extern const char *const report_aligns[3];  /* by enum column_align */
extern const char *const report_rows[5];    /* by enum row_kind */
extern const char *const report_charts[2];  /* by enum chart_kind */
extern const char *const report_blocks[11]; /* by enum block_kind */

struct xml_reader;

/* After <body> opened: take its blocks, up to and with its close. */
bool report_take_body(struct report *report, struct xml_reader *reader,
		      struct arena *arena) MUST_CHECK;

#endif
