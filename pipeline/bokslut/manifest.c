#include "bokslut/manifest.h"

#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "bokslut/revision.h"
#include "bokslut/stages.h"
#include "bokslut/store.h"
#include "lib/digest.h"
#include "lib/installed.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/case_state.h"
#include "model/exports.h"

/* The manifest as it grows. */
struct listing {
	struct desk *desk;
	struct text lines;
	struct text *why;
};

/* "# <kind> <sha256> <shown>" of a file. */
static bool add_comment(struct listing *listing, const char *kind,
			const char *path, const char *shown)
{
	char sha256[DIGEST_HEX];

	if (!known_digest(&listing->desk->known, sha256, path, listing->why))
		return false;
	text_printf(&listing->lines, "# %s %s %s\n", kind, sha256, shown);
	return true;
}

/* Every file below a folder of the workspace; the tests of rules shape
 * nothing. */
static bool add_folder(struct listing *listing, const char *kind,
		       const char *folder)
{
	struct arena *arena = &listing->desk->arena;
	const char *workspace = listing->desk->workspace;
	struct names files = folder_files(
		arena, arena_printf(arena, "%s/%s", workspace, folder));
	bool ok = true;

	for (size_t i = 0; ok && i < files.count; i++) {
		const char *shown =
			arena_printf(arena, "%s/%s", folder, files.list[i]);

		ok = !folder_shapes(shown) ||
		     add_comment(listing, kind,
				 arena_printf(arena, "%s/%s", workspace, shown),
				 shown);
	}
	return ok;
}

static bool add_artefacts(struct listing *listing, const char *folder)
{
	struct arena *arena = &listing->desk->arena;
	const struct names files = revision_files(arena, folder);
	char sha256[DIGEST_HEX];

	for (size_t i = 0; i < files.count; i++) {
		const char *path =
			arena_printf(arena, "%s/%s", folder, files.list[i]);

		if (!digest_file(sha256, path, listing->why))
			return false;
		text_printf(&listing->lines, "%s  %s\n", sha256, files.list[i]);
	}
	return true;
}

/* What stands in the store for a source, by its path from output/. */
static bool add_stored(struct listing *listing,
		       const struct stored_facts *stored)
{
	struct arena *arena = &listing->desk->arena;
	const char *shown;

	if (!stored->there && access(stored->facts, R_OK) != 0) {
		text_printf(&listing->lines, "# facts - %s\n",
			    stored->profile->id);
		return true;
	}
	shown = arena_printf(arena, "store/facts/%s", stored->key);
	return add_comment(listing, "facts", stored->facts,
			   stored->profile->id) &&
	       add_comment(listing, "store", stored->facts,
			   arena_printf(arena, "%s/facts.xml", shown)) &&
	       (access(stored->rejects, F_OK) != 0 ||
		add_comment(listing, "store", stored->rejects,
			    arena_printf(arena, "%s/rejects.csv", shown)));
}

static bool add_sources(struct listing *listing, const struct close_plan *plan,
			const struct stored_facts *stored)
{
	struct arena *arena = &listing->desk->arena;
	bool ok = true;

	for (size_t i = 0; ok && i < plan->source_count; i++) {
		struct names files =
			exports_find(arena, listing->desk->workspace,
				     plan->period, stored[i].profile);

		ok = add_stored(listing, &stored[i]);
		for (size_t j = 0; ok && j < files.count; j++) {
			const char *shown = exports_shown(arena, plan->period,
							  files.list[j]);

			ok = add_comment(listing, "input",
					 arena_printf(arena, "%s/%s",
						      listing->desk->workspace,
						      shown),
					 shown);
		}
	}
	return ok;
}

/* What people add by hand; a file that is not there shapes nothing. */
static bool add_case(struct listing *listing, const struct close_plan *plan)
{
	struct arena *arena = &listing->desk->arena;
	const char *folder = arena_printf(arena, "input/%s", plan->period);
	const char *path =
		arena_printf(arena, "%s/%s", listing->desk->workspace, folder);
	struct names files = folder_files(arena, path);
	bool ok = true;

	for (size_t i = 0; ok && i < files.count; i++) {
		const char *name = files.list[i];

		if ((strchr(name, '/') && strncmp(name, "text/", 5) != 0) ||
		    strcmp(name, CASE_STATES) == 0)
			continue;
		ok = add_comment(listing, "input",
				 arena_printf(arena, "%s/%s", path, name),
				 arena_printf(arena, "%s/%s", folder, name));
	}
	return ok;
}

/* Of the states of all reports those of this one: it is shaped by no other. */
static bool add_states(struct listing *listing, const struct close_plan *plan)
{
	struct arena *arena = &listing->desk->arena;
	const char *folder = arena_printf(arena, "input/%s", plan->period);
	struct case_states states = { 0 };
	struct text content = { 0 };
	char sha256[DIGEST_HEX];
	bool ok = case_states_load(
		&states,
		arena_printf(arena, "%s/%s", listing->desk->workspace, folder),
		folder, listing->why);

	case_states_add(&content, &states, plan->report);
	if (content.len > 0) {
		digest_bytes(sha256, content.at, content.len);
		text_printf(&listing->lines, "# state %s %s/" CASE_STATES "\n",
			    sha256, folder);
	}
	case_states_clear(&states);
	text_clear(&content);
	return ok;
}

