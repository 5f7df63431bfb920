#include <string.h>

#include "model/assessment_parts.h"

static const char *const origins[] = {
	[ANSWERED_NOT] = "not",
	[ANSWERED_ITSELF] = "itself",
	[ANSWERED_BELOW] = "below",
	[ANSWERED_ABOVE] = "above",
};

const char *answer_origin_name(enum answer_origin origin)
{
	return origins[origin];
}

void assessment_write_regulation(struct xml_writer *writer,
				 const struct regulation *regulation)
{
	xml_writer_open(writer, "regulation");
	xml_writer_attribute(writer, "id", regulation->id);
	xml_writer_attribute(writer, "cite", regulation->cite);
	xml_writer_attribute(writer, "title", regulation->title);
	handover_write_date(writer, "from", regulation->from);
	handover_write_date(writer, "to", regulation->to);
	xml_writer_close(writer);
}

static void write_answer(struct xml_writer *writer,
			 const struct assessed_answer *answer)
{
	xml_writer_open(writer, "answer");
	xml_writer_attribute(writer, "unit", answer->unit);
	xml_writer_attribute(writer, "answered",
			     answer_origin_name(answer->origin));
	xml_writer_attribute(writer, "record", answer->record);
	handover_write_number(writer, "yes", answer->yes);
	handover_write_number(writer, "no", answer->no);
	handover_write_number(writer, "other", answer->other);
	handover_write_number(writer, "unassessed", answer->unassessed);
	handover_write_number(writer, "missing", answer->missing);
	xml_writer_attribute(writer, "is", answer->grade);
	if (answer->figure.window.form != WINDOW_NONE)
		assessment_write_figure(writer, "value", &answer->figure);
	xml_writer_close(writer);
}

static void write_question(struct xml_writer *writer,
			   const struct assessed_question *question)
{
	xml_writer_open(writer, "question");
	xml_writer_attribute(writer, "number", question->number);
	xml_writer_attribute(writer, "text", question->text);
	xml_writer_attribute(writer, "form", answer_form_name(question->form));
	xml_writer_attribute(writer, "measure", question->quantity);
	for (size_t i = 0; i < question->answer_count; i++)
		write_answer(writer, &question->answers[i]);
	xml_writer_close(writer);
}

void assessment_write_checklist(struct xml_writer *writer,
				const struct assessed_checklist *checklist)
{
	xml_writer_open(writer, "checklist");
	assessment_write_version(writer, &checklist->version);
	xml_writer_attribute(writer, "about", checklist->about);
	xml_writer_attribute(writer, "scale", checklist->scale);
	assessment_write_ids(writer, "regulations", &checklist->regulations);
	for (size_t i = 0; i < checklist->unit_count; i++) {
		xml_writer_open(writer, "asked");
		xml_writer_attribute(writer, "unit", checklist->units[i].unit);
		xml_writer_attribute(writer, "above",
				     checklist->units[i].above);
		xml_writer_close(writer);
	}
	for (size_t i = 0; i < checklist->question_count; i++)
		write_question(writer, &checklist->questions[i]);
	xml_writer_close(writer);
}

static const struct handover_child none[] = { { NULL, NULL } };

bool assessment_take_regulation(void *into, struct xml_reader *reader,
				struct arena *arena)
{
	struct assessment *assessment = into;
	struct regulations *regulations = &assessment->regulations;

	regulations->list =
		arena_grow(arena, regulations->list, regulations->count,
			   sizeof(*regulations->list));
	regulations->list[regulations->count++] = (struct regulation){
		.id = handover_string(reader, "id", arena),
		.cite = handover_string(reader, "cite", arena),
		.title = handover_string(reader, "title", arena),
		.from = handover_date(reader, "from"),
		.to = handover_date(reader, "to"),
	};
	return handover_children(reader, none, NULL, arena);
}

static bool take_value(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct assessed_answer *answer = into;

	return assessment_take_figure(&answer->figure, reader, arena);
}

static bool take_answer(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "value", take_value }, { NULL, NULL }
	};
	struct assessed_question *question = into;
	struct assessed_answer *answer;

	question->answers =
		arena_grow(arena, question->answers, question->answer_count,
			   sizeof(*question->answers));
	answer = &question->answers[question->answer_count++];
	*answer = (struct assessed_answer){
		.unit = handover_string(reader, "unit", arena),
		.origin = (enum answer_origin)handover_word(
			origins, COUNT_OF(origins),
			xml_reader_attribute(reader, "answered")),
		.record = handover_string(reader, "record", arena),
		.yes = handover_number(reader, "yes"),
		.no = handover_number(reader, "no"),
		.other = handover_number(reader, "other"),
		.unassessed = handover_number(reader, "unassessed"),
		.missing = handover_number(reader, "missing"),
		.grade = handover_string(reader, "is", arena),
	};
	return handover_children(reader, children, answer, arena);
}

static bool take_question(void *into, struct xml_reader *reader,
			  struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "answer", take_answer }, { NULL, NULL }
	};
	struct assessed_checklist *checklist = into;
	struct assessed_question *question;

	checklist->questions = arena_grow(arena, checklist->questions,
					  checklist->question_count,
					  sizeof(*checklist->questions));
	question = &checklist->questions[checklist->question_count++];
	*question = (struct assessed_question){
		.number = handover_string(reader, "number", arena),
		.text = handover_string(reader, "text", arena),
		.quantity = handover_string(reader, "measure", arena),
	};
	return answer_form_of_name(&question->form,
				   xml_reader_attribute(reader, "form")) &&
	       handover_children(reader, children, question, arena);
}

static bool take_asked(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct assessed_checklist *checklist = into;

	checklist->units =
		arena_grow(arena, checklist->units, checklist->unit_count,
			   sizeof(*checklist->units));
	checklist->units[checklist->unit_count++] = (struct assessed_asked){
		.unit = handover_string(reader, "unit", arena),
		.above = handover_string(reader, "above", arena),
	};
	return handover_children(reader, none, NULL, arena);
}

bool assessment_take_checklist(void *into, struct xml_reader *reader,
			       struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "asked", take_asked },
		{ "question", take_question },
		{ NULL, NULL }
	};
	struct assessment *assessment = into;
	struct assessed_checklist *checklist;

	assessment->checklists = arena_grow(arena, assessment->checklists,
					    assessment->checklist_count,
					    sizeof(*assessment->checklists));
	checklist = &assessment->checklists[assessment->checklist_count++];
	*checklist = (struct assessed_checklist){
		.version = assessment_take_version(reader, arena),
		.about = handover_string(reader, "about", arena),
		.scale = handover_string(reader, "scale", arena),
		.regulations =
			assessment_take_ids(reader, "regulations", arena),
	};
	return handover_children(reader, children, checklist, arena);
}
