#include "model/table_file.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lib/csv_reader.h"
#include "lib/digest.h"
#include "lib/encoding.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "lib/xml_writer.h"

#define NO_BREAK_SPACE "\xC2\xA0"

/* A file on its way into a table. */
struct reading {
	struct table_file *table;
	const int *forms; /* of each column: header of the form, or -1 */
	size_t columns;   /* of the header row; 0 before it was read */
	bool refused;
};

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The bytes of the space that `len` bytes begin with; 0 if they do not. */
static size_t space_before(const char *text, size_t len)
{
	const size_t wide = strlen(NO_BREAK_SPACE);

	if (len > 0 && is_space(text[0]))
		return 1;
	return len >= wide && memcmp(text, NO_BREAK_SPACE, wide) == 0 ? wide
								      : 0;
}

/* Likewise of the space that they end with. */
static size_t space_behind(const char *text, size_t len)
{
	const size_t wide = strlen(NO_BREAK_SPACE);

	if (len > 0 && is_space(text[len - 1]))
		return 1;
	if (len < wide)
		return 0;
	return memcmp(text + len - wide, NO_BREAK_SPACE, wide) == 0 ? wide : 0;
}

static const char *trimmed(struct arena *arena, const char *text, size_t len)
{
	size_t size;

	while ((size = space_before(text, len)) > 0) {
		text += size;
		len -= size;
	}
	while ((size = space_behind(text, len)) > 0)
		len -= size;
	return len > 0 ? arena_strndup(arena, text, len) : "";
}

static struct place column_place(const struct reading *reading, long line,
				 size_t column)
{
	return (struct place){ .file = reading->table->shown,
			       .line = line,
			       .column = (int)column + 1 };
}

static void tell_unknown(struct reading *reading, const char *name,
			 struct place place)
{
	const struct table_form *form = reading->table->form;
	struct spelling_search search = { .wanted = name };

	for (size_t i = 0; i < form->header_count; i++)
		spelling_offer(&search, form->headers[i].name);
	if (search.nearest)
		msg_at(OUTCOME_REFUSED, place,
		       _("there is no column \"%s\" in this file; is it \"%s\" "
			 "that is meant?"),
		       name, search.nearest);
	else
		msg_at(OUTCOME_REFUSED, place,
		       _("there is no column \"%s\" in this file; take it "
			 "away"),
		       name);
	reading->refused = true;
}

/* The header of the form that `name` stands for, or -1, told. */
static int take_name(struct reading *reading, const char *name,
		     struct place place)
{
	const struct table_form *form = reading->table->form;
	int *columns = reading->table->columns;

	for (size_t i = 0; i < form->header_count; i++) {
		if (!spelling_same(name, form->headers[i].name))
			continue;
		if (columns[i] == 0) {
			columns[i] = place.column;
			return (int)i;
		}
		msg_at(OUTCOME_REFUSED, place,
		       _("the column \"%s\" stands twice, first as column %d"),
		       name, columns[i]);
		reading->refused = true;
		return -1;
	}
	tell_unknown(reading, name, place);
	return -1;
}

static void tell_missing(struct reading *reading, long line)
{
	const struct table_file *table = reading->table;

	for (size_t i = 0; i < table->form->header_count; i++) {
		const struct table_header *header = &table->form->headers[i];
		struct place place = { .file = table->shown, .line = line };

		if (header->optional || table->columns[i] > 0)
			continue;
		msg_at(OUTCOME_REFUSED, place,
		       _("the column \"%s\" is missing; the first row must "
			 "name it"),
		       header->name);
		reading->refused = true;
	}
}

/* Whether the first row is divided by another separator than ours; told. */
static bool is_divided_otherwise(struct reading *reading,
				 const struct csv_row *row)
{
	const struct csv_cell *first = &row->cells[0];
	struct place place = { .file = reading->table->shown,
			       .line = row->line };
	const char *by = NULL;

	if (row->count > 1 || reading->table->form->header_count < 2)
		return false;
	if (memchr(first->text, ',', first->len))
		by = _("commas");
	else if (memchr(first->text, '\t', first->len))
		by = _("tabs");
	if (!by)
		return false;
	msg_at(OUTCOME_REFUSED, place,
	       _("the columns are divided by %s, but semicolons were expected; "
		 "save the file as CSV with semicolons"),
	       by);
	reading->refused = true;
	return true;
}

static void take_header(struct reading *reading, const struct csv_row *row)
{
	struct arena *arena = &reading->table->arena;
	int *forms;

	reading->columns = row->count;
	if (is_divided_otherwise(reading, row))
		return;
	forms = arena_alloc(arena, row->count * sizeof(*forms));
	for (size_t i = 0; i < row->count; i++) {
		const char *name =
			trimmed(arena, row->cells[i].text, row->cells[i].len);

		forms[i] = -1;
		if (*name)
			forms[i] =
				take_name(reading, name,
					  column_place(reading, row->line, i));
	}
	reading->forms = forms;
	tell_missing(reading, row->line);
}

static bool is_blank(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		const struct csv_cell *cell = &row->cells[i];
		size_t at = 0;
		size_t size;

		while ((size = space_before(cell->text + at, cell->len - at)) >
		       0)
			at += size;
		if (at < cell->len)
			return false;
	}
	return true;
}

