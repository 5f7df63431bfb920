/*
 * comments - what was said about each indicator, with its figures and grade:
 * a section per goal, and in it one per indicator.  An indicator under
 * several goals is told once, under the first.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/figures.h"
#include "compose/print.h"
#include "compose/slips.h"
#include "compose/words.h"
#include "lib/text.h"

static bool is_told_under(const struct assessed_indicator *indicator,
			  const char *goal)
{
	if (!indicator->comment)
		return false;
	if (!goal || indicator->goals.count == 0)
		return !goal && indicator->goals.count == 0;
	return strcmp(indicator->goals.list[0], goal) == 0;
}

/* "12 %", and "12 % (januari–mars 2025)" where that must be told. */
static void add_figure(struct composition *composition,
		       const struct assessed_indicator *indicator,
		       enum series series, struct text *text)
{
	const struct words *words = composition->words;
	const struct assessed_figure *figure = series == SERIES_VALUE
						       ? &indicator->value
						       : &indicator->forecast;
	struct text value = { 0 };
	struct text window = { 0 };

	print_in_words(&value, words,
		       quantity_of(composition, indicator->quantity),
		       &figure->figure);
	figures_add(composition, indicator, series, value.at);
	if (tells_window(composition, figure, series)) {
		window_print(&window, figure->window, words->language);
		words_fill(text, words, WORD_WINDOW_BEHIND,
			   (struct filling[]){ { "value", value.at },
					       { "window", window.at },
					       { 0 } });
	} else {
		text_add(text, value.at);
	}
	text_clear(&window);
	text_clear(&value);
}

/* "Nuvärde 12 %, prognos 10 %, målvärde ≤ 7,5 %." */
static void add_figures(struct composition *composition,
			const struct assessed_indicator *indicator,
			struct text *line)
{
	const struct words *words = composition->words;
	const struct quantity *quantity =
		quantity_of(composition, indicator->quantity);
	struct text value = { 0 };
	struct text forecast = { 0 };
	struct text target = { 0 };

	add_figure(composition, indicator, SERIES_VALUE, &value);
	add_figure(composition, indicator, SERIES_FORECAST, &forecast);
	print_target_in_words(&target, words, quantity, &indicator->target);
	words_fill(line, words, WORD_COMMENTS_FIGURES,
		   (struct filling[]){ { "value", value.at },
				       { "forecast", forecast.at },
				       { "target", target.at },
				       { 0 } });
	figures_add(composition, indicator, SERIES_TARGET, target.at);
	text_clear(&target);
	text_clear(&forecast);
	text_clear(&value);
}

static void add_indicator(struct composition *composition,
			  const struct assessed_indicator *indicator,
			  struct blocks *into)
{
	struct arena *arena = composition_arena(composition);
	const struct assessed_grade *grade = grade_that_counts(
		indicator->grades, indicator->grade_count, WHEN_NOW);
	struct block *section = blocks_add(into, arena, BLOCK_SECTION);
	struct blocks content = { 0 };
	struct block *status = blocks_add(&content, arena, BLOCK_NOTE);
	struct text line = { 0 };

	add_figures(composition, indicator, &line);
	runs_add_assessed(&status->runs, composition, grade);
	text_add(&line, "");
	runs_add(&status->runs, arena, ". ");
	runs_add(&status->runs, arena, line.at);
	blocks_add_paragraphs(&content, arena, indicator->comment);
	runs_add(&section->runs, arena, indicator->name);
	block_fill(section, &content);
	text_clear(&line);
}

static void add_goal(struct composition *composition, const char *goal,
		     const char *name, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	struct arena *arena = composition_arena(composition);
	struct blocks content = { 0 };
	struct block *section;

	for (size_t i = 0; i < assessment->indicator_count; i++)
		if (is_told_under(&assessment->indicators[i], goal))
			add_indicator(composition, &assessment->indicators[i],
				      &content);
	if (content.count == 0)
		return;
	section = blocks_add(into, arena, BLOCK_SECTION);
	runs_add(&section->runs, arena, name);
	block_fill(section, &content);
}

void comments_compose(struct composition *composition,
		      const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	size_t before = into->count;

	slips_find_in_comments(composition);
	for (size_t i = 0; i < assessment->goal_count; i++)
		add_goal(composition, assessment->goals[i].id,
			 assessment->goals[i].name, into);
	add_goal(composition, NULL,
		 words_at(composition->words, WORD_INDICATORS_WITHOUT_GOAL),
		 into);
	if (into->count == before)
		blocks_add_words(into, composition_arena(composition),
				 BLOCK_PARAGRAPH, part->empty);
}
