/*
 * text - a text of input/<period>/text/ put where the template says.
 *
 * A text quotes an indicator's figure as the report prints it:
 * {sick-leave.value}, {sick-leave.forecast}, {sick-leave.target}, and a row of
 * an operating statement: {operating@hemtjanst.deviation}.  What it
 * says in digits of its own is proved against the figures, too.
 */
#include "compose/text_key.h"
#include "compose/text_md.h"

#include <string.h>
#include <unistd.h>

#include "compose/action_slips.h"
#include "compose/composition.h"
#include "compose/figures.h"
#include "compose/print.h"
#include "compose/slips.h"
#include "compose/text_row.h"
#include "compose/text_term.h"
#include "compose/words.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/spelling.h"
#include "lib/text.h"

static const enum series quotable[] = { SERIES_VALUE, SERIES_FORECAST,
					SERIES_TARGET };

static bool read_series(enum series *series, const char *name)
{
	for (size_t i = 0; i < COUNT_OF(quotable); i++) {
		if (strcmp(series_name(quotable[i]), name) != 0)
			continue;
		*series = quotable[i];
		return true;
	}
	return false;
}

static void refuse_indicator(const struct assessment *assessment,
			     struct place place, const char *id)
{
	struct spelling_search search = { .wanted = id };

	for (size_t i = 0; i < assessment->indicator_count; i++)
		spelling_offer(&search, assessment->indicators[i].id);
	if (search.nearest)
		msg_at(OUTCOME_REFUSED, place,
		       _("a figure of \"%s\" is quoted, but the register has "
			 "no such indicator; is \"%s\" meant?"),
		       id, search.nearest);
	else
		msg_at(OUTCOME_REFUSED, place,
		       _("a figure of \"%s\" is quoted, but the register has "
			 "no such indicator"),
		       id);
}

static void print_series(struct composition *composition,
			 const struct assessed_indicator *indicator,
			 enum series series, struct text *into)
{
	const struct words *words = composition->words;
	const struct quantity *quantity =
		quantity_of(composition, indicator->quantity);
	struct text print = { 0 };

	if (series == SERIES_TARGET)
		print_target_in_words(&print, words, quantity,
				      &indicator->target);
	else
		print_in_words(&print, words, quantity,
			       series == SERIES_VALUE
				       ? &indicator->value.figure
				       : &indicator->forecast.figure);
	figures_add(composition, indicator, series, print.at);
	text_add(into, print.at);
	text_clear(&print);
}

/* "sick-leave.forecast": ids may hold dots, so the last one parts. */
static bool quote(void *context, struct place place, const char *name,
		  struct text *into)
{
	struct composition *composition = context;
	const char *dot = strrchr(name, '.');
	const struct assessed_indicator *indicator;
	enum series series;
	struct text id = { 0 };

	if (strchr(name, '@') && text_key_is_one(composition->assessment, name))
		return text_key_quote(composition, place, name, into);
	if (strchr(name, '@'))
		return text_row_quote(composition, place, name, into);
	if (text_term_is_one(name))
		return text_term_quote(composition, place, name, into);
	if (!dot || dot == name || !read_series(&series, dot + 1)) {
		msg_at(OUTCOME_REFUSED, place,
		       _("\"{%s}\" names no figure; expected an indicator's id "
			 "with .value, .forecast or .target, or a regulation's "
			 "with "
			 ".cite or .title"),
		       name);
		return false;
	}
	text_add_bytes(&id, name, (size_t)(dot - name));
	indicator = assessment_indicator(composition->assessment, id.at);
	if (indicator)
		print_series(composition, indicator, series, into);
	else
		refuse_indicator(composition->assessment, place, id.at);
	text_clear(&id);
	return indicator != NULL;
}

static void keep_link(void *context, struct place place, const char *id)
{
	struct composition *composition = context;
	struct arena *arena = composition_arena(composition);
	struct link *link;

	composition->links =
		arena_grow(arena, composition->links, composition->link_count,
			   sizeof(*composition->links));
	link = &composition->links[composition->link_count++];
	link->place = place;
	link->place.file = arena_strdup(arena, place.file);
	link->to = id;
}

void text_compose(struct composition *composition,
		  const struct template_part *part, struct blocks *into)
{
	const char *period = composition->assessment->period;
	struct text path = { 0 };
	struct text shown = { 0 };
	struct text why = { 0 };
	struct text source = { 0 };
	struct text_md how = {
		.arena = composition_arena(composition),
		.quote = quote,
		.link = keep_link,
		.context = composition,
		.sections = composition->sections,
	};

	text_printf(&shown, "input/%s/text/%s", period, part->file);
	text_printf(&path, "%s/%s", composition->workspace, shown.at);
	how.path = path.at;
	how.shown = shown.at;
	if (access(path.at, F_OK) != 0)
		msg_at(OUTCOME_ABSENT, part->place,
		       _("the text %s is not there; write it, or take it out "
			 "of the template"),
		       shown.at);
	else if (text_md_load(&how, into, &why) &&
		 infile_load(&source, path.at, &why)) {
		slips_find_in_text(composition, shown.at, source.at);
		action_slips_find(composition, shown.at, source.at);
	}
	if (why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	text_clear(&source);
	text_clear(&why);
	text_clear(&shown);
	text_clear(&path);
}
