/*
 * Rows are from the published charts: the Unicode consortium's CP1252.TXT,
 * CP437.TXT and CP850.TXT, and tables 3-6 and 3-7 of the Unicode Standard.
 * The whole charts are compared with those of the C library's iconv(3).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <iconv.h>

#include "lib/encoding.h"
#include "lib/mem.h"
#include "lib/text.h"

/* A string literal and its length, which counts NULs inside. */
#define BYTES(literal) literal, sizeof(literal) - 1

static const struct {
	const char *label;
	enum encoding named;
	enum encoding was;
	const char *bytes;
	size_t len;
	const char *want;
} good_rows[] = {
	{ "nothing", ENCODING_AUTO, ENCODING_UTF_8, BYTES(""), "" },
	{ "ASCII", ENCODING_AUTO, ENCODING_UTF_8, BYTES("a;b\r\n"), "a;b\r\n" },
	{ "UTF-8", ENCODING_AUTO, ENCODING_UTF_8,
	  BYTES("\303\245 \342\202\254 \360\237\230\200"),
	  "\303\245 \342\202\254 \360\237\230\200" },
	{ "UTF-8 with a mark", ENCODING_AUTO, ENCODING_UTF_8_BOM,
	  BYTES("\xEF\xBB\xBF\303\245"), "\303\245" },
	{ "only a mark", ENCODING_AUTO, ENCODING_UTF_8_BOM,
	  BYTES("\xEF\xBB\xBF"), "" },
	{ "named UTF-8, with a mark", ENCODING_UTF_8, ENCODING_UTF_8_BOM,
	  BYTES("\xEF\xBB\xBFx"), "x" },
	{ "named UTF-8 with a mark, without", ENCODING_UTF_8_BOM,
	  ENCODING_UTF_8, BYTES("x"), "x" },
	{ "UTF-16LE by its mark", ENCODING_AUTO, ENCODING_UTF_16LE,
	  BYTES("\xFF\xFE\xE5\0\xAC\x20\x3D\xD8\x00\xDE"),
	  "\303\245\342\202\254\360\237\230\200" },
	{ "UTF-16BE by its mark", ENCODING_AUTO, ENCODING_UTF_16BE,
	  BYTES("\xFE\xFF\0\xE5\x20\xAC\xD8\x3D\xDE\x00"),
	  "\303\245\342\202\254\360\237\230\200" },
	{ "UTF-16LE by name", ENCODING_UTF_16LE, ENCODING_UTF_16LE,
	  BYTES("a\0"), "a" },
	{ "UTF-16: the ends of the ranges", ENCODING_UTF_16BE,
	  ENCODING_UTF_16BE,
	  BYTES("\0\x7F\0\x80\x07\xFF\x08\0\xD7\xFF\xE0\0\xFF\xFD"
		"\xD8\0\xDC\0\xDB\xFF\xDF\xFF"),

	  "\x7F\302\200\337\277\340\240\200\355\237\277\356\200\200"
	  "\357\277\275\360\220\200\200\364\217\277\277" },
	{ "windows-1252", ENCODING_WINDOWS_1252, ENCODING_WINDOWS_1252,
	  BYTES("\x80 \x85 \x96 \x9F \xA0 \xE5\xE4\xF6 \xC5\xC4\xD6 \xFF"),

	  "\342\202\254 \342\200\246 \342\200\223 \305\270 \302\240 "
	  "\303\245\303\244\303\266 \303\205\303\204\303\226 \303\277" },
	{ "ISO 8859-1", ENCODING_ISO_8859_1, ENCODING_ISO_8859_1,
	  BYTES("\xA0 \xA4 \xE5 \xFF"), "\302\240 \302\244 \303\245 \303\277" },
	{ "CP437", ENCODING_CP437, ENCODING_CP437,
	  BYTES("\x80 \x86\x84\x94 \x8F\x8E\x99 \x9B \xE1 \xFF"),

	  "\303\207 \303\245\303\244\303\266 \303\205\303\204\303\226 "
	  "\302\242 \303\237 \302\240" },
	{ "CP850", ENCODING_CP850, ENCODING_CP850,
	  BYTES("\x80 \x86\x84\x94 \x8F\x8E\x99 \x9B \xD5 \xFF"),

	  "\303\207 \303\245\303\244\303\266 \303\205\303\204\303\226 "
	  "\303\270 \304\261 \302\240" },
};

