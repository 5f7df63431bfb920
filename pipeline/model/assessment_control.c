#include "model/assessment_parts.h"

static const char *const kinds[] = {
	[CONTROL_OVER_HUNDRED] = "over-hundred",
	[CONTROL_UNLIKE] = "unlike",
	[CONTROL_SETTLED] = "settled",
	[CONTROL_SPENT] = "spent",
	[CONTROL_PART] = "part",
	[CONTROL_STALE] = "stale",
};

static void write_figure(struct xml_writer *writer, const char *name,
			 const struct figure *figure)
{
	xml_writer_open(writer, name);
	figure_write(writer, figure);
	xml_writer_close(writer);
}

void assessment_write_control(struct xml_writer *writer,
			      const struct assessed_control *control)
{
	xml_writer_open(writer, "control");
	xml_writer_attribute(writer, "kind", kinds[control->kind]);
	xml_writer_attribute(writer, "id", control->id);
	xml_writer_attribute(writer, "unit", control->unit);
	handover_write_window(writer, "window", control->window);
	xml_writer_attribute(writer, "series", series_name(control->series));
	xml_writer_attribute(writer, "measure", control->quantity);
	xml_writer_attribute(writer, "file", control->file);
	xml_writer_number(writer, "line", control->line);
	write_figure(writer, "is", &control->value);
	write_figure(writer, "wanted", &control->wanted);
	xml_writer_close(writer);
}

static bool take_figure(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	static const struct handover_child children[] = { { NULL, NULL } };
	struct assessed_control *control = into;
	struct figure *figure = xml_reader_is(reader, "is") ? &control->value
							    : &control->wanted;

	return figure_read(figure, reader, arena) &&
	       handover_children(reader, children, NULL, arena);
}

bool assessment_take_control(void *into, struct xml_reader *reader,
			     struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "is", take_figure }, { "wanted", take_figure }, { NULL, NULL }
	};
	struct assessment *assessment = into;
	struct assessed_control *control;

	assessment->controls = arena_grow(arena, assessment->controls,
					  assessment->control_count,
					  sizeof(*assessment->controls));
	control = &assessment->controls[assessment->control_count++];
	*control = (struct assessed_control){
		.kind = (enum control_kind)handover_word(
			kinds, COUNT_OF(kinds),
			xml_reader_attribute(reader, "kind")),
		.id = handover_string(reader, "id", arena),
		.unit = handover_string(reader, "unit", arena),
		.window = handover_window(reader, "window"),
		.quantity = handover_string(reader, "measure", arena),
		.file = handover_string(reader, "file", arena),
		.line = handover_number(reader, "line"),
	};
	return series_of_name(&control->series,
			      xml_reader_attribute(reader, "series")) &&
	       handover_children(reader, children, control, arena);
}
