#include "model/report.h"

#include "model/handover.h"
#include "model/report_body.h"

const char *const report_aligns[] = { "text", "number", "centre" };
const char *const report_rows[] = { "head", "body", "group", "subtotal",
				    "total" };
const char *const report_charts[] = { "bars", "stack", "groups", "trend" };
const char *const report_blocks[] = {
	"cover", "contents", "section", "p",     "note",   "list",      "item",
	"quote", "box",      "table",   "chart", "matrix", "signatures"
};

static const struct handover_child no_children[] = { { NULL, NULL } };

static struct run *add_run(struct runs *runs, struct arena *arena)
{
	runs->list =
		arena_grow(arena, runs->list, runs->count, sizeof(*runs->list));
	runs->list[runs->count] = (struct run){ .text = "" };
	return &runs->list[runs->count++];
}

static bool take_run(void *into, struct xml_reader *reader, struct arena *arena)
{
	struct run *run = add_run(into, arena);

	run->strong = handover_flag(reader, "strong");
	run->emphasis = handover_flag(reader, "emphasis");
	run->symbol = handover_string(reader, "symbol", arena);
	run->colour = handover_string(reader, "colour", arena);
	run->to = handover_string(reader, "to", arena);
	run->text = handover_content(reader, arena);
	return run->text != NULL;
}

static bool take_break(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	add_run(into, arena)->line_break = true;
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_runs(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "run", take_run }, { "break", take_break }, { NULL, NULL }
	};

	return handover_children(reader, children, into, arena);
}

static bool take_caption(void *into, struct xml_reader *reader,
			 struct arena *arena)
{
	struct table *table = into;

	return take_runs(&table->caption, reader, arena);
}

static bool take_column(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	struct table *table = into;
	struct table_column *column;

	table->columns = arena_grow(arena, table->columns, table->column_count,
				    sizeof(*table->columns));
	column = &table->columns[table->column_count++];
	column->align = (enum column_align)handover_word(
		report_aligns, COUNT_OF(report_aligns),
		xml_reader_attribute(reader, "align"));
	column->weight = (int)handover_number(reader, "weight");
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_cell(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct table_row *row = into;
	struct table_cell *cell;
	long columns = handover_number(reader, "columns");
	long rows = handover_number(reader, "rows");

	row->cells = arena_grow(arena, row->cells, row->cell_count,
				sizeof(*row->cells));
	cell = &row->cells[row->cell_count++];
	*cell = (struct table_cell){
		.columns = columns > 0 ? (int)columns : 1,
		.rows = rows > 0 ? (int)rows : 1,
		.heads = handover_flag(reader, "heads"),
	};
	return take_runs(&cell->runs, reader, arena);
}

static bool take_row(void *into, struct xml_reader *reader, struct arena *arena)
{
	static const struct handover_child children[] = { { "cell", take_cell },
							  { NULL, NULL } };
	struct table *table = into;
	struct table_row *row;

	table->rows = arena_grow(arena, table->rows, table->row_count,
				 sizeof(*table->rows));
	row = &table->rows[table->row_count++];
	*row = (struct table_row){
		.kind = (enum row_kind)handover_word(
			report_rows, COUNT_OF(report_rows),
			xml_reader_attribute(reader, "kind")),
		.change = handover_string(reader, "change", arena),
	};
	return handover_children(reader, children, row, arena);
}

static bool take_table(struct block *block, struct xml_reader *reader,
		       struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "caption", take_caption },
		{ "column", take_column },
		{ "row", take_row },
		{ NULL, NULL }
	};

	block->table = arena_alloc(arena, sizeof(*block->table));
	if (xml_reader_attribute(reader, "landscape"))
		block->table->landscape = handover_flag(reader, "landscape")
						  ? LANDSCAPE_YES
						  : LANDSCAPE_NO;
	return handover_children(reader, children, block->table, arena);
}

static bool take_signature(void *into, struct xml_reader *reader,
			   struct arena *arena)
{
	struct block *block = into;

	block->signatures =
		arena_grow(arena, block->signatures, block->signature_count,
			   sizeof(*block->signatures));
	block->signatures[block->signature_count++] = (struct signature){
		.name = handover_string(reader, "name", arena),
		.role = handover_string(reader, "role", arena),
	};
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_block(void *into, struct xml_reader *reader,
		       struct arena *arena);

static bool take_title(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct block *section = into;

	return take_runs(&section->runs, reader, arena);
}

/* Every block may stand in every other: the schema says which really do. */
static const struct handover_child block_children[] = {
	{ "title", take_title },
	{ "cover", take_block },
	{ "contents", take_block },
	{ "section", take_block },
	{ "p", take_block },
	{ "note", take_block },
	{ "list", take_block },
	{ "item", take_block },
	{ "quote", take_block },
	{ "box", take_block },
	{ "table", take_block },
	{ "chart", take_block },
	{ "matrix", take_block },
	{ "signatures", take_block },
	{ "signature", take_signature },
	{ NULL, NULL }
};

static bool take_inside(struct block *block, struct xml_reader *reader,
			struct arena *arena)
{
	switch (block->kind) {
	case BLOCK_PARAGRAPH:
	case BLOCK_NOTE:
		return take_runs(&block->runs, reader, arena);
	case BLOCK_TABLE:
		return take_table(block, reader, arena);
	case BLOCK_CHART:
		return report_take_chart(block, reader, arena);
	case BLOCK_MATRIX:
		return report_take_matrix(block, reader, arena);
	case BLOCK_SIGNATURES:
	case BLOCK_COVER:
	case BLOCK_CONTENTS:
	case BLOCK_SECTION:
	case BLOCK_LIST:
	case BLOCK_ITEM:
	case BLOCK_QUOTE:
	case BLOCK_BOX:
		break;
	}
	return handover_children(reader, block_children, block, arena);
}

static bool take_block(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct block *parent = into;
	struct block *block;

	parent->blocks = arena_grow(arena, parent->blocks, parent->block_count,
				    sizeof(*parent->blocks));
	block = &parent->blocks[parent->block_count++];
	*block = (struct block){
		.kind = (enum block_kind)handover_word(report_blocks,
						       COUNT_OF(report_blocks),
						       xml_reader_name(reader)),
		.id = handover_string(reader, "id", arena),
		.new_page = handover_flag(reader, "new-page"),
		.ordered = handover_flag(reader, "ordered"),
		.depth = (int)handover_number(reader, "depth"),
		.change = handover_string(reader, "change", arena),
	};
	return take_inside(block, reader, arena);
}

bool report_take_body(struct report *report, struct xml_reader *reader,
		      struct arena *arena)
{
	struct block body = { 0 };
	bool ok = handover_children(reader, block_children, &body, arena);

	report->blocks = body.blocks;
	report->block_count = body.block_count;
	return ok;
}
