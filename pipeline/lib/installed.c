#include "lib/installed.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "lib/text.h"

/* The folder of the running program, without the last slash. */
static void add_own_folder(struct text *path)
{
	char own[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", own, sizeof(own) - 1);
	char *slash;

	if (len < 0)
		len = 0;
	own[len] = '\0';
	slash = strrchr(own, '/');
	if (slash)
		*slash = '\0';
	text_add(path, slash ? own : ".");
}

void installed_path(struct text *path, const char *name)
{
	add_own_folder(path);
	text_printf(path, "/../share/bokslut/%s", name);
}

void installed_program(struct text *path, const char *name)
{
	add_own_folder(path);
	text_printf(path, "/%s", name);
}
