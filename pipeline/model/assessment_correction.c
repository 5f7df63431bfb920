#include "model/assessment_parts.h"

static void write_figure(struct xml_writer *writer, const char *name,
			 const struct figure *figure)
{
	xml_writer_open(writer, name);
	figure_write(writer, figure);
	xml_writer_close(writer);
}

void assessment_write_correction(struct xml_writer *writer,
				 const struct assessed_correction *correction)
{
	xml_writer_open(writer, "correction");
	xml_writer_attribute(writer, "id", correction->id);
	xml_writer_attribute(writer, "unit", correction->unit);
	handover_write_window(writer, "window", correction->window);
	xml_writer_attribute(writer, "series", series_name(correction->series));
	xml_writer_attribute(writer, "measure", correction->quantity);
	xml_writer_attribute(writer, "reason", correction->reason);
	xml_writer_attribute(writer, "role", correction->role);
	handover_write_date(writer, "date", correction->date);
	xml_writer_attribute(writer, "file", correction->file);
	xml_writer_number(writer, "line", correction->line);
	write_figure(writer, "was", &correction->was);
	write_figure(writer, "is", &correction->is);
	xml_writer_close(writer);
}

static bool take_figure(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	static const struct handover_child children[] = { { NULL, NULL } };
	struct assessed_correction *correction = into;
	struct figure *figure = xml_reader_is(reader, "was") ? &correction->was
							     : &correction->is;

	return figure_read(figure, reader, arena) &&
	       handover_children(reader, children, NULL, arena);
}

bool assessment_take_correction(void *into, struct xml_reader *reader,
				struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "was", take_figure }, { "is", take_figure }, { NULL, NULL }
	};
	struct assessment *assessment = into;
	struct assessed_correction *correction;

	assessment->corrections = arena_grow(arena, assessment->corrections,
					     assessment->correction_count,
					     sizeof(*assessment->corrections));
	correction = &assessment->corrections[assessment->correction_count++];
	*correction = (struct assessed_correction){
		.id = handover_string(reader, "id", arena),
		.unit = handover_string(reader, "unit", arena),
		.window = handover_window(reader, "window"),
		.quantity = handover_string(reader, "measure", arena),
		.reason = handover_string(reader, "reason", arena),
		.role = handover_string(reader, "role", arena),
		.date = handover_date(reader, "date"),
		.file = handover_string(reader, "file", arena),
		.line = handover_number(reader, "line"),
	};
	return series_of_name(&correction->series,
			      xml_reader_attribute(reader, "series")) &&
	       handover_children(reader, children, correction, arena);
}
