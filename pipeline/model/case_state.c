#include "model/case_state.h"

#include <string.h>
#include <unistd.h>

#include "lib/csv_writer.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/outfile.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "model/table_file.h"

enum {
	COLUMN_REPORT,
	COLUMN_STEP,
	COLUMN_DATE,
	COLUMN_BODY,
	COLUMN_PARAGRAPH,
	COLUMN_ROLE,
	COLUMN_REASON
};

static const struct table_header headers[] = {
	[COLUMN_REPORT] = { .name = "rapport" },
	[COLUMN_STEP] = { .name = "status" },
	[COLUMN_DATE] = { .name = "datum" },
	[COLUMN_BODY] = { .name = "organ" },
	[COLUMN_PARAGRAPH] = { .name = "paragraf" },
	[COLUMN_ROLE] = { .name = "roll" },
	[COLUMN_REASON] = { .name = "skäl" },
};

static const struct table_form form = {
	.headers = headers,
	.header_count = COUNT_OF(headers),
	.may_be_absent = true,
};

/* A set of steps. */
#define SET(step) (1U << (step))

static const struct {
	const char *id;
	const char *word;
	unsigned after; /* steps that it may follow */
} steps[CASE_STEPS] = {
	[CASE_DRAFT] = { N_("draft"), "utkast", 0 },
	[CASE_PROPOSED] = { N_("proposed"), "föreslagen",
			    SET(CASE_DRAFT) | SET(CASE_RETURNED) },
	[CASE_RETURNED] = { N_("returned"), "återremitterad",
			    SET(CASE_PROPOSED) },
	[CASE_APPROVED] = { N_("approved"), "godkänd", SET(CASE_PROPOSED) },
	[CASE_CORRECTED] = { N_("corrected"), "rättad",
			     SET(CASE_APPROVED) | SET(CASE_CORRECTED) },
	[CASE_WITHDRAWN] = { N_("withdrawn"), "återkallad",
			     SET(CASE_APPROVED) | SET(CASE_CORRECTED) },
};

const char *case_step_id(enum case_step step)
{
	return steps[step].id;
}

bool case_step_of(enum case_step *step, const char *word)
{
	for (size_t i = 0; i < CASE_STEPS; i++) {
		if (strcmp(word, steps[i].id) != 0 &&
		    !spelling_same(word, steps[i].word))
			continue;
		*step = (enum case_step)i;
		return true;
	}
	return false;
}

bool case_step_may_follow(enum case_step next, enum case_step now)
{
	return (steps[next].after & SET(now)) != 0;
}

bool case_step_is_frozen(enum case_step step)
{
	return step == CASE_APPROVED || step == CASE_CORRECTED ||
	       step == CASE_WITHDRAWN;
}

const char *case_state_lacks(const struct case_state *state)
{
	const struct {
		unsigned wanted; /* of these steps */
		int column;
		const char *given;
	} needs[] = {
		{ SET(CASE_APPROVED), COLUMN_BODY, state->body },
		{ SET(CASE_APPROVED), COLUMN_PARAGRAPH, state->paragraph },
		{ ~SET(CASE_APPROVED), COLUMN_ROLE, state->role },
		{ SET(CASE_RETURNED) | SET(CASE_CORRECTED) |
			  SET(CASE_WITHDRAWN),
		  COLUMN_REASON, state->reason },
	};

	for (size_t i = 0; i < COUNT_OF(needs); i++)
		if ((needs[i].wanted & SET(state->step)) && !*needs[i].given)
			return headers[needs[i].column].name;
	return NULL;
}

static bool refuse(const struct table_file *table,
		   const struct table_line *line, int column,
		   const char *expected)
{
	msg_at(OUTCOME_REFUSED, table_file_place(table, line, column),
	       _("\"%s\" does not stand here; expected: %s. bokslut state "
		 "writes this file; undo what was changed in it"),
	       table_file_cell(line, column), expected);
	return false;
}

static bool read_step(struct case_state *state, const struct table_file *table,
		      const struct table_line *line, enum case_step now)
{
	const char *cell = table_file_cell(line, COLUMN_STEP);
	struct text expected = { 0 };
	bool ok = case_step_of(&state->step, cell) &&
		  case_step_may_follow(state->step, now);

	for (int next = 0; !ok && next < CASE_STEPS; next++)
		if (case_step_may_follow((enum case_step)next, now))
			text_printf(&expected, "%s%s",
				    expected.len > 0 ? ", " : "",
				    steps[next].word);
	if (!ok)
		(void)refuse(table, line, COLUMN_STEP,
			     expected.len > 0 ? expected.at
					      : _("nothing, it is withdrawn"));
	text_clear(&expected);
	return ok;
}

