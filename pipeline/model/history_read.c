#include <string.h>

#include "lib/lang.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "model/exports.h"
#include "model/history.h"
#include "model/indicator_cell.h"
#include "model/rules.h"
#include "model/table_file.h"

enum {
	HISTORY_ID,
	HISTORY_UNIT,
	HISTORY_WINDOW,
	HISTORY_SERIES,
	HISTORY_VALUE
};

static const struct table_header headers[] = {
	[HISTORY_ID] = { .name = "id" },
	[HISTORY_UNIT] = { .name = "enhet" },
	[HISTORY_WINDOW] = { .name = "fönster" },
	[HISTORY_SERIES] = { .name = "serie", .optional = true },
	[HISTORY_VALUE] = { .name = "värde" },
};

static const struct table_form form = {
	.headers = headers,
	.header_count = COUNT_OF(headers),
};

/* A file being read. */
struct reading {
	struct history *history;
	struct name_index *figures; /* for places of lines */
	const struct registry *reg;
	const struct rules *rules;
	const struct table_file *table;
	const struct table_line *line;
	bool refused;
};

static struct place fault_of(struct reading *reading, int header)
{
	reading->refused = true;
	return table_file_place(reading->table, reading->line, header);
}

static const char *cell_of(const struct reading *reading, int header)
{
	return table_file_cell(reading->line, header);
}

static void take_window(struct reading *reading, struct history_line *into)
{
	const char *cell = cell_of(reading, HISTORY_WINDOW);

	if (!window_of_period(&into->window, cell) &&
	    !window_parse(&into->window, cell))
		msg_at(OUTCOME_REFUSED, fault_of(reading, HISTORY_WINDOW),
		       _("\"%s\" is no window; write a period like 2024 or "
			 "2024-T1, months like 2024-01..2024-08, or a day"),
		       cell);
}

static void take_series(struct reading *reading, struct history_line *into)
{
	const char *cell = cell_of(reading, HISTORY_SERIES);

	into->series = SERIES_VALUE;
	if (*cell && !series_of_word(&into->series, cell))
		msg_at(OUTCOME_REFUSED, fault_of(reading, HISTORY_SERIES),
		       _("\"%s\" is no series; write värde, prognos, mål, "
			 "budget, utfall or bas"),
		       cell);
}

/* The nearest of all indicators and measures; NULL if none is near. */
static const char *nearest_id(const struct reading *reading, const char *id)
{
	const struct measures *measures = &reading->rules->measures;
	struct spelling_search search = { .wanted = id };

	for (size_t i = 0; i < reading->reg->indicator_count; i++) {
		spelling_offer(&search, reading->reg->indicators[i].id);
		spelling_offer(&search, reading->reg->indicators[i].name);
	}
	for (size_t i = 0; i < measures->count; i++)
		spelling_offer(&search, measures->list[i].id);
	return search.nearest;
}

static void tell_unknown(struct reading *reading, const char *id)
{
	const char *nearest = nearest_id(reading, id);
	struct place place = fault_of(reading, HISTORY_ID);

	if (nearest)
		msg_at(OUTCOME_REFUSED, place,
		       _("\"%s\" is neither an indicator nor a measure with "
			 "that series; is it \"%s\" that is meant?"),
		       id, nearest);
	else
		msg_at(OUTCOME_REFUSED, place,
		       _("\"%s\" is neither an indicator nor a measure with "
			 "that series"),
		       id);
}

static void take_unit(struct reading *reading, struct history_line *into,
		      const struct indicator *indicator)
{
	const char *cell = cell_of(reading, HISTORY_UNIT);
	const struct date day = into->window.last;
	const struct unit_era *era;
	struct text text = { 0 };

	if (!*cell && indicator)
		cell = indicator->unit;
	era = succession_era_named(reading->reg, cell, day);
	if (era) {
		into->unit = era->id;
		return;
	}
	date_add_text(&text, day);
	msg_at(OUTCOME_REFUSED, fault_of(reading, HISTORY_UNIT),
	       _("there was no unit \"%s\" on %s, the last day of the window, "
		 "by input/register/units.csv"),
	       cell, text.at);
	text_clear(&text);
}

