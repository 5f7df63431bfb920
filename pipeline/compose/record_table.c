/*
 * record_table - records of one kind as a table: a name, numbers, and what the
 * numbers come to.
 *
 * A number that is missing stays so, and counts for nothing in the sum; a cell
 * that is neither is told.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/parts_of.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "model/cell.h"

#define POINT '.' /* in records, whatever sign their exports have */

struct record_table {
	struct composition *composition;
	const struct template_part *part;
	struct arena *arena;
	struct names fields; /* the first names the row, the others count */
	struct names heads;
	struct decimal *sums; /* of each field */
	struct table *table;
};

static void print_number(const struct record_table *records, struct text *print,
			 const struct figure *figure)
{
	static const struct quantity plain = { .print = "",
					       .max_decimals = 2,
					       .times = 1 };

	print_figure(print, records->composition->words, &plain, figure);
}

static void refuse(const struct record_table *records,
		   const struct record *record, const char *field,
		   const char *cell)
{
	msg_at(OUTCOME_REFUSED, records->part->place,
	       _("\"%s\" of the record \"%s\" says \"%s\"; expected a number, "
		 "from a column of type \"number\""),
	       field, record->id, cell);
}

static void add_number(struct record_table *records, struct table_row *row,
		       const struct record *record, size_t at)
{
	const char *field = records->fields.list[at];
	const char *cell = record_field(record, field);
	struct figure figure = { 0 };
	struct text print = { 0 };

	if (cell && !cell_missing(&figure.missing, cell)) {
		figure.kind = FIGURE_NUMBER;
		if (cell_number(&figure.number, cell, POINT) != CELL_SOUND ||
		    !decimal_add(&records->sums[at], records->sums[at],
				 figure.number))
			refuse(records, record, field, cell);
	}
	print_number(records, &print, &figure);
	row_add_text(row, records->arena, text_string(&print));
	text_clear(&print);
}

static void add_record(struct record_table *records,
		       const struct record *record)
{
	const char *name = record_field(record, records->fields.list[0]);
	struct table_row *row =
		table_add_row(records->table, records->arena, ROW_BODY);

	row_add_name(row, records->arena, name ? name : record->id);
	for (size_t i = 1; i < records->fields.count; i++)
		add_number(records, row, record, i);
}

static void add_total(const struct record_table *records)
{
	struct table_row *row =
		table_add_row(records->table, records->arena, ROW_TOTAL);

	row_add_name(row, records->arena,
		     words_at(records->composition->words, WORD_TOTAL));
	for (size_t i = 1; i < records->fields.count; i++) {
		struct figure sum = figure_of_number(records->sums[i]);
		struct text print = { 0 };

		print_number(records, &print, &sum);
		row_add_text(row, records->arena, print.at);
		text_clear(&print);
	}
}

static void add_table(struct record_table *records, struct blocks *into)
{
	size_t count = records->fields.count;
	struct table_column *columns =
		arena_alloc(records->arena, count * sizeof(*columns));
	struct table_row *row;

	columns[0].weight = 1;
	for (size_t i = 1; i < count; i++)
		columns[i].align = ALIGN_NUMBER;
	records->table = blocks_add_table(into, records->arena,
					  records->part->of, columns, count);
	row = table_add_row(records->table, records->arena, ROW_HEAD);
	for (size_t i = 0; i < count; i++)
		row_add_head(row, records->arena, records->heads.list[i], "");
}

static bool is_sound(const struct record_table *records)
{
	if (records->fields.count > 1 &&
	    records->heads.count == records->fields.count)
		return true;
	msg_at(OUTCOME_MISCONFIGURED, records->part->place,
	       _("heads=\"Insats|Barn\" must name each of fields=\"name "
		 "children\", of which there are two or more"));
	return false;
}

void record_table_compose(struct composition *composition,
			  const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	struct arena *arena = composition_arena(composition);
	struct record_table records = {
		.composition = composition,
		.part = part,
		.arena = arena,
		.fields = parts_of(arena, part->fields, ' '),
		.heads = parts_of(arena, part->heads, '|'),
	};

	if (!is_sound(&records))
		return;
	records.sums = arena_alloc(arena, records.fields.count *
						  sizeof(*records.sums));
	for (size_t i = 0; i < assessment->record_count; i++) {
		if (strcmp(assessment->records[i].kind, part->of) != 0)
			continue;
		if (!records.table)
			add_table(&records, into);
		add_record(&records, &assessment->records[i]);
	}
	if (records.table)
		add_total(&records);
	else
		blocks_add_words(into, arena, BLOCK_PARAGRAPH, part->empty);
}
