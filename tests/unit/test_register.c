/*
 * Registers are written to a folder of their own and read from there; what is
 * wrong in one must be refused, which of the faults is told stands in the
 * golden tests of ingest.
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

#include "lib/outfile.h"
#include "lib/text.h"
#include "model/register.h"

#define UNITS                                                                  \
	"id;namn;alias;överordnad;från;till\n"                               \
	"son;Socialnämnden;SON;;;\n"                                          \
	"hemtjanst;Hemtjänst;HTJ|Hemvård;son;;\n"                            \
	"nord;Hemtjänst Nord;;hemtjanst;;\n"                                  \
	"old;Hemtjänst Öst;;hemtjanst;;2024-12-31\n"                         \
	"new;Hemtjänst Väst;;hemtjanst;2025-05-06;\n"
#define GOALS                                                                  \
	"id;slag;namn;överordnat;enhet\n"                                     \
	"kf;kf-mål;God vård;;son\n"                                          \
	"g1;nämndmål;Trygg omsorg;kf;son\n"
#define INDICATORS                                                             \
	"\xEF\xBB\xBF"                                                         \
	"namn;id;mål;enhet;måttenhet;riktning;målvärde;värde;alias\r\n"   \
	"Sjukfrånvaro;sick-leave;g1;son;percent;lägre;7,5 %;hr.sick;\r\n"    \
	";;;;;;;;\r\n"                                                         \
	"\"Nöjd; hemtjänst\";happy;g1|kf;son;percent;Högre;≥ 85 %;;NKI\r\n"

struct fixture {
	char folder[32];
};

static void put(const struct fixture *fixture, const char *name,
		const char *content)
{
	struct text path = { 0 };
	struct text why = { 0 };

	text_printf(&path, "%s/%s", fixture->folder, name);
	if (content && !outfile_write(path.at, content, strlen(content), &why))
		fail_msg("%s", text_string(&why));
	if (!content)
		(void)unlink(path.at);
	text_clear(&path);
	text_clear(&why);
}

static int make_folder(void **state)
{
	static struct fixture fixture;

	(void)snprintf(fixture.folder, sizeof(fixture.folder),
		       "/tmp/register.XXXXXX");
	*state = &fixture;
	return mkdtemp(fixture.folder) ? 0 : -1;
}

static int drop_folder(void **state)
{
	const struct fixture *fixture = *state;

	put(fixture, "units.csv", NULL);
	put(fixture, "goals.csv", NULL);
	put(fixture, "indicators.csv", NULL);
	return rmdir(fixture->folder);
}

static bool load(struct registry *reg, const struct fixture *fixture,
		 const char *const files[3])
{
	const struct date as_of = { 2025, 5, 5 };
	struct text why = { 0 };
	bool ok;

	put(fixture, "units.csv", files[0]);
	put(fixture, "goals.csv", files[1]);
	put(fixture, "indicators.csv", files[2]);
	ok = register_load(reg, fixture->folder, &as_of, ',', &why);
	if (why.len > 0)
		fail_msg("%s", text_string(&why));
	text_clear(&why);
	return ok;
}

static void rows_of_the_day_are_kept_in_order(void **state)
{
	const char *const files[] = { UNITS, GOALS, INDICATORS };
	struct registry reg = { 0 };
	const struct indicator *indicator;

	assert_true(load(&reg, *state, files));
	assert_int_equal(reg.unit_count, 3);
	assert_string_equal(reg.units[2].id, "nord");
	assert_int_equal(reg.units[2].line, 4);
	assert_null(reg.units[0].parent);
	assert_string_equal(reg.units[2].parent, "hemtjanst");
	assert_int_equal(reg.units[1].aliases.count, 2);
	assert_string_equal(reg.units[1].aliases.list[1], "Hemvård");
	assert_int_equal(reg.goal_count, 2);
	assert_int_equal(reg.goals[1].parents.count, 1);
	assert_int_equal(reg.indicator_count, 2);
	indicator = &reg.indicators[0];
	assert_true(indicator->lower_is_better);
	assert_string_equal(indicator->value_from, "hr.sick");
	assert_string_equal(indicator->forecast_from, "sick-leave");
	assert_string_equal(indicator->target_text, "7,5 %");
	indicator = &reg.indicators[1];
	assert_string_equal(indicator->name, "Nöjd; hemtjänst");
	assert_int_equal(indicator->line, 4);
	assert_int_equal(indicator->goals.count, 2);
	assert_int_equal(indicator->target.op, TARGET_AT_LEAST);
	register_clear(&reg);
}

static const struct {
	const char *label;
	const char *name;
	const char *want; /* id; NULL: unknown */
} names[] = {
	{ "name", "Hemtjänst", "hemtjanst" },
	{ "case of the name", "HEMTJÄNST NORD", "nord" },
	{ "spaces in and around", "  Hemtjänst   Nord ", "nord" },
	{ "alias", "htj", "hemtjanst" },
	{ "second alias", "Hemvård", "hemtjanst" },
	{ "id", "nord", "nord" },
	{ "valid no longer", "Hemtjänst Öst", NULL },
	{ "not valid yet", "Hemtjänst Väst", NULL },
	{ "unknown", "Skolan", NULL },
	{ "empty", "", NULL },
};

