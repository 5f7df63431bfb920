/*
 * indicators - every indicator under its goals: value, forecast, target and
 * grade.  One that hangs under several goals stands under each of them.
 */
#include "compose/composition.h"
#include "compose/figures.h"
#include "compose/legend.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

static const struct table_column columns[] = {
	{ ALIGN_TEXT, 1 }, { ALIGN_NUMBER, 0 }, { ALIGN_NUMBER, 0 },
	{ ALIGN_TEXT, 0 }, { ALIGN_TEXT, 0 },
};

struct indicator_table {
	struct composition *composition;
	struct arena *arena;
	struct table *table;
	struct legend legend;
};

static void add_head(const struct indicator_table *indicators)
{
	static const enum word heads[] = { WORD_INDICATORS_NAME, WORD_VALUE,
					   WORD_FORECAST, WORD_TARGET_VALUE,
					   WORD_INDICATORS_GRADE };
	struct table_row *row =
		table_add_row(indicators->table, indicators->arena, ROW_HEAD);

	for (size_t i = 0; i < COUNT_OF(heads); i++)
		row_add_head(row, indicators->arena,
			     words_at(indicators->composition->words, heads[i]),
			     "");
}

/* The cell is borrowed until the row takes the next. */
static struct table_cell *add_name(const struct indicator_table *indicators,
				   struct table_row *row,
				   const struct assessed_indicator *indicator)
{
	struct composition *composition = indicators->composition;
	const struct words *words = composition->words;
	struct table_cell *cell =
		row_add_name(row, indicators->arena, indicator->name);

	if (tells_window(composition, &indicator->value, SERIES_VALUE))
		runs_add_window(&cell->runs, composition,
				words_at(words, WORD_VALUE),
				&indicator->value.window);
	if (tells_window(composition, &indicator->forecast, SERIES_FORECAST))
		runs_add_window(&cell->runs, composition,
				words_at(words, WORD_FORECAST),
				&indicator->forecast.window);
	runs_add_due(&cell->runs, composition, indicator);
	return cell;
}

static void add_figure(struct indicator_table *indicators,
		       struct table_row *row,
		       const struct assessed_indicator *indicator,
		       enum series series)
{
	struct composition *composition = indicators->composition;
	const struct figure *figure = series == SERIES_VALUE
					      ? &indicator->value.figure
					      : &indicator->forecast.figure;
	struct text print = { 0 };

	print_figure(&print, composition->words,
		     quantity_of(composition, indicator->quantity), figure);
	row_add_text(row, indicators->arena, print.at);
	figures_add(composition, indicator, series, print.at);
	legend_note(&indicators->legend, figure);
	text_clear(&print);
}

static void add_target(struct indicator_table *indicators,
		       struct table_row *row,
		       const struct assessed_indicator *indicator)
{
	struct composition *composition = indicators->composition;
	struct text print = { 0 };

	print_target(&print, composition->words,
		     quantity_of(composition, indicator->quantity),
		     &indicator->target);
	row_add_text(row, indicators->arena, print.at);
	figures_add(composition, indicator, SERIES_TARGET, print.at);
	legend_note(&indicators->legend, &indicator->target.figure);
	text_clear(&print);
}

static void add_indicator(struct indicator_table *indicators,
			  const struct assessed_indicator *indicator)
{
	struct table_row *row =
		table_add_row(indicators->table, indicators->arena, ROW_BODY);
	const struct assessed_grade *counts = grade_that_counts(
		indicator->grades, indicator->grade_count, WHEN_NOW);
	const struct assessed_grade *rule = grade_of_rule(
		indicator->grades, indicator->grade_count, WHEN_NOW);
	struct table_cell *cell;

	cell = add_name(indicators, row, indicator);
	/* an override stands beside the rule; there is room below the name */
	if (counts && counts->origin == ORIGIN_OVERRIDE)
		runs_add_override(&cell->runs, indicators->composition, counts);
	add_figure(indicators, row, indicator, SERIES_VALUE);
	add_figure(indicators, row, indicator, SERIES_FORECAST);
	add_target(indicators, row, indicator);
	cell = row_add_cell(row, indicators->arena);
	runs_add_assessed(&cell->runs, indicators->composition,
			  rule ? rule : counts);
}

static void add_goal(struct indicator_table *indicators, const char *goal,
		     const char *name)
{
	const struct assessment *assessment =
		indicators->composition->assessment;

	if (!goal_has_indicators(assessment, goal))
		return;
	table_add_group(indicators->table, indicators->arena, name);
	for (size_t i = 0; i < assessment->indicator_count; i++)
		if (indicator_is_under(&assessment->indicators[i], goal))
			add_indicator(indicators, &assessment->indicators[i]);
}

void indicators_compose(struct composition *composition,
			const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	const struct words *words = composition->words;
	struct indicator_table indicators = {
		.composition = composition,
		.arena = composition_arena(composition),
	};

	if (assessment->indicator_count == 0) {
		blocks_add_words(into, indicators.arena, BLOCK_PARAGRAPH,
				 part->empty);
		return;
	}
	indicators.table =
		blocks_add_table(into, indicators.arena, "indicators", columns,
				 COUNT_OF(columns));
	runs_add(&indicators.table->caption, indicators.arena,
		 words_at(words, WORD_INDICATORS_CAPTION));
	add_head(&indicators);
	for (size_t i = 0; i < assessment->goal_count; i++)
		add_goal(&indicators, assessment->goals[i].id,
			 assessment->goals[i].name);
	add_goal(&indicators, NULL,
		 words_at(words, WORD_INDICATORS_WITHOUT_GOAL));
	legend_compose(&indicators.legend, words, into, indicators.arena);
}
