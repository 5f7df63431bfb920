#include "ingest/study.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/decision_key.h"
#include "ingest/remark.h"
#include "ingest/row.h"
#include "ingest/sample.h"
#include "ingest/suspicion.h"
#include "lib/lang.h"
#include "model/cell.h"

#define MOST_TOLD 5     /* rows outside the table that are quoted */
#define LONGEST_WORD 40 /* bytes */

static const char *const totals_words[] = {
	"Summa", "Summa:",     "Totalt",       "Totalt:",
	"Total", "Totalsumma", "Summa totalt", "Slutsumma"
};

/* A number in this cell, with at most one short unit behind it. */
static bool is_amount(const char *cell, char point)
{
	struct decimal number;
	const char *unit = NULL;
	size_t len = 0;

	return cell_amount(&number, &unit, &len, cell, point) == CELL_SOUND &&
	       len <= 12 && !memchr(unit, ' ', len);
}

static bool is_figure(const char *cell, char point)
{
	enum missing missing;
	bool yes;

	return is_amount(cell, point) || cell_missing(&missing, cell) ||
	       cell_yesno(&yes, cell) == CELL_SOUND;
}

static bool is_code(const char *cell)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789.-/_";
	size_t len = strlen(cell);

	return len <= LONGEST_WORD && strspn(cell, letters) == len &&
	       strpbrk(cell, "0123456789");
}

static void count_readings(struct column_study *column, const char *cell,
			   const struct registry *reg)
{
	struct decision_key key;
	struct window month;
	struct date date;

	column->fits[READ_DECISION] += decision_key_read(&key, cell);
	column->fits[READ_INDICATOR] +=
		register_indicator_named(reg, cell) != NULL;
	column->fits[READ_UNIT] += register_unit_named(reg, cell) != NULL;
	column->fits[READ_MONTH] += cell_month(&month, cell) == CELL_SOUND;
	column->fits[READ_DATE] += cell_date(&date, cell) == CELL_SOUND;
	column->fits[READ_COMMA] += is_amount(cell, ',');
	column->fits[READ_POINT] += is_amount(cell, '.');
	column->fits[READ_FIGURE_COMMA] += is_figure(cell, ',');
	column->fits[READ_FIGURE_POINT] += is_figure(cell, '.');
	column->fits[READ_CODE] += is_code(cell);
}

static void count_looks(struct column_study *column, const char *cell)
{
	size_t digits = strspn(cell, "0123456789");

	column->commas += is_amount(cell, ',') && !is_amount(cell, '.');
	column->points += is_amount(cell, '.') && !is_amount(cell, ',');
	column->zeros += cell[0] == '0' && digits > 1 && cell[digits] == '\0';
	column->digits += cell[digits] == '\0';
	column->personal += suspicion_number(cell);
	column->mails += strchr(cell, '@') != NULL;
}

/* The unit of measure behind a number. */
static void note_unit(struct study *study, struct column_study *column,
		      const char *cell)
{
	struct decimal number;
	const char *unit = NULL;
	size_t len = 0;
	bool sound =
		cell_amount(&number, &unit, &len, cell, ',') == CELL_SOUND ||
		cell_amount(&number, &unit, &len, cell, '.') == CELL_SOUND;

	if (sound && len > 0 && !column->unit)
		column->unit = arena_strndup(study->arena, unit, len);
}

static void add_word(struct study *study, struct column_study *column,
		     const char *cell)
{
	if (column->word_count > STUDY_WORDS)
		return;
	for (size_t i = 0; i < column->word_count; i++)
		if (cell_same(column->words[i], cell))
			return;
	column->words[column->word_count++] = arena_strdup(study->arena, cell);
}

/* FNV-1a: equal cells are equal hashes, others nearly never. */
static void add_hash(struct column_study *column, const char *cell)
{
	uint64_t hash = 0xCBF29CE484222325U;
	size_t count = column->hash_count;

	for (; *cell; cell++)
		hash = (hash ^ (unsigned char)*cell) * 0x100000001B3U;
	if ((count & (count - 1)) == 0)
		column->hashes =
			mem_resize(column->hashes, count > 0 ? 2 * count : 1,
				   sizeof(*column->hashes));
	column->hashes[column->hash_count++] = hash;
}

