#include "model/exports.h"

#include <assert.h>
#include <glob.h>
#include <string.h>

#include "lib/text.h"
#include "lib/xml_writer.h"
#include "model/profile.h"

/* The workspace's own path is no pattern, whatever characters it has. */
static void add_literally(struct text *pattern, const char *path)
{
	for (; *path; path++) {
		if (strchr("*?[]\\", *path))
			text_add_char(pattern, '\\');
		text_add_char(pattern, *path);
	}
}

struct names exports_find(struct arena *arena, const char *workspace,
			  const char *period, const struct profile *profile)
{
	return exports_match(arena, workspace, period, profile->files);
}

struct names exports_match(struct arena *arena, const char *workspace,
			   const char *folder, const char *wanted)
{
	struct text pattern = { 0 };
	struct names names = { 0 };
	glob_t found = { 0 };
	size_t before;
	int outcome;

	add_literally(&pattern, workspace);
	text_printf(&pattern, "/input/%s/", folder);
	before = strlen(workspace) + strlen("/input//") + strlen(folder);
	text_add(&pattern, wanted);
	/* glob's own order follows the locale: sorted below */
	outcome = glob(pattern.at, GLOB_NOSORT, NULL, &found);
	assert(outcome != GLOB_NOSPACE);
	if (outcome == 0) {
		for (size_t i = 0; i < found.gl_pathc; i++)
			names_add(&names, arena,
				  arena_strdup(arena,
					       found.gl_pathv[i] + before));
	}
	names_sort(&names);
	globfree(&found);
	text_clear(&pattern);
	return names;
}

bool exports_are_named(const struct names *names)
{
	for (size_t i = 0; i < names->count; i++) {
		const char *name = names->list[i];

		if (!xml_writer_accepts(name, strlen(name)) ||
		    strpbrk(name, "\t\r\n"))
			return false;
	}
	return true;
}

char *exports_shown(struct arena *arena, const char *period, const char *name)
{
	return arena_printf(arena, "input/%s/%s", period, name);
}
