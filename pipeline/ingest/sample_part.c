/*
 * The separator is the one that parts most rows into as many columns as each
 * other, below a row that can be their header: names, and no figures.
 */
#include <stdlib.h>
#include <string.h>

#include "ingest/remark.h"
#include "ingest/row.h"
#include "ingest/sample.h"
#include "lib/csv_reader.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "model/cell.h"

#define SEPARATORS 4
#define MOST_COLUMNS 1000
#define BROKEN_LINES 10 /* before the header, at most */

/* The file as one separator parts it. */
struct parting {
	char separator;
	bool whole; /* read to its end */
	struct csv_fault fault;
	long rows[MOST_COLUMNS + 1]; /* by number of cells */
	size_t columns;              /* that most rows have */
	long top;                    /* line of the first row with text */
	long first;                  /* and of the first with two cells */
	long header;                 /* line; 0: none */
	const char **names;
	size_t name_count;
	struct arena *arena;
};

static void count_row(void *context, const struct csv_row *row)
{
	struct parting *parting = context;

	if (row->count >= 2 && row->count <= MOST_COLUMNS && !row_is_blank(row))
		parting->rows[row->count]++;
	if (row->count >= 2 && parting->first == 0)
		parting->first = row->line;
}

static bool is_figure(const char *cell)
{
	struct decimal number;
	struct date date;

	return cell_number(&number, cell, ',') == CELL_SOUND ||
	       cell_number(&number, cell, '.') == CELL_SOUND ||
	       cell_date(&date, cell) == CELL_SOUND;
}

/* Names in at least half of the columns, and no figures. */
static bool is_header(const struct csv_row *row)
{
	size_t names = 0;

	for (size_t i = 0; i < row->count; i++) {
		struct text name = { 0 };
		bool figure = is_figure(row->cells[i].text);

		cell_trim(&name, row->cells[i].text);
		names += name.len > 0;
		text_clear(&name);
		if (figure)
			return false;
	}
	return names >= 2 && 2 * names >= row->count;
}

/* A separator may stand behind the last cell of rows, and not of the header. */
static void find_header(void *context, const struct csv_row *row)
{
	struct parting *parting = context;
	bool fits = row->count == parting->columns ||
		    row->count + 1 == parting->columns;

	if (parting->top == 0 && !row_is_blank(row))
		parting->top = row->line;
	if (parting->header > 0 || !fits || !is_header(row))
		return;
	parting->header = row->line;
	parting->name_count = row->count;
	parting->names = arena_alloc(parting->arena,
				     row->count * sizeof(*parting->names));
	for (size_t i = 0; i < row->count; i++) {
		struct text name = { 0 };

		cell_trim(&name, row->cells[i].text);
		/* headers are compared with any space for another */
		for (size_t at = 0; at < name.len; at++)
			if (strchr("\t\r\n", name.at[at]))
				name.at[at] = ' ';
		parting->names[i] =
			arena_strdup(parting->arena, text_string(&name));
		text_clear(&name);
	}
}

static void part(struct parting *parting, const struct sample *sample)
{
	const struct csv_source source = {
		.bytes = text_string(&sample->utf8) + sample->start,
		.len = sample->utf8.len - sample->start,
		.delimiter = parting->separator,
	};

	parting->whole = csv_read(&source, count_row, parting, &parting->fault);
	if (!parting->whole)
		return;
	for (size_t i = 2; i <= MOST_COLUMNS; i++)
		if (parting->rows[i] > 0 &&
		    parting->rows[i] >= parting->rows[parting->columns])
			parting->columns = i;
	if (parting->columns > 0)
		parting->whole = csv_read(&source, find_header, parting,
					  &parting->fault);
}

/* How much the separator explains; half, if only after lines of another kind.
 */
static long worth(const struct parting *parting)
{
	long cells = parting->rows[parting->columns] * (long)parting->columns;

	if (!parting->whole || parting->header == 0)
		return 0;
	return parting->header == parting->top ? 2 * cells : cells;
}

/* Step over lines, counting them into `skip`. */
static void step(struct sample *sample, long lines)
{
	const char *at = text_string(&sample->utf8);

	for (; lines > 0 && at[sample->start]; lines--) {
		sample->start += strcspn(at + sample->start, "\r\n");
		if (at[sample->start] == '\r' && at[sample->start + 1] == '\n')
			sample->start++;
		if (at[sample->start])
			sample->start++;
		sample->skip++;
	}
}

/* Whether any separator has parted a row before its text broke a rule: then
 * a table stands there, and what is broken is of it. */
static bool has_begun(const struct parting *partings)
{
	for (size_t i = 0; i < SEPARATORS; i++)
		if (partings[i].first > 0)
			return true;
	return false;
}

static void refuse(const struct sample *sample, const struct parting *parting)
{
	struct place place = { .file = sample->path, .line = sample->skip + 1 };

	if (parting->whole) {
		msg_at(OUTCOME_REFUSED, place,
		       _("no row with the names of columns was found, whether "
			 "; , tab or | parts them; a header with at least two "
			 "names and no figures was expected, and rows below "
			 "it"));
		return;
	}
	place.line = sample->skip + parting->fault.row_line;
	msg_at(OUTCOME_REFUSED, place, "%s", parting->fault.what);
}

static void name_separator(struct text *text, char separator)
{
	if (separator == '\t')
		text_add(text, _("tab"));
	else
		text_printf(text, "\"%c\"", separator);
}

static void keep(struct sample *sample, const struct parting *parting)
{
	struct text name = { 0 };

	sample->separator = parting->separator;
	sample->names = parting->names;
	sample->name_count = parting->name_count;
	name_separator(&name, sample->separator);
	remark_add(&sample->evidence,
		   _("Separator: %s parts %ld rows into %zu columns each."),
		   name.at, parting->rows[parting->columns], parting->columns);
	step(sample, parting->header - 1);
	remark_add(&sample->evidence, _("Header: line %ld."), sample->skip + 1);
	text_clear(&name);
}

/* Part the text in each way; the best is first. */
static void part_all(struct parting *partings, struct sample *sample)
{
	static const char separators[SEPARATORS] = { ';', ',', '\t', '|' };

	for (size_t i = 0; i < SEPARATORS; i++) {
		partings[i] = (struct parting){ .separator = separators[i],
						.arena = &sample->arena };
		part(&partings[i], sample);
		if (worth(&partings[i]) > worth(&partings[0]))
			partings[0] = partings[i];
	}
}

bool sample_part(struct sample *sample)
{
	struct parting *partings = mem_alloc(SEPARATORS * sizeof(*partings));
	bool found;

	part_all(partings, sample);
	/* the lines above a header may break every rule of quoting */
	while (worth(partings) == 0 && !partings[0].whole &&
	       !has_begun(partings) &&
	       sample->skip + partings[0].fault.row_line <= BROKEN_LINES) {
		step(sample, partings[0].fault.row_line);
		part_all(partings, sample);
	}
	found = worth(partings) > 0;
	if (found)
		keep(sample, partings);
	else
		refuse(sample, partings);
	free(partings);
	return found;
}
