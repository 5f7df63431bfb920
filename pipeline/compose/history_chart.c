#include "compose/history_chart.h"

#include "compose/earlier.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

#define LEAST_VALUES 3

struct drawing {
	struct composition *composition;
	struct arena *arena;
	const struct assessed_indicator *indicator;
	const struct quantity *quantity;
	struct window like; /* of a flow: what is of other months is a gap */
	struct chart *chart;
	struct text list; /* "2022 15,2, 2023 13,9" */
	size_t values;
};

/* What the line is drawn through: the value as it is printed. */
static bool value_of(const struct drawing *drawing, const struct figure *figure,
		     struct decimal *value)
{
	struct ratio ratio;

	return (figure->kind == FIGURE_NUMBER ||
		figure->kind == FIGURE_RATIO) &&
	       quantity_ratio(drawing->quantity, figure, &ratio) &&
	       ratio_round(value, ratio, drawing->quantity->max_decimals);
}

/* A point of the line; `print` of a gap says why there is none. */
static void add_point(struct drawing *drawing, const char *label,
		      const struct figure *figure, const char *gap)
{
	struct chart *chart = drawing->chart;
	struct text print = { 0 };
	struct chart_bar *bar;

	chart->bars = arena_grow(drawing->arena, chart->bars, chart->bar_count,
				 sizeof(*chart->bars));
	bar = &chart->bars[chart->bar_count++];
	*bar = (struct chart_bar){ .label = arena_strdup(drawing->arena,
							 label) };
	bar->missing = gap || !value_of(drawing, figure, &bar->value);
	if (gap)
		text_add(&print, gap);
	else
		print_figure(&print, drawing->composition->words,
			     drawing->quantity, figure);
	bar->print = arena_strdup(drawing->arena, print.at);
	drawing->values += !bar->missing;
	text_printf(&drawing->list, "%s%s %s",
		    drawing->list.len > 0 ? "; " : "", label, print.at);
	text_clear(&print);
}

/* A year without a line in the history is a gap, too. */
static void add_year(struct drawing *drawing, int year)
{
	const struct words *words = drawing->composition->words;
	const struct past *past = earlier_of_year(
		drawing->composition->assessment, drawing->indicator, year);
	struct figure none = { .kind = FIGURE_MISSING,
			       .missing = MISSING_NOT_MEASURED };
	struct text label = { 0 };

	if (past)
		window_print(&label, past->window, words->language);
	else
		text_printf(&label, "%d", year);
	if (past &&
	    (!earlier_compares(past) ||
	     !earlier_alike(drawing->indicator, past->window, drawing->like)))
		add_point(drawing, label.at, &none,
			  words_at(words, WORD_TREND_INCOMPARABLE));
	else
		add_point(drawing, label.at, past ? &past->figure : &none,
			  NULL);
	text_clear(&label);
}

static void add_now(struct drawing *drawing)
{
	const struct words *words = drawing->composition->words;
	const struct assessed_figure *value = &drawing->indicator->value;
	struct text label = { 0 };

	window_print(&label, value->window, words->language);
	add_point(drawing, label.at, &value->figure,
		  earlier_alike(drawing->indicator, value->window,
				drawing->like)
			  ? NULL
			  : words_at(words, WORD_TREND_INCOMPARABLE));
	text_clear(&label);
}

/* The months of the latest year: three whole years make a line, of which four
 * months are no part. */
static struct window months_drawn(const struct drawing *drawing,
				  const struct history_years *years)
{
	const struct assessment *assessment = drawing->composition->assessment;
	const struct past *latest = NULL;

	for (size_t i = 0; i < years->count; i++) {
		const struct past *past = earlier_of_year(
			assessment, drawing->indicator, years->list[i]);

		if (past)
			latest = past;
	}
	return latest ? latest->window : drawing->indicator->value.window;
}

static void add_words(struct drawing *drawing)
{
	const struct words *words = drawing->composition->words;
	const char *name = drawing->indicator->name;
	struct text title = { 0 };
	struct text alt = { 0 };

	words_fill(&title, words, WORD_HISTORY_TITLE,
		   (struct filling[]){ { "indicator", name }, { 0 } });
	words_fill(&alt, words,
		   drawing->chart->kind == CHART_TREND ? WORD_HISTORY_ALT
						       : WORD_PAGES_BARS_ALT,
		   (struct filling[]){ { "indicator", name },
				       { "list", drawing->list.at },
				       { 0 } });
	drawing->chart->title = arena_strdup(drawing->arena, title.at);
	drawing->chart->alt = arena_strdup(drawing->arena, alt.at);
	text_clear(&alt);
	text_clear(&title);
}

/* Keep the years in order; of too many the latest stay. */
static void note_year(struct history_years *years, int year)
{
	size_t at = years->count;

	for (size_t i = 0; i < years->count; i++)
		if (years->list[i] == year)
			return;
	if (at == HISTORY_YEARS) {
		if (year < years->list[0])
			return;
		for (size_t i = 1; i < at; i++)
			years->list[i - 1] = years->list[i];
		at--;
	}
	for (; at > 0 && years->list[at - 1] > year; at--)
		years->list[at] = years->list[at - 1];
	years->list[at] = year;
	if (years->count < HISTORY_YEARS)
		years->count++;
}

void history_years_add(struct history_years *years,
		       const struct assessed_indicator *indicator)
{
	for (size_t i = 0; i < indicator->history_count; i++)
		note_year(years, indicator->history[i].window.last.year);
}

void history_chart_compose(struct composition *composition,
			   const struct assessed_indicator *indicator,
			   const struct history_years *years,
			   struct blocks *into)
{
	struct arena *arena = composition_arena(composition);
	struct drawing drawing = {
		.composition = composition,
		.arena = arena,
		.indicator = indicator,
		.quantity = quantity_of(composition, indicator->quantity),
		.chart = arena_alloc(arena, sizeof(*drawing.chart)),
	};

	if (indicator->history_count == 0)
		return;
	drawing.like = months_drawn(&drawing, years);
	drawing.chart->kind = CHART_TREND;
	for (size_t i = 0; i < years->count; i++)
		add_year(&drawing, years->list[i]);
	add_now(&drawing);
	if (drawing.values < LEAST_VALUES)
		drawing.chart->kind = CHART_BARS;
	if (drawing.values >= (years->least ? years->least : LEAST_VALUES)) {
		struct block *block = blocks_add(into, arena, BLOCK_CHART);

		add_words(&drawing);
		block->id = arena_printf(arena, "history.%s", indicator->id);
		block->chart = drawing.chart;
	}
	text_clear(&drawing.list);
}
