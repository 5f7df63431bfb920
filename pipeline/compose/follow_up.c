/*
 * follow_up - the indicators under the goals of one kind: what they were last
 * year, what they are now, and which way they went.
 *
 * Of last year's figures the one for the same months stands here, else the
 * latest.  Only figures of units that correspond are given a trend.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/earlier.h"
#include "compose/figures.h"
#include "compose/legend.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

static const struct table_column columns[] = {
	{ ALIGN_TEXT, 1 },
	{ ALIGN_NUMBER, 0 },
	{ ALIGN_NUMBER, 0 },
	{ ALIGN_TEXT, 0 },
};

struct follow_up {
	struct composition *composition;
	struct arena *arena;
	struct table *table;
	struct window last_year;
	struct legend legend;
};

static void add_head(const struct follow_up *up)
{
	const struct words *words = up->composition->words;
	const struct window *windows[] = {
		&up->last_year, &up->composition->assessment->window
	};
	struct table_row *row = table_add_row(up->table, up->arena, ROW_HEAD);

	row_add_head(row, up->arena, words_at(words, WORD_INDICATORS_NAME), "");
	for (size_t i = 0; i < COUNT_OF(windows); i++) {
		struct text printed = { 0 };

		window_print(&printed, *windows[i], words->language);
		row_add_head(row, up->arena, words_at(words, WORD_OUTCOME),
			     printed.at);
		text_clear(&printed);
	}
	row_add_head(row, up->arena, words_at(words, WORD_TREND), "");
}

static void add_past(struct follow_up *up, struct table_row *row,
		     const struct assessed_indicator *indicator,
		     const struct past *past)
{
	struct composition *composition = up->composition;
	struct text print = { 0 };

	if (past) {
		print_figure(&print, composition->words,
			     quantity_of(composition, indicator->quantity),
			     &past->figure);
		figures_add_past(composition, indicator, past, print.at);
		legend_note(&up->legend, &past->figure);
	}
	row_add_text(row, up->arena, text_string(&print));
	text_clear(&print);
}

static void add_now(struct follow_up *up, struct table_row *row,
		    const struct assessed_indicator *indicator)
{
	struct composition *composition = up->composition;
	struct text print = { 0 };

	print_figure(&print, composition->words,
		     quantity_of(composition, indicator->quantity),
		     &indicator->value.figure);
	row_add_text(row, up->arena, print.at);
	figures_add(composition, indicator, SERIES_VALUE, print.at);
	legend_note(&up->legend, &indicator->value.figure);
	text_clear(&print);
}

/* A figure of other months than the head of its column says is told. */
static void add_name(struct follow_up *up, struct table_row *row,
		     const struct assessed_indicator *indicator,
		     const struct past *past)
{
	struct composition *composition = up->composition;
	const char *outcome = words_at(composition->words, WORD_OUTCOME);
	struct runs *runs =
		&row_add_name(row, up->arena, indicator->name)->runs;

	if (past && !window_equal(past->window, up->last_year))
		runs_add_window(runs, composition, outcome, &past->window);
	if (tells_window(composition, &indicator->value, SERIES_VALUE))
		runs_add_window(runs, composition, outcome,
				&indicator->value.window);
}

static void add_indicator(struct follow_up *up,
			  const struct assessed_indicator *indicator)
{
	const struct words *words = up->composition->words;
	struct table_row *row = table_add_row(up->table, up->arena, ROW_BODY);
	const struct past *past =
		earlier_of_year(up->composition->assessment, indicator,
				up->last_year.last.year);
	enum word trend =
		earlier_trend(quantity_of(up->composition, indicator->quantity),
			      indicator, past);

	add_name(up, row, indicator, past);
	add_past(up, row, indicator, past);
	add_now(up, row, indicator);
	row_add_text(row, up->arena,
		     trend == WORD_COUNT ? "" : words_at(words, trend));
}

static void add_goal(struct follow_up *up, const struct assessed_goal *goal)
{
	const struct assessment *assessment = up->composition->assessment;

	table_add_group(up->table, up->arena, goal->name);
	for (size_t i = 0; i < assessment->indicator_count; i++)
		if (indicator_is_under(&assessment->indicators[i], goal->id))
			add_indicator(up, &assessment->indicators[i]);
}

void follow_up_compose(struct composition *composition,
		       const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	struct follow_up up = {
		.composition = composition,
		.arena = composition_arena(composition),
		.last_year = window_of_months(assessment->window.last.year - 1,
					      1, 12),
	};

	for (size_t i = 0; i < assessment->goal_count; i++) {
		const struct assessed_goal *goal = &assessment->goals[i];

		if (strcmp(goal->kind, part->of) != 0 ||
		    !goal_has_indicators(assessment, goal->id))
			continue;
		if (!up.table) {
			up.table = blocks_add_table(into, up.arena, "follow-up",
						    columns, COUNT_OF(columns));
			runs_add(&up.table->caption, up.arena,
				 words_at(composition->words,
					  WORD_FOLLOW_UP_CAPTION));
			add_head(&up);
		}
		add_goal(&up, goal);
	}
	if (up.table)
		legend_compose(&up.legend, composition->words, into, up.arena);
	else
		blocks_add_words(into, up.arena, BLOCK_PARAGRAPH, part->empty);
}
