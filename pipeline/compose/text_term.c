#include "compose/text_term.h"

#include <string.h>

#include "compose/tally.h"
#include "lib/lang.h"
#include "lib/text.h"

#define CITE ".cite"
#define TITLE ".title"
#define STATUS ".status"

static bool ends(const char *name, const char *end)
{
	const char *dot = strrchr(name, '.');

	return dot && dot > name && strcmp(dot, end) == 0;
}

bool text_term_is_one(const char *name)
{
	return ends(name, CITE) || ends(name, TITLE) || ends(name, STATUS);
}

static bool quote_regulation(const struct composition *composition,
			     struct place place, const char *name,
			     const char *id, struct text *into)
{
	const struct regulations *all = &composition->assessment->regulations;

	for (size_t i = 0; i < all->count; i++) {
		const struct regulation *regulation = &all->list[i];

		if (strcmp(regulation->id, id) != 0)
			continue;
		text_add(into, ends(name, CITE) ? regulation->cite
						: regulation->title);
		return true;
	}
	msg_at(OUTCOME_REFUSED, place,
	       _("\"{%s}\" names no regulation that was in force on the last "
		 "day of the period"),
	       name);
	return false;
}

/* A goal's indicators are counted in the scale that indicators are graded in.
 */
static bool quote_status(struct composition *composition, struct place place,
			 const char *name, const char *id, struct text *into)
{
	const struct assessment *assessment = composition->assessment;
	const struct scale *scale = scale_lookup(&assessment->scales, id);
	const bool goal = !scale && assessment_goal(assessment, id);
	struct tally tally;

	if (goal)
		scale = tally_scale(assessment);
	if (!scale) {
		msg_at(OUTCOME_REFUSED, place,
		       _("\"{%s}\" names no scale, and no goal with graded "
			 "indicators"),
		       name);
		return false;
	}
	tally = tally_of(assessment, scale, goal ? id : NULL,
			 composition_arena(composition));
	tally_print(into, composition->words, &tally);
	return true;
}

bool text_term_quote(struct composition *composition, struct place place,
		     const char *name, struct text *into)
{
	const char *dot = strrchr(name, '.');
	struct text id = { 0 };
	bool ok;

	text_add_bytes(&id, name, (size_t)(dot - name));
	ok = ends(name, STATUS)
		     ? quote_status(composition, place, name, id.at, into)
		     : quote_regulation(composition, place, name, id.at, into);
	text_clear(&id);
	return ok;
}
