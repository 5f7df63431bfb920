/*
 * rules_case - declarations that are taken, or refused with these words.
 */
#ifndef TESTS_RULES_CASE_H
#define TESTS_RULES_CASE_H

#include "capture.h"
#include "sample_rules.h"

struct rules_case {
	const char *label;
	const char *lua;  /* behind the declarations that all cases share */
	const char *want; /* told; "" if all is taken */
};

/* Load every case behind `before`; how many went wrong, each of them named. */
static inline int rules_cases_wrong(const struct rules_case *cases,
				    size_t count, const char *before)
{
	int wrong = 0;

	for (size_t i = 0; i < count; i++) {
		struct text lua = { 0 };
		struct text got = { 0 };
		struct rules rules = { 0 };
		struct capture capture;
		bool taken;

		text_printf(&lua, "%s%s", before, cases[i].lua);
		capture_start(&capture, STDERR_FILENO);
		taken = sample_rules_load(&rules, lua.at);
		capture_end(&capture, &got);
		if (taken != !*cases[i].want ||
		    !strstr(text_string(&got), cases[i].want)) {
			print_error("%s: got \"%s\", want \"%s\"\n",
				    cases[i].label, text_string(&got),
				    cases[i].want);
			wrong++;
		}
		rules_clear(&rules);
		text_clear(&lua);
		text_clear(&got);
	}
	return wrong;
}

#endif
