/*
 * report_body - what reader and writer of report.xml share: the words for the
 * enumerations of report.h, the reader of its blocks, and both of pictures.
 */
#ifndef MODEL_REPORT_BODY_H
#define MODEL_REPORT_BODY_H

#include "model/report.h"

#define REPORT_URN "urn:bokslut:report:1"

extern const char *const report_aligns[3];  /* by enum column_align */
extern const char *const report_rows[5];    /* by enum row_kind */
extern const char *const report_charts[4];  /* by enum chart_kind */
extern const char *const report_blocks[13]; /* by enum block_kind */

struct xml_reader;
struct xml_writer;

/* After <body> opened: take its blocks, up to and with its close. */
bool report_take_body(struct report *report, struct xml_reader *reader,
		      struct arena *arena) MUST_CHECK;

/* report_picture.c: charts and matrices, after their element opened. */
bool report_take_chart(struct block *block, struct xml_reader *reader,
		       struct arena *arena) MUST_CHECK;
bool report_take_matrix(struct block *block, struct xml_reader *reader,
			struct arena *arena) MUST_CHECK;
void report_write_chart(struct xml_writer *writer, const struct chart *chart);
void report_write_matrix(struct xml_writer *writer,
			 const struct matrix *matrix);

#endif
