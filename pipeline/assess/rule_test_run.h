/*
 * rule_test_run - the tests of the rules carried out, and the rows they try.
 */
#ifndef ASSESS_RULE_TEST_RUN_H
#define ASSESS_RULE_TEST_RUN_H

#include <stdbool.h>

#include "lib/mem.h"

struct stage_line;
struct text;

/*
 * Carry out the tests of the line's workspace.  A test that fails is told as
 * OUTCOME_MISCONFIGURED with what it got and the condition that was not met; a
 * row of a rule that no test tries, as a note.  The sum goes to stdout.  With a
 * path in `junit` the results are written there too, as the XML that JUnit
 * made usual.  False if something was told, or with a sentence in `why`.
 */
bool rule_tests_run(const struct stage_line *line, const char *junit,
		    struct text *why) MUST_CHECK;

#endif
