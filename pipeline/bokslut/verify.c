/*
 * verify - the subcommand that proves that what was made is still there.
 *
 * The journal proves itself by its chain, and proves each manifest; a manifest
 * proves the files of its revision and the stored facts it was made from.  Told
 * is each thing that was changed, is missing or was added.  It writes nothing,
 * and looks at folders, not at the calendar: a close that is no longer declared
 * is proved too.
 */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "bokslut/journal.h"
#include "bokslut/kept.h"
#include "bokslut/made.h"
#include "bokslut/manifest.h"
#include "bokslut/revision.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/case_state.h"

/* The proof of one close as it goes on. */
struct proof {
	struct desk *desk;
	const char *folder;
	struct journal journal;
	struct names *kept; /* by the manifests of all closes */
	long files;
	long faults;
};

static void find_fault(struct proof *proof, const char *file, long line,
		       const char *what)
{
	const struct place place = { .file = file, .line = line };

	msg_made(OUTCOME_REFUSED, place, what, what);
	proof->faults++;
}

/* Whether a file still has the digest that was recorded. */
static void prove_file(struct proof *proof, const char *path,
		       const char *recorded)
{
	char sha256[DIGEST_HEX];
	struct text why = { 0 };

	proof->files++;
	if (access(path, F_OK) != 0)
		find_fault(proof, path, 0, _("missing: it was recorded"));
	else if (!digest_file(sha256, path, &why))
		find_fault(proof, path, 0, why.at);
	else if (strcmp(sha256, recorded) != 0)
		find_fault(proof, path, 0,
			   _("changed: its SHA-256 is not the recorded one"));
	text_clear(&why);
}

/* What stands in the folder of a manifest or of facts, but was not recorded. */
static void find_added(struct proof *proof, const char *folder,
		       const struct names *recorded)
{
	DIR *open_folder = opendir(folder);
	struct dirent *entry;

	while (open_folder && (entry = readdir(open_folder)) != NULL) {
		const char *path = arena_printf(&proof->desk->arena, "%s/%s",
						folder, entry->d_name);

		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0 &&
		    !names_has(recorded, path))
			find_fault(proof, path, 0,
				   _("added: it was not recorded"));
	}
	if (open_folder)
		(void)closedir(open_folder);
}

static void prove_kept(struct proof *proof, const struct manifest *manifest,
		       int revision)
{
	const bool keeps = kept_is_due(&proof->journal, revision);

	for (size_t i = 0; i < manifest->count; i++) {
		const struct manifest_line *line = &manifest->lines[i];
		const char *path;

		if (!kept_is_input(line))
			continue;
		names_add(proof->kept, &proof->desk->arena, line->value);
		path = keeps ? kept_lookup(proof->desk, line->value) : NULL;
		if (path)
			prove_file(proof, path, line->value);
		else if (keeps)
			find_fault(proof, line->name, 0,
				   _("missing: it was kept, and not erased by "
				     "bokslut purge"));
	}
}

static void prove_lines(struct proof *proof, const char *revision,
			const struct manifest *manifest, struct names *recorded)
{
	struct arena *arena = &proof->desk->arena;

	for (size_t i = 0; i < manifest->count; i++) {
		const struct manifest_line *line = &manifest->lines[i];
		const bool own = strcmp(line->kind, MANIFEST_FILE) == 0;
		const char *path;

		if (!own && strcmp(line->kind, "store") != 0)
			continue;
		path = arena_printf(arena, "%s/%s",
				    own ? revision : proof->desk->output,
				    line->name);
		names_add(recorded, arena, path);
		prove_file(proof, path, line->value);
	}
}

/* The folder of each facts.xml that the manifest names. */
static void find_added_to_store(struct proof *proof,
				const struct manifest *manifest,
				const struct names *recorded)
{
	struct arena *arena = &proof->desk->arena;

	for (size_t i = 0; i < manifest->count; i++) {
		const struct manifest_line *line = &manifest->lines[i];
		const char *slash = strrchr(line->name, '/');

		if (strcmp(line->kind, "store") == 0 && slash &&
		    strcmp(slash, "/facts.xml") == 0)
			find_added(proof,
				   arena_printf(arena, "%s/%.*s",
						proof->desk->output,
						(int)(slash - line->name),
						line->name),
				   recorded);
	}
}

static void prove_revision(struct proof *proof,
			   const struct journal_entry *entry)
{
	struct arena *arena = &proof->desk->arena;
	const char *folder =
		revision_path(arena, proof->folder, entry->revision);
	const char *path = arena_printf(arena, "%s/manifest", folder);
	const char *tables = arena_printf(arena, "%s/" REVISION_TABLES, folder);
	struct manifest manifest = { 0 };
	struct names recorded = { 0 };
	struct text why = { 0 };

	prove_file(proof, path, entry->manifest);
	if (access(path, F_OK) != 0)
		return;
	if (manifest_load(&manifest, arena, path, &why)) {
		names_add(&recorded, arena, path);
		names_add(&recorded, arena, tables);
		prove_lines(proof, folder, &manifest, &recorded);
		prove_kept(proof, &manifest, entry->revision);
		find_added(proof, folder, &recorded);
		find_added(proof, tables, &recorded);
		find_added_to_store(proof, &manifest, &recorded);
	} else {
		find_fault(proof, path, 0, why.at);
	}
	text_clear(&why);
}

