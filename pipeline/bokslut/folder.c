#include "bokslut/folder.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/text.h"

static void add_files(struct arena *arena, struct names *names,
		      const char *root, const char *below);

static void add_entry(struct arena *arena, struct names *names,
		      const char *root, const char *name)
{
	const char *path = arena_printf(arena, "%s/%s", root, name);
	struct stat stat_of;

	if (stat(path, &stat_of) != 0)
		return;
	if (S_ISDIR(stat_of.st_mode)) {
		add_files(arena, names, root, name);
		return;
	}
	names_add(names, arena, name);
}

static void add_files(struct arena *arena, struct names *names,
		      const char *root, const char *below)
{
	DIR *folder = opendir(*below ? arena_printf(arena, "%s/%s", root, below)
				     : root);
	struct dirent *entry;

	while (folder && (entry = readdir(folder)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		add_entry(arena, names, root,
			  arena_printf(arena, "%s%s%s", below,
				       *below ? "/" : "", entry->d_name));
	}
	if (folder)
		(void)closedir(folder);
}

struct names folder_files(struct arena *arena, const char *path)
{
	struct names names = { 0 };

	add_files(arena, &names, path, "");
	names_sort(&names);
	return names;
}

bool folder_shapes(const char *path)
{
	static const char tests[] = "rules/tests/";

	return strncmp(path, tests, strlen(tests)) != 0;
}

struct names folder_names(struct arena *arena, const char *path)
{
	struct names names = { 0 };
	DIR *folder = opendir(path);
	struct dirent *entry;

	while (folder && (entry = readdir(folder)) != NULL)
		if (entry->d_name[0] != '.')
			names_add(&names, arena,
				  arena_strdup(arena, entry->d_name));
	if (folder)
		(void)closedir(folder);
	names_sort(&names);
	return names;
}

bool folder_copy(const char *path, const char *from, struct text *why)
{
	const char *slash = strrchr(path, '/');
	struct text folder = { 0 };
	bool ok;

	text_add_bytes(&folder, path, slash ? (size_t)(slash - path) : 0);
	ok = outfile_folder(text_string(&folder), why) &&
	     outfile_copy(path, from, why);
	text_clear(&folder);
	return ok;
}

static int remove_entry(const char *path, const struct stat *stat_of, int flag,
			struct FTW *walk)
{
	(void)stat_of;
	(void)flag;
	(void)walk;
	return remove(path);
}

bool folder_remove(const char *path, struct text *why)
{
	bool ok = nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS) == 0 ||
		  errno == ENOENT;

	if (!ok)
		text_printf(why, _("cannot remove %s: %s"), path,
			    strerror(errno));
	return ok;
}
