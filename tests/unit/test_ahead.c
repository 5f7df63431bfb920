/*
 * The rows of a file, made ready ahead of their use, are what libcsv makes of
 * the whole of it, whatever the size of batches, with a thread and without; and
 * cells of a column have one serial if, and only if, they have one text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ingest/ahead.h"
#include "ingest/columns.h"
#include "ingest/row.h"
#include "ingest/serials.h"
#include "lib/text.h"
#include "model/profile.h"
#include "scratch_file.h"

#define COLUMNS 3

static const struct {
	const char *label;
	const char *bytes;
	const char *header_at;
	int skip;
} files[] = {
	{ "nothing", "", NULL, 0 },
	{ "a header alone", "a;b;c\n", NULL, 0 },
	{ "blank lines above the header", "\n \n\na;b;c\n1;2;3\n1;2;4", NULL,
	  0 },
	{ "rows short and long",
	  "a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;\n\n3;2;1\n1;2;3\n", NULL, 0 },
	{ "longer texts",
	  "a;b;c\nHemtjänst Norr;12345678;x\nHemtjänst Söder;123456789;\n"
	  "Hemtjänst Norr;12345678;Hemtjänst Norr\n;1234567;x\n"
	  "Hemtjänst Norr;123456789;x\n",
	  NULL, 0 },
	{ "rows for libcsv",
	  "a;b;c\r\n=\"001\";\"x\ny\";2\r\n001;\"x\ny\";2\r\n"
	  "\"0\"\"1\";\"x\n\ny\";2\r\n=\"001\";y;\"2\"\r\n",
	  NULL, 0 },
	{ "titles above", "Title \"x\nmore\na;b;c\n1;2;3\n1;2;3\n", NULL, 2 },
	{ "a header that is looked for", "Title\n\na;b;c\n1;2;3\n2;2;3\n", "a",
	  0 },
	{ "a header that is not there", "Title\n1;2;3\n2;2;3\n", "a", 0 },
	{ "an open quotation mark", "a;b;c\n1;2;3\n1;2;\"3\n1;2;3\n", NULL, 0 },
	{ "a mark inside a cell", "a;b;c\n1;2;3\n1;2;3\"\n1;2;3\n", NULL, 0 },
};

static void add_row(struct text *trace, const struct csv_row *row)
{
	text_printf(trace, "%ld-%ld:", row->line, row->last);
	for (size_t i = 0; i < row->count; i++) {
		assert_int_equal(strlen(row->cells[i].text), row->cells[i].len);
		text_printf(trace, "[%s]", row->cells[i].text);
	}
	text_add_char(trace, '\n');
}

static void add_fault(struct text *trace, const struct csv_fault *fault,
		      long skipped)
{
	text_printf(trace, "fault %ld %ld %s\n", fault->line + skipped,
		    fault->row_line + skipped, fault->what);
}

/* What libcsv alone says, of the bytes behind what is skipped. */
struct plain {
	struct text *trace;
	long skipped;
};

static void take_plain(void *context, const struct csv_row *given)
{
	struct plain *plain = context;
	struct csv_row row = *given;

	row.line += plain->skipped;
	row.last += plain->skipped;
	add_row(plain->trace, &row);
}

/* Which lines are skipped stands here by hand: those before "a;b;c". */
static void read_at_once(struct text *trace, size_t at)
{
	const char *from = files[at].bytes;
	struct plain plain = { .trace = trace };
	struct csv_source source = { .delimiter = ';' };
	struct csv_fault fault = { 0 };

	if (files[at].skip > 0 || files[at].header_at) {
		const char *header = strstr(from, "a;b;c");

		if (!header) {
			text_add(trace, "no header\n");
			return;
		}
		for (; from < header; from++)
			plain.skipped += *from == '\n';
	}
	source.bytes = from;
	source.len = strlen(from);
	if (!csv_read(&source, take_plain, &plain, &fault))
		add_fault(trace, &fault, plain.skipped);
}

/* Serials are looked up by text, and texts by serial. */
struct seen {
	char *texts[COLUMNS][64];
};

