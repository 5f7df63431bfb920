/*
 * Lengths are worked out with bc(1): 72000 / 25.4 mpt a millimetre.
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
#include "lib/infile.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "typeset/house_style.h"

#define PATH "templates/house-style.xml"
#define REFUSED (-1)

static const struct {
	const char *label;
	const char *from;
	int32_t want;
} lengths[] = {
	{ "points", "10.5pt", 10500 },
	{ "whole points", "15pt", 15000 },
	{ "A4 is 595.276 pt wide", "210mm", 595276 },
	{ "and 841.890 pt high", "297mm", 841890 },
	{ "a mark", "2.6mm", 7370 },
	{ "nothing", "0pt", 0 },
	{ "three decimals", "0.125pt", 125 },
	{ "four decimals", "0.1255pt", REFUSED },
	{ "no unit", "12", REFUSED },
	{ "another unit", "12cm", REFUSED },
	{ "comma", "10,5pt", REFUSED },
	{ "below zero", "-1pt", REFUSED },
	{ "point without decimals", "10.pt", REFUSED },
	{ "too long", "10000pt", REFUSED },
	{ "something behind", "10pt ", REFUSED },
	{ "empty", "", REFUSED },
};

static void lengths_are_read(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lengths); i++) {
		int32_t got = REFUSED;
		const bool ok = house_style_length(&got, lengths[i].from);

		if (got == lengths[i].want && ok == (got != REFUSED))
			continue;
		print_error("%s: \"%s\" got %d, want %d\n", lengths[i].label,
			    lengths[i].from, got, lengths[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static void colours_are_read(void **state)
{
	struct colour got = { 0 };

	(void)state;
	assert_true(house_style_colour(&got, "#1f4e79"));
	assert_int_equal(got.red, 31);
	assert_int_equal(got.green, 78);
	assert_int_equal(got.blue, 121);
	assert_false(house_style_colour(&got, "#1f4e7"));
	assert_false(house_style_colour(&got, "#1F4E79"));
	assert_false(house_style_colour(&got, "#1f4e799"));
	assert_false(house_style_colour(&got, "1f4e79"));
	assert_false(house_style_colour(&got, ""));
}

static void our_own_is_sound(void **state)
{
	struct house_style style = { 0 };
	struct text why = { 0 };

	(void)state;
	assert_true(house_style_load(&style, PATH, &why));
	assert_int_equal(style.width, 595276);
	assert_int_equal(style.measure, 354331);
	assert_int_equal(house_style_width(&style), 595276 - 2 * 70866);
	assert_int_equal(style.texts[TEXT_H1].font.size, 20000);
	assert_int_equal(style.texts[TEXT_H1].font.colour.blue, 121);
	assert_int_equal(style.texts[TEXT_TABLE].leading, 12000);
	assert_string_equal(house_style_dictionary(&style, "sv-FI")->exceptions,
			    "templates/hyphenation-sv.txt");
	assert_null(house_style_dictionary(&style, "en"));
	assert_null(house_style_dictionary(&style, "s"));
	house_style_clear(&style);
	text_clear(&why);
}

/* Our own file with one place changed, and what is said about it. */
static const struct {
	const char *label;
	const char *from;
	const char *to;
	const char *want; /* part of the message */
} faults[] = {
	{ "no such font", "LiberationSans-Bold.ttf", "Nowhere.ttf",
	  ":12: house-style/face: file names the file" },
	{ "leading under size", "size=\"20pt\"", "size=\"30pt\"",
	  "house-style/text: the size must be" },
	{ "measure over the width", "measure=\"125mm\"", "measure=\"165mm\"",
	  ":9: house-style/page: the margins leave too little room" },
	{ "a length that is none", "leading=\"26pt\"", "leading=\"wide\"",
	  "not as the schema says" },
	{ "a style twice", "use=\"h1\"", "use=\"h2\"",
	  ":29: house-style/text: \"h2\" stands here a second time" },
	{ "a style too few", "<text use=\"h1\"", "<text use=\"h9\"",
	  "not as the schema says" },
	{ "a heading that is too light to read", "use=\"house\" is=\"#1f4e79\"",
	  "use=\"house\" is=\"#777777\"",
	  ":28: house-style/text: \"h1\" is set in \"house\" (#777777) on the "
	  "white page (#ffffff), a contrast of 4.47:1" },
	{ "text of tables on a dark band", "use=\"band\" is=\"#f3f5f7\"",
	  "use=\"band\" is=\"#808080\"",
	  "house-style/text: \"table\" is set in \"ink\" (#1a1a1a) on "
	  "\"band\" (#808080), a contrast of 4." },
	{ "a sign that numbers cannot have", "  <colour use=\"ink\"",
	  "  <numbers language=\"sv\" group=\"apostrophe\"/>\n"
	  "  <colour use=\"ink\"",
	  "'apostrophe' is not an element of the set {'thin-space', 'space', "
	  "'none', 'comma', 'point'}" },
	{ "numbers of a language twice", "  <colour use=\"ink\"",
	  "  <numbers language=\"sv\"/>\n  <numbers language=\"sv\"/>\n"
	  "  <colour use=\"ink\"",
	  ":21: house-style/numbers: numbers of the language \"sv\" stand here "
	  "twice" },
	{ "a logo outside", "  <colour use=\"ink\"",
	  "  <logo file=\"../a.png\" alt=\"a\" width=\"9mm\" height=\"9mm\"/>\n"
	  "  <colour use=\"ink\"",
	  ":20: house-style/logo: the picture \"../a.png\" cannot be used: it "
	  "must lie in" },
	{ "a colour that is none", "#1f4e79", "blue",
	  "not as the schema says" },
	{ "not well-formed", "</house-style>", "", "not well-formed" },
};

