/*
 * Any bytes as an export: in each encoding, then as rows of cells.
 */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "lib/csv_reader.h"
#include "lib/encoding.h"
#include "lib/encoding_proof.h"

/* What was read: the cells one after the other, each row ended by a mark that
 * no text holds. */
struct trace {
	struct text cells;
	long last; /* line of the row before */
};

/* A quoted cell may hold line ends, which change as others do. */
static void add_cell(struct text *cells, const struct csv_cell *cell)
{
	for (size_t i = 0; i < cell->len; i++)
		if (cell->text[i] != '\r' || cell->text[i + 1] != '\n')
			text_add_char(cells, cell->text[i]);
	text_add_char(cells, '\xFE');
}

static void take_row(void *context, const struct csv_row *row)
{
	struct trace *trace = context;

	assert(row->line > trace->last);
	assert(row->last >= row->line);
	trace->last = row->last;
	for (size_t i = 0; i < row->count; i++) {
		const struct csv_cell *cell = &row->cells[i];

		assert(strlen(cell->text) == cell->len);
		assert(encoding_valid_utf8(cell->text, cell->len) == cell->len);
		add_cell(&trace->cells, cell);
	}
	/* CR CR LF is one empty row more than CR LF */
	if (row->count > 0)
		text_add_char(&trace->cells, '\xFF');
}

static bool trace_rows(struct trace *trace, const struct text *utf8)
{
	const struct csv_source source = { .bytes = text_string(utf8),
					   .len = utf8->len,
					   .delimiter = ';' };
	struct csv_fault fault = { 0 };
	bool ok = csv_read(&source, take_row, trace, &fault);

	if (!ok)
		assert(fault.what && fault.row_line > 0 &&
		       fault.line >= fault.row_line);
	return ok;
}

/* The text with LF in place of each CR LF. */
static void add_unix(struct text *into, const struct text *from)
{
	for (size_t i = 0; i < from->len; i++)
		if (from->at[i] != '\r' || from->at[i + 1] != '\n')
			text_add_char(into, from->at[i]);
}

/* Which line ends a text has says nothing about its cells. */
static void prove_rows(const struct text *utf8)
{
	struct text changed = { 0 };
	struct trace as_is = { 0 };
	struct trace as_unix = { 0 };
	bool read;

	add_unix(&changed, utf8);
	read = trace_rows(&as_is, utf8);
	assert(trace_rows(&as_unix, &changed) == read);
	if (!strstr(text_string(utf8), "\r\r"))
		assert(strcmp(text_string(&as_is.cells),
			      text_string(&as_unix.cells)) == 0);
	text_clear(&as_is.cells);
	text_clear(&as_unix.cells);
	text_clear(&changed);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	for (int i = ENCODING_AUTO; i <= ENCODING_CP850; i++) {
		enum encoding encoding = (enum encoding)i;
		struct encoding_fault fault = { 0 };
		struct text utf8 = { 0 };

		if (encoding_to_utf8(&utf8, (const char *)bytes, len, &encoding,
				     &fault)) {
			assert(encoding != ENCODING_AUTO);
			assert(strlen(text_string(&utf8)) == utf8.len);
			assert(encoding_valid_utf8(text_string(&utf8),
						   utf8.len) == utf8.len);
			prove_rows(&utf8);
		} else {
			assert(fault.offset < len);
			assert(fault.line > 0 && fault.column > 0);
			assert(bytes[fault.offset] == fault.byte);
		}
		text_clear(&utf8);
	}
	return 0;
}
