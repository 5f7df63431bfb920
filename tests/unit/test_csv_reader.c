#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/csv_reader.h"
#include "lib/mem.h"
#include "lib/text.h"

#define MARK "a quotation mark "

/* "2-3<a><b>" for a row of two cells in lines 2 to 3. */
static void add_row(void *context, const struct csv_row *row)
{
	struct text *trace = context;

	text_printf(trace, "%ld", row->line);
	if (row->last != row->line)
		text_printf(trace, "-%ld", row->last);
	for (size_t i = 0; i < row->count; i++) {
		text_add_char(trace, '<');
		text_add_bytes(trace, row->cells[i].text, row->cells[i].len);
		text_add_char(trace, '>');
		assert_int_equal(row->cells[i].text[row->cells[i].len], 0);
	}
	text_add_char(trace, ' ');
}

/* The rows, and "!LINE/ROW LINE: fault" where reading ends. */
static void trace_rows(struct text *trace, const char *csv, size_t len,
		       char delimiter)
{
	struct csv_source source = {
		.bytes = csv,
		.len = len,
		.delimiter = delimiter,
	};
	struct csv_fault fault = { 0 };

	text_add(trace, "");
	if (!csv_read(&source, add_row, trace, &fault))
		text_printf(trace, "!%ld/%ld: %s", fault.line, fault.row_line,
			    fault.what);
}

static const struct {
	const char *label;
	const char *csv;
	char delimiter;
	const char *want;
} rows[] = {
	{ "nothing", "", ';', "" },
	{ "one row without an end", "a;b", ';', "1<a><b> " },
	{ "one row", "a;b\n", ';', "1<a><b> " },
	{ "comma", "a,b;c\n", ',', "1<a><b;c> " },
	{ "tab", "a\tb\n", '\t', "1<a><b> " },
	{ "empty cells", ";a;\n", ';', "1<><a><> " },
	{ "an empty cell at the end of the text", "a;", ';', "1<a><> " },
	{ "an empty quoted cell is a cell", "\"\"\n", ';', "1<> " },
	{ "an empty quoted cell at the end of the text", "\"\"", ';', "1<> " },
	{ "spaces and tabs stay", " a ;\tb\t; \n", ';', "1< a ><\tb\t>< > " },
	{ "spaces stay in quotes", "\" a \"\n", ';', "1< a > " },
	{ "LF, CR LF and CR count one each", "a\nb\r\nc\rd", ';',
	  "1<a> 2<b> 3<c> 4<d> " },
	{ "empty rows have no cells", "\na\n\n\r\n\rb\n", ';',
	  "1 2<a> 3 4 5 6<b> " },
	{ "a row of one space is no empty row", " \n", ';', "1< > " },
	{ "a cell with line breaks", "a;\"b\nc\r\nd\re\"\nf\n", ';',
	  "1-4<a><b\nc\r\nd\re> 5<f> " },
	{ "an empty line in a cell", "\"a\n\nb\";c\n", ';', "1-3<a\n\nb><c> " },
	{ "delimiter and quote in a cell", "\"a;\"\"b\"\"\";c\n", ';',
	  "1<a;\"b\"><c> " },
	{ "a text of a spreadsheet", "=\"00123\";=\"0;1\"\n", ';',
	  "1<00123><0;1> " },
	{ "a text of a spreadsheet, in quotes", "\"=\"\"00123\"\"\";=\n", ';',
	  "1<=\"00123\"><=> " },
	{ "a text of a spreadsheet over two lines", "a;=\"b\nc\"\nd\n", ';',
	  "1-2<a><b\nc> 3<d> " },
	{ "a sign inside a cell", "a\nb=\"c\"\n", ';',
	  "1<a> !2/2: " MARK "stands in a cell" },
	{ "a sum of texts", "=\"a\"&\"b\"\n", ';',
	  "!1/1: text follows a closing quotation mark" },
	{ "UTF-8", "\303\245;\342\202\254\n", ';',
	  "1<\303\245><\342\202\254> " },
	{ "a quote inside a cell", "a;b\nc;5\" pipe\nd\n", ';',
	  "1<a><b> !2/2: " MARK "stands in a cell" },
	{ "text behind a quoted cell", "a\n\"b\"c;d\n", ';',
	  "1<a> !2/2: text follows a closing quotation mark" },
	{ "a backslash is no escape", "\"a\\\"b\";c\n", ';',
	  "!1/1: text follows a closing quotation mark" },
	{ "a space behind a quoted cell", "\"a\" ;b\n", ';',
	  "!1/1: text follows a closing quotation mark" },
	{ "never closed", "a\nb;\"c\nd\ne\n", ';',
	  "1<a> !4/2: " MARK "is opened and never closed" },
	{ "never closed, in the last line", "a\n\"c", ';',
	  "1<a> !2/2: " MARK "is opened and never closed" },
	{ "never closed, in a row of several lines", "\"a\nb\";c;\"d\ne\n", ';',
	  "!3/2: " MARK "is opened and never closed" },
	{ "not closed until the next quoted cell", "a;\"b\nc;d\ne;\"f\"\n", ';',
	  "!3/1: text follows a closing quotation mark" },
};

static void reader_tells_every_row(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct text got = { 0 };
		const char *want = rows[i].want;
		bool stops = strchr(want, '!') != NULL;

		trace_rows(&got, rows[i].csv, strlen(rows[i].csv),
			   rows[i].delimiter);
		if (stops ? strncmp(got.at, want, strlen(want)) != 0
			  : strcmp(got.at, want) != 0) {
			print_error("%s: got %s, want %s\n", rows[i].label,
				    got.at, want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *label;
	size_t cells;
	size_t len; /* of each */
	bool want;
} limit_rows[] = {
	{ "many cells", 1000, 1, true },
	{ "long cells", 3, 70000, true },
	{ "1 MiB", 2, 1048576, true },
	{ "1 MiB and a byte", 2, 1048577, false },
};

static void a_cell_has_a_limit(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(limit_rows); i++) {
		size_t len = limit_rows[i].len;
		size_t cells = limit_rows[i].cells;
		size_t want_len = cells * (len + 2) + 4; /* "1<x><x><> " */
		const char *want = limit_rows[i].want ? "1<" : "!1/1: a cell";
		struct text csv = { 0 };
		struct text got = { 0 };

		for (size_t at = 0; at < cells * (len + 1); at++)
			text_add_char(&csv,
				      (at + 1) % (len + 1) != 0 ? 'x' : ';');
		trace_rows(&got, csv.at, csv.len, ';');
		if (strncmp(got.at, want, strlen(want)) != 0 ||
		    (limit_rows[i].want && got.len != want_len)) {
			print_error("%s: got %zu bytes %.60s, want %s\n",
				    limit_rows[i].label, got.len, got.at, want);
			wrong++;
		}
		text_clear(&got);
		text_clear(&csv);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reader_tells_every_row),
		cmocka_unit_test(a_cell_has_a_limit),
	};

	return cmocka_run_group_tests_name("csv_reader", tests, NULL, NULL);
}