static void units_are_found_by_every_name(void **state)
{
	const char *const files[] = { UNITS, GOALS, INDICATORS };
	struct registry reg = { 0 };
	int wrong = 0;

	assert_true(load(&reg, *state, files));
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const struct unit *unit =
			register_unit_named(&reg, names[i].name);
		const char *got = unit ? unit->id : "none";
		const char *want = names[i].want ? names[i].want : "none";

		if (strcmp(got, want) == 0)
			continue;
		print_error("%s: got %s, want %s\n", names[i].label, got, want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
	assert_string_equal(register_nearest_unit(&reg, "Hemjänst"),
			    "Hemtjänst");
	assert_null(register_nearest_unit(&reg, "Räddningstjänst"));
	assert_string_equal(register_indicator_named(&reg, "nki")->id, "happy");
	assert_true(register_belongs(&reg, "nord", "son"));
	assert_true(register_belongs(&reg, "nord", "nord"));
	assert_false(register_belongs(&reg, "son", "nord"));
	register_clear(&reg);
}

static const struct {
	const char *label;
	const char *files[3];
} refused[] = {
	{ "an id stands twice", { UNITS "nord;Nord;;son;;\n", GOALS, "" } },
	{ "an id of a goal is one of a unit",
	  { UNITS, GOALS "nord;nämndmål;Nord;kf;son\n", INDICATORS } },
	{ "a name is another's alias",
	  { UNITS "x;Hemvård;;son;;\n", GOALS, INDICATORS } },
	{ "an id with a capital",
	  { UNITS "X;Nytt;;son;;\n", GOALS, INDICATORS } },
	{ "a name is missing", { UNITS "x;;;son;;\n", GOALS, INDICATORS } },
	{ "a unit above is unknown",
	  { UNITS "x;Nytt;;sonn;;\n", GOALS, INDICATORS } },
	{ "a unit above is valid no longer",
	  { UNITS "x;Nytt;;old;;\n", GOALS, INDICATORS } },
	{ "a unit above itself",
	  { UNITS "x;X;;y;;\ny;Y;;x;;\n", GOALS, INDICATORS } },
	{ "a goal above itself",
	  { UNITS, GOALS "g2;nämndmål;Två;g3;son\ng3;nämndmål;Tre;g2;son\n",
	    INDICATORS } },
	{ "a day that is none",
	  { UNITS "x;Nytt;;son;2025-02-30;\n", GOALS, INDICATORS } },
	{ "a cell too few", { UNITS "x;Nytt;;son\n", GOALS, INDICATORS } },
	{ "a header is missing",
	  { "id;namn;alias\nson;Socialnämnden;\n", GOALS, INDICATORS } },
	{ "a header is unknown",
	  { "id;namn;överordnad;namm\nson;Socialnämnden;;\n", GOALS,
	    INDICATORS } },
	{ "a header stands twice",
	  { "id;namn;överordnad;namn\nson;Socialnämnden;;\n", GOALS,
	    INDICATORS } },
	{ "an open quote", { UNITS "x;\"Nytt;;son;;\n", GOALS, INDICATORS } },
	{ "Windows-1252",
	  { "id;namn;\xF6verordnad\nson;N\xE4mnd;\n", GOALS, INDICATORS } },
	{ "an empty file", { "", GOALS, INDICATORS } },
	{ "an unknown goal",
	  { UNITS, GOALS, INDICATORS "X;x;g9;son;percent;högre;85 %;;\r\n" } },
	{ "a next value in no month",
	  { UNITS, GOALS,
	    "id;namn;mål;enhet;måttenhet;riktning;målvärde;nästa\n"
	    "x;X;g1;son;percent;högre;85 %;i höst\n" } },
	{ "no direction",
	  { UNITS, GOALS, INDICATORS "X;x;g1;son;percent;;85 %;;\r\n" } },
};

static void faults_refuse_the_register(void **state)
{
	int wrong = 0;

	for (size_t i = 0; i < COUNT_OF(refused); i++) {
		struct registry reg = { 0 };
		bool got = load(&reg, *state, refused[i].files);

		register_clear(&reg);
		if (!got)
			continue;
		print_error("%s: got accepted, want refused\n",
			    refused[i].label);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

/* It is followed up, but not held to anything. */
static void an_indicator_may_lack_a_target(void **state)
{
	const char *const files[] = { UNITS, GOALS,
				      INDICATORS
				      "X;x;g1;son;percent;högre;;;\r\n" };
	struct registry reg = { 0 };
	const struct indicator *indicator;

	assert_true(load(&reg, *state, files));
	indicator = register_indicator_named(&reg, "x");
	assert_non_null(indicator);
	assert_int_equal(indicator->target.op, TARGET_UNSTATED);
	assert_int_equal(indicator->target.figure.kind, FIGURE_MISSING);
	register_clear(&reg);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_of_the_day_are_kept_in_order),
		cmocka_unit_test(units_are_found_by_every_name),
		cmocka_unit_test(faults_refuse_the_register),
		cmocka_unit_test(an_indicator_may_lack_a_target),
	};

	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
