#include "assess/origin.h"

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
