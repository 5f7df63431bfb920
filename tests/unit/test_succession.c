/*
 * One invented organisation with every change that a municipality makes at a
 * turn of the year.  What is comparable is worked out by hand from the rows.
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
#include "model/succession.h"

#define HEAD "id;namn;alias;överordnad;från;till;efterträder\n"
#define UNITS                                                                  \
	HEAD "kom;Kommunen;;;;;\n"                                             \
	     "son;Socialnämnden;SN;kom;;;\n"                                  \
	     "bun;Barn och utbildning;;kom;;;\n"                               \
	     "skola;Skolan;;bun;;;\n"                                          \
	     "hemvard;Hemvården;HV;son;;2024-12-31;\n"                        \
	     "nord;Hemtjänst Nord;;son;2025-01-01;;hemvard\n"                 \
	     "syd;Hemtjänst Syd;;son;2025-01-01;;hemvard\n"                   \
	     "bjork;Björkgården;;son;;2023-12-31;\n"                         \
	     "asp;Aspgården;;son;2024-01-01;2024-12-31;bjork\n"               \
	     "lind;Lindgården;;son;2025-01-01;;asp\n"                         \
	     "ami;Arbetsmarknad;;bun;;2024-12-31;\n"                           \
	     "ami;Arbetsmarknad;;son;2025-01-01;;\n"                           \
	     "barn;Barnenheten;;ifo.gamla;;2024-12-31;\n"                      \
	     "vuxen;Vuxenenheten;;ifo.gamla;;2024-12-31;\n"                    \
	     "ifo.gamla;Familj;;son;;2024-12-31;\n"                            \
	     "ifo;Individ och familj;;son;2025-01-01;;barn|vuxen|ifo.gamla\n"  \
	     "natt;Nattpatrull;;son;2025-01-01;;\n"                            \
	     "dag;Dagcenter;;son;;2024-12-31;\n"                               \
	     "lss;LSS;;son;;;\n"                                               \
	     "lss.a;Gruppbostad A;;lss;;;\n"                                   \
	     "lss.b;Gruppbostad B;;lss;2025-02-01;;lss.a\n"                    \
	     "hsv;Hälso- och sjukvård;;son;;;\n"
#define GOALS "id;slag;namn;överordnat;enhet\n"
#define INDICATORS "id;namn;alias;mål;enhet;måttenhet;riktning;målvärde\n"

struct fixture {
	char folder[32];
};

static void put(const struct fixture *fixture, const char *name,
		const char *content)
{
	struct text path = { 0 };
	struct text why = { 0 };

	text_printf(&path, "%s/%s", fixture->folder, name);
	if (!outfile_write(path.at, content, strlen(content), &why))
		fail_msg("%s", text_string(&why));
	text_clear(&path);
	text_clear(&why);
}

static int make_folder(void **state)
{
	static struct fixture fixture;

	(void)snprintf(fixture.folder, sizeof(fixture.folder),
		       "/tmp/succession.XXXXXX");
	*state = &fixture;
	return mkdtemp(fixture.folder) ? 0 : -1;
}

static int drop_folder(void **state)
{
	static const char *const names[] = { "units.csv", "goals.csv",
					     "indicators.csv" };
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct text path = { 0 };

		text_printf(&path, "%s/%s", fixture->folder, names[i]);
		(void)unlink(path.at);
		text_clear(&path);
	}
	return rmdir(fixture->folder);
}

static bool load(struct registry *reg, const struct fixture *fixture,
		 const char *units)
{
	const struct date as_of = { 2025, 5, 5 };
	struct text why = { 0 };
	bool ok;

	put(fixture, "units.csv", units);
	put(fixture, "goals.csv", GOALS);
	put(fixture, "indicators.csv", INDICATORS);
	ok = register_load(reg, fixture->folder, &as_of, ',', &why);
	if (why.len > 0)
		fail_msg("%s", text_string(&why));
	text_clear(&why);
	return ok;
}

static const struct {
	const char *label;
	const char *id;
	struct date then;
	const char *want; /* succession, then the ids of then */
} pairs[] = {
	{ "unchanged", "hsv", { 2024, 12, 31 }, "same hsv" },
	{ "the day itself", "nord", { 2025, 5, 5 }, "same nord" },
	{ "split", "nord", { 2024, 12, 31 }, "split hemvard" },
	{ "renamed", "lind", { 2024, 12, 31 }, "same asp" },
	{ "renamed twice", "lind", { 2023, 8, 31 }, "same bjork" },
	{ "moved: its own figures", "ami", { 2024, 12, 31 }, "same ami" },
	{ "moved: where it went", "son", { 2024, 12, 31 }, "moved son" },
	{ "moved: where it left", "bun", { 2024, 12, 31 }, "moved bun" },
	{ "moved below the same top", "kom", { 2024, 12, 31 }, "same kom" },
	{ "merged", "ifo", { 2024, 12, 31 }, "merged barn vuxen ifo.gamla" },
	{ "new from nowhere", "natt", { 2024, 12, 31 }, "no-unit" },
	{ "a part broken out: what stayed",
	  "lss.a",
	  { 2025, 1, 31 },
	  "split lss.a" },
	{ "a part broken out: the part",
	  "lss.b",
	  { 2025, 1, 31 },
	  "split lss.a" },
	{ "a part broken out: above", "lss", { 2025, 1, 31 }, "same lss" },
	{ "after every change", "son", { 2025, 3, 31 }, "same son" },
};

