/*
 * What a canvas makes is judged by what stands in its bytes; streams, and the
 * objects that stand in streams, are unpacked here.
 */
#include <libdeflate.h>
#include <stdlib.h>

#include "canvas_sample.h"

/* Add what the stream whose content begins at `at` unpacks to. */
static void unpack(struct text *to, const struct text *pdf, const char *at)
{
	const size_t room = (size_t)1 << 20;
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	char *out = malloc(room);
	size_t left = pdf->len - (size_t)(at - pdf->at);
	size_t used;
	size_t made;

	assert_non_null(out);
	if (libdeflate_zlib_decompress_ex(d, at, left, out, room, &used,
					  &made) == LIBDEFLATE_SUCCESS)
		text_add_bytes(to, out, made);
	free(out);
	libdeflate_free_decompressor(d);
}

static const char *next_stream(const struct text *pdf, const char *from)
{
	static const char begin[] = "\nstream\r\n";
	const char *at = memmem(from, pdf->len - (size_t)(from - pdf->at),
				begin, strlen(begin));

	return at ? at + strlen(begin) : NULL;
}

/* Add the objects that are packed in `pdf` after its end. */
static void unpack_objects(struct text *pdf)
{
	static const char kind[] = "/Type /ObjStm";
	static const char begin[] = "\nstream\n";
	struct text objects = { 0 };
	const char *at = pdf->at;
	const char *end = pdf->at + pdf->len;

	while ((at = memmem(at, (size_t)(end - at), kind, strlen(kind)))) {
		at = memmem(at, (size_t)(end - at), begin, strlen(begin));
		assert_non_null(at);
		unpack(&objects, pdf, at + strlen(begin));
	}
	text_add_bytes(pdf, text_string(&objects), objects.len);
	text_clear(&objects);
}

static int times(const struct text *in, const char *what)
{
	const char *at = text_string(in);
	const char *end = at + in->len;
	int count = 0;

	while ((at = memmem(at, (size_t)(end - at), what, strlen(what)))) {
		at += strlen(what);
		count++;
	}
	return count;
}

static const struct {
	const char *label;
	const char *says;
	int want; /* times */
} said_rows[] = {
	{ "PDF 1.7 and its four bytes", "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n", 1 },
	{ "Lang sv", "/Lang <7376>", 1 },
	{ "marked", "/MarkInfo <</Marked true>>", 1 },
	{ "title bar", "/DisplayDocTitle true", 1 },
	{ "output intent", "/S /GTS_PDFA1", 1 },
	{ "PDF/A part", "<pdfaid:part>3</pdfaid:part>", 1 },
	{ "PDF/A level", "<pdfaid:conformance>A</pdfaid:conformance>", 1 },
	{ "PDF/UA part", "<pdfuaid:part>1</pdfuaid:part>", 1 },
	{ "schema of PDF/UA", "http://www.aiim.org/pdfua/ns/id/</pdfa", 1 },
	{ "title in XMP", ">Prognosrapport &lt;&amp; mål&gt;</rdf:li>", 1 },
	{ "dates in Info", "Date (D:20250505000000Z)\n", 2 },
	{ "dates in XMP", "Date>2025-05-05T00:00:00Z</xmp:", 2 },
	{ "attached", "/AFRelationship /Source", 1 },
	{ "its type", "/Subtype /application#2Fxml", 1 },
	{ "its size", "/Params <</Size 10 ", 1 },
	{ "pages' order", "/Tabs /S", 3 },
	{ "pages' parents", "/StructParents ", 3 },
	{ "link's parent, after 3 pages", "/StructParent 3", 1 },
	{ "link is printed", "/F 4\n", 1 },
	{ "link's words", "/Contents <FEFF00540069006C006C00200053", 1 },
	{ "link in the tree", "/Type /OBJR", 1 },
	{ "next parent", "/ParentTreeNextKey 4", 1 },
	{ "heading", "/Type /StructElem /S /H1 ", 1 },
	{ "column header", "<</O /Table /Scope /Column /ColSpan 2 >>", 1 },
	{ "row header", "<</O /Table /Scope /Row >>", 1 },
	{ "list", "<</O /List /ListNumbering /Disc>>", 1 },
	{ "figure's words", "/Alt <FEFF00430069", 1 },
	{ "figure's box", "/BBox [79 520.89 209.053 581.89 ]", 1 },
	{ "note's name", "/ID <6E6F742D31>", 1 },
	{ "names", "/IDTree <</Names [<6E6F742D31> ", 1 },
	{ "the cell's second page", "/Type /MCR", 1 },
	{ "bookmarks", "/Title <FEFF", 3 },
	{ "open one, closed none", "/Count 2\n", 1 },
	{ "fonts without Encoding", "/Encoding", 0 },
	{ "fonts", "/Subtype /TrueType", 2 },
	{ "maps", "/ToUnicode ", 2 },
	{ "no clock", "Haru", 0 },
	{ "ID", "/ID [<0000", 0 },
};

