/*
 * On the fake canvas a character of 10 pt is 5 pt wide: a measure of 100 pt
 * holds 20 characters.  85 % of it are 17.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "fake_canvas.h"
#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/hyphenation.h"
#include "typeset/paragraph.h"
#include "typeset/press.h"

#define MARK 10000 /* and 4000 of space after it */

static struct canvas canvas;
static struct house_style style;
static const struct text_style body = {
	.font = { .face = FACE_REGULAR, .size = 10000 },
	.leading = 15000,
};

static struct hyphenation *load(void)
{
	struct text why = { 0 };
	struct hyphenation *hyphenation =
		hyphenation_load("/usr/share/hyphen/hyph_sv_SE.dic",
				 "templates/hyphenation-sv.txt", &why);

	if (!hyphenation)
		fail_msg("cannot load: %s", text_string(&why));
	text_clear(&why);
	return hyphenation;
}

/* "line|line": soft hyphens as they are drawn, spaces at ends left out. */
static void add_lines(struct text *into, const struct paragraph *paragraph)
{
	for (size_t i = 0; i < paragraph->line_count; i++) {
		const struct line *line = &paragraph->lines[i];
		struct text text = { 0 };

		for (size_t k = 0; k < line->count; k++) {
			const struct stretch *one =
				&paragraph->stretches[line->first + k];

			if (one->len == 0)
				text_add(&text, "@");
			text_add_bytes(&text, paragraph->ink.at + one->at,
				       one->len);
		}
		while (text.len > 0 && text.at[text.len - 1] == ' ')
			text.len--;
		if (i > 0)
			text_add_char(into, '|');
		text_add_bytes(into, text_string(&text), text.len);
		text_clear(&text);
	}
}

static const struct {
	const char *label;
	int32_t measure; /* pt */
	const char *from;
	const char *want; /* U+00AD as ~ */
} rows[] = {
	{ "fits", 100, "tjugo tecken är jämt", "tjugo tecken är jämt" },
	{ "one too many", 100, "tjugoen tecken är ett",
	  "tjugoen tecken är|ett" },
	{ "spaces and ends of lines are one space", 100, "  a \n b\t c ",
	  "a b c" },
	{ "a full line is not divided", 100, "sjutton tecken är resultatet",
	  "sjutton tecken är|resultatet" },
	{ "a short line is divided", 100, "femton är resultatuppföljningen nu",
	  "femton är resultat~|uppföljningen nu" },
	{ "but not if the rest would be alone", 100,
	  "femton är rapporteringarna", "femton är|rapporteringarna" },
	{ "by the whole word, not by its rest", 40, "resultatuppföljning",
	  "resul~|tatupp~|följning" },
	{ "a word goes over, lest the next line is short", 100,
	  "xxxxxx xxxxxx xxxxxx xxxxxxx xxxxxxxxxxxxxxxxx",
	  "xxxxxx xxxxxx|xxxxxx xxxxxxx|xxxxxxxxxxxxxxxxx" },
	{ "no point that fits: the word goes over", 100,
	  "sexton teckens skrivs ut", "sexton teckens|skrivs ut" },
	{ "soft hyphens of the author's", 60, "abcdefgh\u00adijklmnopqr",
	  "abcdefgh~|ijklmnopqr" },
	{ "they are not drawn inside a line", 100, "abcd\u00adefgh",
	  "abcdefgh" },
	{ "after a hyphen between letters", 50, "abcdefgh-ijklmnopqr",
	  "abcdefgh-|ijklmnopqr" },
	{ "not in 2025-T1", 60, "perioden 2025-T1", "perioden|2025-T1" },
	{ "not in e-tjänst", 60, "kommunens e-tjänst", "kommunens|e-tjänst" },
	{ "a no-break space holds", 60, "abcdefgh 12\u00a0000",
	  "abcdefgh|12\u00a0000" },
	{ "last resort: between letters", 50, "xxxxxxxxxxyyyyy",
	  "xxxxxxxxxx|yyyyy" },
	{ "last resort: not inside a character", 50, "………………………………",
	  "…………………………|……" },
	{ "last resort: not inside a number", 50, "xxxxx1\u202f234\u202f567",
	  "xxxxx|1\u202f234\u202f567" },
	{ "nor for a bracket", 45, "(1\u202f234\u202f567) och",
	  "(|1\u202f234\u202f567|) och" },
	{ "but where a number alone is too wide", 40, "1\u202f234\u202f567",
	  "1\u202f234\u202f56|7" },
	{ "beside an endless word others keep their points", 50,
	  "xxxxxxxxxxyyyyyyyyyy resultatuppföljning",
	  "xxxxxxxxxx|yyyyyyyyyy|resultat~|uppfölj~|ning" },
	{ "an address gets no hyphen", 60,
	  "https://nordviken.example/rapporten",
	  "https://nord|viken.exampl|e/rapporten" },
	{ "less than a letter wide", 3, "abc", "a|b|c" },
	{ "nothing", 100, "", "" },
	{ "spaces only", 100, "   ", "" },
};

static void tell_soft(struct text *text)
{
	char *at;

	while (text->at && (at = strstr(text->at, "\u00ad"))) {
		*at = '~';
		memmove(at + 1, at + 2, strlen(at + 2) + 1);
	}
}

