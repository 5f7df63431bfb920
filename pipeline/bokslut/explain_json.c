#include "bokslut/explain_json.h"

#include <stdio.h>

#include "bokslut/explain_grade.h"
#include "lib/json_writer.h"
#include "lib/text.h"

/* JSON on its way. */
struct writing {
	struct json_writer *json;
	const struct explaining *explaining;
};

static void write_because(const struct writing *writing,
			  const struct because *because)
{
	json_writer_object(writing->json, NULL);
	if (because->row > 0)
		json_writer_number(writing->json, "row", because->row);
	json_writer_string(writing->json, "given", because->given);
	json_writer_string(writing->json, "value", because->value);
	if (because->test)
		json_writer_string(writing->json, "test", because->test);
	json_writer_close(writing->json);
}

static void write_reasons(const struct writing *writing, const char *name,
			  const struct because *list, size_t count)
{
	json_writer_array(writing->json, name);
	for (size_t i = 0; i < count; i++)
		write_because(writing, &list[i]);
	json_writer_close(writing->json);
}

/* By a rule, or by someone: the other's members are left out. */
static void write_origin(const struct writing *writing,
			 const struct assessed_grade *grade)
{
	struct json_writer *json = writing->json;
	struct text date = { 0 };

	if (grade->origin == ORIGIN_RULE) {
		json_writer_string(json, "rule", grade->rule);
		json_writer_number(json, "version", grade->version);
		json_writer_string(json, "sha256", grade->sha256);
		write_reasons(writing, "because", grade->because,
			      grade->because_count);
		write_reasons(writing, "unmet", grade->unmet,
			      grade->unmet_count);
		if (grade->reason)
			json_writer_string(json, "reason", grade->reason);
		return;
	}
	date_add_text(&date, grade->date);
	json_writer_string(json, "role", grade->role);
	json_writer_string(json, "date", date.at);
	json_writer_string(json, "reason", grade->reason);
	text_clear(&date);
}

static void write_grade(const struct writing *writing,
			const struct assessed_grade *grade)
{
	struct json_writer *json = writing->json;

	json_writer_object(json, NULL);
	json_writer_string(json, "when",
			   grade->when == WHEN_NOW ? "now" : "year-end");
	json_writer_string(json, "scale", grade->scale);
	json_writer_string(json, "grade", grade->grade);
	json_writer_string(json, "label",
			   explain_label(writing->explaining->assessment,
					 grade));
	json_writer_string(json, "origin", origin_name(grade->origin));
	json_writer_string(json, "file", grade->file);
	json_writer_number(json, "line", grade->line);
	write_origin(writing, grade);
	json_writer_close(json);
}

static void write_window(const struct writing *writing, struct window window)
{
	struct text text = { 0 };

	if (window.form != WINDOW_NONE)
		window_add_text(&text, window);
	json_writer_string(writing->json, "window",
			   text.len > 0 ? text.at : NULL);
	text_clear(&text);
}

static void write_decimal(const struct writing *writing, const char *name,
			  struct decimal decimal)
{
	struct text text = { 0 };

	decimal_add_text(&text, decimal);
	json_writer_string(writing->json, name, text.at);
	text_clear(&text);
}

/* Exactly: a number, or numerator and denominator; figures are strings, since
 * JSON's numbers need not be exact. */
static void write_value(const struct writing *writing,
			const struct figure *figure)
{
	struct json_writer *json = writing->json;
	struct text date = { 0 };

	switch (figure->kind) {
	case FIGURE_MISSING:
		json_writer_string(json, "missing",
				   missing_name(figure->missing));
		break;
	case FIGURE_NUMBER:
		write_decimal(writing, "number", figure->number);
		break;
	case FIGURE_RATIO:
		write_decimal(writing, "numerator", figure->number);
		write_decimal(writing, "denominator", figure->denominator);
		break;
	case FIGURE_YESNO:
		json_writer_flag(json, "yes", figure->yes);
		break;
	case FIGURE_DATE:
		date_add_text(&date, figure->date);
		json_writer_string(json, "date", date.at);
		break;
	case FIGURE_WORD:
		json_writer_string(json, "word", figure->word);
		break;
	}
	text_clear(&date);
}

static void write_file(const struct writing *writing,
		       const struct facts_file *file)
{
	struct arena *arena = &writing->explaining->desk->arena;

	json_writer_string(writing->json, "file",
			   arena_printf(arena, "input/%s/%s",
					writing->explaining->plan->period,
					file->name));
	json_writer_string(writing->json, "sha256", file->sha256);
}

