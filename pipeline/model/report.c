#include "model/report.h"

#include "model/handover.h"
#include "model/report_body.h"
#include "schema/schema.h"

static const struct handover_child no_children[] = { { NULL, NULL } };

/* Elements of the head that hold one text. */
struct head_text {
	const char *name;
	size_t offset; /* of the member in struct report_head */
};

static const struct head_text head_texts[] = {
	{ "title", offsetof(struct report_head, title) },
	{ "subtitle", offsetof(struct report_head, subtitle) },
	{ "short-title", offsetof(struct report_head, short_title) },
	{ "municipality", offsetof(struct report_head, municipality) },
	{ "unit", offsetof(struct report_head, unit) },
	{ "date", offsetof(struct report_head, date) },
	{ "diary-number", offsetof(struct report_head, diary_number) },
	{ "draft", offsetof(struct report_head, draft) },
};

static const char **member_of(struct report_head *head, size_t offset)
{
	return (const char **)(void *)((char *)head + offset);
}

static bool take_head_text(void *into, struct xml_reader *reader,
			   struct arena *arena)
{
	struct report_head *head = into;

	for (size_t i = 0; i < COUNT_OF(head_texts); i++) {
		const char **member;

		if (!xml_reader_is(reader, head_texts[i].name))
			continue;
		member = member_of(head, head_texts[i].offset);
		*member = handover_content(reader, arena);
		return *member != NULL;
	}
	return false;
}

static bool take_line(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	struct report_head *head = into;
	struct head_line *line;

	head->lines = arena_grow(arena, head->lines, head->line_count,
				 sizeof(*head->lines));
	line = &head->lines[head->line_count++];
	line->name = handover_string(reader, "name", arena);
	line->text = handover_content(reader, arena);
	return line->text != NULL;
}

static bool take_words(void *into, struct xml_reader *reader,
		       struct arena *arena)
{
	struct report_head *head = into;

	head->word_contents = handover_string(reader, "contents", arena);
	head->word_continued = handover_string(reader, "continued", arena);
	head->word_page = handover_string(reader, "page", arena);
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_head(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "title", take_head_text },
		{ "subtitle", take_head_text },
		{ "short-title", take_head_text },
		{ "municipality", take_head_text },
		{ "unit", take_head_text },
		{ "date", take_head_text },
		{ "diary-number", take_head_text },
		{ "draft", take_head_text },
		{ "line", take_line },
		{ "words", take_words },
		{ NULL, NULL }
	};
	struct report *report = into;

	return handover_children(reader, children, &report->head, arena);
}

static bool take_body(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	return report_take_body(into, reader, arena);
}

static bool take_figure(void *into, struct xml_reader *reader,
			struct arena *arena)
{
	struct report *report = into;
	struct report_figure figure = {
		.id = handover_string(reader, "id", arena),
		.unit = handover_string(reader, "unit", arena),
		.window = handover_window(reader, "window"),
		.quantity = handover_string(reader, "measure", arena),
		.print = handover_string(reader, "print", arena),
		.grade = handover_string(reader, "grade", arena),
		.source = handover_string(reader, "source", arena),
		.trace = handover_string(reader, "trace", arena),
	};

	if (!series_of_name(&figure.series,
			    xml_reader_attribute(reader, "series")) ||
	    !figure_read(&figure.figure, reader, arena))
		return false;
	report->figures =
		arena_grow(arena, report->figures, report->figure_count,
			   sizeof(*report->figures));
	report->figures[report->figure_count++] = figure;
	return handover_children(reader, no_children, NULL, arena);
}

static bool take_data(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	static const struct handover_child children[] = {
		{ "figure", take_figure }, { NULL, NULL }
	};

	return handover_children(reader, children, into, arena);
}

static bool take_root(void *into, struct xml_reader *reader,
		      struct arena *arena)
{
	static const struct handover_child children[] = { { "head", take_head },
							  { "body", take_body },
							  { "data", take_data },
							  { NULL, NULL } };
	struct report *report = into;

	report->language = handover_string(reader, "lang", arena);
	report->id = handover_string(reader, "id", arena);
	report->period = handover_string(reader, "period", arena);
	report->revision = (int)handover_number(reader, "revision");
	return handover_children(reader, children, report, arena);
}

bool report_load(struct report *report, const char *path, struct text *why)
{
	const struct handover_form form = { schema_report_begin,
					    SCHEMA_LEN(report), take_root };

	return handover_load(&form, path, report, &report->arena, why);
}

void report_clear(struct report *report)
{
	arena_clear(&report->arena);
	*report = (struct report){ 0 };
}
