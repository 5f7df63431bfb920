/*
 * The two files that people keep in a spreadsheet, as they leave it: every
 * row of a table below is a file, what must become of it stands beside it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/msg.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/caseinput.h"

#define HEAD "id;enhet;när;skala;grad;roll;datum;skäl\r\n"
#define REFUSED (-1)

static char folder[] = "/tmp/test_caseinput.XXXXXX";

static void put(const char *name, const char *content)
{
	struct text path = { 0 };
	struct text why = { 0 };

	text_printf(&path, "%s/%s", folder, name);
	if (!content)
		(void)unlink(path.at);
	else if (!outfile_write(path.at, content, strlen(content), &why))
		fail_msg("%s", why.at);
	text_clear(&path);
	text_clear(&why);
}

static int make_folder(void **state)
{
	(void)state;
	msg_start("test_caseinput");
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	(void)state;
	put("grades.csv", NULL);
	put("case.csv", NULL);
	return rmdir(folder);
}

static const struct {
	const char *label;
	const char *content; /* NULL: no such file */
	int want;            /* grades, or REFUSED */
} grade_rows[] = {
	{ "no file is no grades", NULL, 0 },
	{ "only a header", HEAD, 0 },
	{ "a stated grade", HEAD "g1;son;nu;goal;uppnås;Nämnden;2025-05-20;\n",
	  1 },
	{ "with a byte order mark",
	  "\xef\xbb\xbf" HEAD "g1;son;nu;goal;reached;Nämnden;2025-05-20;x\n",
	  1 },
	{ "the unit may be left out",
	  HEAD "g1;;årsslut;goal;uppnås;Nämnden;2025-05-20;\n", 1 },
	{ "capital letters", HEAD "g1;;Årsslut;goal;x;Nämnden;2025-05-20;\n",
	  1 },
	{ "two rows, an empty one between",
	  HEAD "g1;;nu;goal;x;N;2025-05-20;\n;;;;;;;\n"
	       "g1;;årsslut;goal;x;N;2025-05-20;\n",
	  2 },
	{ "unknown time", HEAD "g1;;snart;goal;x;N;2025-05-20;\n", REFUSED },
	{ "no such day", HEAD "g1;;nu;goal;x;N;2025-02-30;\n", REFUSED },
	{ "Swedish date", HEAD "g1;;nu;goal;x;N;20/5 2025;\n", REFUSED },
	{ "no id", HEAD ";son;nu;goal;x;N;2025-05-20;\n", REFUSED },
	{ "no role", HEAD "g1;son;nu;goal;x;;2025-05-20;\n", REFUSED },
	{ "no date", HEAD "g1;son;nu;goal;x;N;;\n", REFUSED },
	{ "no grade", HEAD "g1;son;nu;goal;;N;2025-05-20;\n", REFUSED },
	{ "no scale", HEAD "g1;son;nu;;x;N;2025-05-20;\n", REFUSED },
	{ "one wrong row refuses all",
	  HEAD "g1;;nu;goal;x;N;2025-05-20;\ng2;;nu;goal;x;N;x;\n", REFUSED },
	{ "a column is missing", "id;enhet;när;skala;grad;roll;datum\n",
	  REFUSED },
};

static void grades_are_read_or_refused(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(grade_rows); i++) {
		struct stated_grades grades = { 0 };
		struct text why = { 0 };
		int got = REFUSED;

		put("grades.csv", grade_rows[i].content);
		if (stated_grades_load(&grades, folder, "input", &why))
			got = (int)grades.count;
		if (got != grade_rows[i].want || why.len) {
			print_error("%s: got %d, want %d %s\n",
				    grade_rows[i].label, got,
				    grade_rows[i].want, text_string(&why));
			wrong++;
		}
		stated_grades_clear(&grades);
		text_clear(&why);
	}
	assert_int_equal(wrong, 0);
}

