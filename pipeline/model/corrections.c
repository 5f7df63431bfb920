#include "model/corrections.h"

#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/table_file.h"

enum {
	COLUMN_ID,
	COLUMN_UNIT,
	COLUMN_WINDOW,
	COLUMN_SERIES,
	COLUMN_VALUE,
	COLUMN_REASON,
	COLUMN_ROLE,
	COLUMN_DATE
};

static const struct table_header headers[] = {
	[COLUMN_ID] = { .name = "id" },
	[COLUMN_UNIT] = { .name = "enhet" },
	[COLUMN_WINDOW] = { .name = "fönster" },
	[COLUMN_SERIES] = { .name = "serie" },
	[COLUMN_VALUE] = { .name = "värde" },
	[COLUMN_REASON] = { .name = "skäl" },
	[COLUMN_ROLE] = { .name = "roll" },
	[COLUMN_DATE] = { .name = "datum" },
};

static const struct table_form form = {
	.headers = headers,
	.header_count = COUNT_OF(headers),
	.may_be_absent = true,
};

static bool is_filled(const struct table_file *table,
		      const struct table_line *line)
{
	bool ok = true;

	for (size_t i = 0; i < COUNT_OF(headers); i++) {
		if (*table_file_cell(line, (int)i))
			continue;
		msg_at(OUTCOME_REFUSED, table_file_place(table, line, (int)i),
		       _("the cell is empty, but every correction needs one"));
		ok = false;
	}
	return ok;
}

static bool read_window(struct correction *correction,
			const struct table_file *table,
			const struct table_line *line)
{
	const char *cell = table_file_cell(line, COLUMN_WINDOW);

	if (window_parse(&correction->window, cell) ||
	    window_of_period(&correction->window, cell))
		return true;
	msg_at(OUTCOME_REFUSED, table_file_place(table, line, COLUMN_WINDOW),
	       _("\"%s\" is no window: 2025-01..2025-03, 2025-04-30 or a "
		 "period like 2025-T1 was expected"),
	       cell);
	return false;
}

static bool read_series(struct correction *correction,
			const struct table_file *table,
			const struct table_line *line)
{
	const char *cell = table_file_cell(line, COLUMN_SERIES);

	if (series_of_word(&correction->series, cell))
		return true;
	msg_at(OUTCOME_REFUSED, table_file_place(table, line, COLUMN_SERIES),
	       _("\"%s\" is no series: värde, prognos, mål, budget, utfall or "
		 "bas was expected"),
	       cell);
	return false;
}

static bool read_date(struct correction *correction,
		      const struct table_file *table,
		      const struct table_line *line)
{
	const char *cell = table_file_cell(line, COLUMN_DATE);

	if (date_parse(&correction->date, cell))
		return true;
	msg_at(OUTCOME_REFUSED, table_file_place(table, line, COLUMN_DATE),
	       _("\"%s\" is no date: year-month-day like 2025-04-30 was "
		 "expected"),
	       cell);
	return false;
}

static bool take_line(struct corrections *corrections,
		      const struct table_file *table,
		      const struct table_line *line)
{
	struct arena *arena = &corrections->arena;
	struct correction into = { .line = line->line };
	bool ok;

	if (!is_filled(table, line))
		return false;
	ok = read_window(&into, table, line);
	ok = read_series(&into, table, line) && ok;
	ok = read_date(&into, table, line) && ok;
	into.id = arena_strdup(arena, table_file_cell(line, COLUMN_ID));
	into.unit = arena_strdup(arena, table_file_cell(line, COLUMN_UNIT));
	into.value = arena_strdup(arena, table_file_cell(line, COLUMN_VALUE));
	into.reason = arena_strdup(arena, table_file_cell(line, COLUMN_REASON));
	into.role = arena_strdup(arena, table_file_cell(line, COLUMN_ROLE));
	into.file = arena_strdup(arena, table->shown);
	corrections->list =
		arena_grow(arena, corrections->list, corrections->count,
			   sizeof(*corrections->list));
	corrections->list[corrections->count++] = into;
	return ok;
}

bool corrections_load(struct corrections *corrections, const char *folder,
		      const char *shown, struct text *why)
{
	struct table_file table = { 0 };
	struct text path = { 0 };
	struct text name = { 0 };
	bool ok;

	text_printf(&path, "%s/corrections.csv", folder);
	text_printf(&name, "%s/corrections.csv", shown);
	ok = table_file_load(&table, &form, path.at, name.at, why);
	for (size_t i = 0; i < table.line_count; i++)
		ok = take_line(corrections, &table, &table.lines[i]) && ok;
	table_file_clear(&table);
	text_clear(&path);
	text_clear(&name);
	if (!ok)
		corrections_clear(corrections);
	return ok;
}

void corrections_clear(struct corrections *corrections)
{
	arena_clear(&corrections->arena);
	*corrections = (struct corrections){ 0 };
}