static void the_file_says_what_it_should(void **state)
{
	struct text pdf = { 0 };
	int wrong = 0;

	(void)state;
	make_sample(&pdf);
	unpack_objects(&pdf);
	for (size_t i = 0; i < COUNT_OF(said_rows); i++) {
		int got = times(&pdf, said_rows[i].says);

		if (got == said_rows[i].want)
			continue;
		print_error("%s: got %d times, want %d\n", said_rows[i].label,
			    got, said_rows[i].want);
		wrong++;
	}
	text_clear(&pdf);
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *label;
	const char *says;
	int want;
} page_rows[] = {
	{ "header", "/Artifact <</Type /Pagination /Subtype /Header>> BDC", 1 },
	{ "repeated table header", "/Artifact BMC", 1 },
	{ "marks of H1, P 2, Span, Lbl, LBody, Note, Link, Figure, 2 TH, 2 TD "
	  "and the last P; P has one more",
	  "/MCID ", 14 },
	{ "ends of marks", "EMC\n", 16 },
	{ "turned", "0.00000 1.00000 -1.00000 0.00000 200 541.89 Tm", 1 },
	{ "soft hyphen in the map", " <00AD>\n", 1 },
	{ "ö in both maps", " <00F6>\n", 2 },
};

static void pages_hold_what_was_drawn(void **state)
{
	struct text pdf = { 0 };
	struct text all = { 0 };
	int wrong = 0;

	(void)state;
	make_sample(&pdf);
	for (const char *at = next_stream(&pdf, pdf.at); at;
	     at = next_stream(&pdf, at))
		unpack(&all, &pdf, at);
	for (size_t i = 0; i < COUNT_OF(page_rows); i++) {
		int got = times(&all, page_rows[i].says);

		if (got == page_rows[i].want)
			continue;
		print_error("%s: got %d times, want %d\n", page_rows[i].label,
			    got, page_rows[i].want);
		wrong++;
	}
	assert_int_equal(times(&all, "BT\n"), times(&all, "ET\n"));
	text_clear(&pdf);
	text_clear(&all);
	assert_int_equal(wrong, 0);
}

/* OpenType: all words of a font file sum up to this. */
static void font_files_have_their_checksum(void **state)
{
	struct text pdf = { 0 };
	struct text font = { 0 };
	int fonts = 0;

	(void)state;
	make_sample(&pdf);
	for (const char *at = next_stream(&pdf, pdf.at); at;
	     at = next_stream(&pdf, at)) {
		uint32_t sum = 0;

		text_reset(&font);
		unpack(&font, &pdf, at);
		if (font.len < 4 || memcmp(font.at, "\0\1\0", 4) != 0)
			continue;
		assert_int_equal(font.len % 4, 0);
		for (size_t i = 0; i < font.len; i++)
			sum += (uint32_t)(unsigned char)font.at[i]
			       << (8 * (3 - i % 4));
		assert_int_equal(sum, 0xB1B0AFBA);
		fonts++;
	}
	assert_int_equal(fonts, 2);
	text_clear(&pdf);
	text_clear(&font);
}

/* 32 to 255 are 224 codes: the 225th character needs another font. */
static void many_characters_take_another_font(void **state)
{
	struct canvas *canvas = sample_canvas(&sample);
	struct text pdf = { 0 };
	struct text why = { 0 };

	(void)state;
	canvas_open(canvas, TAG_P, NULL);
	for (int c = 0xC0; c < 0x180; c++) {
		const char both[] = { (char)(0xC0 | c >> 6),
				      (char)(0x80 | (c & 0x3F)), '\0' };

		draw(canvas, 200000, both);
		draw(canvas, 200000,
		     (const char[]){ (char)('!' + c % 94), '\0' });
	}
	canvas_close(canvas);
	canvas_close(canvas);
	assert_true(canvas_end(canvas, &pdf, &why));
	unpack_objects(&pdf);
	assert_int_equal(times(&pdf, "/Subtype /TrueType"), 3);
	assert_int_equal(times(&pdf, "/LastChar 255"), 1);
	text_clear(&pdf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_file_says_what_it_should),
		cmocka_unit_test(pages_hold_what_was_drawn),
		cmocka_unit_test(font_files_have_their_checksum),
		cmocka_unit_test(many_characters_take_another_font),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