static void every_encoding_becomes_utf8(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(good_rows); i++) {
		enum encoding was = good_rows[i].named;
		struct encoding_fault fault = { 0 };
		struct text got = { 0 };
		bool ok;

		text_add(&got, ">");
		ok = encoding_to_utf8(&got, good_rows[i].bytes,
				      good_rows[i].len, &was, &fault);
		if (!ok || was != good_rows[i].was ||
		    strcmp(got.at + 1, good_rows[i].want) != 0) {
			print_error("%s: got %s %s, want %s %s\n",
				    good_rows[i].label, encoding_name(was),
				    got.at + 1, encoding_name(good_rows[i].was),
				    good_rows[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *label;
	enum encoding named;
	const char *bytes;
	size_t len;
	struct encoding_fault want;
} bad_rows[] = {
	{ "windows-1252 without being named",
	  ENCODING_AUTO,
	  BYTES("a\nb\345\n"),
	  { 3, 2, 2, 0xE5 } },
	{ "lines end in LF, CR LF and CR",
	  ENCODING_AUTO,
	  BYTES("a\nb\r\nc\rd\r\r\n\nxy\345"),
	  { 14, 7, 3, 0xE5 } },
	{ "LF first, behind the CR of another text",
	  ENCODING_AUTO,
	  BYTES("\n\345"),
	  { 1, 2, 1, 0xE5 } },
	{ "a column is a character",
	  ENCODING_AUTO,
	  BYTES("\303\245\342\202\254\345"),
	  { 5, 1, 3, 0xE5 } },
	{ "the mark is in the offset, not in the column",
	  ENCODING_AUTO,
	  BYTES("\xEF\xBB\xBFx\345"),
	  { 4, 1, 2, 0xE5 } },
	{ "NUL", ENCODING_AUTO, BYTES("ab\0"), { 2, 1, 3, 0 } },
	{ "NUL before another fault",
	  ENCODING_AUTO,
	  BYTES("a\0b\345"),
	  { 1, 1, 2, 0 } },
	{ "UTF-16 without a mark",
	  ENCODING_AUTO,
	  BYTES("a\0b\0"),
	  { 1, 1, 2, 0 } },
	{ "NUL in windows-1252",
	  ENCODING_WINDOWS_1252,
	  BYTES("\345\0"),
	  { 1, 1, 2, 0 } },
	{ "windows-1252 has no 81",
	  ENCODING_WINDOWS_1252,
	  BYTES("\345\x81"),
	  { 1, 1, 2, 0x81 } },
	{ "windows-1252 has no 9D",
	  ENCODING_WINDOWS_1252,
	  BYTES("\x9D"),
	  { 0, 1, 1, 0x9D } },
	{ "ISO 8859-1 has no 80",
	  ENCODING_ISO_8859_1,
	  BYTES("\x80"),
	  { 0, 1, 1, 0x80 } },
	{ "ISO 8859-1 has no 9F",
	  ENCODING_ISO_8859_1,
	  BYTES("\x9F"),
	  { 0, 1, 1, 0x9F } },
	{ "UTF-8 named windows-1252, by its mark",
	  ENCODING_WINDOWS_1252,
	  BYTES("\xEF\xBB\xBFx"),
	  { 0, 1, 1, 0xEF } },
	{ "UTF-16 named UTF-8",
	  ENCODING_UTF_8,
	  BYTES("\xFF\xFEx\0"),
	  { 0, 1, 1, 0xFF } },
	{ "UTF-16LE named UTF-16BE",
	  ENCODING_UTF_16BE,
	  BYTES("\xFF\xFEx\0"),
	  { 0, 1, 1, 0xFF } },
	{ "half a unit",
	  ENCODING_UTF_16LE,
	  BYTES("a\0\n\0b"),
	  { 4, 2, 1, 'b' } },
	{ "U+0000", ENCODING_UTF_16LE, BYTES("a\0\0\0"), { 2, 1, 2, 0 } },
	{ "a high surrogate alone",
	  ENCODING_UTF_16BE,
	  BYTES("\xD8\x3D\0a"),
	  { 0, 1, 1, 0xD8 } },
	{ "a high surrogate at the end",
	  ENCODING_UTF_16BE,
	  BYTES("\xD8\x3D"),
	  { 0, 1, 1, 0xD8 } },
	{ "half a low surrogate",
	  ENCODING_UTF_16BE,
	  BYTES("\xD8\x3D\xDC"),
	  { 0, 1, 1, 0xD8 } },
	{ "a low surrogate alone",
	  ENCODING_UTF_16BE,
	  BYTES("\0a\xDE\0\xD8\x3D"),
	  { 2, 1, 2, 0xDE } },
};

static bool faults_differ(struct encoding_fault got, struct encoding_fault want)
{
	return got.offset != want.offset || got.line != want.line ||
	       got.column != want.column || got.byte != want.byte;
}

static void every_fault_has_its_place(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad_rows); i++) {
		struct encoding_fault want = bad_rows[i].want;
		struct encoding_fault got = { 0 };
		enum encoding encoding = bad_rows[i].named;
		struct text into = { 0 };
		bool ok;

		text_add(&into, "kept\r");
		ok = encoding_to_utf8(&into, bad_rows[i].bytes, bad_rows[i].len,
				      &encoding, &got);
		if (ok || faults_differ(got, want) ||
		    strcmp(into.at, "kept\r") != 0 || into.len != 5 ||
		    encoding != bad_rows[i].named) {
			print_error("%s: got %zu %ld:%d %02X, want %zu "
				    "%ld:%d %02X\n",
				    bad_rows[i].label, got.offset, got.line,
				    got.column, got.byte, want.offset,
				    want.line, want.column, want.byte);
			wrong++;
		}
		text_clear(&into);
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	enum encoding encoding;
	const char *theirs; /* what iconv(3) calls it */
} charts[] = {
	{ ENCODING_WINDOWS_1252, "WINDOWS-1252" },
	{ ENCODING_CP437, "CP437" },
	{ ENCODING_CP850, "CP850" },
};

/* "" for a byte that iconv knows nothing of. */
static void ask_iconv(const char *name, char byte, char got[8])
{
	iconv_t chart = iconv_open("UTF-8", name);
	char *from = &byte;
	char *to = got;
	size_t left = 1;
	size_t room = 7;

	memset(got, 0, 8);
	assert_ptr_not_equal(chart, (iconv_t)-1);
	if (iconv(chart, &from, &left, &to, &room) == (size_t)-1)
		got[0] = '\0';
	(void)iconv_close(chart);
}

static int compare_chart(size_t chart)
{
	int wrong = 0;

	for (int code = 1; code < 256; code++) {
		char byte = (char)code;
		enum encoding encoding = charts[chart].encoding;
		struct encoding_fault fault;
		struct text got = { 0 };
		char want[8];

		ask_iconv(charts[chart].theirs, byte, want);
		if (encoding_to_utf8(&got, &byte, 1, &encoding, &fault) !=
			    (want[0] != '\0') ||
		    strcmp(text_string(&got), want) != 0) {
			print_error("%s %02X: got %s, want %s\n",
				    charts[chart].theirs, (unsigned int)code,
				    text_string(&got), want);
			wrong++;
		}
		text_clear(&got);
	}
	return wrong;
}

static void the_charts_are_those_of_the_c_library(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(charts); i++)
		wrong += compare_chart(i);
	assert_int_equal(wrong, 0);
}

static void names_go_both_ways(void **state)
{
	enum encoding encoding = ENCODING_AUTO;

	(void)state;
	for (int i = ENCODING_AUTO; i <= ENCODING_CP850; i++) {
		const char *name = encoding_name((enum encoding)i);

		assert_true(encoding_of_name(&encoding, name));
		assert_int_equal(encoding, i);
	}
	assert_true(encoding_of_name(&encoding, "windows-1252"));
	assert_int_equal(encoding, ENCODING_WINDOWS_1252);
	assert_false(encoding_of_name(&encoding, "latin-1"));
	assert_int_equal(encoding, ENCODING_WINDOWS_1252);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_encoding_becomes_utf8),
		cmocka_unit_test(every_fault_has_its_place),
		cmocka_unit_test(the_charts_are_those_of_the_c_library),
		cmocka_unit_test(names_go_both_ways),
	};

	return cmocka_run_group_tests_name("encoding", tests, NULL, NULL);
}
