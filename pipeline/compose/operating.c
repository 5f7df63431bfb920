/*
 * operating - an operating statement: units by what they cost and were to
 * cost, and by how they deviate, all in one quantity, which the head of the
 * table names.  deviations tells the parts of the units too, and last year.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/figures.h"
#include "compose/legend.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/lang.h"
#include "lib/text.h"

#define COLUMNS 6

enum of_row {
	OF_BUDGET,
	OF_OUTCOME,
	OF_FORECAST,
	OF_DEVIATION,
	OF_ACCRUED,
	OF_DEVIATION_NOW,
	OF_LAST_YEAR
};

/* What a column prints of each row. */
struct statement_column {
	enum of_row of;
	enum word head;
	enum series series; /* in the data of the report */
	bool deviates;      /* likewise: id.deviation */
};

static const struct statement_column whole_year[] = {
	{ OF_BUDGET, WORD_BUDGET, SERIES_BUDGET, false },
	{ OF_OUTCOME, WORD_OUTCOME, SERIES_OUTCOME, false },
	{ OF_FORECAST, WORD_FORECAST, SERIES_FORECAST, false },
	{ OF_DEVIATION, WORD_DEVIATION, SERIES_FORECAST, true },
};
static const struct statement_column to_date[] = {
	{ OF_OUTCOME, WORD_OUTCOME, SERIES_OUTCOME, false },
	{ OF_ACCRUED, WORD_BUDGET, SERIES_BUDGET, false },
	{ OF_DEVIATION_NOW, WORD_DEVIATION, SERIES_OUTCOME, true },
	{ OF_FORECAST, WORD_FORECAST, SERIES_FORECAST, false },
	{ OF_BUDGET, WORD_BUDGET, SERIES_BUDGET, false },
	{ OF_DEVIATION, WORD_DEVIATION_AHEAD, SERIES_FORECAST, true },
};
static const struct statement_column deviations[] = {
	{ OF_DEVIATION_NOW, WORD_DEVIATION, SERIES_OUTCOME, true },
	{ OF_DEVIATION, WORD_DEVIATION_AHEAD, SERIES_FORECAST, true },
	{ OF_LAST_YEAR, WORD_DEVIATION, SERIES_OUTCOME, true },
};

struct operating_table {
	struct composition *composition;
	struct arena *arena;
	struct table *table;
	const struct assessed_statement *statement;
	const struct quantity *quantity;
	const char *deviation_id;
	const struct statement_column *columns;
	size_t column_count;
	bool parts; /* have rows, below that of the unit in bold */
	int decimals[COLUMNS];
	struct legend legend;
};

static struct assessed_figure figure_at(const struct assessed_row *row,
					enum of_row of)
{
	const struct assessed_figure *const figures[] = {
		&row->budget,    &row->outcome, &row->forecast,
		&row->deviation, &row->accrued, &row->deviation_now
	};

	if (of != OF_LAST_YEAR)
		return *figures[of];
	return (struct assessed_figure){ .window = row->last_year.window,
					 .figure = row->last_year.figure };
}

static bool is_told(const struct operating_table *operating,
		    const struct assessed_row *row)
{
	return operating->parts || !row->part;
}

/* The total's: it stands for the column. */
static struct window column_window(const struct operating_table *operating,
				   size_t column)
{
	const struct assessed_statement *statement = operating->statement;
	const struct assessed_row *last =
		&statement->rows[statement->row_count - 1];

	return figure_at(last, operating->columns[column].of).window;
}

static void measure_row(struct operating_table *operating,
			const struct assessed_row *row)
{
	for (size_t i = 0; i < operating->column_count; i++) {
		const struct assessed_figure figure =
			figure_at(row, operating->columns[i].of);
		int decimals =
			print_decimals(operating->quantity, &figure.figure);

		if (decimals > operating->decimals[i])
			operating->decimals[i] = decimals;
	}
}

