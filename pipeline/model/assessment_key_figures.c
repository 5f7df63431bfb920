#include "model/assessment_parts.h"

static void write_row(struct xml_writer *writer,
		      const struct assessed_key_row *row)
{
	xml_writer_open(writer, "key-row");
	xml_writer_attribute(writer, "unit", row->unit);
	xml_writer_attribute(writer, "name", row->name);
	handover_write_flag(writer, "part", row->part);
	for (size_t i = 0; i < row->cell_count; i++) {
		const struct assessed_cell *cell = &row->cells[i];

		assessment_write_figure(writer, "value", &cell->value);
		if (cell->before.file)
			assessment_write_past(writer, "before", &cell->before);
	}
	xml_writer_close(writer);
}

void assessment_write_key_figures(struct xml_writer *writer,
				  const struct assessed_key_figures *written)
{
	xml_writer_open(writer, "key-figures");
	xml_writer_attribute(writer, "id", written->id);
	xml_writer_attribute(writer, "about", written->about);
	xml_writer_attribute(writer, "file", written->file);
	xml_writer_number(writer, "line", written->line);
	for (size_t i = 0; i < written->count; i++) {
		const struct key_figure *figure = &written->list[i];

		xml_writer_open(writer, "key-figure");
		xml_writer_attribute(writer, "id", figure->id);
		xml_writer_attribute(writer, "title", figure->title);
		xml_writer_attribute(writer, "of", figure->measure);
		xml_writer_attribute(writer, "measure", figure->quantity);
		xml_writer_close(writer);
	}
	for (size_t i = 0; i < written->row_count; i++)
		write_row(writer, &written->rows[i]);
	xml_writer_close(writer);
}

static const struct handover_child none[] = { { NULL, NULL } };

/* While the figures are read: the list that is read-only afterwards. */
struct taking {
	struct assessed_key_figures *into;
	struct key_figure *list;
};

static bool take_figure(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	struct taking *taking = into;
	struct assessed_key_figures *read = taking->into;

	taking->list = arena_grow(arena, taking->list, read->count,
				  sizeof(*taking->list));
	taking->list[read->count++] = (struct key_figure){
		.id = handover_string(reader, "id", arena),
		.title = handover_string(reader, "title", arena),
		.measure = handover_string(reader, "of", arena),
		.quantity = handover_string(reader, "measure", arena),
	};
	read->list = taking->list;
	return handover_children(reader, none, NULL, arena);
}

static bool take_value(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct assessed_key_row *row = into;
	struct assessed_cell *cell;

	row->cells = arena_grow(arena, row->cells, row->cell_count,
				sizeof(*row->cells));
	cell = &row->cells[row->cell_count++];
	*cell = (struct assessed_cell){ 0 };
	return assessment_take_figure(&cell->value, reader, arena);
}

static bool take_before(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	struct assessed_key_row *row = into;

	return row->cell_count > 0 &&
	       assessment_take_past(&row->cells[row->cell_count - 1].before,
				    reader, arena);
}

static bool take_row(void *into, struct xml_reader *reader, struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "value", take_value },
		{ "before", take_before },
		{ NULL, NULL }
	};
	struct assessed_key_figures *read = ((struct taking *)into)->into;
	struct assessed_key_row *row;

	read->rows = arena_grow(arena, read->rows, read->row_count,
				sizeof(*read->rows));
	row = &read->rows[read->row_count++];
	*row = (struct assessed_key_row){
		.unit = handover_string(reader, "unit", arena),
		.name = handover_string(reader, "name", arena),
		.part = handover_flag(reader, "part"),
	};
	return handover_children(reader, children, row, arena) &&
	       row->cell_count == read->count;
}

bool assessment_take_key_figures(void *into, struct xml_reader *reader,
				 struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "key-figure", take_figure },
		{ "key-row", take_row },
		{ NULL, NULL }
	};
	struct assessment *assessment = into;
	struct taking taking = { 0 };

	assessment->key_figures = arena_grow(arena, assessment->key_figures,
					     assessment->key_figures_count,
					     sizeof(*assessment->key_figures));
	taking.into = &assessment->key_figures[assessment->key_figures_count++];
	*taking.into = (struct assessed_key_figures){
		.id = handover_string(reader, "id", arena),
		.about = handover_string(reader, "about", arena),
		.file = handover_string(reader, "file", arena),
		.line = handover_number(reader, "line"),
	};
	return handover_children(reader, children, &taking, arena);
}
