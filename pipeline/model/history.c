#include "model/history.h"

#include <stdlib.h>
#include <string.h>

static bool is_wanted(const struct history_search *search,
		      const struct history_line *line)
{
	return line->series == search->series &&
	       strcmp(line->id, search->id) == 0 &&
	       date_compare(line->window.last, search->before.last) < 0;
}

static bool has_window(const struct past *list, size_t count,
		       struct window window)
{
	for (size_t i = 0; i < count; i++)
		if (window_equal(list[i].window, window))
			return true;
	return false;
}

static const struct history_line *line_of(const struct history *history,
					  const struct history_search *search,
					  const char *unit,
					  struct window window)
{
	for (size_t i = 0; i < history->count; i++) {
		const struct history_line *line = &history->list[i];

		if (is_wanted(search, line) &&
		    window_equal(line->window, window) &&
		    strcmp(line->unit, unit) == 0)
			return line;
	}
	return NULL;
}

/* Sum the figures of units that became one; missing if one of them is. */
static bool add_up(const struct history *history,
		   const struct history_search *search,
		   const struct names *were, struct past *past)
{
	struct decimal sum = decimal_of(0);

	for (size_t i = 0; i < were->count; i++) {
		const struct history_line *line =
			line_of(history, search, were->list[i], past->window);

		if (!line || line->figure.kind != FIGURE_NUMBER ||
		    !decimal_add(&sum, sum, line->figure.number))
			return false;
		if (i > 0)
			continue;
		past->file = line->file;
		past->line = line->line;
	}
	past->figure = figure_of_number(sum);
	return true;
}

/* False if nothing is known of what the unit was in that window. */
static bool recall(const struct history *history, const struct registry *reg,
		   struct arena *arena, const struct history_search *search,
		   struct past *past)
{
	struct names were = { 0 };
	const struct history_line *line = NULL;

	past->succession = succession_find(reg, arena, search->unit,
					   past->window.last, &were);
	if (past->succession == SUCCESSION_MERGED && search->adds)
		return add_up(history, search, &were, past);
	for (size_t i = 0; i < were.count && !line; i++)
		line = line_of(history, search, were.list[i], past->window);
	if (!line)
		return false;
	if (past->succession != SUCCESSION_MERGED)
		past->figure = line->figure;
	past->file = line->file;
	past->line = line->line;
	return true;
}

static int compare(const void *left, const void *right)
{
	const struct past *a = left;
	const struct past *b = right;

	return window_compare(a->window, b->window);
}

struct past *history_find(const struct history *history,
			  const struct registry *reg, struct arena *arena,
			  const struct history_search *search, size_t *count)
{
	struct past *list = NULL;

	*count = 0;
	for (size_t i = 0; i < history->count; i++) {
		const struct history_line *line = &history->list[i];
		struct past past = { .window = line->window };

		if (!is_wanted(search, line) ||
		    has_window(list, *count, line->window) ||
		    !recall(history, reg, arena, search, &past))
			continue;
		list = arena_grow(arena, list, *count, sizeof(*list));
		list[(*count)++] = past;
	}
	if (*count > 1)
		qsort(list, *count, sizeof(*list), compare);
	return list;
}

void history_clear(struct history *history)
{
	arena_clear(&history->arena);
	*history = (struct history){ 0 };
}