static void add_head(struct operating_table *operating)
{
	const struct words *words = operating->composition->words;
	struct table_row *row =
		table_add_row(operating->table, operating->arena, ROW_HEAD);

	row_add_head(row, operating->arena,
		     words_at(words, WORD_STATEMENT_UNIT), "");
	for (size_t i = 0; i < operating->column_count; i++) {
		struct text printed = { 0 };
		struct text unit = { 0 };

		window_print(&printed, column_window(operating, i),
			     words->language);
		words_fill(&unit, words, WORD_STATEMENT_HEAD,
			   (struct filling[]){
				   { "window", text_string(&printed) },
				   { "unit", operating->quantity->print },
				   { 0 } });
		row_add_head(row, operating->arena,
			     words_at(words, operating->columns[i].head),
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

	for (size_t i = 0; i < operating->column_count; i++) {
		const struct statement_column *column = &operating->columns[i];
		const struct assessed_figure figure =
			figure_at(row, column->of);

		if (figure.figure.kind == FIGURE_MISSING ||
		    figure.window.form == WINDOW_NONE ||
		    window_equal(figure.window, column_window(operating, i)))
			continue;
		runs_add_window(runs, operating->composition,
				words_at(words, column->head), &figure.window);
	}
}

/* Why there is nothing to print; NULL if there is a figure. */
static const char *stand_in(const struct operating_table *operating,
			    const struct assessed_row *row, enum of_row of)
{
	if (of != OF_LAST_YEAR)
		return NULL;
	if (row->last_year.window.form == WINDOW_NONE)
		return "";
	if (succession_compares(row->last_year.succession))
		return NULL;
	return words_at(operating->composition->words, WORD_TREND_INCOMPARABLE);
}

static void add_figure(struct operating_table *operating, struct table_row *row,
		       const struct assessed_row *from, size_t index)
{
	const struct words *words = operating->composition->words;
	const struct statement_column *column = &operating->columns[index];
	const struct assessed_figure figure = figure_at(from, column->of);
	const struct statement_figure printed = {
		.statement = operating->statement,
		.row = from,
		.id = column->deviates ? operating->deviation_id
				       : operating->statement->id,
		.series = column->series,
		.figure = &figure,
		.past = column->of == OF_LAST_YEAR ? &from->last_year : NULL,
	};
	const char *instead = stand_in(operating, from, column->of);
	struct text bare = { 0 };
	struct text whole = { 0 };

	if (instead) {
		row_add_text(row, operating->arena, instead);
		return;
	}
	print_bare(&bare, words, operating->quantity, &figure.figure,
		   operating->decimals[index]);
	print_figure(&whole, words, operating->quantity, &figure.figure);
	row_add_text(row, operating->arena, bare.at);
	legend_note(&operating->legend, &figure.figure);
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
	if (operating->parts && !from->part)
		cell->runs.list[0].strong = true;
	add_windows(operating, &cell->runs, from);
	for (size_t i = 0; i < operating->column_count; i++)
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

static void add_table(struct operating_table *operating, struct blocks *into,
		      const char *id)
{
	const struct assessed_statement *statement = operating->statement;
	const struct words *words = operating->composition->words;
	struct table_column columns[1 + COLUMNS] = { { ALIGN_TEXT, 1 } };
	struct arena *arena = operating->arena;

	for (size_t i = 1; i <= operating->column_count; i++)
		columns[i].align = ALIGN_NUMBER;
	for (size_t i = 0; i < statement->row_count; i++)
		if (is_told(operating, &statement->rows[i]))
			measure_row(operating, &statement->rows[i]);
	operating->table = blocks_add_table(into, arena, id, columns,
					    1 + operating->column_count);
	if (statement->about)
		runs_add(&operating->table->caption, arena, statement->about);
	add_head(operating);
	for (size_t i = 0; i < statement->row_count; i++)
		if (is_told(operating, &statement->rows[i]))
			add_row(operating, &statement->rows[i]);
	blocks_add_words(into, arena, BLOCK_NOTE,
			 words_at(words, WORD_STATEMENT_NOTE));
	legend_compose(&operating->legend, words, into, arena);
}

/* Whether the statement has rows; else its sentence is put in their place. */
static bool open_table(struct operating_table *operating,
		       struct composition *composition,
		       const struct template_part *part, struct blocks *into)
{
	const struct assessed_statement *statement =
		find_statement(composition->assessment, part);

	if (!statement)
		return false;
	*operating = (struct operating_table){
		.composition = composition,
		.arena = composition_arena(composition),
		.statement = statement,
	};
	if (statement->row_count == 0) {
		blocks_add_words(into, operating->arena, BLOCK_PARAGRAPH,
				 part->empty);
		return false;
	}
	operating->quantity = quantity_of(composition, statement->quantity);
	operating->deviation_id =
		arena_printf(operating->arena, "%s.deviation", statement->id);
	return true;
}

static bool tells_to_date(const struct assessed_statement *statement)
{
	return statement->rows[statement->row_count - 1].accrued.window.form !=
	       WINDOW_NONE;
}

void operating_compose(struct composition *composition,
		       const struct template_part *part, struct blocks *into)
{
	struct operating_table operating;

	if (!open_table(&operating, composition, part, into))
		return;
	operating.columns = whole_year;
	operating.column_count = COUNT_OF(whole_year);
	if (tells_to_date(operating.statement)) {
		operating.columns = to_date;
		operating.column_count = COUNT_OF(to_date);
	}
	add_table(&operating, into, operating.statement->id);
}

void deviations_compose(struct composition *composition,
			const struct template_part *part, struct blocks *into)
{
	struct operating_table operating;

	if (!open_table(&operating, composition, part, into))
		return;
	if (!tells_to_date(operating.statement)) {
		msg_at(OUTCOME_MISCONFIGURED, part->place,
		       _("the statement \"%s\" has no budget to date to "
			 "deviate from; declare accrued = \"...\""),
		       part->of);
		return;
	}
	operating.parts = true;
	operating.columns = deviations;
	operating.column_count = COUNT_OF(deviations);
	add_table(&operating, into, operating.deviation_id);
}
