/*
 * lua_case - a rules file out of a string, loaded, with what was told.
 */
#ifndef TESTS_UNIT_LUA_CASE_H
#define TESTS_UNIT_LUA_CASE_H

#include <stdbool.h>

#include "lib/lua_load.h"
#include "lib/text.h"

/*
 * Write `len` bytes of `script` into a file and load it, printed as `name`.
 * What goes to stderr meanwhile is added to `told`.
 */
static bool load_script(struct lua_file *file, const char *script, size_t len,
			const char *name, struct text *told);

/* Statement and term words of the tests. */
static const char *const statement_words[] = { "source", "rule", "close",
					       NULL };
static const char *const term_words[] = { "column", "unique",  "eq",
					  "share",  "missing", "at_least",
					  "period", NULL };
static const struct lua_words words = { statement_words, term_words, NULL };

static void start_catching(FILE *into, int *kept)
{
	(void)fflush(stderr);
	*kept = dup(STDERR_FILENO);
	assert_true(dup2(fileno(into), STDERR_FILENO) >= 0);
}

static void stop_catching(FILE *into, int kept, struct text *told)
{
	char part[4096];
	size_t len;

	(void)fflush(stderr);
	assert_true(dup2(kept, STDERR_FILENO) >= 0);
	(void)close(kept);
	rewind(into);
	while ((len = fread(part, 1, sizeof(part), into)) > 0)
		text_add_bytes(told, part, len);
}

static bool load_script(struct lua_file *file, const char *script, size_t len,
			const char *name, struct text *told)
{
	char path[] = "/tmp/test_lua_load.XXXXXX";
	int fd = mkstemp(path);
	struct text why = { 0 };
	FILE *caught = tmpfile();
	int kept;
	bool ok;

	assert_true(fd >= 0);
	assert_non_null(caught);
	assert_true(write(fd, script, len) == (ssize_t)len);
	(void)close(fd);
	start_catching(caught, &kept);
	ok = lua_load_file(file, path, name, &words, &why);
	stop_catching(caught, kept, told);
	(void)fclose(caught);
	(void)unlink(path);
	assert_int_equal(why.len, 0);
	return ok;
}

#endif
