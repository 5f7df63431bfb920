/*
 * csv_trace - what a CSV reader tells, as one text; for tests.
 */
#ifndef UNIT_CSV_TRACE_H
#define UNIT_CSV_TRACE_H

#include <stdlib.h>
#include <string.h>

#include "lib/csv_reader.h"
#include "lib/text.h"

/* "2-3<a><b>" for a row of two cells in lines 2 to 3. */
static void csv_trace_row(void *context, const struct csv_row *row)
{
	struct text *trace = context;

	text_printf(trace, "%ld-%ld", row->line, row->last);
	for (size_t i = 0; i < row->count; i++) {
		text_printf(trace, "<%zu:", row->cells[i].len);
		text_add_bytes(trace, row->cells[i].text,
			       row->cells[i].len + 1);
		text_add_char(trace, '>');
	}
	text_add_char(trace, ' ');
}

/* Where a piece of at most `size` bytes ends: behind a line end, of which a CR
 * at the very end may be half; or where the text does. */
static size_t csv_trace_cut(const char *at, size_t len, size_t size)
{
	size_t cut = size < len ? size : len;

	while (cut > 0 && cut < len &&
	       !(at[cut - 1] == '\n' ||
		 (at[cut - 1] == '\r' && at[cut] != '\n')))
		cut--;
	while (cut == 0 || (cut < len && at[cut - 1] != '\n' &&
			    !(at[cut - 1] == '\r' && at[cut] != '\n')))
		cut++;
	return cut;
}

/* Read a text in pieces; a fault ends the trace. */
static void csv_trace(struct text *trace, const struct csv_form *given,
		      const char *text, size_t len, size_t size)
{
	struct csv_form form = *given;
	struct csv_stream *stream;
	struct csv_fault fault = { 0 };
	bool ok = true;

	form.told = csv_trace_row;
	form.context = trace;
	stream = csv_stream_new(&form);
	while (len > 0 && ok) {
		size_t cut = csv_trace_cut(text, len, size);
		char *piece = malloc(cut + 1);

		memcpy(piece, text, cut);
		piece[cut] = '\0';
		ok = csv_stream_feed(stream, piece, cut, &fault);
		free(piece);
		text += cut;
		len -= cut;
	}
	if (!csv_stream_end(stream, &fault))
		text_printf(trace, "!%ld/%ld: %s", fault.line, fault.row_line,
			    fault.what);
}

#endif
