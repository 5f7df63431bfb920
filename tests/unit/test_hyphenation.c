/*
 * Expected points are those of Swedish dictionaries and of the words' parts;
 * the first rows are words that the dictionary alone divides wrongly.
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

#include "capture.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "typeset/hyphenation.h"

#define DICTIONARY "/usr/share/hyphen/hyph_sv_SE.dic"
#define EXCEPTIONS "templates/hyphenation-sv.txt"

static struct hyphenation *load(const char *exceptions)
{
	struct text why = { 0 };
	struct hyphenation *hyphenation =
		hyphenation_load(DICTIONARY, exceptions, &why);

	if (!hyphenation)
		fail_msg("cannot load: %s", text_string(&why));
	text_clear(&why);
	return hyphenation;
}

static void add_divided(struct text *into, struct hyphenation *hyphenation,
			const char *word)
{
	size_t points[32];
	const size_t len = strlen(word);
	const size_t count =
		hyphenation_points(hyphenation, word, len, points, 32);
	size_t at = 0;

	for (size_t i = 0; i < count; i++) {
		text_add_bytes(into, word + at, points[i] - at);
		text_add_char(into, '=');
		at = points[i];
	}
	text_add(into, word + at);
}

static const struct {
	const char *label;
	const char *word;
	const char *want;
} rows[] = {
	{ "mended", "resultatuppföljning", "re=sul=tat=upp=följ=ning" },
	{ "mended", "personalomsättning", "per=so=nal=om=sätt=ning" },
	{ "mended", "budgetunderlag", "bud=get=un=der=lag" },
	{ "mended inside a word", "helårsbudgetunderlaget",
	  "hel=års=bud=get=un=der=la=get" },
	{ "mended", "omvårdnadspersonal", "om=vård=nads=per=so=nal" },
	{ "mended", "hemtjänstenheter", "hem=tjänst=en=he=ter" },
	{ "mended", "kommunövergripande", "kom=mun=över=gri=pande" },
	{ "mended", "övertidskostnaderna", "över=tids=kost=na=derna" },
	{ "mended", "arbetsmiljöverket", "ar=bets=mil=jö=ver=ket" },
	{ "mended", "balanskravsresultat", "ba=lans=kravs=re=sul=tat" },
	{ "the longer of two that overlap", "arbetsplatsträff",
	  "ar=bets=plats=träff" },
	{ "the longer, also where it begins as another", "undersköterskeyrket",
	  "un=der=skö=ter=ske=yr=ket" },
	{ "as the dictionary says", "socialförvaltningen",
	  "so=ci=al=för=valt=ningen" },
	{ "capitals as small letters", "Äldreomsorgen", "Äldre=om=sor=gen" },
	{ "capitals only", "SOCIALNÄMNDEN", "SO=CI=AL=NÄMN=DEN" },
	{ "no part of one letter", "ledarskapsutbildning",
	  "le=dar=skaps=ut=bild=ning" },
	{ "no part of one letter", "personalavdelning",
	  "per=so=nal=av=del=ning" },
	{ "three letters go to the next line", "nöjdare", "nöj=dare" },
	{ "under six letters", "målen", "målen" },
	{ "signs part words", "(verksamhet/rapporten),",
	  "(verk=sam=het/rap=por=ten)," },
	{ "digits stay whole", "203906", "203906" },
	{ "letters of other alphabets", "Željkovićs", "Željkovićs" },
	{ "a foreign letter at the end", "rapportenž", "rapportenž" },
	{ "empty", "", "" },
};

static void check_rows(struct hyphenation *hyphenation)
{
	int wrong = 0;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct text got = { 0 };

		add_divided(&got, hyphenation, rows[i].word);
		if (strcmp(text_string(&got), rows[i].want) != 0) {
			print_error("%s: got %s, want %s\n", rows[i].label,
				    text_string(&got), rows[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	hyphenation_free(hyphenation);
	assert_int_equal(wrong, 0);
}

static void points_are_where_words_divide(void **state)
{
	(void)state;
	check_rows(load(EXCEPTIONS));
}

static void points_do_not_depend_on_what_is_expected(void **state)
{
	struct hyphenation *all = load(EXCEPTIONS);
	struct hyphenation *first = load(EXCEPTIONS);

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		hyphenation_expect(all, rows[i].word, strlen(rows[i].word));
	check_rows(all);
	/* then one that is not expected, after one that is */
	hyphenation_expect(first, rows[0].word, strlen(rows[0].word));
	check_rows(first);
}

