/*
 * Any text as a rules file: refused or taken, with everything that it
 * declares, and never for long.
 */
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "assess/rule_book.h"
#include "fuzz.h"
#include "model/rules.h"

#define LONGEST 2 /* seconds of processor time */

/* A workspace whose only rules file is `file`. */
static void lay_out(struct text *path, const struct fuzz_file *file)
{
	size_t folder;
	int linked;

	fuzz_folder(path);
	folder = path->len;
	(void)mkdir(path->at, 0700);
	text_add(path, "/rules");
	(void)mkdir(path->at, 0700);
	text_add(path, "/any.lua");
	(void)unlink(path->at);
	linked = symlink(file->path, path->at);
	assert(linked == 0);
	path->len = folder;
	path->at[folder] = '\0';
}

static void load(const char *workspace)
{
	const struct date as_of = { 2025, 5, 5 };
	struct rules rules = { 0 };
	struct rule_book book = { 0 };
	struct arena arena = { 0 };
	struct text why = { 0 };

	if (rules_load(&rules, workspace, &why) &&
	    rule_book_load(&book, &arena, &rules, as_of)) {
		(void)rule_book_for_indicators(&book);
		(void)rule_book_for_goals(&book, "nämndmål");
	}
	assert(why.len == 0);
	arena_clear(&arena);
	rules_clear(&rules);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	clock_t started = clock();
	struct fuzz_file file;
	struct text path = { 0 };

	fuzz_open(&file, bytes, len);
	lay_out(&path, &file);
	load(path.at);
	text_clear(&path);
	fuzz_close(&file);
	assert(clock() - started < LONGEST * CLOCKS_PER_SEC);
	return 0;
}
