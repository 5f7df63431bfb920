/*
 * Any bytes as a table that people edit: what is accepted can be written into
 * a hand-over.
 */
#include <string.h>

#include "fuzz.h"
#include "lib/xml_writer.h"
#include "model/table_file.h"

enum { ANY_ID, ANY_NAME, ANY_PARTS };

static void prove_parts(const char *cell)
{
	struct arena arena = { 0 };
	size_t count;
	const char **parts = table_file_parts(&arena, cell, &count);

	for (size_t i = 0; i < count; i++)
		assert(*parts[i] && !strchr(parts[i], '|'));
	arena_clear(&arena);
}

static void prove_line(const struct table_file *table,
		       const struct table_line *line)
{
	for (int i = ANY_ID; i <= ANY_PARTS; i++) {
		const char *cell = table_file_cell(line, i);
		struct place place = table_file_place(table, line, i);

		assert(xml_writer_accepts(cell, strlen(cell)));
		assert(place.line > 0);
		assert(!*cell || place.column > 0);
		prove_parts(cell);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct table_header headers[] = {
		[ANY_ID] = { .name = "id" },
		[ANY_NAME] = { .name = "namn" },
		[ANY_PARTS] = { .name = "alias", .optional = true },
	};
	static const struct table_form form = {
		.headers = headers,
		.header_count = COUNT_OF(headers),
	};
	struct table_file table = { 0 };
	struct fuzz_file file;
	struct text why = { 0 };
	long last = 0;

	fuzz_open(&file, bytes, len);
	if (table_file_load(&table, &form, file.path, "any.csv", &why)) {
		for (size_t i = 0; i < table.line_count; i++) {
			prove_line(&table, &table.lines[i]);
			assert(table.lines[i].line > last);
			last = table.lines[i].line;
		}
	}
	assert(why.len == 0);
	table_file_clear(&table);
	fuzz_close(&file);
	return 0;
}
