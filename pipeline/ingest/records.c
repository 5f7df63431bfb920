#include "ingest/records.h"

#include <stdint.h>
#include <string.h>

#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/cell.h"
#include "model/declaration.h"

/* The cell's text, its line ends as "\n"; a number is told as facts tell it,
 * whatever decimal sign the export has. */
static void add_cell(struct text *text, const struct row *row, const char *as)
{
	const struct column *column = profile_column(row->intake->profile, as);
	const struct row_value *value = row_value(row, as);
	struct text trimmed = { 0 };

	if (column->type == COLUMN_NUMBER && value->sound) {
		decimal_add_text(text, value->number);
		return;
	}
	cell_trim(&trimmed, value->raw);
	for (size_t i = 0; i < trimmed.len; i++)
		if (trimmed.at[i] != '\r')
			text_add_char(text, trimmed.at[i]);
		else if (trimmed.at[i + 1] != '\n')
			text_add_char(text, '\n');
	text_clear(&trimmed);
}

/* Add a field, unless its cell is empty. */
static void add_field(struct record *record, const struct row *row,
		      const char *as)
{
	struct arena *arena = &row->intake->facts->arena;
	struct text text = { 0 };

	add_cell(&text, row, as);
	if (text.len > 0) {
		record->fields =
			arena_grow(arena, record->fields, record->field_count,
				   sizeof(*record->fields));
		record->fields[record->field_count++] = (struct record_field){
			.name = as, .text = arena_strdup(arena, text.at)
		};
	}
	text_clear(&text);
}

static void add_record(struct facts *facts, struct record record)
{
	facts->records =
		arena_grow(&facts->arena, facts->records, facts->record_count,
			   sizeof(*facts->records));
	facts->records[facts->record_count++] = record;
}

static const char *decision_id(struct row *row, const struct decision_key *key)
{
	struct arena *arena = &row->intake->facts->arena;
	const char *kind = row->intake->profile->records.kind;
	/* ids are unique over all kinds: a decision, and a part of one */
	const char *id =
		arena_printf(arena, "%s.%04d-%02d-%02d.%d",
			     strcmp(kind, "decision") == 0 ? "d" : kind,
			     key->date.year, key->date.month, key->date.day,
			     key->paragraph);

	return arena_printf(arena, "%s.%ld", id,
			    intake_see(row->intake, id, row->line).count);
}

/* NULL, and the row is refused, if the code is no id or stands twice. */
static const char *code_id(struct row *row, const struct column *column,
			   const char *raw)
{
	const struct profile_records *records = &row->intake->profile->records;
	struct arena *arena = &row->intake->facts->arena;
	struct text code = { 0 };
	struct sighting sighting;
	const char *id;

	cell_fold(&code, raw);
	id = arena_printf(arena, "%s.%s", records->kind, text_string(&code));
	if (records->each_unit)
		id = arena_printf(arena, "%s.%s", id,
				  row->intake->reg->units[row->unit].id);
	if (code.len == 0) {
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_EMPTY });
	} else if (!id_is_sound(id)) {
		row_refuse(row, column,
			   (struct reject){ .cause = REJECT_CODE });
	} else {
		sighting = intake_see(row->intake, id, row->line);
		if (sighting.count > 1)
			row_refuse(row, column,
				   (struct reject){ .cause = REJECT_TWICE,
						    .a = sighting.line });
	}
	text_clear(&code);
	return row->refused ? NULL : id;
}

void records_take(struct row *row)
{
	const struct intake *intake = row->intake;
	const struct profile_records *records = &intake->profile->records;
	const struct column *column =
		profile_column(intake->profile, records->id);
	const struct row_value *value = row_value(row, records->id);
	struct record record = {
		.kind = records->kind,
		.unit = intake->reg->units[row->unit].id,
		.file = row->file,
		.first = row->line,
		.last = row->last,
	};

	record.id = column->type == COLUMN_DECISION
			    ? decision_id(row, &value->decision)
			    : code_id(row, column, value->raw);
	if (row->refused)
		return;
	for (size_t i = 0; i < records->field_count; i++)
		add_field(&record, row, records->fields[i]);
	add_record(intake->facts, record);
}

void records_add_comment(struct row *row, const struct indicator *indicator)
{
	const struct profile *profile = row->intake->profile;
	struct record record = {
		.kind = "comment",
		.id = indicator->id,
		.unit = indicator->unit,
		.file = row->file,
		.first = row->line,
		.last = row->last,
	};

	add_field(&record, row, profile->figures.comment);
	if (record.field_count > 0)
		add_record(row->intake->facts, record);
}
