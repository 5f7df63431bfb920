#include "model/facts.h"

#include <stdlib.h>
#include <string.h>

#include "model/handover.h"
#include "schema/schema.h"

#define URN "urn:bokslut:facts:1"

static const struct handover_child no_children[] = { { NULL, NULL } };

static bool take_left_out(void *into, struct xml_reader *reader,
			  struct arena *arena)
{
	struct facts_file *file = into;
	struct facts_left_out *reason;

	file->reasons = arena_grow(arena, file->reasons, file->reason_count,
				   sizeof(*file->reasons));
	reason = &file->reasons[file->reason_count++];
	*reason = (struct facts_left_out){
		.by = handover_string(reader, "by", arena),
		.rows = handover_number(reader, "rows"),
	};
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_slip(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct facts_file *file = into;

	file->slips = arena_grow(arena, file->slips, file->slip_count,
				 sizeof(*file->slips));
	file->slips[file->slip_count++] = (struct facts_slip){
		.kind = handover_string(reader, "kind", arena),
		.row = handover_string(reader, "row", arena),
		.column = handover_string(reader, "column", arena),
		.said = handover_string(reader, "said", arena),
		.wanted = handover_string(reader, "wanted", arena),
		.line = handover_number(reader, "line"),
	};
	return handover_children(reader, no_children, NULL, arena);
}

bool facts_read_file(struct facts_file *file, struct xml_reader *reader,
		     struct arena *arena)
{
	static const struct handover_child children[] = { { "left-out",
							    take_left_out },
							  { "slip", take_slip },
							  { NULL, NULL } };

	*file = (struct facts_file){
		.name = handover_string(reader, "name", arena),
		.sha256 = handover_string(reader, "sha256", arena),
		.encoding = handover_string(reader, "encoding", arena),
		.rows = handover_number(reader, "rows"),
		.used = handover_number(reader, "used"),
		.left_out = handover_number(reader, "left-out"),
		.rejected = handover_number(reader, "rejected"),
		.reaches = handover_date(reader, "reaches"),
	};
	return handover_children(reader, children, file, arena);
}

static bool take_file(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct facts *facts = into;

	facts->files = arena_grow(arena, facts->files, facts->file_count,
				  sizeof(*facts->files));
	return facts_read_file(&facts->files[facts->file_count++], reader,
			       arena);
}

static bool take_fact(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct facts *facts = into;
	struct fact fact = {
		.id = handover_string(reader, "id", arena),
		.unit = handover_string(reader, "unit", arena),
		.window = handover_window(reader, "window"),
		.quantity = handover_string(reader, "measure", arena),
		.rows = handover_number(reader, "rows"),
		.first = handover_number(reader, "first"),
		.last = handover_number(reader, "last"),
		.file = (int)handover_number(reader, "file"),
	};

	if (!series_of_name(&fact.series,
			    xml_reader_attribute(reader, "series")) ||
	    !figure_read(&fact.figure, reader, arena))
		return false;
	facts->facts = arena_grow(arena, facts->facts, facts->fact_count,
				  sizeof(*facts->facts));
	facts->facts[facts->fact_count++] = fact;
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_field(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct record *record = into;
	struct record_field *field;

	record->fields = arena_grow(arena, record->fields, record->field_count,
				    sizeof(*record->fields));
	field = &record->fields[record->field_count++];
	field->name = handover_string(reader, "name", arena);
	field->text = handover_content(reader, arena);
	return field->text != NULL;
}

bool facts_read_record(struct record *record, struct xml_reader *reader,
		       struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "field", take_field }, { NULL, NULL }
	};

	*record = (struct record){
		.kind = handover_string(reader, "kind", arena),
		.id = handover_string(reader, "id", arena),
		.unit = handover_string(reader, "unit", arena),
		.file = (int)handover_number(reader, "file"),
		.first = handover_number(reader, "first"),
		.last = handover_number(reader, "last"),
	};
	return handover_children(reader, children, record, arena);
}

static bool take_record(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	struct facts *facts = into;

	facts->records = arena_grow(arena, facts->records, facts->record_count,
				    sizeof(*facts->records));
	return facts_read_record(&facts->records[facts->record_count++], reader,
				 arena);
}

static bool take_root(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	static const struct handover_child children[] = { { "file", take_file },
							  { "fact", take_fact },
							  { "record",
							    take_record },
							  { NULL, NULL } };
	struct facts *facts = into;

	facts->source = handover_string(reader, "source", arena);
	facts->period = handover_string(reader, "period", arena);
	return handover_children(reader, children, facts, arena);
}

/* Facts of one measure or unit mostly point to the same text. */
static int compare_ids(const char *a, const char *b)
{
	return a == b ? 0 : strcmp(a, b);
}

static int compare_facts(const void *left, const void *right)
{
	const struct fact *a = left;
	const struct fact *b = right;
	int order = compare_ids(a->id, b->id);

	if (order == 0)
		order = compare_ids(a->unit, b->unit);
	if (order == 0)
		order = window_compare(a->window, b->window);
	return order ? order : (int)a->series - (int)b->series;
}

void facts_sort(struct facts *facts)
{
	size_t i = 1;

	while (i < facts->fact_count &&
	       compare_facts(&facts->facts[i - 1], &facts->facts[i]) <= 0)
		i++;
	if (i < facts->fact_count)
		qsort(facts->facts, facts->fact_count, sizeof(*facts->facts),
		      compare_facts);
}