/* Write our own file with `from` as `to`, beside the real one's files. */
static void write_changed(const char *path, const char *from, const char *to)
{
	struct text content = { 0 };
	struct text why = { 0 };
	FILE *file = fopen(path, "w");
	const char *at;

	assert_non_null(file);
	assert_true(infile_load(&content, PATH, &why));
	at = strstr(content.at, from);
	assert_non_null(at);
	(void)fprintf(file, "%.*s%s%s", (int)(at - content.at), content.at, to,
		      at + strlen(from));
	assert_int_equal(fclose(file), 0);
	text_clear(&content);
	text_clear(&why);
}

static void faults_are_told_where_they_stand(void **state)
{
	char path[] = "/tmp/bokslut-style-XXXXXX";
	const int fd = mkstemp(path);
	int wrong = 0;

	(void)state;
	assert_true(fd >= 0);
	(void)close(fd);
	msg_start("test");
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		struct house_style style = { 0 };
		struct capture capture;
		struct text told = { 0 };
		struct text why = { 0 };
		bool ok;

		write_changed(path, faults[i].from, faults[i].to);
		capture_start(&capture, STDERR_FILENO);
		ok = house_style_load(&style, path, &why);
		capture_end(&capture, &told);
		if (ok || why.len > 0 || style.width != 0 ||
		    !strstr(text_string(&told), faults[i].want)) {
			print_error("%s: got \"%s%s\", want \"%s\"\n",
				    faults[i].label, text_string(&told),
				    text_string(&why), faults[i].want);
			wrong++;
		}
		house_style_clear(&style);
		text_clear(&told);
		text_clear(&why);
	}
	(void)unlink(path);
	assert_int_equal(wrong, 0);
}

static void missing_file_is_a_sentence(void **state)
{
	struct house_style style = { 0 };
	struct text why = { 0 };

	(void)state;
	assert_false(house_style_load(&style, "/nowhere/style.xml", &why));
	assert_non_null(strstr(why.at, "/nowhere/style.xml"));
	text_clear(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths_are_read),
		cmocka_unit_test(colours_are_read),
		cmocka_unit_test(our_own_is_sound),
		cmocka_unit_test(faults_are_told_where_they_stand),
		cmocka_unit_test(missing_file_is_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