static void a_grade_keeps_what_stands_there(void **state)
{
	struct stated_grades grades = { 0 };
	struct text why = { 0 };
	const struct stated_grade *grade;

	(void)state;
	put("grades.csv",
	    HEAD "m.lss;lss; nu ;goal;uppnås delvis;Socialnämnden;"
		 "2025-05-20;\"Ett skäl;\nmed två rader\"\n"
		 "m.ifo;;årsslut;year-end;ja;Utskottet;2025-05-21;\n");
	assert_true(stated_grades_load(&grades, folder, "input/p", &why));
	assert_int_equal(grades.count, 2);
	grade = &grades.list[0];
	assert_string_equal(grade->id, "m.lss");
	assert_string_equal(grade->unit, "lss");
	assert_int_equal(grade->when, WHEN_NOW);
	assert_string_equal(grade->scale, "goal");
	assert_string_equal(grade->grade, "uppnås delvis");
	assert_string_equal(grade->role, "Socialnämnden");
	assert_int_equal(grade->date.year, 2025);
	assert_int_equal(grade->date.month, 5);
	assert_int_equal(grade->date.day, 20);
	assert_string_equal(grade->reason, "Ett skäl;\nmed två rader");
	assert_string_equal(grade->file, "input/p/grades.csv");
	assert_int_equal(grade->line, 2);
	grade = &grades.list[1];
	assert_string_equal(grade->unit, "");
	assert_int_equal(grade->when, WHEN_YEAR_END);
	assert_string_equal(grade->reason, "");
	assert_int_equal(grade->line, 4);
	stated_grades_clear(&grades);
	text_clear(&why);
}

#define CASE_HEAD                                                              \
	"rapport;diarienummer;handlingsnummer;organ;paragraf;handläggare\n"

static const struct {
	const char *label;
	const char *content;
	int want;
} case_rows[] = {
	{ "no file is no case", NULL, 0 },
	{ "one case", CASE_HEAD "prognosrapport;SN 2025/41;;;;\n", 1 },
	{ "two reports", CASE_HEAD "a;SN 2025/41;;;;\nb;SN 2025/42;;;;\n", 2 },
	{ "the same report twice", CASE_HEAD "a;1;;;;\na;2;;;;\n", REFUSED },
	{ "no report", CASE_HEAD ";SN 2025/41;;;;\n", REFUSED },
};

static void cases_are_read_or_refused(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(case_rows); i++) {
		struct case_entries entries = { 0 };
		struct text why = { 0 };
		int got = REFUSED;

		put("case.csv", case_rows[i].content);
		if (case_entries_load(&entries, folder, "input", &why))
			got = (int)entries.count;
		if (got != case_rows[i].want || why.len) {
			print_error("%s: got %d, want %d\n", case_rows[i].label,
				    got, case_rows[i].want);
			wrong++;
		}
		case_entries_clear(&entries);
		text_clear(&why);
	}
	assert_int_equal(wrong, 0);
}

static void a_case_keeps_what_stands_there(void **state)
{
	struct case_entries entries = { 0 };
	struct text why = { 0 };
	const struct case_entry *entry;

	(void)state;
	put("case.csv", CASE_HEAD "a;SN 2025/41;SN 2025/41-3;Socialnämnden;"
				  "§ 57;Förvaltningschef\nb;;;;;\n");
	assert_true(case_entries_load(&entries, folder, "input", &why));
	entry = case_entries_lookup(&entries, "a");
	assert_non_null(entry);
	assert_string_equal(entry->diary_number, "SN 2025/41");
	assert_string_equal(entry->document_number, "SN 2025/41-3");
	assert_string_equal(entry->body, "Socialnämnden");
	assert_string_equal(entry->paragraph, "§ 57");
	assert_string_equal(entry->officer, "Förvaltningschef");
	entry = case_entries_lookup(&entries, "b");
	assert_non_null(entry);
	assert_null(entry->diary_number);
	assert_null(entry->officer);
	assert_null(case_entries_lookup(&entries, "c"));
	case_entries_clear(&entries);
	text_clear(&why);
}

static void times_have_names(void **state)
{
	enum when when = WHEN_NOW;

	(void)state;
	assert_string_equal(when_name(WHEN_NOW), "now");
	assert_string_equal(when_name(WHEN_YEAR_END), "year-end");
	assert_true(when_of_name(&when, "year-end"));
	assert_int_equal(when, WHEN_YEAR_END);
	assert_false(when_of_name(&when, "årsslut"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grades_are_read_or_refused),
		cmocka_unit_test(a_grade_keeps_what_stands_there),
		cmocka_unit_test(cases_are_read_or_refused),
		cmocka_unit_test(a_case_keeps_what_stands_there),
		cmocka_unit_test(times_have_names),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