static void keep_texts(struct case_state *state, struct arena *arena,
		       const struct table_line *line)
{
	state->report =
		arena_strdup(arena, table_file_cell(line, COLUMN_REPORT));
	state->body = arena_strdup(arena, table_file_cell(line, COLUMN_BODY));
	state->paragraph =
		arena_strdup(arena, table_file_cell(line, COLUMN_PARAGRAPH));
	state->role = arena_strdup(arena, table_file_cell(line, COLUMN_ROLE));
	state->reason =
		arena_strdup(arena, table_file_cell(line, COLUMN_REASON));
}

static bool take_line(struct case_states *states,
		      const struct table_file *table,
		      const struct table_line *line)
{
	struct case_state state = { 0 };
	const char *lacking;

	keep_texts(&state, &states->arena, line);
	if (!read_step(&state, table, line,
		       case_states_step(states, state.report)))
		return false;
	if (!date_parse(&state.date, table_file_cell(line, COLUMN_DATE)))
		return refuse(table, line, COLUMN_DATE,
			      _("a date like 2025-05-21"));
	lacking = case_state_lacks(&state);
	if (lacking) {
		msg_at(OUTCOME_REFUSED,
		       table_file_place(table, line, COLUMN_STEP),
		       _("\"%s\" needs a word under \"%s\""),
		       table_file_cell(line, COLUMN_STEP), lacking);
		return false;
	}
	states->list = arena_grow(&states->arena, states->list, states->count,
				  sizeof(*states->list));
	states->list[states->count++] = state;
	return true;
}

bool case_states_load(struct case_states *states, const char *folder,
		      const char *shown, struct text *why)
{
	struct table_file table = { 0 };
	struct text path = { 0 };
	struct text name = { 0 };
	bool ok;

	text_printf(&path, "%s/" CASE_STATES, folder);
	text_printf(&name, "%s/" CASE_STATES, shown);
	ok = table_file_load(&table, &form, path.at, name.at, why);
	for (size_t i = 0; ok && i < table.line_count; i++)
		ok = take_line(states, &table, &table.lines[i]);
	table_file_clear(&table);
	text_clear(&path);
	text_clear(&name);
	if (!ok)
		case_states_clear(states);
	return ok;
}

const struct case_state *case_states_at(const struct case_states *states,
					const char *report, size_t index)
{
	for (size_t i = 0; i < states->count; i++)
		if (strcmp(states->list[i].report, report) == 0 && index-- == 0)
			return &states->list[i];
	return NULL;
}

const struct case_state *case_states_newest(const struct case_states *states,
					    const char *report)
{
	for (size_t i = states->count; i > 0; i--)
		if (strcmp(states->list[i - 1].report, report) == 0)
			return &states->list[i - 1];
	return NULL;
}

enum case_step case_states_step(const struct case_states *states,
				const char *report)
{
	const struct case_state *newest = case_states_newest(states, report);

	return newest ? newest->step : CASE_DRAFT;
}

/* Quoted, so that any text stands in one cell. */
static void add_cell(struct text *row, const char *cell, const char *end)
{
	text_add_char(row, '"');
	for (; *cell; cell++) {
		if (*cell == '"')
			text_add_char(row, '"');
		text_add_char(row, *cell);
	}
	text_add_char(row, '"');
	text_add(row, end);
}

static void add_row(struct text *content, const struct case_state *state)
{
	struct text date = { 0 };

	date_add_text(&date, state->date);
	add_cell(content, state->report, ";");
	add_cell(content, steps[state->step].word, ";");
	add_cell(content, date.at, ";");
	add_cell(content, state->body, ";");
	add_cell(content, state->paragraph, ";");
	add_cell(content, state->role, ";");
	add_cell(content, state->reason, CSV_ROW_END);
	text_clear(&date);
}

static void add_headers(struct text *content)
{
	text_add(content, CSV_BYTE_ORDER_MARK);
	for (size_t i = 0; i < COUNT_OF(headers); i++)
		text_printf(content, "%s%s", i > 0 ? ";" : "", headers[i].name);
	text_add(content, CSV_ROW_END);
}

void case_states_add(struct text *content, const struct case_states *states,
		     const char *report)
{
	const struct case_state *state;

	for (size_t i = 0; (state = case_states_at(states, report, i)) != NULL;
	     i++) {
		if (i == 0)
			add_headers(content);
		add_row(content, state);
	}
}

bool case_states_append(const struct case_state *state, const char *folder,
			struct text *why)
{
	struct text path = { 0 };
	struct text content = { 0 };
	bool ok = true;

	text_printf(&path, "%s/" CASE_STATES, folder);
	if (access(path.at, F_OK) == 0)
		ok = infile_load(&content, path.at, why);
	else
		add_headers(&content);
	if (ok && content.len > 0 && content.at[content.len - 1] != '\n')
		text_add(&content, CSV_ROW_END);
	add_row(&content, state);
	ok = ok && outfile_write(path.at, content.at, content.len, why);
	text_clear(&path);
	text_clear(&content);
	return ok;
}

void case_states_clear(struct case_states *states)
{
	arena_clear(&states->arena);
	*states = (struct case_states){ 0 };
}
