/*
 * judge - the rules in force put to indicators and goals, with the trace.
 */
#ifndef ASSESS_JUDGE_H
#define ASSESS_JUDGE_H

#include <stdbool.h>

#include "assess/rule_book.h"
#include "model/assessment.h"

/* What judging needs; grades and traces live in the assessment's arena. */
struct judging {
	const struct rule_book *book;
	const struct registry *reg;
	struct assessment *assessment;
};

/*
 * Give every indicator, respectively every goal of a kind that a rule judges,
 * its grade now.  Goals count the grades that indicators have by then, so
 * what was stated about indicators is added in between.  False if a rule had
 * no answer or a figure none to its target (told).
 */
bool judge_indicators(const struct judging *judging) MUST_CHECK;
bool judge_goals(const struct judging *judging) MUST_CHECK;

#endif
