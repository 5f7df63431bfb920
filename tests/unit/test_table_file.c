/*
 * Tables that people edit: each row of the table below is a file, and what is
 * told of it, or its cells.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "capture.h"
#include "model/table_file.h"

#define HEAD "id;namn\n"

static const struct table_header headers[] = {
	{ .name = "id" },
	{ .name = "namn" },
	{ .name = "alias", .optional = true },
};
static const struct table_form form = { .headers = headers,
					.header_count = COUNT_OF(headers) };

static const struct {
	const char *label;
	const char *csv;
	const char *want; /* told, or "LINE<cell><cell><cell> " of each row */
} rows[] = {
	{ "only a header", HEAD, "" },
	{ "commas for semicolons", "id,namn\n\"a,b\",c\n",
	  "t.csv:1: the columns are divided by commas, but semicolons were "
	  "expected; save the file as CSV with semicolons\n" },
	{ "tabs for semicolons", "id\tnamn\na\tb;c\n",
	  "t.csv:1: the columns are divided by tabs, but semicolons were "
	  "expected; save the file as CSV with semicolons\n" },
	{ "a row", HEAD "a;b\n", "2<a><b><> " },
	{ "other order, case and spaces", "Alias; NAMN ;Id\nx;y;z\n",
	  "2<z><y><x> " },
	{ "spaces around a cell", HEAD " a\t;\xC2\xA0 b \n", "2<a><b><> " },
	{ "rows without a word", "\n;\n" HEAD " ; \n\na;\n", "6<a><><> " },
	{ "a byte order mark", "\xEF\xBB\xBF" HEAD "a;b\n", "2<a><b><> " },
	{ "a cell over two lines", HEAD "a;\"b\nc\"\nd;e\n",
	  "2<a><b\nc><> 4<d><e><> " },
	{ "lines that end in CR", "id;namn\ra;b\rc;d", "2<a><b><> 3<c><d><> " },
	{ "empty", "", "t.csv:1: the file is empty" },
	{ "only a byte order mark", "\xEF\xBB\xBF",
	  "t.csv:1: the file is empty" },
	{ "a control character",
	  HEAD "a;b\nc;d\x02"
	       "e\n",
	  "t.csv:3: column 2: the cell holds a control character" },
	{ "a byte of no UTF-8", HEAD "a;\xE5\n",
	  "t.csv:2: the file is not UTF-8: character 3 of the line is the "
	  "byte E5" },
	{ "a short row", HEAD "a\n", "t.csv:2: the row has 1 cells" },
	{ "a long row", HEAD "a;b;c\n", "t.csv:2: the row has 3 cells" },
	{ "a column twice", "id;namn;ID\n",
	  "t.csv:1: column 3: the column \"ID\" stands twice" },
	{ "a column too few", "id\na\n",
	  "t.csv:1: the column \"namn\" is missing" },
	{ "a column that is misspelt", "id;nam\n",
	  "t.csv:1: column 2: there is no column \"nam\" in this file; is it "
	  "\"namn\"" },
	{ "an open quote", HEAD "a;\"b\n",
	  "t.csv:2: a quotation mark is opened and never closed" },
};

static void add_lines(struct text *got, const struct table_file *table)
{
	text_add(got, "");
	for (size_t i = 0; i < table->line_count; i++) {
		const struct table_line *line = &table->lines[i];

		text_printf(got, "%ld", line->line);
		for (int j = 0; j < (int)COUNT_OF(headers); j++)
			text_printf(got, "<%s>", table_file_cell(line, j));
		text_add_char(got, ' ');
	}
}

/* The rows of the file, or what is told of it. */
static void read_table(const char *csv, struct text *got)
{
	char path[] = "/tmp/test_table_file.XXXXXX";
	int fd = mkstemp(path);
	struct table_file table = { 0 };
	struct text why = { 0 };
	struct capture capture;
	bool ok;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, csv, strlen(csv)), strlen(csv));
	(void)close(fd);
	capture_start(&capture, STDERR_FILENO);
	ok = table_file_load(&table, &form, path, "t.csv", &why);
	capture_end(&capture, got);
	(void)unlink(path);
	assert_int_equal(why.len, 0);
	assert_int_equal(ok, got->len == 0);
	add_lines(got, &table);
	table_file_clear(&table);
}

static void tables_are_read_or_refused(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct text got = { 0 };
		const char *want = rows[i].want;
		size_t len = strlen(want);

		read_table(rows[i].csv, &got);
		if (strncmp(want, "t.csv", 5) == 0
			    ? strncmp(got.at, want, len) != 0
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
	const char *cell;
	const char *want; /* "<part><part>" */
} part_rows[] = {
	{ "nothing", "", "" },
	{ "one", "a b", "<a b>" },
	{ "two, with spaces", " a | b ", "<a><b>" },
	{ "empty ones", "|a|| |b|", "<a><b>" },
};

static void cells_have_parts(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(part_rows); i++) {
		struct arena arena = { 0 };
		struct text got = { 0 };
		size_t count;
		const char **parts =
			table_file_parts(&arena, part_rows[i].cell, &count);

		for (size_t j = 0; j < count; j++)
			text_printf(&got, "<%s>", parts[j]);
		if (strcmp(text_string(&got), part_rows[i].want) != 0) {
			print_error("%s: got %s\n", part_rows[i].label,
				    text_string(&got));
			wrong++;
		}
		text_clear(&got);
		arena_clear(&arena);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_read_or_refused),
		cmocka_unit_test(cells_have_parts),
	};

	return cmocka_run_group_tests_name("table_file", tests, NULL, NULL);
}
