/*
 * What was decided of a close: which step may follow which, and the file that
 * keeps them, as it is written and as somebody may have left it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/infile.h"
#include "lib/msg.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/case_state.h"

#define HEAD "rapport;status;datum;organ;paragraf;roll;skäl\r\n"
#define PROPOSED "a;föreslagen;2025-05-12;;;Controller;\r\n"
#define APPROVED "a;godkänd;2025-05-21;Socialnämnden;§ 52;;\r\n"
#define REFUSED (-1)

static char folder[] = "/tmp/test_case_state.XXXXXX";

static char *path_of_file(void)
{
	static char path[sizeof(folder) + sizeof("/" CASE_STATES)];

	strcpy(path, folder);
	return strcat(path, "/" CASE_STATES);
}

static void put(const char *content)
{
	struct text why = { 0 };

	if (!content)
		(void)unlink(path_of_file());
	else if (!outfile_write(path_of_file(), content, strlen(content), &why))
		fail_msg("%s", why.at);
	text_clear(&why);
}

static int make_folder(void **state)
{
	(void)state;
	msg_start("test_case_state");
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	(void)state;
	put(NULL);
	return rmdir(folder);
}

static const struct {
	const char *label;
	const char *content; /* NULL: no such file */
	int want;            /* steps, or REFUSED */
} rows[] = {
	{ "no file is no step", NULL, 0 },
	{ "only a header", HEAD, 0 },
	{ "proposed", HEAD PROPOSED, 1 },
	{ "as commands write it", HEAD "a;proposed;2025-05-12;;;Controller;\n",
	  1 },
	{ "approved", HEAD PROPOSED APPROVED, 2 },
	{ "with a byte order mark", "\xef\xbb\xbf" HEAD PROPOSED, 1 },
	{ "returned and proposed again",
	  HEAD PROPOSED "a;återremitterad;2025-05-20;;;Nämnden;Mer text\n"
			"a;föreslagen;2025-05-25;;;Controller;\n" APPROVED,
	  4 },
	{ "corrected twice, and withdrawn",
	  HEAD PROPOSED APPROVED "a;rättad;2025-06-01;;;Controller;x\n"
				 "a;rättad;2025-06-02;;;Controller;y\n"
				 "a;återkallad;2025-06-03;;;Controller;z\n",
	  5 },
	{ "two reports between each other",
	  HEAD PROPOSED "b;föreslagen;2025-05-12;;;Controller;\n" APPROVED, 3 },
	{ "a draft is no step", HEAD "a;utkast;2025-05-12;;;Controller;\n",
	  REFUSED },
	{ "approved, not proposed", HEAD APPROVED, REFUSED },
	{ "proposed by another report",
	  HEAD "b;föreslagen;2025-05-12;;;Controller;\n" APPROVED, REFUSED },
	{ "proposed twice", HEAD PROPOSED PROPOSED, REFUSED },
	{ "returned when approved",
	  HEAD PROPOSED APPROVED "a;återremitterad;2025-05-22;;;Nämnden;x\n",
	  REFUSED },
	{ "anything after it is withdrawn",
	  HEAD PROPOSED APPROVED "a;återkallad;2025-06-03;;;Controller;z\n"
				 "a;rättad;2025-06-04;;;Controller;y\n",
	  REFUSED },
	{ "no such state", HEAD "a;klar;2025-05-12;;;Controller;\n", REFUSED },
	{ "no such day", HEAD "a;föreslagen;2025-02-30;;;Controller;\n",
	  REFUSED },
	{ "nobody's proposal", HEAD "a;föreslagen;2025-05-12;;;;\n", REFUSED },
	{ "approved by nobody", HEAD PROPOSED "a;godkänd;2025-05-21;;§ 52;;\n",
	  REFUSED },
	{ "approved without a §",
	  HEAD PROPOSED "a;godkänd;2025-05-21;Socialnämnden;;;\n", REFUSED },
	{ "returned without a reason",
	  HEAD PROPOSED "a;återremitterad;2025-05-20;;;Nämnden;\n", REFUSED },
	{ "a column is missing", "rapport;status;datum\n", REFUSED },
};

