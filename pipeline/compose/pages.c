/*
 * pages - what is to be known of each indicator under the goals of one kind:
 * the goal's grade with who gave it and when, the indicator's figures with a
 * picture, where they are from, when the next one comes and who answered.
 * An indicator under several of the goals is told once, under the first.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/earlier.h"
#include "compose/figures.h"
#include "compose/history_chart.h"
#include "compose/print.h"
#include "compose/slips.h"
#include "compose/words.h"
#include "lib/text.h"

struct page {
	struct composition *composition;
	struct arena *arena;
	const struct assessed_indicator *indicator;
	struct blocks content;
};

/* Add a sentence behind what there is. */
static void add_sentence(const struct page *page, struct text *line,
			 enum word word, const struct filling *fillings)
{
	if (line->len > 0)
		text_add_char(line, ' ');
	words_fill(line, page->composition->words, word, fillings);
}

/* "Utfall 2022: 15,2 personer." */
static void add_outcome(const struct page *page, struct text *line,
			const struct window *window,
			const struct figure *figure)
{
	const struct words *words = page->composition->words;
	struct text value = { 0 };
	struct text when = { 0 };

	print_in_words(&value, words,
		       quantity_of(page->composition,
				   page->indicator->quantity),
		       figure);
	window_print(&when, *window, words->language);
	add_sentence(page, line, WORD_PAGES_OUTCOME,
		     (struct filling[]){ { "window", when.at },
					 { "value", value.at },
					 { 0 } });
	text_clear(&when);
	text_clear(&value);
}

static void keep_figures(const struct page *page, const struct past *past)
{
	const struct assessed_indicator *indicator = page->indicator;
	const struct quantity *quantity =
		quantity_of(page->composition, indicator->quantity);
	const struct words *words = page->composition->words;
	struct text print = { 0 };

	print_figure(&print, words, quantity, &indicator->value.figure);
	figures_add(page->composition, indicator, SERIES_VALUE, print.at);
	text_reset(&print);
	if (past) {
		print_figure(&print, words, quantity, &past->figure);
		figures_add_past(page->composition, indicator, past, print.at);
	}
	text_clear(&print);
}

static void add_target(const struct page *page, struct text *line)
{
	const struct target *target = &page->indicator->target;
	struct text print = { 0 };

	if (target->figure.kind == FIGURE_MISSING)
		return;
	print_target_in_words(&print, page->composition->words,
			      quantity_of(page->composition,
					  page->indicator->quantity),
			      target);
	figures_add(page->composition, page->indicator, SERIES_TARGET,
		    print.at);
	add_sentence(page, line, WORD_PAGES_TARGET,
		     (struct filling[]){ { "target", print.at }, { 0 } });
	text_clear(&print);
}

/* The value now and a year ago, which way it went, and the target. */
static void add_figures(struct page *page)
{
	const struct composition *composition = page->composition;
	const struct assessed_indicator *indicator = page->indicator;
	const struct past *past =
		earlier_of_year(composition->assessment, indicator,
				composition->assessment->window.last.year - 1);
	enum word trend = earlier_trend(
		quantity_of(composition, indicator->quantity), indicator, past);
	struct text line = { 0 };

	add_outcome(page, &line, &indicator->value.window,
		    &indicator->value.figure);
	if (past)
		add_outcome(page, &line, &past->window, &past->figure);
	if (trend != WORD_COUNT)
		add_sentence(page, &line, WORD_PAGES_TREND,
			     (struct filling[]){
				     { "trend",
				       words_at(composition->words, trend) },
				     { 0 } });
	add_target(page, &line);
	keep_figures(page, past);
	blocks_add_words(&page->content, page->arena, BLOCK_PARAGRAPH, line.at);
	text_clear(&line);
}

