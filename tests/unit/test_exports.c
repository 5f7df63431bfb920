/* Which files belong to a source: by pattern, in one order, in any folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "bokslut/folder.h"
#include "lib/arena.h"
#include "lib/mem.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/exports.h"
#include "model/profile.h"

static const char *const files[] = { "hr/b.csv", "hr/a.csv", "hr/B.csv",
				     "hr/a.txt", "finance/a.csv" };

static const struct {
	const char *label;
	const char *workspace; /* below a temporary folder */
	const char *pattern;
	const char *want; /* names, parted by spaces */
} rows[] = {
	{ "one name", "w", "hr/a.csv", "hr/a.csv" },
	{ "a pattern, bytewise", "w", "hr/*.csv",
	  "hr/B.csv hr/a.csv hr/b.csv" },
	{ "any folder", "w", "*/a.csv", "finance/a.csv hr/a.csv" },
	{ "none", "w", "quality/*.csv", "" },
	{ "a workspace like a pattern", "w[1]*", "hr/a.csv", "hr/a.csv" },
};

static void make_workspace(const char *workspace)
{
	struct text path = { 0 };
	struct text why = { 0 };

	for (size_t i = 0; i < COUNT_OF(files); i++) {
		char *slash;

		text_reset(&path);
		text_printf(&path, "%s/input/2025-T1/%s", workspace, files[i]);
		slash = strrchr(path.at, '/');
		*slash = '\0';
		assert_true(outfile_folder(path.at, &why));
		*slash = '/';
		assert_true(outfile_write(path.at, "x", 1, &why));
	}
	text_clear(&path);
}

static void files_are_found_in_order(void **state)
{
	char folder[] = "/tmp/bokslut-exports-XXXXXX";
	struct text why = { 0 };
	int wrong = 0;

	(void)state;
	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = { 0 };
		const char *workspace = arena_printf(&arena, "%s/%s", folder,
						     rows[i].workspace);
		const struct profile profile = { .files = rows[i].pattern };
		struct names found;
		struct text got = { 0 };

		make_workspace(workspace);
		found = exports_find(&arena, workspace, "2025-T1", &profile);
		for (size_t k = 0; k < found.count; k++)
			text_printf(&got, "%s%s", k > 0 ? " " : "",
				    found.list[k]);
		if (strcmp(text_string(&got), rows[i].want) != 0) {
			print_error("%s: got \"%s\", want \"%s\"\n",
				    rows[i].label, text_string(&got),
				    rows[i].want);
			wrong++;
		}
		text_clear(&got);
		arena_clear(&arena);
	}
	assert_true(folder_remove(folder, &why));
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *label;
	const char *names[2];
	bool want;
} name_rows[] = {
	{ "plain", { "hr/a.csv", "hr/b.csv" }, true },
	{ "Swedish letters", { "hr/fr\xC3\xA5nvaro 1.csv", "b" }, true },
	{ "no UTF-8", { "a", "hr/fr\xE5nvaro.csv" }, false },
	{ "a control character", { "hr/\x01.csv", "b" }, false },
	{ "a line feed", { "hr/a\n.csv", "b" }, false },
	{ "a tab", { "hr/a\t.csv", "b" }, false },
};

static void names_must_stand_on_a_line(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(name_rows); i++) {
		const char *list[] = { name_rows[i].names[0],
				       name_rows[i].names[1] };
		const struct names names = { .list = list, .count = 2 };

		if (exports_are_named(&names) == name_rows[i].want)
			continue;
		print_error("%s: want %d\n", name_rows[i].label,
			    name_rows[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_found_in_order),
		cmocka_unit_test(names_must_stand_on_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