/* More than the words of a report, each asked for again later. */
static void many_words_are_remembered(void **state)
{
	struct hyphenation *hyphenation = load(EXCEPTIONS);
	int wrong = 0;

	(void)state;
	for (int i = 0; i < 2 * 10000; i++) {
		char word[32];
		char want[32];
		struct text got = { 0 };

		(void)snprintf(word, sizeof(word), "rapporten/%d", i % 10000);
		(void)snprintf(want, sizeof(want), "rap=por=ten/%d", i % 10000);
		add_divided(&got, hyphenation, word);
		wrong += strcmp(got.at, want) != 0;
		text_clear(&got);
	}
	hyphenation_free(hyphenation);
	assert_int_equal(wrong, 0);
}

/* The reason for the exceptions: if this fails, lines of it may go. */
static void dictionary_alone_is_wrong(void **state)
{
	struct hyphenation *hyphenation = load(NULL);
	struct text got = { 0 };

	(void)state;
	add_divided(&got, hyphenation, "resultatuppföljning");
	assert_string_equal(got.at, "re=sul=ta=tupp=följ=ning");
	text_clear(&got);
	hyphenation_free(hyphenation);
}

static void without_dictionary_nothing_is_divided(void **state)
{
	size_t points[4];

	(void)state;
	assert_int_equal(hyphenation_points(NULL, "verksamhet", 10, points, 4),
			 0);
}

static void points_stop_at_room(void **state)
{
	struct hyphenation *hyphenation = load(EXCEPTIONS);
	size_t points[2] = { 0 };

	(void)state;
	assert_int_equal(hyphenation_points(hyphenation, "budgetunderlag", 14,
					    points, 2),
			 2);
	assert_int_equal(points[0], 3);
	assert_int_equal(points[1], 6);
	hyphenation_free(hyphenation);
}

static void wrong_exception_is_told_with_its_line(void **state)
{
	char path[] = "/tmp/bokslut-hyphenation-XXXXXX";
	struct capture capture;
	struct text told = { 0 };
	struct text why = { 0 };
	const int fd = mkstemp(path);
	FILE *file = fdopen(fd, "w");

	(void)state;
	assert_non_null(file);
	(void)fputs("# words\nbud-get\nbud--get av\n", file);
	assert_int_equal(fclose(file), 0);
	msg_start("test");
	capture_start(&capture, STDERR_FILENO);
	assert_null(hyphenation_load(DICTIONARY, path, &why));
	capture_end(&capture, &told);
	assert_non_null(strstr(told.at, ":3: \"bud--get av\" is no word"));
	assert_int_equal(why.len, 0);
	(void)unlink(path);
	text_clear(&told);
	text_clear(&why);
}

static void missing_dictionary_is_a_sentence(void **state)
{
	struct text why = { 0 };

	(void)state;
	assert_null(hyphenation_load("/nowhere/x.dic", NULL, &why));
	assert_non_null(strstr(why.at, "/nowhere/x.dic"));
	text_clear(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(points_are_where_words_divide),
		cmocka_unit_test(points_do_not_depend_on_what_is_expected),
		cmocka_unit_test(many_words_are_remembered),
		cmocka_unit_test(dictionary_alone_is_wrong),
		cmocka_unit_test(without_dictionary_nothing_is_divided),
		cmocka_unit_test(points_stop_at_room),
		cmocka_unit_test(wrong_exception_is_told_with_its_line),
		cmocka_unit_test(missing_dictionary_is_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
