#include "model/history.h"

#include <stdlib.h>
#include <string.h>

/* Places in the list of all lines. */
struct history_run {
	size_t first;
	size_t last;
};

void history_add(struct history *history, struct history_line line)
{
	const size_t place = history->count;
	const size_t known = name_index_add(&history->ids, &history->arena,
					    line.id, history->run_count);

	line.next = 0;
	history->list = arena_grow(&history->arena, history->list, place,
				   sizeof(*history->list));
	history->list[history->count++] = line;
	if (known != NAME_INDEX_NONE) {
		history->list[history->runs[known].last].next = place;
		history->runs[known].last = place;
		return;
	}
	history->runs = arena_grow(&history->arena, history->runs,
				   history->run_count, sizeof(*history->runs));
	history->runs[history->run_count++] =
		(struct history_run){ place, place };
}

/* The first line with an id, and the one behind a line; NULL if there is none.
 */
static const struct history_line *first_of(const struct history *history,
					   const char *id)
{
	const size_t run = name_index_lookup(&history->ids, id);

	return run == NAME_INDEX_NONE
		       ? NULL
		       : &history->list[history->runs[run].first];
}

static const struct history_line *behind(const struct history *history,
					 const struct history_line *line)
{
	return line->next ? &history->list[line->next] : NULL;
}

static bool is_wanted(const struct history_search *search,
		      const struct history_line *line)
{
	return line->series == search->series &&
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
	const struct history_line *line = first_of(history, search->id);

	while (line && !(is_wanted(search, line) &&
			 window_equal(line->window, window) &&
			 strcmp(line->unit, unit) == 0))
		line = behind(history, line);
	return line;
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
	const struct history_line *line = first_of(history, search->id);
	struct past *list = NULL;

	*count = 0;
	for (; line; line = behind(history, line)) {
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
