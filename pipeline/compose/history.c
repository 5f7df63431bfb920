/*
 * history - the values of earlier years beside those of now, and a line for
 * each indicator of which at least three values may be compared.
 *
 * A value of a unit that does not correspond to the unit of now is never
 * printed as if it did: it is "not comparable", and below the indicator's
 * name stands why.
 */
#include <stdlib.h>

#include "compose/composition.h"
#include "compose/earlier.h"
#include "compose/figures.h"
#include "compose/history_chart.h"
#include "compose/legend.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

struct history_table {
	struct composition *composition;
	struct arena *arena;
	struct table *table;
	struct history_years years;
	struct legend legend;
};

static struct history_years years_of(const struct assessment *assessment)
{
	struct history_years years = { 0 };

	for (size_t i = 0; i < assessment->indicator_count; i++)
		history_years_add(&years, &assessment->indicators[i]);
	return years;
}

static void add_table(struct history_table *history, struct blocks *into)
{
	const size_t count = history->years.count + 2;
	struct table_column *columns = mem_alloc(count * sizeof(*columns));

	columns[0] = (struct table_column){ ALIGN_TEXT, 1 };
	for (size_t i = 1; i < count; i++)
		columns[i] = (struct table_column){ ALIGN_NUMBER, 0 };
	history->table = blocks_add_table(into, history->arena, "history",
					  columns, count);
	free(columns);
	runs_add(&history->table->caption, history->arena,
		 words_at(history->composition->words, WORD_HISTORY_CAPTION));
}

static void add_head(const struct history_table *history)
{
	const struct words *words = history->composition->words;
	struct table_row *row =
		table_add_row(history->table, history->arena, ROW_HEAD);
	struct text printed = { 0 };

	row_add_head(row, history->arena, words_at(words, WORD_INDICATORS_NAME),
		     "");
	for (size_t i = 0; i < history->years.count; i++) {
		text_reset(&printed);
		text_printf(&printed, "%d", history->years.list[i]);
		row_add_head(row, history->arena, printed.at, "");
	}
	text_reset(&printed);
	window_print(&printed, history->composition->assessment->window,
		     words->language);
	row_add_head(row, history->arena, words_at(words, WORD_VALUE),
		     printed.at);
	text_clear(&printed);
}

/* Of other months than its year: which; of another unit: why not. */
static void add_remark(const struct history_table *history, struct runs *runs,
		       const struct past *past)
{
	struct composition *composition = history->composition;
	const int year = past->window.last.year;
	struct text shown = { 0 };

	text_printf(&shown, "%d", year);
	if (!earlier_compares(past)) {
		struct text line = { 0 };

		words_fill(&line, composition->words, WORD_HISTORY_WHY,
			   (struct filling[]){
				   { "year", shown.at },
				   { "reason",
				     earlier_reason(composition->words, past) },
				   { 0 } });
		runs_add_break(runs, history->arena);
		runs_add(runs, history->arena, line.at)->emphasis = true;
		text_clear(&line);
	} else if (!window_equal(past->window, window_of_months(year, 1, 12))) {
		runs_add_window(runs, composition, shown.at, &past->window);
	}
	text_clear(&shown);
}

static void add_past(struct history_table *history, struct table_row *row,
		     const struct assessed_indicator *indicator,
		     const struct past *past)
{
	struct composition *composition = history->composition;
	struct text print = { 0 };

	if (past && !earlier_compares(past)) {
		text_add(&print,
			 words_at(composition->words, WORD_TREND_INCOMPARABLE));
	} else if (past) {
		print_figure(&print, composition->words,
			     quantity_of(composition, indicator->quantity),
			     &past->figure);
		figures_add_past(composition, indicator, past, print.at);
		legend_note(&history->legend, &past->figure);
	}
	row_add_text(row, history->arena, text_string(&print));
	text_clear(&print);
}

static void add_now(struct history_table *history, struct table_row *row,
		    const struct assessed_indicator *indicator)
{
	struct composition *composition = history->composition;
	struct text print = { 0 };

	print_figure(&print, composition->words,
		     quantity_of(composition, indicator->quantity),
		     &indicator->value.figure);
	row_add_text(row, history->arena, print.at);
	figures_add(composition, indicator, SERIES_VALUE, print.at);
	legend_note(&history->legend, &indicator->value.figure);
	text_clear(&print);
}

static void add_indicator(struct history_table *history,
			  const struct assessed_indicator *indicator)
{
	struct composition *composition = history->composition;
	const struct assessment *assessment = composition->assessment;
	struct table_row *row =
		table_add_row(history->table, history->arena, ROW_BODY);
	struct runs *runs =
		&row_add_name(row, history->arena, indicator->name)->runs;

	for (size_t i = 0; i < history->years.count; i++) {
		const struct past *past = earlier_of_year(
			assessment, indicator, history->years.list[i]);

		if (past)
			add_remark(history, runs, past);
	}
	if (tells_window(composition, &indicator->value, SERIES_VALUE))
		runs_add_window(runs, composition,
				words_at(composition->words, WORD_VALUE),
				&indicator->value.window);
	for (size_t i = 0; i < history->years.count; i++)
		add_past(history, row, indicator,
			 earlier_of_year(assessment, indicator,
					 history->years.list[i]));
	add_now(history, row, indicator);
}

void history_compose(struct composition *composition,
		     const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	struct history_table history = {
		.composition = composition,
		.arena = composition_arena(composition),
		.years = years_of(assessment),
	};

	if (history.years.count == 0) {
		blocks_add_words(into, history.arena, BLOCK_PARAGRAPH,
				 part->empty);
		return;
	}
	add_table(&history, into);
	add_head(&history);
	for (size_t i = 0; i < assessment->indicator_count; i++)
		if (assessment->indicators[i].history_count > 0)
			add_indicator(&history, &assessment->indicators[i]);
	legend_compose(&history.legend, composition->words, into,
		       history.arena);
	for (size_t i = 0; i < assessment->indicator_count; i++)
		history_chart_compose(composition, &assessment->indicators[i],
				      &history.years, into);
}
