#include "lib/csv_reader.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "lib/csv_scan.h"
#include "lib/lang.h"
#include "lib/text.h"

#define CELL_NOT_BEGUN 1             /* pstate between cells; 0 between rows */
#define CELL_STEP ((size_t)4 * 1024) /* bytes */

/* The row that is being read; its memory serves every row. */
struct reading {
	csv_row_fn *told;
	void *context;
	struct text texts; /* of its cells, each with a NUL behind */
	struct csv_cell *cells;
	size_t count;
	size_t room;
	long line;      /* being read */
	long row_line;  /* where the row begins */
	long cell_line; /* where the cell begins */
};

static int no_space(unsigned char byte)
{
	(void)byte;
	return 0;
}

/*
 * An open quote may swallow a file; libcsv reports this as CSV_ENOMEM.  It
 * wants room for one byte more than the cell has.
 */
static void *resize_cell(void *taken, size_t size)
{
	if (size > CSV_CELL_LIMIT + 1)
		return NULL;
	return mem_resize(taken, size, 1);
}

static void on_cell(void *bytes, size_t len, void *context)
{
	struct reading *reading = context;

	if (reading->count == reading->room) {
		reading->room = reading->room ? 2 * reading->room : 16;
		reading->cells = mem_resize(reading->cells, reading->room,
					    sizeof(*reading->cells));
	}
	reading->cells[reading->count++] = (struct csv_cell){ .len = len };
	text_add_bytes(&reading->texts, bytes, len);
	text_add_char(&reading->texts, '\0');
	reading->cell_line = reading->line;
}

static void tell_row(struct reading *reading)
{
	struct csv_row row = {
		.line = reading->row_line,
		.last = reading->line,
		.cells = reading->cells,
		.count = reading->count,
	};
	const char *text = reading->texts.at;

	for (size_t i = 0; i < reading->count; i++) {
		reading->cells[i].text = text;
		text += reading->cells[i].len + 1;
	}
	reading->told(reading->context, &row);
	reading->count = 0;
	text_reset(&reading->texts);
}

static void on_row(int ended_by, void *context)
{
	(void)ended_by;
	tell_row(context);
}

/* The length of the first line with its end: CR, LF or CR LF. */
static size_t line_len(const char *bytes, size_t len)
{
	size_t at = 0;

	while (at < len && bytes[at] != '\n' && bytes[at] != '\r')
		at++;
	if (at + 1 < len && bytes[at] == '\r' && bytes[at + 1] == '\n')
		at++;
	return at < len ? at + 1 : len;
}

/*
 * Feed one line; how much of it was read.  Spreadsheets write ="00123" to keep
 * a text a text: the sign at the beginning of a cell, of which libcsv would
 * say that a mark stands inside it, is stepped over.
 */
static size_t feed_line(struct reading *reading, struct csv_parser *csv,
			const char *bytes, size_t len)
{
	size_t from = 0;

	for (size_t at = 0; at + 1 < len; at++) {
		const char *sign = memchr(bytes + at, '=', len - at - 1);

		if (!sign)
			break;
		at = (size_t)(sign - bytes);
		if (sign[1] != '"')
			continue;
		from += csv_parse(csv, bytes + from, at - from, on_cell, on_row,
				  reading);
		if (from < at)
			return from;
		if (csv->pstate <= CELL_NOT_BEGUN)
			from++;
	}
	return from + csv_parse(csv, bytes + from, len - from, on_cell, on_row,
				reading);
}

static const char *what_is_wrong(struct csv_parser *csv, char stopped_at)
{
	if (csv_error(csv) == CSV_ENOMEM)
		return _("a cell is larger than 1 MiB; is a closing quotation "
			 "mark missing?");
	if (stopped_at == '"')
		return _("a quotation mark stands in a cell that does not "
			 "begin with one; put the whole cell in quotation "
			 "marks and write the mark inside it twice");
	return _("text follows a closing quotation mark; inside a cell a "
		 "quotation mark is written twice");
}

static bool is_line_end(char byte)
{
	return byte == '\n' || byte == '\r';
}

/* A text being read. */
struct csv_stream {
	struct reading reading;
	struct csv_parser csv;
	struct csv_scan scan;
	bool plain;
	const char *wrong; /* NULL: nothing so far */
};

/*
 * libcsv does not say where it stopped, and it skips empty rows.  Feeding it
 * line by line is what lets us name the line and tell the empty rows; `pstate`
 * is 0 while it stands between rows.  Gives what of the line was read.
 */
