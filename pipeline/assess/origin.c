#include "assess/origin.h"

void origin_add(struct assessed_figure *figure, struct arena *arena,
		struct from from)
{
	figure->from = arena_grow(arena, figure->from, figure->from_count,
				  sizeof(*figure->from));
	figure->from[figure->from_count++] = from;
}

void origin_add_all(struct assessed_figure *figure, struct arena *arena,
		    const struct assessed_figure *of)
{
	for (size_t i = 0; i < of->from_count; i++)
		origin_add(figure, arena, of->from[i]);
}

struct from from_of_fact(const struct found_fact *found)
{
	const struct fact *fact = found->fact;

	return (struct from){ .fact = fact->id,
			      .unit = fact->unit,
			      .window = fact->window,
			      .series = fact->series,
			      .source = found->source,
			      .file = fact->file,
			      .first = fact->first,
			      .last = fact->last,
			      .rows = fact->rows };
}

struct from from_of_past(const struct indicator *indicator,
			 const struct past *past)
{
	return (struct from){ .fact = indicator->id,
			      .unit = indicator->unit,
			      .window = past->window,
			      .series = SERIES_VALUE,
			      .history = past->file,
			      .first = past->line,
			      .last = past->line,
			      .rows = 1 };
}
