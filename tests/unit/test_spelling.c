/*
 * Distances were counted by hand: one step for each letter added, dropped,
 * changed, or swapped with its neighbour.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/spelling.h"

static const struct {
	const char *label;
	const char *a;
	const char *b;
	size_t limit;
	size_t want;
} distances[] = {
	{ "the same word", "enhet", "enhet", 9, 0 },
	{ "case aside", "HEMTJÄNST", "hemtjänst", 9, 0 },
	{ "capital y with diaeresis", "\xC5\xB8", "\xC3\xBF", 9, 0 },
	{ "one letter changed", "hemtjanst", "hemtjänst", 9, 1 },
	{ "one letter dropped", "hemtjänt", "hemtjänst", 9, 1 },
	{ "one letter added", "hemmtjänst", "hemtjänst", 9, 1 },
	{ "neighbours swapped", "hmetjänst", "hemtjänst", 9, 1 },
	{ "swapped across å", "båts", "btås", 9, 1 },
	{ "swapped and changed", "hmetjanst", "hemtjänst", 9, 2 },
	{ "empty against a word", "", "lss", 9, 3 },
	{ "the limit cuts", "abcdef", "uvwxyz", 4, 4 },
	{ "length alone cuts", "a", "abcdefgh", 3, 3 },
	{ "just below the limit", "abc", "abd", 2, 1 },
};

static void distance_counts_steps(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(distances); i++) {
		size_t got = spelling_distance(distances[i].a, distances[i].b,
					       distances[i].limit);

		if (got == distances[i].want)
			continue;
		print_error("%s: got %zu, want %zu\n", distances[i].label, got,
			    distances[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *label;
	const char *a;
	const char *b;
	bool want;
} sames[] = {
	{ "the same", "Enhet", "Enhet", true },
	{ "case of a-z", "ENHET", "enhet", true },
	{ "case of å", "ÅRSPROGNOS", "årsprognos", true },
	{ "case of Ž", "\xC5\xBD", "\xC5\xBE", true },
	{ "the multiplication sign is no letter", "\xC3\x97", "\xC3\xB7",
	  false },
	{ "a is not å", "arsprognos", "årsprognos", false },
	{ "one is longer", "enhet", "enheter", false },
	{ "both empty", "", "", true },
};

static void same_is_case_aside(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sames); i++) {
		bool got = spelling_same(sames[i].a, sames[i].b);

		if (got == sames[i].want)
			continue;
		print_error("%s: got %d, want %d\n", sames[i].label, got,
			    sames[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

#define FIFTY "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"

static const struct {
	const char *label;
	const char *wanted;
	const char *offers[4];
	const char *want; /* NULL: none is near */
} searches[] = {
	{ "nearest of three",
	  "Hemtjnst",
	  { "Hemsjukvård", "Hemtjänst", "Hemtjänst Nord", NULL },
	  "Hemtjänst" },
	{ "none is near", "Skola", { "Hemtjänst", "LSS", NULL, NULL }, NULL },
	{ "first of two equal ones",
	  "IFA",
	  { "IFO", "IFB", NULL, NULL },
	  "IFO" },
	{ "one of three letters may differ",
	  "LSX",
	  { "LSS", NULL, NULL, NULL },
	  "LSS" },
	{ "a word longer than any name",
	  FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY,
	  { "Socialf\xC3\xB6rvaltningen", NULL, NULL, NULL },
	  NULL },
	{ "two of three may not", "LXX", { "LSS", NULL, NULL, NULL }, NULL },
};

static void search_finds_the_nearest(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(searches); i++) {
		struct spelling_search search = { .wanted =
							  searches[i].wanted };
		const char *want = searches[i].want;

		for (size_t j = 0; j < 4 && searches[i].offers[j]; j++)
			spelling_offer(&search, searches[i].offers[j]);
		if (search.nearest == want ||
		    (search.nearest && want &&
		     strcmp(search.nearest, want) == 0))
			continue;
		print_error("%s: got %s, want %s\n", searches[i].label,
			    search.nearest ? search.nearest : "none",
			    want ? want : "none");
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(distance_counts_steps),
		cmocka_unit_test(same_is_case_aside),
		cmocka_unit_test(search_finds_the_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