static void prove_serials(struct seen *seen, const struct csv_row *row)
{
	for (size_t i = 0; i < COLUMNS && row->count >= COLUMNS; i++) {
		const struct csv_cell *cell = &row->cells[i];
		char **texts = seen->texts[i];

		if (i == 1) { /* has none */
			assert_int_equal(cell->serial, 0);
			continue;
		}
		assert_in_range(cell->serial, 1, 63);
		for (uint32_t j = 0; j < 64; j++)
			if (texts[j])
				assert_int_equal(strcmp(texts[j], cell->text) ==
							 0,
						 j == cell->serial);
		if (!texts[cell->serial])
			texts[cell->serial] = strdup(cell->text);
	}
}

static void read_ahead(struct text *trace, const struct ahead_form *form)
{
	int declared[COLUMNS] = { 0, 1, 2 };
	const struct columns columns = { .count = COLUMNS,
					 .declared = declared };
	struct text why = { 0 };
	struct seen seen = { 0 };
	struct ahead *ahead = ahead_open(form, &why);
	struct ahead_verdict verdict;
	const struct batch *batch;
	bool has_header = false;

	assert_non_null(ahead);
	while (ahead_next(ahead, &batch))
		for (size_t i = 0; i < batch->count; i++) {
			const struct csv_row *row = &batch->rows[i];

			add_row(trace, row);
			if (has_header)
				prove_serials(&seen, row);
			if (!has_header && !row_is_blank(row)) {
				ahead_number(ahead, &columns);
				has_header = true;
			}
		}
	assert_true(ahead_end(ahead, &verdict, &why));
	if (verdict.reading == AHEAD_NO_HEADER)
		text_add(trace, "no header\n");
	if (verdict.reading == AHEAD_BROKEN)
		add_fault(trace, &verdict.fault, 0);
	for (size_t i = 0; i < COLUMNS * 64; i++)
		free(seen.texts[i / 64][i % 64]);
}

static int compare(const char *path, size_t at)
{
	const struct profile profile = { .encoding = ENCODING_UTF_8,
					 .separator = ';',
					 .skip = files[at].skip,
					 .header_at = files[at].header_at };
	size_t len = strlen(files[at].bytes);
	struct text want = { 0 };
	int wrong = 0;

	read_at_once(&want, at);
	for (size_t i = 0; i < 2 * (len + 2); i++) {
		struct serials serials[COLUMNS] = { 0 };
		struct serials *counted[] = { &serials[0], NULL, NULL };
		struct serials *recurring[] = { NULL, NULL, &serials[2] };
		const struct ahead_form form = { .path = path,
						 .profile = &profile,
						 .counted = counted,
						 .recurring = recurring,
						 .size = 4 + i / 2,
						 .alone = i % 2 };
		struct text got = { 0 };

		/* what is above the header stands in the first batch */
		if (form.size < len && (files[at].skip || files[at].header_at))
			continue;
		read_ahead(&got, &form);
		if (strcmp(text_string(&got), text_string(&want)) != 0) {
			print_error("%s, %zu bytes%s: got %s, want %s\n",
				    files[at].label, form.size,
				    form.alone ? " alone" : "",
				    text_string(&got), text_string(&want));
			wrong++;
		}
		text_clear(&got);
		serials_clear(&serials[0]);
		serials_clear(&serials[2]);
	}
	text_clear(&want);
	return wrong;
}

static void rows_are_those_of_libcsv(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		char path[] = "/tmp/ahead.XXXXXX";

		scratch_file(path, files[i].bytes, strlen(files[i].bytes));
		wrong += compare(path, i);
		(void)unlink(path);
	}
	assert_int_equal(wrong, 0);
}

/* After the first of many batches: the digest is of the whole file. */
static void it_may_be_left(void **state)
{
	static const char bytes[] = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n";
	const struct profile profile = { .separator = ';' };
	struct serials *none[1] = { NULL };
	char path[] = "/tmp/ahead.XXXXXX";
	const struct ahead_form form = { .path = path,
					 .profile = &profile,
					 .counted = none,
					 .recurring = none,
					 .size = 4 };
	struct text why = { 0 };
	struct ahead_verdict verdict;
	const struct batch *batch;
	char want[DIGEST_HEX];
	struct ahead *ahead;

	(void)state;
	scratch_file(path, bytes, strlen(bytes));
	ahead = ahead_open(&form, &why);
	assert_non_null(ahead);
	assert_true(ahead_next(ahead, &batch));
	assert_true(ahead_end(ahead, &verdict, &why));
	digest_bytes(want, bytes, strlen(bytes));
	assert_string_equal(verdict.feed.sha256, want);
	(void)unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_those_of_libcsv),
		cmocka_unit_test(it_may_be_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
