#include "model/report.h"

#include "model/handover.h"
#include "model/report_body.h"

const char *const report_aligns[] = { "text", "number", "centre" };
const char *const report_rows[] = { "head", "body", "group", "subtotal",
				    "total" };
const char *const report_charts[] = { "bars", "stack" };
const char *const report_blocks[] = { "cover", "contents", "section", "p",
				      "note",  "list",     "item",    "quote",
				      "box",   "table",    "chart" };

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

	row->cells = arena_grow(arena, row->cells, row->cell_count,
				sizeof(*row->cells));
	cell = &row->cells[row->cell_count++];
	*cell = (struct table_cell){
		.columns = columns > 0 ? (int)columns : 1,
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
	return handover_children(reader, children, block->table, arena);
}

static bool take_bar(void *into, struct xml_reader *reader, struct arena *arena)
{
	struct chart *chart = into;
	struct chart_bar *bar;

	chart->bars = arena_grow(arena, chart->bars, chart->bar_count,
				 sizeof(*chart->bars));
	bar = &chart->bars[chart->bar_count++];
	*bar = (struct chart_bar){
		.label = handover_string(reader, "label", arena),
		.print = handover_string(reader, "print", arena),
		.colour = handover_string(reader, "colour", arena),
		.symbol = handover_string(reader, "symbol", arena),
	};
	return decimal_parse(&bar->value,
			     xml_reader_attribute(reader, "value")) &&
	       handover_children(reader, no_children, NULL, arena);
}

static bool take_chart(struct block *block, struct xml_reader *reader,
		       struct arena *arena)
{
	static const struct handover_child children[] = { { "bar", take_bar },
							  { NULL, NULL } };
	const char *target = xml_reader_attribute(reader, "target");
	struct chart *chart = arena_alloc(arena, sizeof(*chart));

	block->chart = chart;
	chart->has_target = target != NULL;
	if (target && !decimal_parse(&chart->target, target))
		return false;
	chart->kind = (enum chart_kind)handover_word(
		report_charts, COUNT_OF(report_charts),
		xml_reader_attribute(reader, "kind"));
	chart->title = handover_string(reader, "title", arena);
	chart->alt = handover_string(reader, "alt", arena);
	chart->target_print = handover_string(reader, "target-print", arena);
	return handover_children(reader, children, chart, arena);
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
		return take_chart(block, reader, arena);
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
