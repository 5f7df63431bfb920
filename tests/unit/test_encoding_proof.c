/*
 * What is proved to be UTF-8, and to hold nothing that XML forbids.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lib/encoding_proof.h"
#include "lib/text.h"

#define BYTES(text) text, sizeof(text) - 1

/* By table 3-7: `valid` bytes of these are well-formed. */
static const struct {
	const char *label;
	const char *bytes;
	size_t len;
	size_t valid;
} utf8_rows[] = {
	{ "nothing", BYTES(""), 0 },
	{ "NUL is a character", BYTES("a\0b"), 3 },
	{ "two", BYTES("\xC2\x80\xDF\xBF"), 4 },
	{ "two, overlong", BYTES("a\xC1\xBF"), 1 },
	{ "a follower alone", BYTES("a\x80"), 1 },
	{ "two, cut", BYTES("a\xC3"), 1 },
	{ "two, wrong follower", BYTES("a\xC3\xC0"), 1 },
	{ "three", BYTES("\xE0\xA0\x80\xEF\xBF\xBF"), 6 },
	{ "three, overlong", BYTES("\xE0\x9F\xBF"), 0 },
	{ "three, a surrogate", BYTES("\xED\x9F\xBF\xED\xA0\x80"), 3 },
	{ "three, cut", BYTES("ab\xE2\x82"), 2 },
	{ "three, wrong third", BYTES("ab\xE2\x82\x28"), 2 },
	{ "four", BYTES("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), 8 },
	{ "four, overlong", BYTES("\xF0\x8F\xBF\xBF"), 0 },
	{ "past U+10FFFF", BYTES("\xF4\x90\x80\x80"), 0 },
	{ "F5", BYTES("\xF5\x80\x80\x80"), 0 },
	{ "four, wrong last", BYTES("\xF1\x80\x80\xC0"), 0 },
	{ "FF", BYTES("\xFF"), 0 },
};

static void utf8_is_what_the_standard_says(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(utf8_rows); i++) {
		/* Exactly as large: the sanitizer sees a byte too far. */
		char *bytes = malloc(utf8_rows[i].len);
		size_t got;

		memcpy(bytes, utf8_rows[i].bytes, utf8_rows[i].len);
		got = encoding_valid_utf8(bytes, utf8_rows[i].len);
		free(bytes);
		if (got == utf8_rows[i].valid)
			continue;
		print_error("%s: got %zu, want %zu\n", utf8_rows[i].label, got,
			    utf8_rows[i].valid);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

/* The same among so many other characters that blocks of them are proved at
 * once, at each place of a block. */
static void utf8_is_proved_at_any_place(void **state)
{
	static const char *const fillers[] = { "x", "å", "–",
					       "\xF0\x9F\x98\x80", "x–å" };
	const size_t count = COUNT_OF(fillers) * COUNT_OF(utf8_rows);

	(void)state;
	for (size_t i = 0; i < count; i++)
		for (size_t before = 0; before <= 140; before++) {
			const char *filler = fillers[i % COUNT_OF(fillers)];
			size_t row = i / COUNT_OF(fillers);
			struct text text = { 0 };
			size_t want;

			while (text.len < before)
				text_add(&text, filler);
			want = text.len + utf8_rows[row].valid;
			text_add_bytes(&text, utf8_rows[row].bytes,
				       utf8_rows[row].len);
			for (int j = 0; j < 70; j++)
				text_add(&text, filler);
			if (utf8_rows[row].valid == utf8_rows[row].len)
				want = text.len;
			assert_int_equal(encoding_valid_utf8(text.at, text.len),
					 want);
			text_clear(&text);
		}
}

/* What XML 1.0 leaves out of Char (production 2), and its neighbours. */
static const struct {
	const char *bytes;
	bool odd;
} odd_rows[] = {
	{ "\x01", true },
	{ "\x08", true },
	{ "\t", false },
	{ "\n", false },
	{ "\x0B", true },
	{ "\x0C", true },
	{ "\r", false },
	{ "\x0E", true },
	{ "\x1F", true },
	{ " ", false },
	{ "~", false },
	{ "\x7F", false },
	{ "\xC2\x80", false },
	{ "\xC3\xA5", false },
	{ "\xEF\xBF\xBD", false },
	{ "\xEF\xBF\xBE", true },
	{ "\xEF\xBF\xBF", true },
	{ "\xEF\xBE\xBF", false },
	{ "\xEE\xBF\xBF", false },
	{ "\xF0\x9F\xBF\xBF", false },
};

/* At any place of a word and of a block, after plain bytes and after others,
 * the last of the text and not. */
static void what_xml_forbids_is_odd(void **state)
{
	static const char *const before[] = {
		"abcdefghijklmnopqrst",
		"åäö\r\n\tÅÄÖ—€ab\n",
		("2023-01;123456;\"Vård; omsorg Åkern 12\";Sjuk dag 15–90;"
		 "101,50;7,25;\"Samtal med närmaste chef\nföljs upp\"\r\n"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(odd_rows) * COUNT_OF(before); i++)
		for (size_t at = 0; at <= strlen(before[i % 3]); at++) {
			const char *bytes = odd_rows[i / 3].bytes;
			struct text text = { 0 };
			bool odd = false;

			/* whole characters only */
			if ((before[i % 3][at] & 0xC0) == 0x80)
				continue;
			text_add_bytes(&text, before[i % 3], at);
			text_add(&text, bytes);
			text_add(&text, at % 3 == 0 ? "" : before[i % 3]);
			assert_int_equal(encoding_prove(text.at, text.len,
							&odd),
					 text.len);
			assert_int_equal(odd, odd_rows[i / 3].odd);
			text_clear(&text);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(utf8_is_what_the_standard_says),
		cmocka_unit_test(utf8_is_proved_at_any_place),
		cmocka_unit_test(what_xml_forbids_is_odd),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