static size_t judge_line(struct csv_stream *stream, const char *bytes,
			 size_t len)
{
	struct reading *reading = &stream->reading;
	size_t step = line_len(bytes, len);
	size_t read = step;

	reading->line++;
	if (stream->csv.pstate == 0) {
		reading->row_line = reading->line;
		reading->cell_line = reading->line;
	}
	if (stream->csv.pstate == 0 && is_line_end(*bytes))
		tell_row(reading);
	else
		read = feed_line(reading, &stream->csv, bytes, step);
	if (read < step)
		stream->wrong = what_is_wrong(&stream->csv, bytes[read]);
	return step;
}

/* Read a row where it stands; false if libcsv must see it. */
static bool scan_row(struct csv_stream *stream)
{
	struct reading *reading = &stream->reading;
	struct csv_scan *scan = &stream->scan;
	struct csv_row row;

	if (stream->plain || stream->csv.pstate != 0 ||
	    is_line_end(*scan->at) || csv_scan_row(scan) != CSV_SCANNED)
		return false;
	row = (struct csv_row){ .line = reading->line + 1,
				.last = reading->line + scan->lines,
				.cells = scan->cells,
				.count = scan->count,
				.in_place = true };
	reading->line = row.last;
	reading->told(reading->context, &row);
	return true;
}

struct csv_stream *csv_stream_new(const struct csv_form *form)
{
	struct csv_stream *stream = mem_alloc(sizeof(*stream));

	*stream = (struct csv_stream){
		.reading = { .told = form->told, .context = form->context },
		.plain = form->plain,
	};
	csv_scan_start(&stream->scan, form->delimiter);
	/* Both flags, or an open quote at the end is accepted in silence. */
	(void)csv_init(&stream->csv, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&stream->csv, (unsigned char)form->delimiter);
	csv_set_space_func(&stream->csv, no_space);
	csv_set_realloc_func(&stream->csv, resize_cell);
	csv_set_blk_size(&stream->csv, CELL_STEP);
	return stream;
}

static void tell_fault(const struct csv_stream *stream, struct csv_fault *fault)
{
	*fault = (struct csv_fault){
		.line = stream->reading.line,
		.row_line = stream->reading.cell_line,
		.what = stream->wrong,
	};
}

bool csv_stream_feed(struct csv_stream *stream, char *bytes, size_t len,
		     struct csv_fault *fault)
{
	struct csv_scan *scan = &stream->scan;

	scan->at = bytes;
	scan->end = bytes + len;
	while (scan->at < scan->end && !stream->wrong)
		if (!scan_row(stream))
			scan->at += judge_line(stream, scan->at,
					       (size_t)(scan->end - scan->at));
	if (stream->wrong)
		tell_fault(stream, fault);
	return !stream->wrong;
}

void csv_stream_pass(struct csv_stream *stream, long lines)
{
	stream->reading.line += lines;
}

long csv_stream_line(const struct csv_stream *stream)
{
	return stream->reading.line;
}

bool csv_stream_end(struct csv_stream *taken, struct csv_fault *fault)
{
	struct csv_stream *stream = taken;
	bool ok;

	if (!stream->wrong &&
	    csv_fini(&stream->csv, on_cell, on_row, &stream->reading) != 0) {
		stream->wrong =
			_("a quotation mark is opened and never closed");
		tell_fault(stream, fault);
	}
	ok = !stream->wrong;
	csv_free(&stream->csv);
	text_clear(&stream->reading.texts);
	free(stream->reading.cells);
	free(stream->scan.cells);
	free(stream);
	return ok;
}

bool csv_read(const struct csv_source *source, csv_row_fn *told, void *context,
	      struct csv_fault *fault)
{
	const struct csv_form form = { .delimiter = source->delimiter,
				       .plain = true,
				       .told = told,
				       .context = context };
	struct csv_stream *stream = csv_stream_new(&form);
	const char *at = source->bytes;
	const char *end = at + source->len;

	while (at < end && !stream->wrong)
		at += judge_line(stream, at, (size_t)(end - at));
	if (stream->wrong)
		tell_fault(stream, fault);
	return csv_stream_end(stream, fault);
}

void csv_reader_library(struct text *lines)
{
	text_printf(lines, "library libcsv %d.%d.%d\n", CSV_MAJOR, CSV_MINOR,
		    CSV_RELEASE);
}