static void tell_count(struct reading *reading, const struct csv_row *row)
{
	struct place place = { .file = reading->table->shown,
			       .line = row->line };

	msg_at(OUTCOME_REFUSED, place,
	       _("the row has %zu cells, but the header names %zu columns; is "
		 "a semicolon missing, or one too many?"),
	       row->count, reading->columns);
	reading->refused = true;
}

/* Cells end up in hand-overs, and XML knows no control characters. */
static void prove_characters(struct reading *reading, const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		const struct csv_cell *cell = &row->cells[i];

		if (xml_writer_accepts(cell->text, cell->len))
			continue;
		msg_at(OUTCOME_REFUSED, column_place(reading, row->line, i),
		       _("the cell holds a control character that no text may "
			 "hold; take it away"));
		reading->refused = true;
	}
}

static void take_line(struct reading *reading, const struct csv_row *row)
{
	struct table_file *table = reading->table;
	size_t count = table->form->header_count;
	struct table_line line = { .line = row->line };

	if (row->count != reading->columns) {
		tell_count(reading, row);
		return;
	}
	prove_characters(reading, row);
	line.cells = arena_alloc(&table->arena, count * sizeof(*line.cells));
	for (size_t i = 0; i < count; i++)
		line.cells[i] = "";
	for (size_t i = 0; i < row->count; i++)
		if (reading->forms[i] >= 0)
			line.cells[reading->forms[i]] =
				trimmed(&table->arena, row->cells[i].text,
					row->cells[i].len);
	table->lines = arena_grow(&table->arena, table->lines,
				  table->line_count, sizeof(*table->lines));
	table->lines[table->line_count++] = line;
}

static void take_row(void *context, const struct csv_row *row)
{
	struct reading *reading = context;

	if (is_blank(row))
		return;
	if (reading->columns == 0)
		take_header(reading, row);
	else if (reading->forms)
		take_line(reading, row);
}

static bool take_utf8(struct reading *reading, const struct text *utf8)
{
	struct table_file *table = reading->table;
	struct place place = { .file = table->shown };
	struct csv_source source = {
		.bytes = text_string(utf8),
		.len = utf8->len,
		.delimiter = ';',
	};
	struct csv_fault fault = { 0 };

	if (!csv_read(&source, take_row, reading, &fault)) {
		place.line = fault.row_line;
		msg_at(OUTCOME_REFUSED, place, "%s", fault.what);
		return false;
	}
	if (reading->columns == 0) {
		place.line = 1;
		msg_at(OUTCOME_REFUSED, place,
		       _("the file is empty; the first row must name the "
			 "columns"));
		return false;
	}
	return !reading->refused;
}

static bool take_bytes(struct reading *reading, const struct text *bytes)
{
	struct table_file *table = reading->table;
	enum encoding encoding = ENCODING_AUTO;
	struct encoding_fault fault = { 0 };
	struct text utf8 = { 0 };
	bool ok;

	digest_bytes(table->sha256, text_string(bytes), bytes->len);
	ok = encoding_to_utf8(&utf8, text_string(bytes), bytes->len, &encoding,
			      &fault);
	if (ok) {
		ok = take_utf8(reading, &utf8);
	} else {
		struct place place = { .file = table->shown,
				       .line = fault.line };

		msg_at(OUTCOME_REFUSED, place,
		       _("the file is not UTF-8: character %d of the line is "
			 "the byte %02X; save it as \"CSV UTF-8\""),
		       fault.column, fault.byte);
	}
	text_clear(&utf8);
	return ok;
}

bool table_file_load(struct table_file *table, const struct table_form *form,
		     const char *path, const char *shown, struct text *why)
{
	struct reading reading = { .table = table };
	struct text bytes = { 0 };
	bool ok;

	assert(!table->arena.blocks);
	table->shown = arena_strdup(&table->arena, shown);
	table->form = form;
	table->columns = arena_alloc(
		&table->arena, form->header_count * sizeof(*table->columns));
	if (form->may_be_absent && access(path, F_OK) != 0 && errno == ENOENT)
		return true;
	ok = infile_load(&bytes, path, why) && take_bytes(&reading, &bytes);
	text_clear(&bytes);
	if (!ok)
		table_file_clear(table);
	return ok;
}

const char *table_file_cell(const struct table_line *line, int header)
{
	return line->cells[header];
}

struct place table_file_place(const struct table_file *table,
			      const struct table_line *line, int header)
{
	struct place place = { .file = table->shown, .line = line->line };

	place.column = table->columns[header];
	if (place.column > 0)
		place.header = table->form->headers[header].name;
	return place;
}

const char **table_file_parts(struct arena *arena, const char *cell,
			      size_t *count)
{
	const char **parts = NULL;

	*count = 0;
	while (*cell) {
		size_t len = strcspn(cell, "|");
		const char *part = trimmed(arena, cell, len);

		if (*part) {
			parts = arena_grow(arena, parts, *count,
					   sizeof(*parts));
			parts[(*count)++] = part;
		}
		cell += len;
		if (*cell == '|')
			cell++;
	}
	return parts;
}

void table_file_clear(struct table_file *table)
{
	arena_clear(&table->arena);
	*table = (struct table_file){ 0 };
}
