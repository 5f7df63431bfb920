#include "bokslut/explain_words.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/mem.h"
#include "lib/options.h" /* N_() */
#include "lib/text.h"

/* A word as assessment.xml has it, and as people read it. */
struct shown_word {
	const char *stored;
	const char *shown;
};

static const struct shown_word words[] = {
	{ "value", N_("value") },
	{ "forecast", N_("forecast") },
	{ "target", N_("target") },
	{ "pro-rata", N_("the value, pro rata,") },
	{ "forecast-pro-rata", N_("the forecast, pro rata,") },
	{ "named", N_("the value that the target names") },
	{ "due", N_("due of the target") },
	{ "budget", N_("budget") },
	{ "outcome", N_("outcome") },
	{ "base", N_("base") },
	{ "yes", N_("yes") },
	{ "no", N_("no") },
	{ "missing", N_("missing") },
	{ "not-measured", N_("not measured") },
	{ "not-applicable", N_("not applicable") },
	{ "secret", N_("secret") },
	{ "not-delivered", N_("not delivered") },
	{ "not-yet-due", N_("not yet due") },
	{ "before", N_("the year before") },
	{ "deviation", N_("deviation") },
	{ "matrix", N_("matrix") },
	{ "likelihood", N_("likelihood") },
	{ "severity", N_("severity") },
	{ "measure", N_("measure") },
	{ "residual", N_("after its controls") },
	{ "answered", N_("answered") },
	{ "itself", N_("by the unit itself") },
	{ "below", N_("by the units below it") },
	{ "above", N_("by the unit above it") },
	{ "not", N_("not by all") },
	{ "other", N_("other answers") },
};

/* What a test begins with; a target's stand with a hyphen, a row's without. */
static const struct shown_word tests[] = {
	{ "at-least", N_("at least") }, { "at least", N_("at least") },
	{ "at-most", N_("at most") },   { "at most", N_("at most") },
	{ "below", N_("below") },       { "above", N_("above") },
	{ "equals", N_("equal to") },   { "equal to", N_("equal to") },
	{ "one of", N_("one of") },     { "unstated", N_("not stated") },
};

const char *explain_word(const char *stored)
{
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (strcmp(words[i].stored, stored) == 0)
			return gettext(words[i].shown);
	return stored;
}

void explain_add_test(struct text *line, const char *stored)
{
	for (size_t i = 0; i < COUNT_OF(tests); i++) {
		size_t len = strlen(tests[i].stored);

		if (strncmp(tests[i].stored, stored, len) != 0)
			continue;
		text_add(line, gettext(tests[i].shown));
		if (stored[len] == ' ')
			text_printf(line, " %s",
				    explain_word(stored + len + 1));
		return;
	}
	text_add(line, explain_word(stored));
}
