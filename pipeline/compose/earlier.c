#include "compose/earlier.h"

#include <assert.h>

#include "compose/words.h"

const struct past *earlier_of_year(const struct assessment *assessment,
				   const struct assessed_indicator *indicator,
				   int year)
{
	struct window same = assessment->window;
	const struct past *found = NULL;

	same.first.year += year - same.last.year;
	same.last.year = year;
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