static void write_from(const struct writing *writing, const struct from *from)
{
	const struct facts_file *file =
		explain_file(writing->explaining->assessment, from);
	struct json_writer *json = writing->json;

	json_writer_object(json, NULL);
	json_writer_string(json, "fact", from->fact);
	json_writer_string(json, "series", series_name(from->series));
	json_writer_string(json, "unit", from->unit);
	write_window(writing, from->window);
	json_writer_string(json, "source", from->source);
	if (file) {
		write_file(writing, file);
		json_writer_number(json, "first", from->first);
		json_writer_number(json, "last", from->last);
		json_writer_number(json, "rows", from->rows);
	} else if (from->history) {
		json_writer_string(json, "file", from->history);
		json_writer_number(json, "line", from->first);
	}
	json_writer_close(json);
}

static void write_figure(const struct writing *writing,
			 const struct explained_figure *told)
{
	const struct assessment *assessment = writing->explaining->assessment;
	const struct figure *figure =
		told->past ? &told->past->figure : &told->figure->figure;
	struct json_writer *json = writing->json;
	struct text print = { 0 };

	explain_add_figure(&print, assessment, figure,
			   quantity_lookup(&assessment->quantities,
					   told->quantity));
	json_writer_object(json, told->title);
	write_value(writing, figure);
	json_writer_string(json, "quantity", told->quantity);
	json_writer_string(json, "print", text_string(&print));
	write_window(writing,
		     told->past ? told->past->window : told->figure->window);
	if (told->past) {
		json_writer_string(json, "file", told->past->file);
		json_writer_number(json, "line", told->past->line);
	}
	json_writer_array(json, "from");
	for (size_t i = 0; !told->past && i < told->figure->from_count; i++)
		write_from(writing, &told->figure->from[i]);
	json_writer_close(json);
	json_writer_close(json);
	text_clear(&print);
}

static void write_record(const struct writing *writing,
			 const struct record *record)
{
	const struct facts_file *file =
		explain_record_file(writing->explaining, record);
	struct json_writer *json = writing->json;

	if (!file)
		return;
	json_writer_object(json, "told");
	write_file(writing, file);
	json_writer_number(json, "line", record->first);
	json_writer_close(json);
}

static void write_declared(const struct writing *writing,
			   const struct explained *found)
{
	struct json_writer *json = writing->json;

	if (!found->file)
		return;
	json_writer_object(json, "declared");
	if (found->version > 0)
		json_writer_number(json, "version", found->version);
	json_writer_string(json, "file", found->file);
	json_writer_number(json, "line", found->line);
	json_writer_string(json, "sha256", found->sha256);
	json_writer_close(json);
}

static void write_lists(const struct writing *writing,
			const struct explained *found)
{
	struct json_writer *json = writing->json;

	json_writer_array(json, "grades");
	for (size_t i = 0; i < found->grade_count; i++)
		write_grade(writing, &found->grades[i]);
	json_writer_close(json);
	json_writer_object(json, "notes");
	for (size_t i = 0; i < found->note_count; i++)
		json_writer_string(json, found->notes[i].name,
				   found->notes[i].value);
	json_writer_close(json);
	json_writer_object(json, "figures");
	for (size_t i = 0; i < found->figure_count; i++)
		write_figure(writing, &found->figures[i]);
	json_writer_close(json);
}

void explain_json(const struct explaining *explaining,
		  const struct explained *found)
{
	struct text text = { 0 };
	struct json_writer json = { .into = &text };
	const struct writing writing = { &json, explaining };

	json_writer_object(&json, NULL);
	json_writer_string(&json, "kind", found->kind);
	json_writer_string(&json, "id", found->id);
	json_writer_string(&json, "name", found->name);
	json_writer_string(&json, "unit", found->unit);
	json_writer_string(&json, "period", explaining->plan->period);
	json_writer_string(&json, "report", explaining->plan->report);
	json_writer_string(&json, "grade", found->grade);
	if (found->indicator)
		json_writer_string(&json, "target",
				   found->indicator->target_text);
	write_declared(&writing, found);
	write_record(&writing, found->record);
	write_lists(&writing, found);
	json_writer_close(&json);
	fputs(text.at, stdout);
	text_clear(&text);
}
