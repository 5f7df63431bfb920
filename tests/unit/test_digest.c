/*
 * Expected: the examples that NIST publishes with FIPS 180-4 ("abc", the
 * message of two blocks, a million "a"), and the digest of no bytes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/digest.h"
#include "lib/mem.h"
#include "lib/text.h"

static const struct {
	const char *label;
	const char *piece;
	size_t times;
	const char *want;
} rows[] = {
	{ "nothing", "", 1,
	  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "one block", "abc", 1,
	  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ "two blocks",
	  "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
	  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	{ "a million bytes, more than is read at once", "a", 1000000,
	  "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
};

/* The digest in three ways: of bytes, of pieces, of a file. */
static void digest_three_ways(const char *piece, size_t times,
			      char hex[3][DIGEST_HEX])
{
	struct digest *digest = digest_new();
	struct text whole = { 0 };
	struct text why = { 0 };
	char path[] = "/tmp/bokslut-test-XXXXXX";
	int fd = mkstemp(path);

	text_add(&whole, "");
	for (size_t i = 0; i < times; i++) {
		text_add(&whole, piece);
		digest_add(digest, piece, strlen(piece));
	}
	assert_int_equal(write(fd, whole.at, whole.len), whole.len);
	(void)close(fd);
	digest_bytes(hex[0], whole.at, whole.len);
	digest_end(digest, hex[1]);
	assert_true(digest_file(hex[2], path, &why));
	(void)unlink(path);
	text_clear(&whole);
	text_clear(&why);
}

static void digests_are_those_of_the_standard(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char got[3][DIGEST_HEX];

		digest_three_ways(rows[i].piece, rows[i].times, got);
		for (int way = 0; way < 3; way++) {
			if (strcmp(got[way], rows[i].want) == 0)
				continue;
			print_error("%s, way %d: got %s, want %s\n",
				    rows[i].label, way, got[way], rows[i].want);
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *label;
	const char *path;
	const char *want;
} unread_rows[] = {
	{ "no such file", "/nowhere/file",
	  "cannot read /nowhere/file: No such file or directory" },
	{ "a folder", "/", "cannot read /: Is a directory" },
	{ "a device without an end", "/dev/zero",
	  "cannot read /dev/zero: it is no ordinary file" },
};

static void an_unread_file_is_told(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(unread_rows); i++) {
		char hex[DIGEST_HEX];
		struct text why = { 0 };
		bool ok = digest_file(hex, unread_rows[i].path, &why);

		if (ok || strcmp(text_string(&why), unread_rows[i].want) != 0) {
			print_error("%s: got %s, want %s\n",
				    unread_rows[i].label, text_string(&why),
				    unread_rows[i].want);
			wrong++;
		}
		text_clear(&why);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digests_are_those_of_the_standard),
		cmocka_unit_test(an_unread_file_is_told),
	};

	return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
