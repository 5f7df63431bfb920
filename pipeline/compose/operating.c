/*
 * operating - an operating statement: units by budget, outcome, forecast and
 * deviation, all in one quantity, which the head of the table names.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/figures.h"
#include "compose/legend.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/lang.h"
#include "lib/text.h"

#define COLUMNS 4

static const struct table_column columns[1 + COLUMNS] = {
	{ ALIGN_TEXT, 1 },   { ALIGN_NUMBER, 0 }, { ALIGN_NUMBER, 0 },
	{ ALIGN_NUMBER, 0 }, { ALIGN_NUMBER, 0 },
};

static const enum word heads[COLUMNS] = { WORD_BUDGET, WORD_OUTCOME,
					  WORD_FORECAST, WORD_DEVIATION };
static const enum series column_series[COLUMNS] = {
	SERIES_BUDGET, SERIES_OUTCOME, SERIES_FORECAST, SERIES_FORECAST
};

struct operating_table {
	struct composition *composition;
	struct arena *arena;
	struct table *table;
	const struct assessed_statement *statement;
	const struct quantity *quantity;
	const char *deviation_id;
	int decimals[COLUMNS];
	struct legend legend;
};

static const struct assessed_figure *figure_at(const struct assessed_row *row,
					       size_t column)
{
	const struct assessed_figure *figures[COLUMNS] = {
		&row->budget, &row->outcome, &row->forecast, &row->deviation
	};

	return figures[column];
}

/* The total's: it stands for the column. */
static const struct window *column_window(
	const struct assessed_statement *statement, size_t column)
{
	const struct assessed_row *last =
		&statement->rows[statement->row_count - 1];

	return &figure_at(last, column)->window;
}

static void measure_columns(struct operating_table *operating)
{
	const struct assessed_statement *statement = operating->statement;

	for (size_t i = 0; i < statement->row_count * COLUMNS; i++) {
		const struct assessed_figure *figure =
			figure_at(&statement->rows[i / COLUMNS], i % COLUMNS);
		int decimals =
			print_decimals(operating->quantity, &figure->figure);

		if (decimals > operating->decimals[i % COLUMNS])
			operating->decimals[i % COLUMNS] = decimals;
	}
}

static void add_head(struct operating_table *operating)
{
	const struct words *words = operating->composition->words;
	struct table_row *row =
		table_add_row(operating->table, operating->arena, ROW_HEAD);

	row_add_head(row, operating->arena,
		     words_at(words, WORD_STATEMENT_UNIT), "");
	for (size_t i = 0; i < COLUMNS; i++) {
		const struct window *window =
			column_window(operating->statement, i);
		struct text printed = { 0 };
		struct text unit = { 0 };

		window_print(&printed, *window, words->language);
		words_fill(&unit, words, WORD_STATEMENT_HEAD,
			   (struct filling[]){
				   { "window", printed.at },
				   { "unit", operating->quantity->print },
				   { 0 } });
		row_add_head(row, operating->arena, words_at(words, heads[i]),
			     unit.at);
		text_clear(&unit);
		text_clear(&printed);
	}
}

/* A figure of other months than the head of its column says is told. */
static void add_windows(const struct operating_table *operating,
			struct runs *runs, const struct assessed_row *row)
{
	const struct words *words = operating->composition->words;

	for (size_t i = 0; i < COLUMNS; i++) {
		const struct assessed_figure *figure = figure_at(row, i);

		if (figure->figure.kind == FIGURE_MISSING ||
		    window_equal(figure->window,
				 *column_window(operating->statement, i)))
			continue;
		runs_add_window(runs, operating->composition,
				words_at(words, heads[i]), &figure->window);
	}
}

static void add_figure(struct operating_table *operating, struct table_row *row,
		       const struct assessed_row *from, size_t column)
{
	const struct words *words = operating->composition->words;
	const struct assessed_figure *figure = figure_at(from, column);
	struct statement_figure printed = {
		.statement = operating->statement,
		.row = from,
		.id = operating->statement->id,
		.series = column_series[column],
		.figure = figure,
	};
	struct text bare = { 0 };
	struct text whole = { 0 };

	if (figure == &from->deviation)
		printed.id = operating->deviation_id;
	print_bare(&bare, words, operating->quantity, &figure->figure,
		   operating->decimals[column]);
	print_figure(&whole, words, operating->quantity, &figure->figure);
	row_add_text(row, operating->arena, bare.at);
	legend_note(&operating->legend, &figure->figure);
	figures_add_row(operating->composition, &printed, whole.at);
	text_clear(&whole);
	text_clear(&bare);
}

static void add_row(struct operating_table *operating,
		    const struct assessed_row *from)
{
	struct arena *arena = operating->arena;
	struct table_row *row = table_add_row(
		operating->table, arena, from->total ? ROW_TOTAL : ROW_BODY);
	const char *name = from->name;
	struct table_cell *cell;

	if (from->total)
		name = words_at(operating->composition->words, WORD_TOTAL);
	cell = row_add_name(row, arena, name);
	add_windows(operating, &cell->runs, from);
	for (size_t i = 0; i < COLUMNS; i++)
		add_figure(operating, row, from, i);
}

static const struct assessed_statement *find_statement(
	const struct assessment *assessment, const struct template_part *part)
{
	const struct assessed_statement *statement =
		assessment_statement(assessment, part->of);
	struct text known = { 0 };

	if (statement)
		return statement;
	for (size_t i = 0; i < assessment->statement_count; i++)
		text_printf(&known, "%s%s", i > 0 ? ", " : "",
			    assessment->statements[i].id);
	msg_at(OUTCOME_MISCONFIGURED, part->place,
	       _("no statement is called \"%s\"; the rules have: %s"), part->of,
	       text_string(&known));
	text_clear(&known);
	return NULL;
}

static void add_table(struct operating_table *operating, struct blocks *into)
{
	const struct assessed_statement *statement = operating->statement;
	const struct words *words = operating->composition->words;
	struct arena *arena = operating->arena;

	measure_columns(operating);
	operating->table = blocks_add_table(into, arena, statement->id, columns,
					    COUNT_OF(columns));
	if (statement->about)
		runs_add(&operating->table->caption, arena, statement->about);
	add_head(operating);
	for (size_t i = 0; i < statement->row_count; i++)
		add_row(operating, &statement->rows[i]);
	blocks_add_words(into, arena, BLOCK_NOTE,
			 words_at(words, WORD_STATEMENT_NOTE));
	legend_compose(&operating->legend, words, into, arena);
}

void operating_compose(struct composition *composition,
		       const struct template_part *part, struct blocks *into)
{
	struct operating_table operating = {
		.composition = composition,
		.arena = composition_arena(composition),
		.statement = find_statement(composition->assessment, part),
	};

	if (!operating.statement)
		return;
	if (operating.statement->row_count == 0) {
		blocks_add_words(into, operating.arena, BLOCK_PARAGRAPH,
				 part->empty);
		return;
	}
	operating.quantity =
		quantity_of(composition, operating.statement->quantity);
	operating.deviation_id = arena_printf(operating.arena, "%s.deviation",
					      operating.statement->id);
	add_table(&operating, into);
}
