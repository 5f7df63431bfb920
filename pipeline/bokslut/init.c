/*
 * init - the subcommand that begins a workspace.
 *
 *	bokslut init DIR
 *
 * What it begins with stands in share/bokslut/start/<language>: rules, a
 * template and a register, small and whole, to be changed.  It is laid aside
 * and gets its name when all of it is there.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "lib/installed.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

/* A folder that is there must be empty. */
static bool is_free(struct desk *desk, const char *path)
{
	struct stat found;

	if (stat(path, &found) != 0)
		return true;
	if (S_ISDIR(found.st_mode) &&
	    folder_names(&desk->arena, path).count == 0)
		return true;
	msg_say(OUTCOME_MISUSED,
		_("%s is there and is not empty; name a folder that is not, "
		  "and nothing of yours is touched"),
		path);
	return false;
}

static bool lay(struct desk *desk, const char *into, struct text *why)
{
	struct text from = { 0 };
	struct names files;
	bool ok = true;

	installed_path(&from,
		       arena_printf(&desk->arena, "start/%s", desk->language));
	files = folder_files(&desk->arena, from.at);
	if (files.count == 0) {
		text_printf(why, _("%s is not installed"), from.at);
		ok = false;
	}
	for (size_t i = 0; ok && i < files.count; i++)
		ok = folder_copy(arena_printf(&desk->arena, "%s/%s", into,
					      files.list[i]),
				 arena_printf(&desk->arena, "%s/%s", from.at,
					      files.list[i]),
				 why);
	text_clear(&from);
	return ok;
}

static bool begin(struct desk *desk, const char *path, struct text *why)
{
	const char *aside = arena_printf(&desk->arena, "%s.part", path);
	struct text left = { 0 };
	bool ok = folder_remove(aside, why) && lay(desk, aside, why);

	if (ok && rename(aside, path) != 0) {
		text_printf(why, _("cannot make the folder %s: %s"), path,
			    strerror(errno));
		ok = false;
	}
	if (!ok && !folder_remove(aside, &left))
		msg_say(OUTCOME_NOTED, "%s", left.at);
	text_clear(&left);
	return ok;
}

static char *without_slashes(struct desk *desk, const char *path)
{
	size_t len = strlen(path);

	while (len > 1 && path[len - 1] == '/')
		len--;
	return arena_strndup(&desk->arena, path, len);
}

void init_command(struct desk *desk)
{
	struct text why = { 0 };
	const char *path;

	if (desk->word_count != 1 || desk->words[0][0] == '\0') {
		msg_say(OUTCOME_MISUSED, _("usage: %s"), _("bokslut init DIR"));
		return;
	}
	if (!desk->language)
		desk->language = LANG_DEFAULT;
	path = without_slashes(desk, desk->words[0]);
	if (!is_free(desk, path))
		return;
	if (begin(desk, path, &why))
		msg_say(OUTCOME_CLEAN,
			_("A workspace has been begun in %s. Write the "
			  "municipality's name in rules/workspace.lua, its "
			  "goals and indicators in input/register/, put an "
			  "export into input/2026-T1/quality/, and run "
			  "bokslut -C %s run"),
			path, path);
	else
		msg_say(OUTCOME_UNWRITTEN, "%s", text_string(&why));
	text_clear(&why);
}
