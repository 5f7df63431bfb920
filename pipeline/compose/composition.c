#include "compose/composition.h"

#include <assert.h>
#include <string.h>

#include "compose/figures.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

/* The mark of what has no grade, in the grey of secondary text. */
static const struct grade ungraded = { .symbol = "ring", .colour = "#595959" };

struct arena *composition_arena(struct composition *composition)
{
	return &composition->report->arena;
}

bool indicator_is_under(const struct assessed_indicator *indicator,
			const char *goal)
{
	if (!goal)
		return indicator->goals.count == 0;
	for (size_t i = 0; i < indicator->goals.count; i++)
		if (strcmp(indicator->goals.list[i], goal) == 0)
			return true;
	return false;
}

bool goal_has_indicators(const struct assessment *assessment, const char *goal)
{
	for (size_t i = 0; i < assessment->indicator_count; i++)
		if (indicator_is_under(&assessment->indicators[i], goal))
			return true;
	return false;
}

const struct quantity *quantity_of(const struct composition *composition,
				   const char *id)
{
	const struct quantity *quantity =
		quantity_lookup(&composition->assessment->quantities, id);

	assert(quantity);
	return quantity;
}

static const struct grade *grade_of(const struct composition *composition,
				    const struct assessed_grade *grade)
{
	const struct scales *scales = &composition->assessment->scales;
	const struct scale *scale = scale_lookup(scales, grade->scale);
	const struct grade *found;

	assert(scale);
	found = scale_grade(scale, grade->grade);
	assert(found);
	return found;
}

const char *grade_label(const struct composition *composition,
			const struct assessed_grade *grade)
{
	if (!grade)
		return words_at(composition->words, WORD_GRADE_NONE);
	if (!grade->grade)
		return print_missing_words(composition->words, grade->missing);
	return grade_of(composition, grade)->label;
}

void runs_add_assessed(struct runs *runs, struct composition *composition,
		       const struct assessed_grade *grade)
{
	const struct grade *marked = &ungraded;

	if (grade && grade->grade)
		marked = grade_of(composition, grade);
	runs_add_grade(runs, composition_arena(composition), marked,
		       grade_label(composition, grade));
}

void runs_add_override(struct runs *runs, struct composition *composition,
		       const struct assessed_grade *grade)
{
	struct arena *arena = composition_arena(composition);
	struct text label = { 0 };

	text_printf(&label, "%s ",
		    words_at(composition->words, WORD_GOALS_OVERRIDE));
	runs_add_break(runs, arena);
	runs_add(runs, arena, label.at)->strong = true;
	runs_add_assessed(runs, composition, grade);
	runs_add_break(runs, arena);
	runs_add(runs, arena, grade->reason ? grade->reason : "");
	text_clear(&label);
}

void grade_add_stated(struct text *text, const struct words *words,
		      const struct assessed_grade *grade)
{
	struct text date = { 0 };

	date_print(&date, grade->date, words->language);
	words_fill(text, words,
		   grade->reason ? WORD_GOALS_STATED : WORD_GOALS_STATED_BARE,
		   (struct filling[]){ { "role", grade->role },
				       { "date", date.at },
				       { "reason", grade->reason },
				       { 0 } });
	text_clear(&date);
}

bool tells_window(const struct composition *composition,
		  const struct assessed_figure *figure, enum series series)
{
	const struct window *window = &composition->assessment->window;
	struct window year = window_of_months(window->last.year, 1, 12);

	if (figure->figure.kind == FIGURE_MISSING ||
	    window_equal(figure->window, *window))
		return false;
	return series != SERIES_FORECAST || !window_equal(figure->window, year);
}

void runs_add_window(struct runs *runs, struct composition *composition,
		     const char *series, const struct window *window)
{
	struct arena *arena = composition_arena(composition);
	const struct words *words = composition->words;
	struct text printed = { 0 };
	struct text line = { 0 };

	window_print(&printed, *window, words->language);
	words_fill(&line, words, WORD_WINDOW,
		   (struct filling[]){ { "series", series },
				       { "window", printed.at },
				       { 0 } });
	runs_add_break(runs, arena);
	runs_add(runs, arena, line.at)->emphasis = true;
	text_clear(&line);
	text_clear(&printed);
}

void runs_add_due(struct runs *runs, struct composition *composition,
		  const struct assessed_indicator *indicator)
{
	const struct assessed_figure *part = indicator->due;
	struct arena *arena = composition_arena(composition);
	struct target due = indicator->target;
	struct text window = { 0 };
	struct text print = { 0 };
	struct text line = { 0 };

	if (!part)
		return;
	window_print(&window, part->window, composition->words->language);
	due.figure = part->figure;
	print_target(&print, composition->words,
		     quantity_of(composition, indicator->quantity), &due);
	words_fill(&line, composition->words, WORD_TARGET_DUE,
		   (struct filling[]){ { "target", print.at },
				       { "window", window.at },
				       { 0 } });
	runs_add_break(runs, arena);
	runs_add(runs, arena, line.at)->emphasis = true;
	figures_add_due(composition, indicator, print.at);
	text_clear(&line);
	text_clear(&print);
	text_clear(&window);
}
