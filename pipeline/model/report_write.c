#include "model/handover.h"
#include "model/report.h"
#include "model/report_body.h"

static void write_runs(struct xml_writer *writer, const struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++) {
		const struct run *run = &runs->list[i];

		if (run->line_break) {
			xml_writer_open(writer, "break");
			xml_writer_close(writer);
			continue;
		}
		xml_writer_open(writer, "run");
		handover_write_flag(writer, "strong", run->strong);
		handover_write_flag(writer, "emphasis", run->emphasis);
		xml_writer_attribute(writer, "symbol", run->symbol);
		xml_writer_attribute(writer, "colour", run->colour);
		xml_writer_attribute(writer, "to", run->to);
		xml_writer_text(writer, run->text);
		xml_writer_close(writer);
	}
}

static void write_row(struct xml_writer *writer, const struct table_row *row)
{
	xml_writer_open(writer, "row");
	xml_writer_attribute(writer, "kind", report_rows[row->kind]);
	xml_writer_attribute(writer, "change", row->change);
	for (size_t i = 0; i < row->cell_count; i++) {
		const struct table_cell *cell = &row->cells[i];

		xml_writer_open(writer, "cell");
		if (cell->columns > 1)
			xml_writer_number(writer, "columns", cell->columns);
		if (cell->rows > 1)
			xml_writer_number(writer, "rows", cell->rows);
		handover_write_flag(writer, "heads", cell->heads);
		write_runs(writer, &cell->runs);
		xml_writer_close(writer);
	}
	xml_writer_close(writer);
}

static void write_table(struct xml_writer *writer, const struct table *table)
{
	if (table->landscape != LANDSCAPE_BY_CONTENT)
		xml_writer_attribute(
			writer, "landscape",
			table->landscape == LANDSCAPE_YES ? "true" : "false");
	if (table->caption.count > 0) {
		xml_writer_open(writer, "caption");
		write_runs(writer, &table->caption);
		xml_writer_close(writer);
	}
	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];

		xml_writer_open(writer, "column");
		xml_writer_attribute(writer, "align",
				     report_aligns[column->align]);
		handover_write_number(writer, "weight", column->weight);
		xml_writer_close(writer);
	}
	for (size_t i = 0; i < table->row_count; i++)
		write_row(writer, &table->rows[i]);
}

static void write_signatures(struct xml_writer *writer,
			     const struct block *block)
{
	for (size_t i = 0; i < block->signature_count; i++) {
		xml_writer_open(writer, "signature");
		xml_writer_attribute(writer, "name", block->signatures[i].name);
		xml_writer_attribute(writer, "role", block->signatures[i].role);
		xml_writer_close(writer);
	}
}

static void write_block(struct xml_writer *writer, const struct block *block);

static void write_inside(struct xml_writer *writer, const struct block *block)
{
	if (block->kind == BLOCK_SECTION) {
		xml_writer_open(writer, "title");
		write_runs(writer, &block->runs);
		xml_writer_close(writer);
	} else {
		write_runs(writer, &block->runs);
	}
	if (block->kind == BLOCK_TABLE)
		write_table(writer, block->table);
	if (block->kind == BLOCK_CHART)
		report_write_chart(writer, block->chart);
	if (block->kind == BLOCK_MATRIX)
		report_write_matrix(writer, block->matrix);
	write_signatures(writer, block);
	for (size_t i = 0; i < block->block_count; i++)
		write_block(writer, &block->blocks[i]);
}

static void write_block(struct xml_writer *writer, const struct block *block)
{
	xml_writer_open(writer, report_blocks[block->kind]);
	xml_writer_attribute(writer, "id", block->id);
	handover_write_flag(writer, "new-page", block->new_page);
	handover_write_flag(writer, "ordered", block->ordered);
	handover_write_number(writer, "depth", block->depth);
	xml_writer_attribute(writer, "change", block->change);
	write_inside(writer, block);
	xml_writer_close(writer);
}

static void write_head(struct xml_writer *writer,
		       const struct report_head *head)
{
	xml_writer_open(writer, "head");
	xml_writer_leaf(writer, "title", head->title);
	xml_writer_leaf(writer, "subtitle", head->subtitle);
	xml_writer_leaf(writer, "short-title", head->short_title);
	xml_writer_leaf(writer, "municipality", head->municipality);
	xml_writer_leaf(writer, "unit", head->unit);
	xml_writer_leaf(writer, "date", head->date);
	xml_writer_leaf(writer, "diary-number", head->diary_number);
	xml_writer_leaf(writer, "draft", head->draft);
	for (size_t i = 0; i < head->line_count; i++) {
		xml_writer_open(writer, "line");
		xml_writer_attribute(writer, "name", head->lines[i].name);
		xml_writer_text(writer, head->lines[i].text);
		xml_writer_close(writer);
	}
	xml_writer_open(writer, "words");
	xml_writer_attribute(writer, "contents", head->word_contents);
	xml_writer_attribute(writer, "continued", head->word_continued);
	xml_writer_attribute(writer, "page", head->word_page);
	xml_writer_close(writer);
	xml_writer_close(writer);
}

static void write_figure(struct xml_writer *writer,
			 const struct report_figure *figure)
{
	xml_writer_open(writer, "figure");
	xml_writer_attribute(writer, "id", figure->id);
	xml_writer_attribute(writer, "unit", figure->unit);
	handover_write_window(writer, "window", figure->window);
	xml_writer_attribute(writer, "series", series_name(figure->series));
	figure_write(writer, &figure->figure);
	xml_writer_attribute(writer, "measure", figure->quantity);
	xml_writer_attribute(writer, "print", figure->print);
	xml_writer_attribute(writer, "grade", figure->grade);
	xml_writer_attribute(writer, "source", figure->source);
	xml_writer_attribute(writer, "trace", figure->trace);
	xml_writer_close(writer);
}

bool report_save(const struct report *report, const char *path,
		 struct text *why)
{
	struct xml_writer *writer = xml_writer_file("report", REPORT_URN, path);

	xml_writer_attribute(writer, "lang", report->language);
	xml_writer_attribute(writer, "id", report->id);
	xml_writer_attribute(writer, "period", report->period);
	xml_writer_number(writer, "revision", report->revision);
	write_head(writer, &report->head);
	xml_writer_open(writer, "body");
	for (size_t i = 0; i < report->block_count; i++)
		write_block(writer, &report->blocks[i]);
	xml_writer_close(writer);
	xml_writer_open(writer, "data");
	for (size_t i = 0; i < report->figure_count; i++)
		write_figure(writer, &report->figures[i]);
	xml_writer_close(writer);
	return xml_writer_save(writer, why);
}