static void lines_are_filled(void **state)
{
	struct hyphenation *hyphenation = load();
	const struct press press = { &canvas, &style, hyphenation, NULL };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct paragraph_form form = {
			.style = &body,
			.measure = rows[i].measure * MPT_PER_POINT,
		};
		struct run run = { .text = rows[i].from };
		const struct runs runs = { &run, 1 };
		struct paragraph paragraph = { 0 };
		struct text got = { 0 };

		paragraph_fill(&paragraph, &press, &runs, &form);
		add_lines(&got, &paragraph);
		tell_soft(&got);
		if (strcmp(text_string(&got), rows[i].want) != 0) {
			print_error("%s: got \"%s\", want \"%s\"\n",
				    rows[i].label, text_string(&got),
				    rows[i].want);
			wrong++;
		}
		paragraph_clear(&paragraph);
		text_clear(&got);
	}
	hyphenation_free(hyphenation);
	assert_int_equal(wrong, 0);
}

/*
 * Of "xxxx xxxx xxxx xx …" in 84 pt three words stand on the first line, 70 pt
 * wide: what is left, 14 pt, is shared by its two spaces.  The last line is
 * left as it is.
 */
static void spaces_fill_the_measure(void **state)
{
	static const int32_t places[] = { 0, 32000, 64000 };
	const struct press press = { &canvas, &style, NULL, NULL };
	const struct paragraph_form form = { .style = &body,
					     .measure = 84000,
					     .justified = true };
	struct run run = { .text = "xxxx xxxx xxxx xx xxxxxxxxx" };
	const struct runs runs = { &run, 1 };
	struct paragraph paragraph = { 0 };

	(void)state;
	canvas.count = 0;
	paragraph_fill(&paragraph, &press, &runs, &form);
	assert_int_equal(paragraph.line_count, 2);
	paragraph_draw(&paragraph, &press, (struct point){ 0, 0 }, 0, 2);
	assert_int_equal(canvas.count, 4);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(canvas.drawn[i].x, places[i]);
	assert_string_equal(canvas.drawn[3].text, "xx xxxxxxxxx");
	paragraph_clear(&paragraph);
}

/* Marks stay with their word; runs meet without a line's end between. */
static void runs_meet(void **state)
{
	const struct press press = { &canvas, &style, NULL, NULL };
	const struct paragraph_form form = { .style = &body,
					     .measure = 100000 };
	struct run list[] = {
		{ .text = "Bedömningen är " },
		{ .text = "röd", .symbol = "diamond" },
		{ .text = ", inte", .strong = true },
		{ .text = "", .line_break = true },
		{ .text = "gul" },
	};
	const struct runs runs = { list, COUNT_OF(list) };
	struct paragraph paragraph = { 0 };
	struct text got = { 0 };

	(void)state;
	style.mark = MARK;
	paragraph_fill(&paragraph, &press, &runs, &form);
	add_lines(&got, &paragraph);
	/* "Bedömningen är " 75 pt, mark 14 pt, "röd," 20 pt: 109 */
	assert_string_equal(got.at, "Bedömningen är|@röd, inte|gul");
	assert_int_equal(paragraph.lines[0].width, 14 * 5000);
	/* mark, "röd, inte" */
	assert_int_equal(paragraph.lines[1].width, 14000 + 9 * 5000);
	text_clear(&got);
	paragraph_clear(&paragraph);
}

static void lines_are_drawn_by_their_align(void **state)
{
	const struct press press = { &canvas, &style, NULL, NULL };
	const struct paragraph_form form = { .style = &body,
					     .measure = 100000,
					     .align = ALIGN_RIGHT };
	struct run run = { .text = "åtta ord" };
	const struct runs runs = { &run, 1 };
	struct paragraph paragraph = { 0 };

	(void)state;
	canvas.count = 0;
	paragraph_fill(&paragraph, &press, &runs, &form);
	paragraph_draw(&paragraph, &press, (struct point){ 1000, 2000 }, 0, 1);
	assert_int_equal(canvas.count, 1);
	assert_int_equal(canvas.drawn[0].x, 1000 + 100000 - 8 * 5000);
	/* capitals, 7 pt high, in the middle of 15 pt */
	assert_int_equal(canvas.drawn[0].y, 2000 + 11000);
	paragraph_clear(&paragraph);
}

static void extent_is_counted(void **state)
{
	struct hyphenation *hyphenation = load();
	const struct press press = { &canvas, &style, hyphenation, NULL };
	struct run list[] = {
		{ .text = "en verksamhet" },
		{ .text = "", .line_break = true },
		{ .text = "tio" },
	};
	const struct runs runs = { list, COUNT_OF(list) };
	const struct extent extent = paragraph_extent(&press, &runs, &body);

	(void)state;
	assert_int_equal(extent.part, 5 * 5000); /* "verk-" */
	assert_int_equal(extent.word, 10 * 5000);
	assert_int_equal(extent.whole, 13 * 5000);
	hyphenation_free(hyphenation);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_filled),
		cmocka_unit_test(spaces_fill_the_measure),
		cmocka_unit_test(runs_meet),
		cmocka_unit_test(lines_are_drawn_by_their_align),
		cmocka_unit_test(extent_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