static void figures_are_compared_where_no_border_is_crossed(void **state)
{
	struct registry reg = { 0 };
	struct arena arena = { 0 };
	int wrong = 0;

	assert_true(load(&reg, *state, UNITS));
	for (size_t i = 0; i < COUNT_OF(pairs); i++) {
		struct names were = { 0 };
		struct text got = { 0 };

		text_add(&got, succession_name(succession_find(
				       &reg, &arena, pairs[i].id, pairs[i].then,
				       &were)));
		for (size_t j = 0; j < were.count; j++)
			text_printf(&got, " %s", were.list[j]);
		if (strcmp(got.at, pairs[i].want) != 0) {
			print_error("%s: got %s, want %s\n", pairs[i].label,
				    got.at, pairs[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
	arena_clear(&arena);
	register_clear(&reg);
}

static const struct {
	const char *label;
	const char *name;
	struct date day;
	const char *want; /* id of the register's day; NULL: none */
} rows[] = {
	{ "unchanged", "LSS", { 2024, 5, 1 }, "lss" },
	{ "renamed", "Aspgården", { 2024, 5, 1 }, "lind" },
	{ "renamed twice", "björkgården", { 2023, 5, 1 }, "lind" },
	{ "merged", "Barnenheten", { 2024, 5, 1 }, "ifo" },
	{ "moved", "Arbetsmarknad", { 2024, 5, 1 }, "ami" },
	{ "split: what holds both", "HV", { 2024, 5, 1 }, "son" },
	{ "closed: what stood above", "Dagcenter", { 2024, 5, 1 }, "son" },
	{ "not of that day", "Aspgården", { 2023, 5, 1 }, NULL },
	{ "not yet there", "Nattpatrull", { 2024, 5, 1 }, NULL },
};

static void rows_of_former_units_count_where_their_heirs_are(void **state)
{
	struct registry reg = { 0 };
	int wrong = 0;

	assert_true(load(&reg, *state, UNITS));
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct unit_era *era =
			succession_era_named(&reg, rows[i].name, rows[i].day);
		size_t at = era ? succession_place(&reg, era) : SIZE_MAX;
		const char *got = at == SIZE_MAX ? "none" : reg.units[at].id;
		const char *want = rows[i].want ? rows[i].want : "none";

		if (strcmp(got, want) == 0)
			continue;
		print_error("%s: got %s, want %s\n", rows[i].label, got, want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
	register_clear(&reg);
}

static const struct {
	const char *label;
	const char *units;
} refused[] = {
	{ "days overlap", UNITS "asp;Aspen;;son;2023-06-01;2024-03-31;\n" },
	{ "the last day is before the first",
	  UNITS "x;X;;son;2024-02-01;2024-01-01;\n" },
	{ "a predecessor that never was",
	  UNITS "x;X;;son;2025-01-01;;hemvar\n" },
	{ "a predecessor that had ended long before",
	  UNITS "x;X;;son;2025-01-01;;bjork\n" },
	{ "a predecessor, but no first day", UNITS "x;X;;son;;;hemvard\n" },
};

static void faults_of_eras_refuse_the_register(void **state)
{
	int wrong = 0;

	for (size_t i = 0; i < COUNT_OF(refused); i++) {
		struct registry reg = { 0 };
		bool got = load(&reg, *state, refused[i].units);

		register_clear(&reg);
		if (!got)
			continue;
		print_error("%s: got accepted, want refused\n",
			    refused[i].label);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			figures_are_compared_where_no_border_is_crossed),
		cmocka_unit_test(
			rows_of_former_units_count_where_their_heirs_are),
		cmocka_unit_test(faults_of_eras_refuse_the_register),
	};

	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