bool facts_load(struct facts *facts, const char *path, struct text *why)
{
	const struct handover_form form = { schema_facts_begin,
					    SCHEMA_LEN(facts), take_root };

	if (!handover_load(&form, path, facts, &facts->arena, why))
		return false;
	facts_sort(facts);
	return true;
}

static void write_slip(struct xml_writer *writer, const struct facts_slip *slip)
{
	xml_writer_open(writer, "slip");
	xml_writer_attribute(writer, "kind", slip->kind);
	xml_writer_number(writer, "line", slip->line);
	xml_writer_attribute(writer, "row", slip->row);
	xml_writer_attribute(writer, "column", slip->column);
	xml_writer_attribute(writer, "said", slip->said);
	xml_writer_attribute(writer, "wanted", slip->wanted);
	xml_writer_close(writer);
}

void facts_write_file(struct xml_writer *writer, const struct facts_file *file)
{
	xml_writer_open(writer, "file");
	xml_writer_attribute(writer, "name", file->name);
	xml_writer_attribute(writer, "sha256", file->sha256);
	xml_writer_attribute(writer, "encoding", file->encoding);
	xml_writer_number(writer, "rows", file->rows);
	xml_writer_number(writer, "used", file->used);
	xml_writer_number(writer, "left-out", file->left_out);
	xml_writer_number(writer, "rejected", file->rejected);
	handover_write_date(writer, "reaches", file->reaches);
	for (size_t i = 0; i < file->reason_count; i++) {
		xml_writer_open(writer, "left-out");
		xml_writer_attribute(writer, "by", file->reasons[i].by);
		xml_writer_number(writer, "rows", file->reasons[i].rows);
		xml_writer_close(writer);
	}
	for (size_t i = 0; i < file->slip_count; i++)
		write_slip(writer, &file->slips[i]);
	xml_writer_close(writer);
}

static void write_fact(struct xml_writer *writer, const struct fact *fact)
{
	xml_writer_open(writer, "fact");
	xml_writer_attribute(writer, "id", fact->id);
	xml_writer_attribute(writer, "unit", fact->unit);
	handover_write_window(writer, "window", fact->window);
	xml_writer_attribute(writer, "series", series_name(fact->series));
	figure_write(writer, &fact->figure);
	xml_writer_attribute(writer, "measure", fact->quantity);
	xml_writer_number(writer, "rows", fact->rows);
	xml_writer_number(writer, "first", fact->first);
	xml_writer_number(writer, "last", fact->last);
	xml_writer_number(writer, "file", fact->file);
	xml_writer_close(writer);
}

void facts_write_record(struct xml_writer *writer, const struct record *record)
{
	xml_writer_open(writer, "record");
	xml_writer_attribute(writer, "kind", record->kind);
	xml_writer_attribute(writer, "id", record->id);
	xml_writer_attribute(writer, "unit", record->unit);
	xml_writer_number(writer, "file", record->file);
	xml_writer_number(writer, "first", record->first);
	xml_writer_number(writer, "last", record->last);
	for (size_t i = 0; i < record->field_count; i++) {
		xml_writer_open(writer, "field");
		xml_writer_attribute(writer, "name", record->fields[i].name);
		xml_writer_text(writer, record->fields[i].text);
		xml_writer_close(writer);
	}
	xml_writer_close(writer);
}

bool facts_save(struct facts *facts, const char *path, struct text *why)
{
	struct xml_writer *writer = xml_writer_file("facts", URN, path);

	facts_sort(facts);
	xml_writer_attribute(writer, "source", facts->source);
	xml_writer_attribute(writer, "period", facts->period);
	for (size_t i = 0; i < facts->file_count; i++)
		facts_write_file(writer, &facts->files[i]);
	for (size_t i = 0; i < facts->fact_count; i++)
		write_fact(writer, &facts->facts[i]);
	for (size_t i = 0; i < facts->record_count; i++)
		facts_write_record(writer, &facts->records[i]);
	xml_writer_close(writer);
	return xml_writer_save(writer, why);
}

const struct fact *facts_first(const struct facts *facts, const char *id)
{
	const struct fact *list = facts->facts;
	size_t low = 0;
	size_t high = facts->fact_count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (strcmp(list[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < facts->fact_count && strcmp(list[low].id, id) == 0
		       ? &list[low]
		       : NULL;
}

void facts_reserve(struct facts *facts, size_t more)
{
	struct fact *list = arena_alloc(
		&facts->arena, (facts->fact_count + more) * sizeof(*list));

	if (facts->fact_count > 0)
		memcpy(list, facts->facts, facts->fact_count * sizeof(*list));
	facts->facts = list;
}

struct facts_file facts_sum(const struct facts *facts)
{
	struct facts_file sum = { 0 };

	for (size_t i = 0; i < facts->file_count; i++) {
		sum.rows += facts->files[i].rows;
		sum.used += facts->files[i].used;
		sum.left_out += facts->files[i].left_out;
		sum.rejected += facts->files[i].rejected;
		sum.slip_count += facts->files[i].slip_count;
	}
	return sum;
}

const char *record_field(const struct record *record, const char *name)
{
	for (size_t i = 0; i < record->field_count; i++)
		if (strcmp(record->fields[i].name, name) == 0)
			return record->fields[i].text;
	return NULL;
}

const char *record_text(const struct record *record, const char *name)
{
	const char *text = record_field(record, name);

	return text ? text : "";
}

void facts_clear(struct facts *facts)
{
	arena_clear(&facts->arena);
	*facts = (struct facts){ 0 };
}
