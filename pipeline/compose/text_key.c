#include "compose/text_key.h"

#include <string.h>

#include "compose/figures.h"
#include "compose/print.h"
#include "lib/lang.h"
#include "lib/text.h"

#define BEFORE "-before"

/* Whether `word`, `len` long, is the whole of `id`. */
static bool is(const char *word, size_t len, const char *id)
{
	return strlen(id) == len && strncmp(word, id, len) == 0;
}

static const struct assessed_key_figures *find(
	const struct assessment *assessment, const char *name)
{
	const size_t len = strcspn(name, "@");

	for (size_t i = 0; i < assessment->key_figures_count; i++)
		if (is(name, len, assessment->key_figures[i].id))
			return &assessment->key_figures[i];
	return NULL;
}

bool text_key_is_one(const struct assessment *assessment, const char *name)
{
	return find(assessment, name) != NULL;
}

static const struct assessed_key_row *find_row(
	const struct assessed_key_figures *shown, const char *unit, size_t len)
{
	for (size_t i = 0; i < shown->row_count; i++)
		if (is(unit, len, shown->rows[i].unit))
			return &shown->rows[i];
	return NULL;
}

/* The place of a figure; the count of them if there is none such. */
static size_t find_figure(const struct assessed_key_figures *shown,
			  const char *figure, size_t len)
{
	size_t at = 0;

	while (at < shown->count && !is(figure, len, shown->list[at].id))
		at++;
	return at;
}

static bool refuse(const struct assessed_key_figures *shown, struct place place,
		   const char *name)
{
	struct text units = { 0 };
	struct text figures = { 0 };

	for (size_t i = 0; i < shown->row_count; i++)
		text_printf(&units, "%s%s", i > 0 ? ", " : "",
			    shown->rows[i].unit);
	for (size_t i = 0; i < shown->count; i++)
		text_printf(&figures, "%s.%s", i > 0 ? ", " : "",
			    shown->list[i].id);
	msg_at(OUTCOME_REFUSED, place,
	       _("\"{%s}\" names no key figure; expected a unit of the rows "
		 "(%s) with one of %s, or that with \"-before\""),
	       name, text_string(&units), text_string(&figures));
	text_clear(&figures);
	text_clear(&units);
	return false;
}

static bool ends_with_before(const char *name)
{
	const size_t len = strlen(name);

	return len > strlen(BEFORE) &&
	       strcmp(name + len - strlen(BEFORE), BEFORE) == 0;
}

/* Find what the name means in `shown`; leaves `printed` empty if nothing. */
static void look_up(const struct assessed_key_figures *shown, const char *name,
		    struct measured_figure *printed)
{
	const char *unit = name + strcspn(name, "@") + 1;
	const char *dot = strrchr(unit, '.');
	const bool before = ends_with_before(name);
	const struct assessed_key_row *row;
	size_t at;

	if (!dot)
		return;
	row = find_row(shown, unit, (size_t)(dot - unit));
	at = find_figure(shown, dot + 1,
			 strlen(dot + 1) - (before ? strlen(BEFORE) : 0));
	if (!row || at == shown->count ||
	    (before && !row->cells[at].before.file))
		return;
	printed->id = shown->list[at].id;
	printed->unit = row->unit;
	printed->quantity = shown->list[at].quantity;
	printed->figure = &row->cells[at].value;
	printed->past = before ? &row->cells[at].before : NULL;
}

bool text_key_quote(struct composition *composition, struct place place,
		    const char *name, struct text *into)
{
	const struct assessed_key_figures *shown =
		find(composition->assessment, name);
	struct measured_figure printed = { 0 };
	struct text print = { 0 };

	look_up(shown, name, &printed);
	if (!printed.id)
		return refuse(shown, place, name);
	printed.id = arena_printf(composition_arena(composition), "%s.%s",
				  shown->id, printed.id);
	print_in_words(&print, composition->words,
		       quantity_of(composition, printed.quantity),
		       printed.past ? &printed.past->figure
				    : &printed.figure->figure);
	figures_add_measured(composition, &printed, print.at);
	text_add(into, print.at);
	text_clear(&print);
	return true;
}