/*
 * What a stage answers to one option; its lines go to `answer`.  One that
 * refuses what it reads tells why, once in a run, and `why` stays empty.
 */
static bool ask(struct listing *listing, enum stage_id stage,
		const char *option, struct text *answer)
{
	struct arena *arena = &listing->desk->arena;
	struct task task = task_of(arena, stage);
	bool ok;

	task_add(arena, &task, "-C");
	task_add(arena, &task, listing->desk->workspace);
	task_add(arena, &task, "--lang");
	task_add(arena, &task, listing->desk->language);
	task_add(arena, &task, option);
	ok = task_answer(&task, answer);
	listing->desk->refused = !ok && task.status != EX_SOFTWARE;
	if (listing->desk->refused)
		msg_outcome_of_status(task.status);
	else if (!ok)
		text_printf(listing->why, _("%s does not answer to %s"),
			    task.arguments[0], option);
	return ok;
}

/* The fonts and the like that typeset reads besides the workspace. */
static bool add_resources(struct listing *listing)
{
	struct arena *arena = &listing->desk->arena;
	struct text answer = { 0 };
	bool ok = ask(listing, STAGE_TYPESET, "--resources", &answer);
	const char *at = text_string(&answer);

	while (ok && *at) {
		size_t len = strcspn(at, "\n");
		const char *path = arena_strndup(arena, at, len);

		ok = add_comment(listing, "resource", path, path);
		at += len + (at[len] == '\n');
	}
	text_clear(&answer);
	return ok;
}

/* One "# " before each line that a stage answers to --version. */
static void add_version(struct text *lines, const char *version)
{
	while (*version) {
		size_t len = strcspn(version, "\n");

		text_add(lines, "# ");
		text_add_bytes(lines, version, len);
		text_add(lines, "\n");
		version += len + (version[len] == '\n');
	}
}

static bool add_programs(struct listing *listing)
{
	struct text version = { 0 };
	struct text path = { 0 };
	bool ok = true;

	for (size_t i = 0; ok && i < STAGE_COUNT; i++) {
		text_reset(&version);
		text_reset(&path);
		installed_program(&path, stages[i].program);
		ok = ask(listing, (enum stage_id)i, "--version", &version) &&
		     add_comment(listing, "binary", path.at, stages[i].program);
		if (ok)
			add_version(&listing->lines, text_string(&version));
	}
	text_clear(&version);
	text_clear(&path);
	return ok;
}

/* Programs and what they read are the same for all closes of a run. */
static bool add_installed(struct listing *listing)
{
	struct text *kept = &listing->desk->programs;
	const size_t before = listing->lines.len;
	bool ok = true;

	if (kept->len > 0) {
		text_add(&listing->lines, kept->at);
		return true;
	}
	if (listing->desk->refused)
		return false;
	ok = add_resources(listing) && add_programs(listing);
	if (ok)
		text_add(kept, listing->lines.at + before);
	return ok;
}

/*
 * The report that this one was compared with, by its path from output/.  Of
 * one that is not there is told where it is wanted.
 */
static bool add_compared(struct listing *listing, const struct close_plan *plan)
{
	const char *path =
		plan->compare ? desk_compared(listing->desk, plan) : NULL;

	return !path || access(path, F_OK) != 0 ||
	       add_comment(listing, "compared", path,
			   path + strlen(listing->desk->output) + 1);
}

static bool add_inputs(struct listing *listing, const struct close_plan *plan,
		       const struct stored_facts *stored)
{
	return add_compared(listing, plan) &&
	       add_sources(listing, plan, stored) && add_case(listing, plan) &&
	       add_states(listing, plan);
}

static bool add_shape(struct listing *listing, const struct close_plan *plan,
		      const struct stored_facts *stored)
{
	text_printf(&listing->lines, "# close %s %s as-of ", plan->period,
		    plan->report);
	date_add_text(&listing->lines, desk_as_of(listing->desk, plan));
	text_add(&listing->lines, "\n");
	return add_inputs(listing, plan, stored) &&
	       add_folder(listing, "register", "input/register") &&
	       add_folder(listing, "history", "input/history") &&
	       add_folder(listing, "rules", "rules") &&
	       add_folder(listing, "template", "templates") &&
	       add_installed(listing);
}

bool manifest_shape(struct desk *desk, const struct close_plan *plan,
		    const struct stored_facts *stored, struct text *lines,
		    struct text *why)
{
	struct listing listing = { .desk = desk, .why = why };
	bool ok = add_shape(&listing, plan, stored);

	text_add(lines, text_string(&listing.lines));
	text_clear(&listing.lines);
	return ok;
}

bool manifest_write(struct desk *desk, const struct close_plan *plan,
		    const struct stored_facts *stored, const char *folder,
		    struct text *why)
{
	struct listing listing = { .desk = desk, .why = why };
	const char *path = arena_printf(&desk->arena, "%s/manifest", folder);
	bool ok = add_artefacts(&listing, folder) &&
		  add_shape(&listing, plan, stored) &&
		  outfile_write(path, listing.lines.at, listing.lines.len, why);

	text_clear(&listing.lines);
	return ok;
}
