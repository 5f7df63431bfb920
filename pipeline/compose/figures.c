#include "compose/figures.h"

#include <string.h>

#include "lib/text.h"

static const struct facts_file *file_of(const struct assessment *assessment,
					const struct from *from)
{
	for (size_t i = 0; i < assessment->source_count; i++) {
		const struct assessed_source *source = &assessment->sources[i];

		if (from->source && strcmp(source->id, from->source) == 0 &&
		    from->file > 0 && (size_t)from->file <= source->file_count)
			return &source->files[from->file - 1];
	}
	return NULL;
}

static void add_part(struct text *trace, const char *part)
{
	if (trace->len > 0)
		text_add(trace, "; ");
	text_add(trace, part);
}

/* "hr.sick-hours input/2025-T1/hr/franvaro.csv:2-36210 rows=811" */
static void trace_from(struct text *trace, const struct assessment *assessment,
		       const struct assessed_figure *figure)
{
	for (size_t i = 0; i < figure->from_count; i++) {
		const struct from *from = &figure->from[i];
		const struct facts_file *file = file_of(assessment, from);

		add_part(trace, from->fact);
		if (file)
			text_printf(trace, " input/%s/%s:%ld-%ld rows=%ld",
				    assessment->period, file->name, from->first,
				    from->last, from->rows);
		else if (from->history)
			text_printf(trace, " %s:%ld", from->history,
				    from->first);
	}
}

/* "rules/goals.lua:14 indicator.traffic-light version 1" */
static void trace_grade(struct text *trace, const struct assessed_grade *grade)
{
	if (!grade)
		return;
	add_part(trace, grade->file);
	text_printf(trace, ":%ld", grade->line);
	if (grade->origin == ORIGIN_RULE)
		text_printf(trace, " %s version %d", grade->rule,
			    grade->version);
	else
		text_printf(trace, " %s", origin_name(grade->origin));
}

/* The one source that a figure comes from; NULL if there are none or more. */
static const char *source_of(const struct assessed_figure *figure)
{
	const char *source =
		figure->from_count > 0 ? figure->from[0].source : NULL;

	for (size_t i = 1; i < figure->from_count && source; i++)
		if (!figure->from[i].source ||
		    strcmp(figure->from[i].source, source) != 0)
			source = NULL;
	return source;
}

static bool is_same(const struct report_figure *a,
		    const struct report_figure *b)
{
	return strcmp(a->id, b->id) == 0 && strcmp(a->unit, b->unit) == 0 &&
	       a->series == b->series && window_equal(a->window, b->window);
}

/* Keep `figure` with copies of its strings, unless it is there already. */
static void keep(struct report *report, const struct report_figure *figure)
{
	struct arena *arena = &report->arena;
	struct report_figure *kept;

	for (size_t i = 0; i < report->figure_count; i++)
		if (is_same(&report->figures[i], figure))
			return;
	report->figures =
		arena_grow(arena, report->figures, report->figure_count,
			   sizeof(*report->figures));
	kept = &report->figures[report->figure_count++];
	*kept = *figure;
	kept->id = arena_strdup(arena, figure->id);
	kept->unit = arena_strdup(arena, figure->unit);
	if (kept->figure.kind == FIGURE_WORD)
		kept->figure.word = arena_strdup(arena, figure->figure.word);
	kept->quantity = arena_strdup(arena, figure->quantity);
	kept->print = arena_strdup(arena, figure->print);
	kept->grade = arena_strdup(arena, figure->grade);
	kept->source = arena_strdup(arena, figure->source);
	kept->trace = arena_strdup(arena, figure->trace);
}

/* The report's year; of what adds up, the months whose value it names. */
static struct window window_of_target(
	const struct assessment *assessment,
	const struct assessed_indicator *indicator)
{
	const int year = assessment->window.last.year;

	if (indicator->flow && indicator->named)
		return window_in_year(indicator->named->window, year);
	return window_of_months(year, 1, 12);
}

