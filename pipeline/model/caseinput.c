#include "model/caseinput.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "model/table_file.h"

enum {
	GRADE_ID,
	GRADE_UNIT,
	GRADE_WHEN,
	GRADE_SCALE,
	GRADE_GRADE,
	GRADE_ROLE,
	GRADE_DATE,
	GRADE_REASON,
	GRADE_TILL
};

static const struct table_header grade_headers[] = {
	[GRADE_ID] = { .name = "id" },
	[GRADE_UNIT] = { .name = "enhet" },
	[GRADE_WHEN] = { .name = "när" },
	[GRADE_SCALE] = { .name = "skala" },
	[GRADE_GRADE] = { .name = "grad" },
	[GRADE_ROLE] = { .name = "roll" },
	[GRADE_DATE] = { .name = "datum" },
	[GRADE_REASON] = { .name = "skäl" },
	[GRADE_TILL] = { .name = "till", .optional = true },
};

static const struct table_form grade_form = {
	.headers = grade_headers,
	.header_count = COUNT_OF(grade_headers),
	.may_be_absent = true,
};

enum {
	CASE_REPORT,
	CASE_DIARY_NUMBER,
	CASE_DOCUMENT_NUMBER,
	CASE_BODY,
	CASE_PARAGRAPH,
	CASE_OFFICER
};

static const struct table_header case_headers[] = {
	[CASE_REPORT] = { .name = "rapport" },
	[CASE_DIARY_NUMBER] = { .name = "diarienummer" },
	[CASE_DOCUMENT_NUMBER] = { .name = "handlingsnummer" },
	[CASE_BODY] = { .name = "organ" },
	[CASE_PARAGRAPH] = { .name = "paragraf" },
	[CASE_OFFICER] = { .name = "handläggare" },
};

static const struct table_form case_form = {
	.headers = case_headers,
	.header_count = COUNT_OF(case_headers),
	.may_be_absent = true,
};

static const struct {
	const char *name;  /* in hand-overs */
	const char *words; /* in grades.csv */
} whens[] = {
	[WHEN_NOW] = { "now", "nu" },
	[WHEN_YEAR_END] = { "year-end", "årsslut" },
};

const char *when_name(enum when when)
{
	return whens[when].name;
}

bool when_of_name(enum when *when, const char *name)
{
	for (size_t i = 0; i < COUNT_OF(whens); i++) {
		if (strcmp(whens[i].name, name) != 0)
			continue;
		*when = (enum when)i;
		return true;
	}
	return false;
}

/* Load the table `name` of a folder that messages call `shown`. */
static bool load(struct table_file *table, const struct table_form *form,
		 const char *name, const char *const folder[2],
		 struct text *why)
{
	struct text path = { 0 };
	struct text shown = { 0 };
	bool ok;

	text_printf(&path, "%s/%s", folder[0], name);
	text_printf(&shown, "%s/%s", folder[1], name);
	ok = table_file_load(table, form, path.at, shown.at, why);
	text_clear(&path);
	text_clear(&shown);
	return ok;
}

/* What a grade needs; the unit may be left to the goal or indicator. */
static bool has_needed(const struct table_file *table,
		       const struct table_line *line)
{
	static const int needed[] = { GRADE_ID,    GRADE_WHEN, GRADE_SCALE,
				      GRADE_GRADE, GRADE_ROLE, GRADE_DATE };
	bool ok = true;

	for (size_t i = 0; i < COUNT_OF(needed); i++) {
		if (*table_file_cell(line, needed[i]))
			continue;
		msg_at(OUTCOME_REFUSED,
		       table_file_place(table, line, needed[i]),
		       _("the cell is empty, but every grade needs one"));
		ok = false;
	}
	return ok;
}

static bool read_when(struct stated_grade *grade,
		      const struct table_file *table,
		      const struct table_line *line)
{
	const char *cell = table_file_cell(line, GRADE_WHEN);

	for (size_t i = 0; i < COUNT_OF(whens); i++) {
		if (!spelling_same(cell, whens[i].words))
			continue;
		grade->when = (enum when)i;
		return true;
	}
	msg_at(OUTCOME_REFUSED, table_file_place(table, line, GRADE_WHEN),
	       _("\"%s\": nu or årsslut was expected"), cell);
	return false;
}

static bool read_date(struct date *date, const struct table_file *table,
		      const struct table_line *line, int header)
{
	const char *cell = table_file_cell(line, header);

	if (date_parse(date, cell))
		return true;
	msg_at(OUTCOME_REFUSED, table_file_place(table, line, header),
	       _("\"%s\" is no date: year-month-day like 2025-04-30 was "
		 "expected"),
	       cell);
	return false;
}