/* "Svarsfrekvens: 54,1 % (193 av 357)." */
static void add_base(const struct page *page, struct text *line)
{
	static const struct quantity share = {
		.print = "%", .max_decimals = 1, .hundred = true, .times = 1
	};
	static const struct quantity count = { .print = "", .times = 1 };
	const struct words *words = page->composition->words;
	const struct figure *base = &page->indicator->base.figure;
	struct figure answers = figure_of_number(base->number);
	struct figure asked = figure_of_number(base->denominator);
	struct text printed[3] = { 0 };
	bool rate = base->kind == FIGURE_RATIO;

	if (page->indicator->base.window.form == WINDOW_NONE)
		return;
	print_figure(&printed[0], words, &count, &answers);
	print_figure(&printed[1], words, &count, &asked);
	print_figure(&printed[2], words, &share, base);
	if (rate)
		add_sentence(page, line, WORD_PAGES_RATE,
			     (struct filling[]){ { "answers", printed[0].at },
						 { "asked", printed[1].at },
						 { "share", printed[2].at },
						 { 0 } });
	else
		add_sentence(page, line, WORD_PAGES_BASE,
			     (struct filling[]){ { "answers", printed[0].at },
						 { 0 } });
	for (size_t i = 0; i < COUNT_OF(printed); i++)
		text_clear(&printed[i]);
}

/* Where the figures are from and when the next one comes, in small print. */
static void add_origin(struct page *page)
{
	const struct assessed_indicator *indicator = page->indicator;
	struct text next = { 0 };
	struct text line = { 0 };

	if (indicator->source)
		add_sentence(page, &line, WORD_PAGES_SOURCE,
			     (struct filling[]){
				     { "source", indicator->source }, { 0 } });
	if (indicator->reported)
		add_sentence(
			page, &line, WORD_PAGES_REPORTED,
			(struct filling[]){ { "reported", indicator->reported },
					    { 0 } });
	if (indicator->next.form != WINDOW_NONE) {
		window_print(&next, indicator->next,
			     page->composition->words->language);
		add_sentence(page, &line, WORD_PAGES_NEXT,
			     (struct filling[]){ { "window", next.at },
						 { 0 } });
	}
	add_base(page, &line);
	if (line.len > 0)
		blocks_add_words(&page->content, page->arena, BLOCK_NOTE,
				 line.at);
	text_clear(&line);
	text_clear(&next);
}

/* One bar, and the same in words. */
static void add_bar(const struct page *page, const struct assessed_part *part,
		    struct chart *chart, struct text *list)
{
	const struct quantity *quantity =
		quantity_of(page->composition, page->indicator->quantity);
	struct chart_bar bar = { .label = part->name };
	struct text print = { 0 };
	struct ratio ratio;

	print_figure(&print, page->composition->words, quantity,
		     &part->value.figure);
	bar.print = arena_strdup(page->arena, print.at);
	bar.missing = !quantity_ratio(quantity, &part->value.figure, &ratio) ||
		      !ratio_round(&bar.value, ratio, quantity->max_decimals);
	chart->bars = arena_grow(page->arena, chart->bars, chart->bar_count,
				 sizeof(*chart->bars));
	chart->bars[chart->bar_count++] = bar;
	text_printf(list, "%s%s %s", list->len > 0 ? "; " : "", part->name,
		    print.at);
	text_clear(&print);
}

static const char *filled(const struct page *page, enum word word,
			  const char *list)
{
	struct text text = { 0 };
	const char *kept;

	words_fill(&text, page->composition->words, word,
		   (struct filling[]){ { "indicator", page->indicator->name },
				       { "list", list },
				       { 0 } });
	kept = arena_strdup(page->arena, text.at);
	text_clear(&text);
	return kept;
}