/* The last run was ended while it made a revision; the next one finishes it. */
static bool is_unfinished(const struct proof *proof,
			  const struct journal_entry *entry)
{
	const struct journal *journal = &proof->journal;

	return entry == &journal->entries[journal->count - 1] &&
	       strcmp(entry->what, JOURNAL_BEGUN) == 0;
}

static bool stands(const struct proof *proof, int revision)
{
	return access(revision_path(&proof->desk->arena, proof->folder,
				    revision),
		      F_OK) == 0;
}

/* Not yet there, or taken away by rule; a run that was ended while it took it
 * away has left some of it. */
static bool is_gone(const struct proof *proof,
		    const struct journal_entry *entry)
{
	const struct journal *journal = &proof->journal;

	if (strcmp(entry->what, JOURNAL_PRUNED) == 0)
		return !stands(proof, entry->revision) ||
		       entry == &journal->entries[journal->count - 1];
	return is_unfinished(proof, entry) && !stands(proof, entry->revision);
}

/* Every revision of the journal, by its last entry; gives how many. */
static long prove_recorded(struct proof *proof)
{
	const struct journal *journal = &proof->journal;
	long revisions = 0;

	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_entry *entry = &journal->entries[i];

		if (journal_lookup(journal, entry->revision) != entry)
			continue;
		if (is_gone(proof, entry))
			continue;
		prove_revision(proof, entry);
		revisions++;
	}
	return revisions;
}

/* Revisions that no entry records, and a `latest` that is not the latest. */
static void find_unrecorded(struct proof *proof)
{
	struct arena *arena = &proof->desk->arena;
	const int latest = revision_latest(proof->folder);
	const char *link =
		arena_printf(arena, "%s/" REVISION_LATEST, proof->folder);
	const struct journal_entry *last =
		journal_lookup(&proof->journal, latest);

	for (int number = 1; number <= latest; number++)
		if (stands(proof, number) &&
		    !journal_lookup(&proof->journal, number))
			find_fault(proof,
				   revision_path(arena, proof->folder, number),
				   0,
				   _("added: the journal does not record it"));
	if (latest == 0 || (last && is_unfinished(proof, last)))
		return;
	if (revision_pointed(proof->folder, REVISION_LATEST) != latest)
		find_fault(proof, link, 0,
			   _("changed: it does not point to the latest "
			     "revision"));
}

/* The revision that was decided last and is not withdrawn; 0: none. */
static int decided_last(const struct journal *journal)
{
	enum case_step step;
	int number = 0;

	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_entry *entry = &journal->entries[i];

		if (!case_step_of(&step, entry->what))
			continue;
		if (step == CASE_APPROVED || step == CASE_CORRECTED)
			number = entry->revision;
		else if (step == CASE_WITHDRAWN)
			number = 0;
	}
	return number;
}

static void prove_approved(struct proof *proof)
{
	if (revision_pointed(proof->folder, REVISION_APPROVED) !=
	    decided_last(&proof->journal))
		find_fault(proof,
			   arena_printf(&proof->desk->arena,
					"%s/" REVISION_APPROVED, proof->folder),
			   0,
			   _("changed: it does not point to the revision that "
			     "was decided"));
}

static void prove_journal(struct proof *proof)
{
	const char *path =
		arena_printf(&proof->desk->arena, "%s/journal", proof->folder);
	struct text why = { 0 };

	if (!journal_load(&proof->journal, &proof->desk->arena, proof->folder,
			  &why))
		find_fault(proof, path, 0, why.at);
	else if (proof->journal.wrong_line > 0)
		find_fault(proof, path, proof->journal.wrong_line,
			   _("changed: this line, or one before it, is not "
			     "what was written"));
	text_clear(&why);
}

static void prove_close(struct desk *desk, const char *name, struct names *kept)
{
	struct proof proof = { .desk = desk, .kept = kept };
	long revisions;

	proof.folder = arena_printf(&desk->arena, "%s/%s", desk->output, name);
	prove_journal(&proof);
	revisions = prove_recorded(&proof);
	find_unrecorded(&proof);
	prove_approved(&proof);
	if (proof.faults == 0)
		printf(_("%s: whole (revisions: %ld, files: %ld)\n"), name,
		       revisions, proof.files);
	else
		msg_say(OUTCOME_REFUSED, _("%s: broken (faults: %ld)"), name,
			proof.faults);
}

/* What is kept and no manifest names; only all of them together can tell. */
static void find_added_to_kept(struct desk *desk, const struct names *kept)
{
	struct proof proof = { .desk = desk };
	struct names there = kept_paths(desk);

	for (size_t i = 0; i < there.count; i++)
		if (!names_has(kept, strrchr(there.list[i], '/') + 1))
			find_fault(&proof, there.list[i], 0,
				   _("added: it was not recorded"));
}

void verify_command(struct desk *desk)
{
	struct names kept = { 0 };
	struct names closes = made_closes(desk, desk->words, desk->word_count);

	for (size_t i = 0; i < closes.count; i++)
		prove_close(desk, closes.list[i], &kept);
	if (desk->word_count == 0)
		find_added_to_kept(desk, &kept);
	if (closes.count == 0)
		msg_say(OUTCOME_ABSENT, _("no such close has been made in %s"),
			desk->output);
}
