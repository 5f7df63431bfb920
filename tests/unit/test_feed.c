/*
 * A file handed out in pieces is the file made UTF-8 at once, whatever the size
 * of pieces.
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

#include "ingest/feed.h"
#include "lib/text.h"
#include "scratch_file.h"

#define BYTES(text) text, sizeof(text) - 1

static const struct {
	const char *label;
	const char *bytes;
	size_t len;
	enum encoding encoding;
} files[] = {
	{ "nothing", BYTES(""), ENCODING_AUTO },
	{ "one line", BYTES("a;b\n"), ENCODING_AUTO },
	{ "no last end", BYTES("a;b\nc"), ENCODING_AUTO },
	{ "CR alone", BYTES("a\rb\rc\r"), ENCODING_AUTO },
	{ "CR LF", BYTES("a\r\nb\r\n\r\nc\r\n"), ENCODING_AUTO },
	{ "a long line", BYTES("aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nb\n"),
	  ENCODING_AUTO },
	{ "UTF-8", BYTES("åäö\n€;\xF0\x9F\x98\x80\nÖ"), ENCODING_AUTO },
	{ "UTF-8 with a mark", BYTES("\xEF\xBB\xBFÅ\nb\n"), ENCODING_AUTO },
	{ "UTF-16", BYTES("\xFF\xFE\xE5\0\n\0\x3D\xD8\x00\xDE\n\0b\0"),
	  ENCODING_AUTO },
	{ "Windows-1252", BYTES("\xE5;\x80\n\xF6\n"), ENCODING_WINDOWS_1252 },
	{ "CP437", BYTES("\x86\r\n\x94\r\n"), ENCODING_CP437 },
	{ "broken late",
	  BYTES("å\nb\nc\xFF"
		"d\ne\n"),
	  ENCODING_AUTO },
	{ "broken at the end", BYTES("a\nb\xC3"), ENCODING_AUTO },
	{ "broken at once",
	  BYTES("\xFF"
		"a\n"),
	  ENCODING_AUTO },
	{ "a NUL", BYTES("a\nb\0c\n"), ENCODING_AUTO },
	{ "half of UTF-16",
	  BYTES("\xFF\xFE"
		"a\0b"),
	  ENCODING_AUTO },
	{ "a lone surrogate",
	  BYTES("\xFF\xFE"
		"a\0\x3D\xD8"
		"b\0"),
	  ENCODING_AUTO },
	{ "another mark",
	  BYTES("\xFF\xFE"
		"a\0"),
	  ENCODING_CP850 },
};

/* The text, then what was found out in the end. */
static void add_verdict(struct text *text, const struct feed_verdict *verdict)
{
	text_printf(text, "|%s|%s", verdict->sha256,
		    verdict->sound ? encoding_name(verdict->encoding) : "");
	if (!verdict->sound)
		text_printf(text, "%zu:%ld:%d:%02X", verdict->fault.offset,
			    verdict->fault.line, verdict->fault.column,
			    verdict->fault.byte);
}

static void read_at_once(struct text *text, size_t at)
{
	struct feed_verdict verdict = { .encoding = files[at].encoding };

	digest_bytes(verdict.sha256, files[at].bytes, files[at].len);
	verdict.sound = encoding_to_utf8(text, files[at].bytes, files[at].len,
					 &verdict.encoding, &verdict.fault);
	if (!verdict.sound)
		text_reset(text);
	add_verdict(text, &verdict);
}

/* Of a file that is broken, what came before is of no interest. */
static void read_in_pieces(struct text *text, const struct feed_form *form)
{
	struct text why = { 0 };
	struct feed *feed = feed_open(form, &why);
	struct feed_verdict verdict;
	struct feed_piece piece = { 0 };
	bool last = false;

	if (!feed)
		fail_msg("%s", text_string(&why));
	while (feed_next(feed, &piece)) {
		const struct text *bytes = &piece.text;

		assert_false(last);
		assert_int_equal(bytes->at[bytes->len], 0);
		if (!piece.last)
			assert_true(bytes->at[bytes->len - 1] == '\n' ||
				    bytes->at[bytes->len - 1] == '\r');
		text_add_bytes(text, bytes->at, bytes->len);
		last = piece.last;
	}
	text_clear(&piece.text);
	assert_true(feed_end(feed, &verdict, &why));
	assert_int_equal(last, verdict.sound);
	if (!verdict.sound)
		text_reset(text);
	add_verdict(text, &verdict);
}

static int compare(const char *path, size_t at)
{
	struct text want = { 0 };
	int wrong = 0;

	read_at_once(&want, at);
	for (size_t i = 0; i < files[at].len + 2; i++) {
		const struct feed_form form = { .path = path,
						.encoding = files[at].encoding,
						.size = 4 + i };
		struct text got = { 0 };

		read_in_pieces(&got, &form);
		if (strcmp(got.at, want.at) != 0) {
			print_error("%s, %zu bytes: got %s, want %s\n",
				    files[at].label, form.size, got.at,
				    want.at);
			wrong++;
		}
		text_clear(&got);
	}
	text_clear(&want);
	return wrong;
}

static void pieces_are_the_file(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		char path[] = "/tmp/feed.XXXXXX";

		scratch_file(path, files[i].bytes, files[i].len);
		wrong += compare(path, i);
		(void)unlink(path);
	}
	assert_int_equal(wrong, 0);
}

static void a_feed_may_be_left(void **state)
{
	char path[] = "/tmp/feed.XXXXXX";
	const struct feed_form form = { .path = path,
					.encoding = ENCODING_AUTO,
					.size = 4 };
	struct text why = { 0 };
	struct feed_verdict verdict;
	char want[DIGEST_HEX];
	struct feed *feed;

	(void)state;
	scratch_file(path, "a\nb\nc\n", 6);
	feed = feed_open(&form, &why);
	assert_non_null(feed);
	assert_true(feed_end(feed, &verdict, &why));
	digest_bytes(want, "a\nb\nc\n", 6);
	assert_string_equal(verdict.sha256, want);
	(void)unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_the_file),
		cmocka_unit_test(a_feed_may_be_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
