#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>
#include <dirent.h>

#include "lib/infile.h"
#include "lib/mem.h"
#include "lib/outfile.h"
#include "lib/text.h"

/* A folder for one test: "old" holds "old", "folder" is an empty one. */
static int enter_folder(void **state)
{
	char path[] = "/tmp/bokslut-test-XXXXXX";
	struct text why = { 0 };
	bool ok = mkdtemp(path) && chdir(path) == 0 &&
		  outfile_write("old", "old", 3, &why) &&
		  mkdir("folder", 0755) == 0;

	*state = mem_strdup(path);
	text_clear(&why);
	return ok ? 0 : -1;
}

static int leave_folder(void **state)
{
	int failed =
		unlink("old") | rmdir("folder") | chdir("/") | rmdir(*state);

	free(*state);
	return failed;
}

/* How many entries the folder has. */
static int count_entries(void)
{
	DIR *folder = opendir(".");
	int count = -2; /* "." and ".." */

	assert_non_null(folder);
	while (readdir(folder))
		count++;
	(void)closedir(folder);
	return count;
}

static void assert_holds(const char *path, const char *want)
{
	struct text content = { 0 };
	struct text why = { 0 };

	assert_true(infile_load(&content, path, &why));
	assert_string_equal(content.at, want);
	text_clear(&content);
}

static void a_file_is_replaced_whole(void **state)
{
	struct text why = { 0 };
	struct stat found;

	(void)state;
	(void)umask(022);
	assert_true(outfile_write("new", "", 0, &why));
	assert_holds("new", "");
	assert_true(outfile_write("new", "longer", 6, &why));
	assert_true(outfile_write("./new", "short", 5, &why));
	assert_holds("new", "short");
	assert_int_equal(stat("new", &found), 0);
	assert_int_equal(found.st_mode, S_IFREG | 0644);
	assert_int_equal(unlink("new"), 0);
	assert_int_equal(count_entries(), 2);
	assert_null(why.at);
}

/* The same piece by piece. */
static bool write_in_pieces(const char *path, const char *bytes, size_t len,
			    struct text *why)
{
	struct outfile *outfile = outfile_open(path);

	for (size_t at = 0; at < len; at += 100)
		outfile_add(outfile, bytes + at,
			    len - at < 100 ? len - at : 100);
	return outfile_end(outfile, why);
}

static void a_file_in_pieces_stands_at_its_end(void **state)
{
	struct text why = { 0 };
	struct outfile *outfile = outfile_open("old");

	(void)state;
	outfile_add(outfile, "ne", 2);
	outfile_add(outfile, "", 0);
	assert_holds("old", "old");
	outfile_add(outfile, "w", 1);
	assert_true(outfile_end(outfile, &why));
	assert_holds("old", "new");
	assert_true(write_in_pieces("old", "old", 3, &why));
	assert_int_equal(count_entries(), 2);
}

static const struct {
	const char *label;
	const char *path;
	const char *want;
} write_rows[] = {
	{ "in a folder that is a file", "old/new",
	  "cannot write old/new: Not a directory" },
	{ "in a folder that is not there", "none/new",
	  "cannot write none/new: No such file or directory" },
	{ "over a folder", "folder", "cannot write folder: Is a directory" },
};

static void a_failed_write_leaves_nothing(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(write_rows); i++) {
		struct text why = { 0 };
		bool ok = outfile_write(write_rows[i].path, "x", 1, &why);

		if (ok || strcmp(text_string(&why), write_rows[i].want) != 0 ||
		    count_entries() != 2) {
			print_error("%s: got %s and %d entries, want %s\n",
				    write_rows[i].label, text_string(&why),
				    count_entries(), write_rows[i].want);
			wrong++;
		}
		text_reset(&why);
		ok = write_in_pieces(write_rows[i].path, "x", 1, &why);
		wrong += ok ||
			 strcmp(text_string(&why), write_rows[i].want) != 0 ||
			 count_entries() != 2;
		text_clear(&why);
	}
	assert_holds("old", "old");
	assert_int_equal(wrong, 0);
}

