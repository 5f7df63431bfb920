/*
 * Advances are read off hmtx of Liberation Sans 2.1.5 by other means; 2048
 * units are an em.
 */
#include <stdlib.h>
#include <unistd.h>

#include "canvas_sample.h"

#include "lib/infile.h"

static const struct {
	const char *label;
	enum face face;
	const char *text;
	int32_t want; /* mpt at 20.480 points: ten times the advance */
} width_rows[] = {
	{ "nothing", FACE_REGULAR, "", 0 },
	{ "space", FACE_REGULAR, " ", 5690 },
	{ "A", FACE_REGULAR, "A", 13660 },
	{ "A, bold", FACE_BOLD, "A", 14790 },
	{ "f, bold", FACE_BOLD, "f", 6820 },
	{ "composite", FACE_REGULAR, "å", 11390 },
	{ "minus", FACE_REGULAR, "−", 11960 },
	{ "at least", FACE_REGULAR, "≥", 11240 },
	{ "arrow", FACE_REGULAR, "→", 20480 },
	{ "narrow no-break space", FACE_REGULAR, "\u202F", 4100 },
	{ "no-break space", FACE_REGULAR, "\u00A0", 5690 },
	{ "soft hyphen as hyphen", FACE_REGULAR, "\u00AD", 6820 },
	{ "no-break hyphen by alias", FACE_REGULAR, "\u2011", 6820 },
	{ "four figures", FACE_REGULAR, "1234", 45560 },
	{ "no glyph", FACE_REGULAR, "✓", 0 },
	{ "beyond the basic plane", FACE_REGULAR, "😀", 0 },
	{ "not UTF-8", FACE_REGULAR, "A\xFF", 13660 },
};

static void widths_are_those_of_the_face(void **state)
{
	struct canvas *canvas = canvas_new(&sample);
	struct text pdf = { 0 };
	struct text why = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(width_rows); i++) {
		struct font font = { .face = width_rows[i].face,
				     .size = 20480 };
		int32_t got = canvas_width(canvas, &font, width_rows[i].text,
					   strlen(width_rows[i].text));

		if (got == width_rows[i].want)
			continue;
		print_error("%s: got %d, want %d\n", width_rows[i].label, got,
			    width_rows[i].want);
		wrong++;
	}
	assert_int_equal(canvas_cap_height(canvas, &body), 6880);
	assert_int_equal(canvas_x_height(canvas, &body), 5283);
	assert_int_equal(canvas_descent(canvas, &body), 2119);
	canvas_page(canvas, upright);
	canvas_open(canvas, TAG_DOCUMENT, NULL);
	canvas_close(canvas);
	assert_true(canvas_end(canvas, &pdf, &why));
	text_clear(&pdf);
	assert_int_equal(wrong, 0);
}

static void same_calls_give_same_bytes(void **state)
{
	struct text first = { 0 };
	struct text second = { 0 };

	(void)state;
	make_sample(&first);
	make_sample(&second);
	assert_int_equal(first.len, second.len);
	assert_memory_equal(first.at, second.at, first.len);
	text_clear(&first);
	text_clear(&second);
}

enum fault {
	FAULT_GLYPH,
	FAULT_CONTROL,
	FAULT_FACE,
	FAULT_NOT_A_FACE,
	FAULT_PROFILE,
	FAULT_NOT_RGB,
	FAULT_LINK,
	FAULT_ALT,
	FAULT_LARGE
};

static const struct {
	const char *label;
	enum fault fault;
	const char *told; /* part of the sentence */
	const char *also;
} fault_rows[] = {
	{ "no face has it", FAULT_GLYPH, "U+2713", "\"klart ✓ nu\"" },
	{ "control character", FAULT_CONTROL, "U+0009", "\t" },
	{ "no font file", FAULT_FACE, "/nowhere/a.ttf", "" },
	{ "no font", FAULT_NOT_A_FACE, "sRGB.icc", "TrueType" },
	{ "no profile", FAULT_PROFILE, "/nowhere/a.icc", "" },
	{ "grey profile", FAULT_NOT_RGB, "Gray.icc", "RGB" },
	{ "no such place", FAULT_LINK, "\"nowhere\"", "" },
	{ "no alternative text", FAULT_ALT, "alternative text", "" },
	{ "figure leaves the page", FAULT_LARGE, "larger than", "\"Stor\"" },
};

/* It ends a point below the page. */
static void draw_large(struct canvas *canvas)
{
	const struct tag_attributes large = { .alt = "Stor" };
	const struct colour grey = { 128, 128, 128 };

	canvas_open(canvas, TAG_FIGURE, &large);
	canvas_rectangle(canvas, (struct point){ 72000, 10000 }, 1000, 832890,
			 &grey);
	canvas_close(canvas);
}

