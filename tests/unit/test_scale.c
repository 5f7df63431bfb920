/*
 * Scales as a controller declares them: the sound ones, and every way in
 * which one is refused.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "capture.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "sample_rules.h"

#define SCALE(grades) "scale { id = \"s\", about = \"S\", " grades " }"
#define YES                                                                    \
	"grade { id = \"yes\", label = \"ja\", symbol = \"circle\","           \
	" colour = \"#2e7d32\" }"
#define GRADE(id, label, symbol, colour)                                       \
	YES ", grade { id = \"" id "\", label = \"" label "\","                \
	    " symbol = \"" symbol "\", colour = \"" colour "\" }"

static const struct {
	const char *label;
	const char *lua;
	const char *want; /* told; "" if it is taken */
} rows[] = {
	{ "sound", SCALE(GRADE("no", "nej", "diamond", "#b71c1c")), "" },
	{ "a ring", SCALE(GRADE("no", "nej", "ring", "#000000")), "" },
	{ "a grade's id twice", SCALE(GRADE("yes", "nej", "ring", "#000000")),
	  "scale \"s\" has a grade \"yes\" (\"ja\") already" },
	{ "a grade's label twice", SCALE(GRADE("no", "ja", "ring", "#000000")),
	  "scale \"s\" has a grade \"yes\" (\"ja\") already" },
	{ "unknown symbol", SCALE(GRADE("no", "nej", "square", "#000000")),
	  "unknown symbol \"square\"" },
	{ "a colour by name", SCALE(GRADE("no", "nej", "ring", "red")),
	  "\"red\" is no colour" },
	{ "a colour in capitals", SCALE(GRADE("no", "nej", "ring", "#B71C1C")),
	  "\"#B71C1C\" is no colour" },
	{ "a colour too short", SCALE(GRADE("no", "nej", "ring", "#b71c1")),
	  "\"#b71c1\" is no colour" },
	{ "an id in Swedish", SCALE(GRADE("nå", "nej", "ring", "#000000")),
	  "nå" },
	{ "only one grade", SCALE(YES), "has less than two grades" },
	{ "no grade", SCALE(""), "has less than two grades" },
	{ "a grade without a label",
	  SCALE(YES ", grade { id = \"no\", symbol = \"ring\","
		    " colour = \"#000000\" }"),
	  "label" },
	{ "something else than a grade", SCALE(YES ", eq(1)"),
	  "a scale consists of grade { … }" },
	{ "an unknown word",
	  "scale { id = \"s\", about = \"S\", order = \"x\" }", "order" },
	{ "declared twice",
	  SCALE(GRADE("no", "nej", "ring", "#000000")) "\n" SCALE(
		  GRADE("no", "nej", "ring", "#000000")),
	  "all.lua:6: scale: the scale \"s\" is declared twice" },
};

static void scales_are_taken_or_refused(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct text lua = { 0 };
		struct text got = { 0 };
		struct rules rules = { 0 };
		struct capture capture;
		bool taken;

		text_printf(&lua, "%s%s", SAMPLE_WORKSPACE, rows[i].lua);
		capture_start(&capture, STDERR_FILENO);
		taken = sample_rules_load(&rules, lua.at);
		capture_end(&capture, &got);
		if (taken != !*rows[i].want ||
		    !strstr(text_string(&got), rows[i].want)) {
			print_error("%s: got %s, want %s\n", rows[i].label,
				    text_string(&got), rows[i].want);
			wrong++;
		}
		rules_clear(&rules);
		text_clear(&lua);
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static void grades_are_found_in_order(void **state)
{
	struct rules rules = { 0 };
	struct text labels = { 0 };
	const struct scale *scale;

	(void)state;
	assert_true(sample_rules_load(&rules, SAMPLE_WORKSPACE));
	assert_int_equal(rules.scales.count, 2);
	assert_null(scale_lookup(&rules.scales, "goals"));
	scale = scale_lookup(&rules.scales, "goal");
	assert_non_null(scale);
	assert_string_equal(scale->about, "Måluppfyllelse");
	assert_int_equal(scale->grade_count, 3);
	assert_string_equal(scale->grades[0].id, "reached");
	assert_string_equal(scale->grades[2].symbol, "diamond");
	assert_string_equal(scale->grades[2].colour, "#b71c1c");
	assert_ptr_equal(scale_grade(scale, "partly"), &scale->grades[1]);
	assert_null(scale_grade(scale, "uppnås delvis"));
	assert_ptr_equal(scale_grade_named(scale, "uppnås delvis"),
			 &scale->grades[1]);
	assert_ptr_equal(scale_grade_named(scale, "partly"), &scale->grades[1]);
	assert_null(scale_grade_named(scale, "delvis"));
	scale_add_labels(&labels, scale);
	assert_string_equal(labels.at,
			    "\"uppnås\", \"uppnås delvis\", \"uppnås ej\"");
	text_clear(&labels);
	rules_clear(&rules);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scales_are_taken_or_refused),
		cmocka_unit_test(grades_are_found_in_order),
	};

	msg_start("test_scale");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