static void take_value(struct reading *reading, struct history_line *into,
		       const struct indicator *indicator, const char *quantity)
{
	const struct quantity *told =
		quantity_lookup(&reading->rules->quantities, quantity);
	const struct indicator plain = { 0 };
	const char *cell = cell_of(reading, HISTORY_VALUE);
	enum cell_fault fault =
		indicator_cell(&into->figure, indicator ? indicator : &plain,
			       told, cell, reading->rules->workspace.decimal);

	if (fault == CELL_UNIT)
		msg_at(OUTCOME_REFUSED, fault_of(reading, HISTORY_VALUE),
		       _("\"%s\" is not told in \"%s\", its unit of measure"),
		       cell, quantity);
	else if (fault != CELL_SOUND)
		msg_at(OUTCOME_REFUSED, fault_of(reading, HISTORY_VALUE),
		       "\"%s\": %s", cell, cell_fault_text(fault));
}

/* A second figure for the same would be one too many. */
static void prove_first(struct reading *reading,
			const struct history_line *into)
{
	struct history *history = reading->history;
	const struct history_line *line;
	struct text key = { 0 };
	size_t known;

	text_printf(&key, "%s %s %s ", into->id, into->unit,
		    series_name(into->series));
	window_add_text(&key, into->window);
	known = name_index_add(reading->figures, &history->arena, key.at,
			       history->count);
	text_clear(&key);
	if (known == NAME_INDEX_NONE)
		return;
	line = &history->list[known];
	msg_at(OUTCOME_REFUSED, fault_of(reading, HISTORY_ID),
	       _("the same figure stands on line %ld of %s already"),
	       line->line, line->file);
}

static void take_line(struct reading *reading)
{
	struct history *history = reading->history;
	const char *id = cell_of(reading, HISTORY_ID);
	const struct indicator *indicator =
		register_indicator_named(reading->reg, id);
	struct history_line into = { .file = reading->table->shown,
				     .line = reading->line->line };
	const struct measure *measure;

	reading->refused = false;
	take_window(reading, &into);
	take_series(reading, &into);
	measure = indicator ? NULL
			    : measure_lookup(&reading->rules->measures, id,
					     into.series);
	if (!indicator && !measure) {
		if (!register_knows_indicator(reading->reg, id))
			tell_unknown(reading, id);
		return;
	}
	if (reading->refused)
		return;
	into.id = indicator ? indicator->id : measure->id;
	take_unit(reading, &into, indicator);
	take_value(reading, &into, indicator,
		   indicator ? indicator->quantity : measure->quantity);
	if (!reading->refused)
		prove_first(reading, &into);
	if (reading->refused)
		return;
	into.file = arena_strdup(&history->arena, into.file);
	history_add(history, into);
}

static bool load_file(const struct reading *whole, const char *workspace,
		      const char *name, struct text *why)
{
	struct reading reading = *whole;
	struct arena *arena = &whole->history->arena;
	const char *shown = exports_shown(arena, "history", name);
	struct table_file table = { 0 };
	bool ok =
		table_file_load(&table, &form,
				arena_printf(arena, "%s/%s", workspace, shown),
				shown, why);

	reading.table = &table;
	for (size_t i = 0; i < table.line_count; i++) {
		reading.line = &table.lines[i];
		take_line(&reading);
		ok = ok && !reading.refused;
	}
	table_file_clear(&table);
	return ok;
}

bool history_load(struct history *history, const char *workspace,
		  const struct registry *reg, const struct rules *rules,
		  struct text *why)
{
	struct name_index figures = { 0 };
	const struct reading reading = { .history = history,
					 .figures = &figures,
					 .reg = reg,
					 .rules = rules };
	struct names files =
		exports_match(&history->arena, workspace, "history", "*.csv");
	bool ok = true;

	for (size_t i = 0; i < files.count && why->len == 0; i++)
		ok = load_file(&reading, workspace, files.list[i], why) && ok;
	if (!ok)
		history_clear(history);
	return ok;
}