/* The limit on the size of files does what a full disk does. */
static void a_full_disk_leaves_the_old_file(void **state)
{
	static char bytes[10000];
	struct rlimit before;
	struct rlimit limit;
	struct text why = { 0 };
	struct text pieces = { 0 };
	bool ok;

	(void)state;
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = before;
	limit.rlim_cur = 5000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ok = outfile_write("old", bytes, sizeof(bytes), &why) ||
	     write_in_pieces("old", bytes, sizeof(bytes), &pieces);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_false(ok);
	assert_string_equal(why.at, "cannot write old: File too large");
	assert_string_equal(pieces.at, why.at);
	text_clear(&pieces);
	assert_holds("old", "old");
	assert_int_equal(count_entries(), 2);
	text_clear(&why);
}

/* How the disk gives back what was written. */
static struct {
	long flipped; /* the byte with a bit that is wrong; -1: none */
	size_t most;  /* bytes at a time; 0: all */
} disk = { .flipped = -1 };

ssize_t pread(int fd, void *into, size_t len, off_t at)
{
	size_t most = disk.most > 0 && disk.most < len ? disk.most : len;
	ssize_t got = syscall(SYS_pread64, fd, into, most, at);
	long place = disk.flipped - at;

	if (disk.flipped >= 0 && place >= 0 && place < got)
		((char *)into)[place] ^= 1;
	return got;
}

/* Files of one chunk, of several, and of a part of one; a bit at either end of
 * each. */
static void what_reads_back_otherwise_is_not_published(void **state)
{
	static const long places[] = { 0, 7, 8, 65535, 65536, 131071, 150000 };
	static char bytes[150001];
	struct text why = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(places); i++) {
		size_t len = (size_t)places[i] + 1;

		memset(bytes, 'x', len);
		disk.most = i % 2 ? 1001 : 0;
		disk.flipped = places[i];
		assert_false(write_in_pieces("old", bytes, len, &why));
		assert_string_equal(why.at,
				    "cannot write old: Input/output error");
		text_reset(&why);
		assert_false(outfile_write("old", bytes, len, &why));
		text_reset(&why);
		disk.flipped = -1;
		assert_holds("old", "old");
		assert_true(write_in_pieces("new", bytes, len, &why));
		assert_int_equal(unlink("new"), 0);
	}
	disk.most = 0;
	assert_int_equal(count_entries(), 2);
	text_clear(&why);
}

static const struct {
	const char *label;
	const char *path;
	const char *want; /* NULL: made */
} folder_rows[] = {
	{ "one", "a", NULL },
	{ "again", "a", NULL },
	{ "below it", "a/b/c", NULL },
	{ "with a slash at the end", "a/b/d/", NULL },
	{ "with two slashes", "a//e", NULL },
	{ "the root", "/", NULL },
	{ "where a file stands", "old",
	  "cannot make the folder old: Not a directory" },
	{ "below a file", "old/a",
	  "cannot make the folder old: Not a directory" },
};

static void folders_are_made_as_deep_as_wanted(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(folder_rows); i++) {
		const char *want =
			folder_rows[i].want ? folder_rows[i].want : "";
		struct text why = { 0 };
		struct stat found = { 0 };
		bool ok = outfile_folder(folder_rows[i].path, &why);

		(void)stat(folder_rows[i].path, &found);
		if (ok != !folder_rows[i].want ||
		    ok != S_ISDIR(found.st_mode) ||
		    strcmp(text_string(&why), want) != 0) {
			print_error("%s: got %d \"%s\", want \"%s\"\n",
				    folder_rows[i].label, ok, text_string(&why),
				    want);
			wrong++;
		}
		text_clear(&why);
	}
	assert_int_equal(rmdir("a/b/c") | rmdir("a/b/d") | rmdir("a/b") |
				 rmdir("a/e") | rmdir("a"),
			 0);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_replaced_whole),
		cmocka_unit_test(a_file_in_pieces_stands_at_its_end),
		cmocka_unit_test(a_failed_write_leaves_nothing),
		cmocka_unit_test(what_reads_back_otherwise_is_not_published),
		cmocka_unit_test(a_full_disk_leaves_the_old_file),
		cmocka_unit_test(folders_are_made_as_deep_as_wanted),
	};

	return cmocka_run_group_tests_name("outfile", tests, enter_folder,
					   leave_folder);
}