static void study_cell(struct study *study, struct column_study *column,
		       const char *raw)
{
	struct text cell = { 0 };

	cell_trim(&cell, raw);
	if (cell.len == 0) {
		column->empty++;
	} else {
		column->cells++;
		column->zeros += raw[0] == '='; /* ="00123" */
		count_readings(column, cell.at, study->reg);
		count_looks(column, cell.at);
		note_unit(study, column, cell.at);
		add_word(study, column, cell.at);
		add_hash(column, cell.at);
	}
	text_clear(&cell);
}

static bool is_totals(struct study *study, const struct csv_row *row)
{
	const char *first = row->cells[0].text;

	if (study->totals)
		return cell_same(first, study->totals);
	for (size_t i = 0; i < COUNT_OF(totals_words); i++)
		if (cell_same(first, totals_words[i]))
			study->totals = totals_words[i];
	return study->totals != NULL;
}

static bool is_header_again(const struct study *study,
			    const struct csv_row *row)
{
	if (row->count != study->sample->name_count)
		return false;
	for (size_t i = 0; i < row->count; i++)
		if (!cell_same(row->cells[i].text, study->sample->names[i]))
			return false;
	return true;
}

/* A row of the table has its cells, and more than the first. */
static bool is_of_table(const struct study *study, const struct csv_row *row)
{
	size_t columns = study->sample->name_count;

	if (row->count != columns &&
	    !(row->count == columns + 1 && row->cells[columns].len == 0))
		return false;
	for (size_t i = 1; i < row->count; i++)
		if (row->cells[i].len > 0)
			return true;
	return false;
}

static void note_outside(struct study *study, const struct csv_row *row)
{
	struct text quoted = { 0 };

	study->outside_rows++;
	if (study->outside_rows > MOST_TOLD)
		return;
	if (suspicion_number(row->cells[0].text))
		text_add(&quoted, "***");
	else
		remark_quote(&quoted, row->cells[0].text);
	remark_add(&study->outside,
		   _("Line %ld has %zu cells of %zu and begins with %s: no "
		     "row of the table."),
		   row->line + study->sample->skip, row->count,
		   study->sample->name_count, quoted.at);
	text_clear(&quoted);
}

/* The first cell, and the next one if there is no more. */
static void note_foot(struct study *study, const struct csv_row *row)
{
	for (size_t i = 2; i < row->count; i++)
		if (row->cells[i].len > 0)
			return;
	names_add(&study->feet, study->arena,
		  row->count > 1 && row->cells[1].len > 0
			  ? arena_printf(study->arena, "%s%c%s",
					 row->cells[0].text,
					 study->sample->separator,
					 row->cells[1].text)
			  : arena_strdup(study->arena, row->cells[0].text));
}

static void study_row(void *context, const struct csv_row *row)
{
	struct study *study = context;

	if (row_is_blank(row))
		return;
	if (!study->seen_header) {
		study->seen_header = true;
	} else if (is_totals(study, row)) {
		study->totals_rows++;
	} else if (is_header_again(study, row)) {
		study->headers++;
	} else if (!is_of_table(study, row)) {
		note_outside(study, row);
		note_foot(study, row);
	} else {
		study->feet.count = 0; /* they were none */
		study->rows++;
		for (size_t i = 0; i < study->sample->name_count; i++)
			study_cell(study, &study->columns[i],
				   row->cells[i].text);
	}
}

void study_sample(struct study *study)
{
	const struct sample *sample = study->sample;
	const struct csv_source source = {
		.bytes = text_string(&sample->utf8) + sample->start,
		.len = sample->utf8.len - sample->start,
		.delimiter = sample->separator,
	};
	struct csv_fault fault = { 0 };
	bool whole;

	study->columns = arena_alloc(
		study->arena, sample->name_count * sizeof(*study->columns));
	for (size_t i = 0; i < sample->name_count; i++)
		study->columns[i].header = sample->names[i];
	whole = csv_read(&source, study_row, study, &fault);
	assert(whole); /* as when the separator was sought */
}

static int compare_hashes(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left;
	uint64_t b = *(const uint64_t *)right;

	return (a > b) - (a < b);
}

bool study_is_key(const struct study *study, const struct column_study *column)
{
	if (column->cells < 2 || column->cells != study->rows)
		return false;
	qsort(column->hashes, column->hash_count, sizeof(*column->hashes),
	      compare_hashes);
	for (size_t i = 1; i < column->hash_count; i++)
		if (column->hashes[i] == column->hashes[i - 1])
			return false;
	return true;
}

void study_clear(struct study *study)
{
	for (size_t i = 0; study->columns && i < study->sample->name_count; i++)
		free(study->columns[i].hashes);
	text_clear(&study->outside);
	*study = (struct study){ 0 };
}
