#include "model/assessment_parts.h"

/* What only some statements have. */
static void write_interim(struct xml_writer *writer,
			  const struct assessed_row *row)
{
	if (row->accrued.window.form != WINDOW_NONE) {
		assessment_write_figure(writer, "accrued", &row->accrued);
		assessment_write_figure(writer, "deviation-now",
					&row->deviation_now);
	}
	if (row->last_year.window.form != WINDOW_NONE)
		assessment_write_past(writer, "last-year", &row->last_year);
}

void assessment_write_statement(struct xml_writer *writer,
				const struct assessed_statement *statement)
{
	xml_writer_open(writer, "statement");
	xml_writer_attribute(writer, "id", statement->id);
	xml_writer_attribute(writer, "about", statement->about);
	xml_writer_attribute(writer, "measure", statement->quantity);
	for (size_t i = 0; i < statement->row_count; i++) {
		const struct assessed_row *row = &statement->rows[i];

		xml_writer_open(writer, "row");
		xml_writer_attribute(writer, "unit", row->unit);
		xml_writer_attribute(writer, "name", row->name);
		handover_write_flag(writer, "total", row->total);
		handover_write_flag(writer, "part", row->part);
		assessment_write_figure(writer, "budget", &row->budget);
		assessment_write_figure(writer, "outcome", &row->outcome);
		assessment_write_figure(writer, "forecast", &row->forecast);
		assessment_write_figure(writer, "deviation", &row->deviation);
		write_interim(writer, row);
		for (size_t j = 0; j < row->history_count; j++)
			assessment_write_past(writer, "history",
					      &row->history[j]);
		xml_writer_close(writer);
	}
	xml_writer_close(writer);
}

static bool take_row_past(void *into, struct xml_reader *reader,
			  struct arena *arena)
{
	struct assessed_row *row = into;

	row->history = arena_grow(arena, row->history, row->history_count,
				  sizeof(*row->history));
	return assessment_take_past(&row->history[row->history_count++], reader,
				    arena);
}

static bool take_row_figure(void *into, struct xml_reader *reader,
			    struct arena *arena)
{
	struct assessed_row *row = into;
	struct assessed_figure *figure = &row->deviation;

	if (xml_reader_is(reader, "budget"))
		figure = &row->budget;
	else if (xml_reader_is(reader, "outcome"))
		figure = &row->outcome;
	else if (xml_reader_is(reader, "forecast"))
		figure = &row->forecast;
	else if (xml_reader_is(reader, "accrued"))
		figure = &row->accrued;
	else if (xml_reader_is(reader, "deviation-now"))
		figure = &row->deviation_now;
	return assessment_take_figure(figure, reader, arena);
}

static bool take_last_year(void *into, struct xml_reader *reader,
			   struct arena *arena)
{
	struct assessed_row *row = into;

	return assessment_take_past(&row->last_year, reader, arena);
}

static bool take_row(void *into, struct xml_reader *reader, struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "budget", take_row_figure },
		{ "outcome", take_row_figure },
		{ "forecast", take_row_figure },
		{ "deviation", take_row_figure },
		{ "accrued", take_row_figure },
		{ "deviation-now", take_row_figure },
		{ "last-year", take_last_year },
		{ "history", take_row_past },
		{ NULL, NULL }
	};
	struct assessed_statement *statement = into;
	struct assessed_row *row;

	statement->rows =
		arena_grow(arena, statement->rows, statement->row_count,
			   sizeof(*statement->rows));
	row = &statement->rows[statement->row_count++];
	*row = (struct assessed_row){
		.unit = handover_string(reader, "unit", arena),
		.name = handover_string(reader, "name", arena),
		.total = handover_flag(reader, "total"),
		.part = handover_flag(reader, "part"),
	};
	return handover_children(reader, children, row, arena);
}

bool assessment_take_statement(void *into, struct xml_reader *reader,
			       struct arena *arena)
{
	static const struct handover_child children[] = { { "row", take_row },
							  { NULL, NULL } };
	struct assessment *assessment = into;
	struct assessed_statement *statement;

	assessment->statements = arena_grow(arena, assessment->statements,
					    assessment->statement_count,
					    sizeof(*assessment->statements));
	statement = &assessment->statements[assessment->statement_count++];
	*statement = (struct assessed_statement){
		.id = handover_string(reader, "id", arena),
		.about = handover_string(reader, "about", arena),
		.quantity = handover_string(reader, "measure", arena),
	};
	return handover_children(reader, children, statement, arena);
}
