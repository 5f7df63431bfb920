#include "assess/year_before.h"

struct past year_before(const struct workings *workings, const char *measure,
			const char *unit, struct window window)
{
	const struct measure *declared = measure_lookup(
		&workings->rules->measures, measure, SERIES_VALUE);
	const struct history_search search = {
		.id = measure,
		.unit = unit,
		.series = SERIES_VALUE,
		.before = window,
		.adds = declared && measure_adds(declared),
	};
	struct past found = { .window = window_year_before(window) };
	size_t count = 0;
	const struct past *past =
		history_find(workings->history, workings->reg, workings->arena,
			     &search, &count);

	for (size_t i = 0; i < count; i++)
		if (window_equal(past[i].window, found.window) &&
		    succession_compares(past[i].succession))
			found = past[i];
	return found;
}