static bool read_dates(struct stated_grade *grade,
		       const struct table_file *table,
		       const struct table_line *line)
{
	if (!read_date(&grade->date, table, line, GRADE_DATE))
		return false;
	if (!*table_file_cell(line, GRADE_TILL))
		return true;
	if (!read_date(&grade->till, table, line, GRADE_TILL))
		return false;
	if (date_compare(grade->date, grade->till) <= 0)
		return true;
	msg_at(OUTCOME_REFUSED, table_file_place(table, line, GRADE_TILL),
	       _("the grade ends (till) before it begins (datum)"));
	return false;
}

static bool take_grade(struct stated_grades *grades,
		       const struct table_file *table,
		       const struct table_line *line)
{
	struct arena *arena = &grades->arena;
	struct stated_grade grade = { .line = line->line };
	bool ok = has_needed(table, line);

	if (!ok)
		return false;
	ok = read_when(&grade, table, line) && ok;
	ok = read_dates(&grade, table, line) && ok;
	grade.id = arena_strdup(arena, table_file_cell(line, GRADE_ID));
	grade.unit = arena_strdup(arena, table_file_cell(line, GRADE_UNIT));
	grade.scale = arena_strdup(arena, table_file_cell(line, GRADE_SCALE));
	grade.grade = arena_strdup(arena, table_file_cell(line, GRADE_GRADE));
	grade.role = arena_strdup(arena, table_file_cell(line, GRADE_ROLE));
	grade.reason = arena_strdup(arena, table_file_cell(line, GRADE_REASON));
	grade.file = arena_strdup(arena, table->shown);
	grades->list = arena_grow(arena, grades->list, grades->count,
				  sizeof(*grades->list));
	grades->list[grades->count++] = grade;
	return ok;
}

bool stated_grades_load(struct stated_grades *grades, const char *folder,
			const char *shown, struct text *why)
{
	const char *const folders[2] = { folder, shown };
	struct table_file table = { 0 };
	bool ok = load(&table, &grade_form, "grades.csv", folders, why);

	for (size_t i = 0; i < table.line_count; i++)
		ok = take_grade(grades, &table, &table.lines[i]) && ok;
	table_file_clear(&table);
	if (!ok)
		stated_grades_clear(grades);
	return ok;
}

static const char *text_or_null(struct arena *arena,
				const struct table_line *line, int header)
{
	const char *cell = table_file_cell(line, header);

	return *cell ? arena_strdup(arena, cell) : NULL;
}

static bool take_case(struct case_entries *entries,
		      const struct table_file *table,
		      const struct table_line *line)
{
	struct arena *arena = &entries->arena;
	const char *report = table_file_cell(line, CASE_REPORT);
	struct case_entry entry = { 0 };

	if (!*report) {
		msg_at(OUTCOME_REFUSED,
		       table_file_place(table, line, CASE_REPORT),
		       _("the cell is empty: the id of a report was "
			 "expected"));
		return false;
	}
	if (case_entries_lookup(entries, report)) {
		msg_at(OUTCOME_REFUSED,
		       table_file_place(table, line, CASE_REPORT),
		       _("the report \"%s\" stands in a row above already"),
		       report);
		return false;
	}
	entry.report = arena_strdup(arena, report);
	entry.diary_number = text_or_null(arena, line, CASE_DIARY_NUMBER);
	entry.document_number = text_or_null(arena, line, CASE_DOCUMENT_NUMBER);
	entry.body = text_or_null(arena, line, CASE_BODY);
	entry.paragraph = text_or_null(arena, line, CASE_PARAGRAPH);
	entry.officer = text_or_null(arena, line, CASE_OFFICER);
	entries->list = arena_grow(arena, entries->list, entries->count,
				   sizeof(*entries->list));
	entries->list[entries->count++] = entry;
	return true;
}

bool case_entries_load(struct case_entries *entries, const char *folder,
		       const char *shown, struct text *why)
{
	const char *const folders[2] = { folder, shown };
	struct table_file table = { 0 };
	bool ok = load(&table, &case_form, "case.csv", folders, why);

	for (size_t i = 0; i < table.line_count; i++)
		ok = take_case(entries, &table, &table.lines[i]) && ok;
	table_file_clear(&table);
	if (!ok)
		case_entries_clear(entries);
	return ok;
}

const struct case_entry *case_entries_lookup(const struct case_entries *entries,
					     const char *report)
{
	for (size_t i = 0; i < entries->count; i++)
		if (strcmp(entries->list[i].report, report) == 0)
			return &entries->list[i];
	return NULL;
}

void stated_grades_clear(struct stated_grades *grades)
{
	arena_clear(&grades->arena);
	*grades = (struct stated_grades){ 0 };
}

void case_entries_clear(struct case_entries *entries)
{
	arena_clear(&entries->arena);
	*entries = (struct case_entries){ 0 };
}