/* A target has no facts: it stands in the register. */
static struct assessed_figure figure_of_series(
	const struct assessment *assessment,
	const struct assessed_indicator *indicator, enum series series)
{
	struct assessed_figure target = {
		.figure = indicator->target.figure,
		.window = window_of_target(assessment, indicator),
	};

	if (series == SERIES_VALUE)
		return indicator->value;
	if (series == SERIES_FORECAST)
		return indicator->forecast;
	return target;
}

void figures_add(struct composition *composition,
		 const struct assessed_indicator *indicator, enum series series,
		 const char *print)
{
	const struct assessment *assessment = composition->assessment;
	struct assessed_figure figure =
		figure_of_series(assessment, indicator, series);
	const struct assessed_grade *grade = grade_that_counts(
		indicator->grades, indicator->grade_count, WHEN_NOW);
	struct text trace = { 0 };

	if (series == SERIES_TARGET)
		add_part(&trace, "input/register/indicators.csv");
	if (series == SERIES_TARGET && indicator->named)
		trace_from(&trace, assessment, indicator->named);
	else if (series != SERIES_TARGET)
		trace_from(&trace, assessment, &figure);
	trace_grade(&trace, grade);
	keep(composition->report,
	     &(struct report_figure){ .id = indicator->id,
				      .unit = indicator->unit,
				      .window = figure.window,
				      .series = series,
				      .figure = figure.figure,
				      .quantity = indicator->quantity,
				      .print = print,
				      .grade = grade ? grade->grade : NULL,
				      .source = source_of(&figure),
				      .trace = text_string(&trace) });
	text_clear(&trace);
}

void figures_add_past(struct composition *composition,
		      const struct assessed_indicator *indicator,
		      const struct past *past, const char *print)
{
	struct text trace = { 0 };

	text_printf(&trace, "%s:%ld", past->file, past->line);
	keep(composition->report,
	     &(struct report_figure){ .id = indicator->id,
				      .unit = indicator->unit,
				      .window = past->window,
				      .series = SERIES_VALUE,
				      .figure = past->figure,
				      .quantity = indicator->quantity,
				      .print = print,
				      .trace = text_string(&trace) });
	text_clear(&trace);
}

void figures_add_due(struct composition *composition,
		     const struct assessed_indicator *indicator,
		     const char *print)
{
	const struct assessed_figure *due = indicator->due;

	keep(composition->report,
	     &(struct report_figure){
		     .id = indicator->id,
		     .unit = indicator->unit,
		     .window = due->window,
		     .series = SERIES_TARGET,
		     .figure = due->figure,
		     .quantity = indicator->quantity,
		     .print = print,
		     .trace = "input/register/indicators.csv pro rata" });
}

void figures_add_measured(struct composition *composition,
			  const struct measured_figure *printed,
			  const char *print)
{
	const struct assessed_figure past = {
		.window = printed->past ? printed->past->window
					: (struct window){ 0 },
		.figure = printed->past ? printed->past->figure
					: (struct figure){ 0 },
	};
	const struct assessed_figure *figure =
		printed->past ? &past : printed->figure;
	struct text trace = { 0 };

	trace_from(&trace, composition->assessment, figure);
	if (printed->past)
		text_printf(&trace, "%s:%ld", printed->past->file,
			    printed->past->line);
	keep(composition->report,
	     &(struct report_figure){ .id = printed->id,
				      .unit = printed->unit,
				      .window = figure->window,
				      .series = SERIES_VALUE,
				      .figure = figure->figure,
				      .quantity = printed->quantity,
				      .print = print,
				      .source = source_of(figure),
				      .trace = text_string(&trace) });
	text_clear(&trace);
}

void figures_add_row(struct composition *composition,
		     const struct statement_figure *printed, const char *print)
{
	struct text trace = { 0 };

	trace_from(&trace, composition->assessment, printed->figure);
	if (printed->past)
		text_printf(&trace, "%s:%ld", printed->past->file,
			    printed->past->line);
	keep(composition->report,
	     &(struct report_figure){ .id = printed->id,
				      .unit = printed->row->unit,
				      .window = printed->figure->window,
				      .series = printed->series,
				      .figure = printed->figure->figure,
				      .quantity = printed->statement->quantity,
				      .print = print,
				      .source = source_of(printed->figure),
				      .trace = text_string(&trace) });
	text_clear(&trace);
}