static void files_are_read_or_refused(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct case_states states = { 0 };
		struct text why = { 0 };
		int got = REFUSED;

		put(rows[i].content);
		if (case_states_load(&states, folder, "input", &why))
			got = (int)states.count;
		if (got != rows[i].want || why.len) {
			print_error("%s: got %d, want %d %s\n", rows[i].label,
				    got, rows[i].want, text_string(&why));
			wrong++;
		}
		case_states_clear(&states);
		text_clear(&why);
	}
	assert_int_equal(wrong, 0);
}

/* Down: what a close is; across: what it may become. */
static void steps_follow_each_other(void **state)
{
	static const char may[CASE_STEPS][CASE_STEPS + 1] = {
		[CASE_DRAFT] = ".p....",     [CASE_PROPOSED] = "..ra..",
		[CASE_RETURNED] = ".p....",  [CASE_APPROVED] = "....cw",
		[CASE_CORRECTED] = "....cw", [CASE_WITHDRAWN] = "......",
	};

	(void)state;
	for (int now = 0; now < CASE_STEPS; now++)
		for (int next = 0; next < CASE_STEPS; next++)
			assert_int_equal(
				case_step_may_follow((enum case_step)next,
						     (enum case_step)now),
				may[now][next] != '.');
	assert_false(case_step_is_frozen(CASE_PROPOSED));
	assert_false(case_step_is_frozen(CASE_RETURNED));
	assert_true(case_step_is_frozen(CASE_APPROVED));
	assert_true(case_step_is_frozen(CASE_CORRECTED));
	assert_true(case_step_is_frozen(CASE_WITHDRAWN));
}

static void append(const struct case_state *step)
{
	struct text why = { 0 };

	assert_true(case_states_append(step, folder, &why));
	text_clear(&why);
}

static void what_is_written_is_read(void **state)
{
	const struct case_state proposed = { .report = "a",
					     .step = CASE_PROPOSED,
					     .date = { 2025, 5, 12 },
					     .body = "",
					     .paragraph = "",
					     .role = "Controller; \"vik\"",
					     .reason = "" };
	const struct case_state approved = { .report = "a",
					     .step = CASE_APPROVED,
					     .date = { 2025, 5, 21 },
					     .body = "Socialnämnden",
					     .paragraph = "§ 52",
					     .role = "",
					     .reason = "" };
	const struct case_state *got;
	struct case_states states = { 0 };
	struct text why = { 0 };

	(void)state;
	put(HEAD "b;föreslagen;2025-05-12;;;Nämnden;"); /* no line end */
	append(&proposed);
	append(&approved);
	assert_true(case_states_load(&states, folder, "input", &why));
	assert_int_equal(states.count, 3);
	assert_int_equal(case_states_step(&states, "a"), CASE_APPROVED);
	assert_int_equal(case_states_step(&states, "b"), CASE_PROPOSED);
	assert_int_equal(case_states_step(&states, "c"), CASE_DRAFT);
	assert_string_equal(case_states_at(&states, "a", 0)->role,
			    proposed.role);
	assert_null(case_states_at(&states, "a", 2));
	got = case_states_newest(&states, "a");
	assert_string_equal(got->body, "Socialnämnden");
	assert_string_equal(got->paragraph, "§ 52");
	assert_int_equal(got->date.day, 21);
	case_states_clear(&states);
	text_clear(&why);
}

static void a_report_has_its_own_rows(void **state)
{
	struct case_states states = { 0 };
	struct text mine = { 0 };
	struct text none = { 0 };
	struct text why = { 0 };

	(void)state;
	put(HEAD PROPOSED "b;föreslagen;2025-05-12;;;Nämnden;\n" APPROVED);
	assert_true(case_states_load(&states, folder, "input", &why));
	case_states_add(&mine, &states, "b");
	case_states_add(&none, &states, "c");
	assert_string_equal(mine.at,
			    "\xef\xbb\xbf" HEAD "\"b\";\"föreslagen\";"
			    "\"2025-05-12\";\"\";\"\";\"Nämnden\";\"\"\r\n");
	assert_int_equal(none.len, 0);
	case_states_clear(&states);
	text_clear(&mine);
	text_clear(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_read_or_refused),
		cmocka_unit_test(steps_follow_each_other),
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(a_report_has_its_own_rows),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