/* The units that a mean is made of. */
static void add_parts(struct page *page)
{
	const struct assessed_indicator *indicator = page->indicator;
	struct chart *chart = arena_alloc(page->arena, sizeof(*chart));
	struct block *block;
	struct text list = { 0 };

	if (indicator->part_count == 0)
		return;
	chart->kind = CHART_BARS;
	for (size_t i = 0; i < indicator->part_count; i++)
		add_bar(page, &indicator->parts[i], chart, &list);
	chart->title = filled(page, WORD_PAGES_PARTS, NULL);
	chart->alt = filled(page, WORD_PAGES_BARS_ALT, list.at);
	block = blocks_add(&page->content, page->arena, BLOCK_CHART);
	block->id = arena_printf(page->arena, "parts.%s", indicator->id);
	block->chart = chart;
	text_clear(&list);
}

static void add_indicator(struct composition *composition,
			  const struct assessed_indicator *indicator,
			  struct blocks *into)
{
	struct page page = { .composition = composition,
			     .arena = composition_arena(composition),
			     .indicator = indicator };
	struct history_years years = { .least = 2 };
	int year = composition->assessment->window.last.year;
	struct block *section = blocks_add(into, page.arena, BLOCK_SECTION);

	for (int i = HISTORY_YEARS; i > 0; i--)
		if (earlier_of_year(composition->assessment, indicator,
				    year - i))
			years.list[years.count++] = year - i;
	add_figures(&page);
	history_chart_compose(composition, indicator, &years, &page.content);
	add_parts(&page);
	if (indicator->comment)
		blocks_add_paragraphs(&page.content, page.arena,
				      indicator->comment);
	add_origin(&page);
	runs_add(&section->runs, page.arena, indicator->name);
	block_fill(section, &page.content);
}

/* Whether this goal is the first of its kind that the indicator is under. */
static bool is_told_under(const struct composition *composition,
			  const struct assessed_indicator *indicator,
			  const struct assessed_goal *goal)
{
	for (size_t i = 0; i < indicator->goals.count; i++) {
		const struct assessed_goal *other = assessment_goal(
			composition->assessment, indicator->goals.list[i]);

		if (other && strcmp(other->kind, goal->kind) == 0)
			return other == goal;
	}
	return false;
}

/* "Uppnås. Behoven möts. (Förvaltningschefen, 29 september 2023)" */
static void add_grade(struct composition *composition,
		      const struct assessed_goal *goal, struct blocks *into)
{
	struct arena *arena = composition_arena(composition);
	const struct assessed_grade *grade =
		grade_that_counts(goal->grades, goal->grade_count, WHEN_NOW);
	struct block *block;
	struct text by = { 0 };

	if (!grade)
		return;
	block = blocks_add(into, arena, BLOCK_PARAGRAPH);
	runs_add_assessed(&block->runs, composition, grade);
	if (grade->role) {
		grade_add_stated(&by, composition->words, grade);
		runs_add(&block->runs, arena, ". ");
		runs_add(&block->runs, arena, by.at);
	}
	text_clear(&by);
}

static void add_goal(struct composition *composition,
		     const struct assessed_goal *goal, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	struct arena *arena = composition_arena(composition);
	struct blocks content = { 0 };
	struct blocks indicators = { 0 };
	struct block *section;

	for (size_t i = 0; i < assessment->indicator_count; i++)
		if (is_told_under(composition, &assessment->indicators[i],
				  goal))
			add_indicator(composition, &assessment->indicators[i],
				      &indicators);
	if (indicators.count == 0)
		return;
	add_grade(composition, goal, &content);
	blocks_append(&content, arena, &indicators);
	section = blocks_add(into, arena, BLOCK_SECTION);
	runs_add(&section->runs, arena, goal->name);
	block_fill(section, &content);
}

void pages_compose(struct composition *composition,
		   const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	size_t before = into->count;

	slips_find_in_comments(composition);
	for (size_t i = 0; i < assessment->goal_count; i++)
		if (strcmp(assessment->goals[i].kind, part->of) == 0)
			add_goal(composition, &assessment->goals[i], into);
	if (into->count == before)
		blocks_add_words(into, composition_arena(composition),
				 BLOCK_PARAGRAPH, part->empty);
}