static void commit(struct canvas *canvas, enum fault fault)
{
	const struct tag_attributes empty = { .alt = "" };

	canvas_open(canvas, TAG_P, NULL);
	if (fault == FAULT_GLYPH)
		draw(canvas, 100000, "klart ✓ nu");
	if (fault == FAULT_CONTROL)
		draw(canvas, 100000, "a\tb");
	if (fault == FAULT_LINK)
		canvas_bookmark(canvas, 1, "Ingenstans", "nowhere");
	canvas_close(canvas);
	if (fault == FAULT_LARGE)
		draw_large(canvas);
	if (fault == FAULT_ALT) {
		canvas_open(canvas, TAG_FIGURE, &empty);
		canvas_close(canvas);
	}
}

static void faults_are_told_at_the_end(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(fault_rows); i++) {
		struct canvas_info info = sample;
		struct text pdf = { 0 };
		struct text why = { 0 };
		struct canvas *canvas;

		if (fault_rows[i].fault == FAULT_FACE)
			info.faces[FACE_ITALIC] = "/nowhere/a.ttf";
		if (fault_rows[i].fault == FAULT_NOT_A_FACE)
			info.faces[FACE_BOLD] = info.icc;
		if (fault_rows[i].fault == FAULT_PROFILE)
			info.icc = "/nowhere/a.icc";
		if (fault_rows[i].fault == FAULT_NOT_RGB)
			info.icc = "/usr/share/color/icc/Gray.icc";
		canvas = sample_canvas(&info);
		commit(canvas, fault_rows[i].fault);
		canvas_close(canvas);
		if (canvas_end(canvas, &pdf, &why) || pdf.len > 0 ||
		    !strstr(text_string(&why), fault_rows[i].told) ||
		    !strstr(text_string(&why), fault_rows[i].also)) {
			print_error("%s: got \"%s\", want \"%s\" and \"%s\"\n",
				    fault_rows[i].label, text_string(&why),
				    fault_rows[i].told, fault_rows[i].also);
			wrong++;
		}
		text_clear(&pdf);
		text_clear(&why);
	}
	assert_int_equal(wrong, 0);
}

/*
 * Liberation Sans whose ligature fi is moved to U+F001, of private use, and
 * whose sign U+FFFC to U+FEFF: in the map of characters the ends of segments,
 * their starts, and what is added to a character for its glyph.
 */
static const struct {
	const char *from, *to; /* six bytes */
} moves[] = {
	{ "\xA7\x8C\xFB\x02\xFB\x36", "\xA7\x8C\xF0\x02\xFB\x36" },
	{ "\xA7\x88\xFB\x01\xFB\x1D", "\xA7\x88\xF0\x01\xFB\x1D" },
	{ "\x61\x58\x0D\xE4\x0D\xCA", "\x61\x58\x18\xE4\x0D\xCA" },
	{ "\xFE\x23\xFF\xFC\xFF\xFF", "\xFE\x23\xFE\xFF\xFF\xFF" },
	{ "\xFE\x20\xFF\xFC\xFF\xFF", "\xFE\x20\xFE\xFF\xFF\xFF" },
	{ "\x0A\xF5\x09\x1D\x00\x01", "\x0A\xF5\x0A\x1A\x00\x01" },
};

static void write_odd_face(char *path)
{
	struct text font = { 0 };
	struct text why = { 0 };
	int file = mkstemp(path);

	assert_true(file >= 0);
	assert_true(infile_load(&font, FONTS "Regular.ttf", &why));
	for (size_t i = 0; i < COUNT_OF(moves); i++) {
		char *at = memmem(font.at, font.len, moves[i].from, 6);

		assert_non_null(at);
		memcpy(at, moves[i].to, 6);
	}
	assert_true(write(file, font.at, font.len) == (ssize_t)font.len);
	assert_int_equal(close(file), 0);
	text_clear(&font);
}

static void what_means_nothing_is_not_shown(void **state)
{
	static const struct {
		const char *text, *told;
	} rows[] = { { "fi\uF001", "U+F001" }, { "fi\uFEFF", "U+FEFF" } };
	char path[] = "/tmp/test_canvas.XXXXXX";
	struct canvas_info info = sample;

	(void)state;
	write_odd_face(path);
	info.faces[FACE_REGULAR] = path;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct canvas *canvas = canvas_new(&info);
		struct text pdf = { 0 };
		struct text why = { 0 };

		canvas_page(canvas, upright);
		canvas_open(canvas, TAG_DOCUMENT, NULL);
		tagged(canvas, TAG_P, 100000, rows[i].text);
		canvas_close(canvas);
		assert_false(canvas_end(canvas, &pdf, &why));
		assert_non_null(strstr(text_string(&why), rows[i].told));
		text_clear(&why);
	}
	assert_int_equal(unlink(path), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_are_those_of_the_face),
		cmocka_unit_test(same_calls_give_same_bytes),
		cmocka_unit_test(faults_are_told_at_the_end),
		cmocka_unit_test(what_means_nothing_is_not_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
