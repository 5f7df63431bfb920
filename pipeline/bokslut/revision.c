#include "bokslut/revision.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bokslut/folder.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/text.h"

struct names revision_files(struct arena *arena, const char *folder)
{
	const char *path = arena_printf(arena, "%s/" REVISION_TABLES, folder);
	struct names tables = folder_files(arena, path);
	struct names files = { 0 };

	names_add(&files, arena, "assessment.xml");
	names_add(&files, arena, "report.pdf");
	names_add(&files, arena, "report.xml");
	for (size_t i = 0; i < tables.count; i++)
		names_add(&files, arena,
			  arena_printf(arena, REVISION_TABLES "/%s",
				       tables.list[i]));
	return files;
}

int revision_number(const char *name)
{
	char *end = NULL;
	long number;

	if (name[0] != 'r' || name[1] < '1' || name[1] > '9')
		return 0;
	errno = 0;
	number = strtol(name + 1, &end, 10);
	return *end || errno || number > INT_MAX ? 0 : (int)number;
}

int revision_latest(const char *folder)
{
	DIR *open_folder = opendir(folder);
	struct dirent *entry;
	int latest = 0;

	while (open_folder && (entry = readdir(open_folder)) != NULL) {
		int number = revision_number(entry->d_name);

		if (number > latest)
			latest = number;
	}
	if (open_folder)
		(void)closedir(open_folder);
	return latest;
}

char *revision_path(struct arena *arena, const char *folder, int number)
{
	return arena_printf(arena, "%s/r%d", folder, number);
}

static bool same_file(const char *one, const char *other, const char *name)
{
	struct text path = { 0 };
	struct text why = { 0 };
	struct text first = { 0 };
	struct text second = { 0 };
	bool same;

	text_printf(&path, "%s/%s", one, name);
	same = infile_load(&first, path.at, &why);
	text_reset(&path);
	text_printf(&path, "%s/%s", other, name);
	same = same && infile_load(&second, path.at, &why) &&
	       first.len == second.len &&
	       memcmp(first.at, second.at, first.len) == 0;
	text_clear(&path);
	text_clear(&why);
	text_clear(&first);
	text_clear(&second);
	return same;
}

char *revision_manifest(struct arena *arena, const char *folder, int number)
{
	return arena_printf(arena, "%s/r%d/manifest", folder, number);
}

bool revision_same(struct arena *arena, const char *one, const char *other)
{
	const struct names files = revision_files(arena, one);

	if (files.count != revision_files(arena, other).count)
		return false;
	for (size_t i = 0; i < files.count; i++)
		if (!same_file(one, other, files.list[i]))
			return false;
	return true;
}

/* A new link beside the old one, then over it: there is always one. */
static bool point(const char *link, const char *target)
{
	struct text part = { 0 };
	bool ok;

	text_printf(&part, "%s.part", link);
	(void)unlink(part.at);
	ok = symlink(target, part.at) == 0 && rename(part.at, link) == 0;
	text_clear(&part);
	return ok;
}

static bool points_to(const char *link, const char *target)
{
	char now[32] = { 0 };

	return readlink(link, now, sizeof(now) - 1) > 0 &&
	       strcmp(now, target) == 0;
}

bool revision_point(const char *folder, const char *link, int number,
		    struct text *why)
{
	struct text path = { 0 };
	struct text target = { 0 };
	bool ok;

	text_printf(&path, "%s/%s", folder, link);
	text_printf(&target, "r%d", number);
	ok = points_to(path.at, target.at) ||
	     (point(path.at, target.at) && outfile_flush_folder(folder));
	if (!ok)
		text_printf(why, _("cannot point %s to %s: %s"), path.at,
			    target.at, strerror(errno));
	text_clear(&path);
	text_clear(&target);
	return ok;
}

bool revision_unpoint(const char *folder, const char *link, struct text *why)
{
	struct text path = { 0 };
	bool ok;

	text_printf(&path, "%s/%s", folder, link);
	ok = (unlink(path.at) == 0 && outfile_flush_folder(folder)) ||
	     errno == ENOENT;
	if (!ok)
		text_printf(why, _("cannot remove %s: %s"), path.at,
			    strerror(errno));
	text_clear(&path);
	return ok;
}

int revision_pointed(const char *folder, const char *link)
{
	struct text path = { 0 };
	char target[32] = { 0 };
	int number = 0;

	text_printf(&path, "%s/%s", folder, link);
	if (readlink(path.at, target, sizeof(target) - 1) > 0)
		number = revision_number(target);
	text_clear(&path);
	return number;
}

bool revision_publish(const char *folder, const char *next, int number,
		      struct text *why)
{
	struct text path = { 0 };
	bool ok;

	text_printf(&path, "%s/r%d", folder, number);
	ok = outfile_flush_folder(next) &&
	     renameat2(AT_FDCWD, next, AT_FDCWD, path.at, RENAME_NOREPLACE) ==
		     0;
	if (!ok)
		text_printf(why, _("cannot make the revision %s: %s"), path.at,
			    strerror(errno));
	text_clear(&path);
	return ok && revision_point(folder, REVISION_LATEST, number, why);
}
