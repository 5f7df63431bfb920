#include "bokslut/kept.h"

#include <string.h>
#include <unistd.h>

#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "bokslut/journal.h"
#include "bokslut/manifest.h"
#include "bokslut/revision.h"
#include "lib/digest.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/case_state.h"
#include "model/exports.h"

#define KEPT "kept"
#define PERSONAL "personal"

bool kept_is_input(const struct manifest_line *line)
{
	static const char *const kinds[] = { "input", "register", "history",
					     "rules", "template", "state" };

	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (strcmp(line->kind, kinds[i]) == 0)
			return true;
	return false;
}

static char *folder_of(struct desk *desk, const char *name)
{
	return arena_printf(&desk->arena, "%s/store/%s", desk->output, name);
}

static char *path_in(struct desk *desk, const char *name, const char *sha256)
{
	return arena_printf(&desk->arena, "%s/%s", folder_of(desk, name),
			    sha256);
}

const char *kept_lookup(struct desk *desk, const char *sha256)
{
	const char *path = path_in(desk, KEPT, sha256);

	if (access(path, F_OK) != 0)
		path = path_in(desk, PERSONAL, sha256);
	return access(path, F_OK) == 0 ? path : NULL;
}

bool kept_is_due(const struct journal *journal, int revision)
{
	enum case_step step;
	bool keeps = false;

	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_entry *entry = &journal->entries[i];

		if (entry->revision != revision)
			continue;
		if (case_step_of(&step, entry->what))
			keeps = true;
		else if (strcmp(entry->what, JOURNAL_ERASED) == 0)
			keeps = false;
	}
	return keeps;
}

struct names kept_paths(struct desk *desk)
{
	static const char *const folders[] = { KEPT, PERSONAL };
	struct names paths = { 0 };

	for (size_t i = 0; i < COUNT_OF(folders); i++) {
		const char *folder = folder_of(desk, folders[i]);
		struct names files = folder_files(&desk->arena, folder);

		for (size_t j = 0; j < files.count; j++)
			names_add(&paths, &desk->arena,
				  arena_printf(&desk->arena, "%s/%s", folder,
					       files.list[j]));
	}
	return paths;
}

static bool has_personal(const struct profile *profile)
{
	for (size_t i = 0; i < profile->column_count; i++)
		if (profile->columns[i].personal)
			return true;
	return false;
}

/* The exports that tell of people, as the manifest names them. */
static struct names find_personal(const struct close *closing)
{
	struct desk *desk = closing->desk;
	const struct close_plan *plan = closing->plan;
	struct names personal = { 0 };

	for (size_t i = 0; i < plan->source_count; i++) {
		const struct profile *profile =
			profile_lookup(&desk->rules.profiles, plan->sources[i]);
		struct names files = { 0 };

		if (has_personal(profile))
			files = exports_find(&desk->arena, desk->workspace,
					     plan->period, profile);
		for (size_t j = 0; j < files.count; j++)
			names_add(&personal, &desk->arena,
				  exports_shown(&desk->arena, plan->period,
						files.list[j]));
	}
	return personal;
}

/* A copy of a file that was changed meanwhile is none of what was used. */
static bool copy(const char *path, const char *from,
		 const struct manifest_line *line, struct text *why)
{
	char sha256[DIGEST_HEX];

	if (!outfile_copy(path, from, why) || !digest_file(sha256, path, why))
		return false;
	if (strcmp(sha256, line->value) == 0)
		return true;
	(void)unlink(path);
	text_printf(why,
		    _("%s was changed while it was kept; run again when it "
		      "stands there whole"),
		    from);
	return false;
}

static bool keep_line(const struct close *closing,
		      const struct manifest_line *line, bool personal,
		      const struct case_states *states, struct text *why)
{
	struct desk *desk = closing->desk;
	const char *path =
		path_in(desk, personal ? PERSONAL : KEPT, line->value);
	struct text rows = { 0 };
	bool ok = true;

	if (kept_lookup(desk, line->value))
		return true;
	if (strcmp(line->kind, "state") == 0) {
		case_states_add(&rows, states, closing->plan->report);
		ok = outfile_write(path, rows.at, rows.len, why);
	} else {
		ok = copy(path,
			  arena_printf(&desk->arena, "%s/%s", desk->workspace,
				       line->name),
			  line, why);
	}
	text_clear(&rows);
	return ok;
}

static bool make_folders(struct desk *desk, struct text *why)
{
	return outfile_folder(folder_of(desk, KEPT), why) &&
	       outfile_private_folder(folder_of(desk, PERSONAL), why);
}

bool kept_keep(struct close *closing, int number,
	       const struct case_states *states, struct text *why)
{
	struct desk *desk = closing->desk;
	const char *path =
		revision_manifest(&desk->arena, closing->folder, number);
	struct names personal = find_personal(closing);
	struct manifest manifest = { 0 };
	bool ok = make_folders(desk, why) &&
		  manifest_load(&manifest, &desk->arena, path, why);

	for (size_t i = 0; ok && i < manifest.count; i++) {
		const struct manifest_line *line = &manifest.lines[i];

		ok = !kept_is_input(line) ||
		     keep_line(closing, line, names_has(&personal, line->name),
			       states, why);
	}
	return ok;
}
