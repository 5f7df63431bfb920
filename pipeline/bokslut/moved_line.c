#include <assert.h>
#include <string.h>

#include "bokslut/explain_words.h"
#include "bokslut/moved.h"
#include "lib/lang.h"
#include "lib/options.h"
#include "lib/text.h"

#define EXCERPT 60 /* bytes, of a text on each side */

const struct thing *moved_thing(const struct moved *moved)
{
	return moved->after ? moved->after : moved->before;
}

/* Where both wordings begin to differ, at a whole character. */
static size_t first_difference(const char *one, const char *other)
{
	size_t at = 0;

	while (one[at] && one[at] == other[at])
		at++;
	while (at > 0 && text_goes_on(one[at]))
		at--;
	return at;
}

/* A wording, or what follows the place `from` of a long one. */
static void add_excerpt(struct text *line, const char *says, size_t from)
{
	size_t len = strlen(says);
	size_t stop;

	if (len <= EXCERPT) {
		text_add(line, says);
		return;
	}
	from = from > EXCERPT / 3 ? from - EXCERPT / 3 : 0;
	while (from > 0 && text_goes_on(says[from]))
		from--;
	stop = len - from > EXCERPT ? from + EXCERPT : len;
	while (stop < len && text_goes_on(says[stop]))
		stop++;
	text_printf(line, "%s%.*s%s", from > 0 ? "…" : "", (int)(stop - from),
		    says + from, stop < len ? "…" : "");
}

/* The word for a part; the name of an export's field is its own. */
static const char *part_word(const char *part)
{
	static const struct {
		const char *part;
		const char *word;
	} words[] = { { "now", N_("now") },
		      { "year-end", N_("at year end") },
		      { "comment", N_("comment") },
		      { "section", N_("section") },
		      { "deviation", N_("deviation") } };

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (strcmp(words[i].part, part) == 0)
			return gettext(words[i].word);
	return explain_word(part);
}

void moved_add_line(struct text *line, const struct moved *moved)
{
	const struct thing *thing = moved_thing(moved);
	const char *before = moved->before ? moved->before->says : "";
	const char *after = moved->after ? moved->after->says : "";
	const size_t from = first_difference(before, after);

	assert(thing); /* what moved stands on one side at least */
	text_printf(line, "%s", thing->name);
	if (strcmp(thing->name, thing->id) != 0)
		text_printf(line, " (%s)", thing->id);
	text_printf(line, " %s: ", part_word(thing->part));
	add_excerpt(line, moved->before ? before : _("(not there)"), from);
	text_add(line, " → ");
	add_excerpt(line, moved->after ? after : _("(not there)"), from);
	text_add(line, "  [");
	cause_add_words(line, moved->causes);
	text_add(line, "]");
}
