#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/infile.h"
#include "lib/outfile.h"
#include "lib/text.h"

static char folder[] = "/tmp/test_infile.XXXXXX";

/* What stands in the folder; the pipe has nobody at its other end. */
static int enter_folder(void **state)
{
	struct text why = { 0 };

	(void)state;
	if (!mkdtemp(folder) || chdir(folder) != 0 || mkfifo("pipe", 0600) ||
	    mkdir("folder", 0700) || symlink("nowhere", "link"))
		return -1;
	return outfile_write("full", "a\0b\n", 4, &why) &&
			       outfile_write("empty", "", 0, &why)
		       ? 0
		       : -1;
}

static int leave_folder(void **state)
{
	(void)state;
	return unlink("full") | unlink("empty") | unlink("pipe") |
	       unlink("link") | rmdir("folder") | chdir("/") | rmdir(folder);
}

static const struct {
	const char *path;
	const char *want; /* of `len` bytes; NULL: it is not read */
	size_t len;
	const char *why;
} rows[] = {
	{ "full", "a\0b\n", 4, "" },
	{ "empty", "", 0, "" },
	{ "none", NULL, 0, "cannot read none: No such file or directory" },
	{ "link", NULL, 0, "cannot read link: No such file or directory" },
	{ "folder", NULL, 0, "cannot read folder: Is a directory" },
	{ "pipe", NULL, 0, "cannot read pipe: it is no ordinary file" },
	{ "/dev/zero", NULL, 0,
	  "cannot read /dev/zero: it is no ordinary file" },
};

static int count_wrong(size_t row, bool ok, const char *at, size_t len,
		       const struct text *why)
{
	if (ok == (rows[row].want != NULL) && len == rows[row].len &&
	    (!ok || memcmp(at, rows[row].want, len) == 0) &&
	    strcmp(text_string(why), rows[row].why) == 0)
		return 0;
	print_error("%s: got %zu bytes, %s\n", rows[row].path, len,
		    text_string(why));
	return 1;
}

static void files_are_read_whole(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct text got = { 0 };
		struct text why = { 0 };
		bool ok = infile_load(&got, rows[i].path, &why);

		wrong += count_wrong(i, ok, got.at, got.len, &why);
		text_clear(&got);
		text_clear(&why);
	}
	assert_int_equal(wrong, 0);
}

static void files_are_seen_whole(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct infile_view view = { 0 };
		struct text why = { 0 };
		bool ok = infile_view(&view, rows[i].path, &why);

		wrong += count_wrong(i, ok, view.at, ok ? view.len : 0, &why);
		infile_close(&view);
		text_clear(&why);
	}
	assert_int_equal(wrong, 0);
}

static void no_more_is_read(void **state)
{
	static const struct {
		size_t most;
		size_t want; /* bytes */
	} some[] = { { 0, 0 }, { 1, 1 }, { 3, 3 }, { 4, 4 }, { 5, 4 } };
	struct text why = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(some); i++) {
		struct text content = { 0 };

		assert_true(
			infile_load_most(&content, some[i].most, "full", &why));
		assert_int_equal(content.len, some[i].want);
		assert_memory_equal(text_string(&content), "a\0b\n",
				    content.len);
		text_clear(&content);
	}
	assert_int_equal(why.len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_read_whole),
		cmocka_unit_test(files_are_seen_whole),
		cmocka_unit_test(no_more_is_read),
	};

	return cmocka_run_group_tests_name("infile", tests, enter_folder,
					   leave_folder);
}
