#include "compose/earlier.h"

#include <assert.h>

#include "compose/words.h"

const struct past *earlier_of_year(const struct assessment *assessment,
				   const struct assessed_indicator *indicator,
				   int year)
{
	const struct window same = window_in_year(assessment->window, year);
	const struct past *found = NULL;

	for (size_t i = 0; i < indicator->history_count; i++) {
		const struct past *past = &indicator->history[i];

		if (past->window.last.year != year)
			continue;
		if (window_equal(past->window, same))
			return past;
		found = past;
	}
	return found;
}

bool earlier_alike(const struct assessed_indicator *indicator, struct window a,
		   struct window b)
{
	return !indicator->flow ||
	       window_equal(a, window_in_year(b, a.last.year));
}

bool earlier_compares(const struct past *past)
{
	return succession_compares(past->succession) &&
	       (past->succession == SUCCESSION_SAME ||
		past->figure.kind != FIGURE_MISSING);
}

const char *earlier_reason(const struct words *words, const struct past *past)
{
	assert(past->succession != SUCCESSION_SAME);
	return words_at(words, (enum word)((int)WORD_HISTORY_REASON +
					   (int)past->succession -
					   (int)SUCCESSION_MERGED));
}

enum word earlier_trend(const struct quantity *quantity,
			const struct assessed_indicator *indicator,
			const struct past *past)
{
	struct ratio then;
	struct ratio now;
	int order;

	if (!past || indicator->value.figure.kind == FIGURE_MISSING)
		return WORD_COUNT;
	if (!earlier_compares(past))
		return WORD_TREND_INCOMPARABLE;
	if (!earlier_alike(indicator, past->window, indicator->value.window))
		return WORD_COUNT;
	if (!quantity_ratio(quantity, &past->figure, &then) ||
	    !quantity_ratio(quantity, &indicator->value.figure, &now))
		return WORD_COUNT;
	order = ratio_compare(now, then);
	if (order == 0)
		return WORD_TREND_SAME;
	return (order > 0) == indicator->lower_is_better ? WORD_TREND_WORSE
							 : WORD_TREND_BETTER;
}
