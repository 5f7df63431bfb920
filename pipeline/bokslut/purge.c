/*
 * purge - the subcommand that erases what was kept of old closes (gallring).
 *
 *	bokslut purge --before DATE [PERIOD [REPORT…]]
 *
 * Of revisions whose as-of day is before DATE the kept inputs are erased, but
 * those that a later one was made of too; the revisions themselves stay.  The
 * journal has an entry before the first byte goes, so that a purge that was
 * ended half-way is told from a loss: the next one finishes it.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bokslut/desk.h"
#include "bokslut/journal.h"
#include "bokslut/kept.h"
#include "bokslut/lock.h"
#include "bokslut/made.h"
#include "bokslut/manifest.h"
#include "bokslut/revision.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

struct purge {
	struct desk *desk;
	struct date before;
	struct names needed; /* digests that stay */
	struct text *why;
};

/* A close at work. */
struct purged {
	const char *name; /* "2025-T1/prognosrapport" */
	const char *folder;
	struct journal journal;
};

/* A revision of the journal, loaded; false if there is none. */
static bool load_revision(struct manifest *manifest, const struct purge *purge,
			  const struct purged *close, size_t entry)
{
	const struct journal *journal = &close->journal;
	const int number = journal->entries[entry].revision;
	struct arena *arena = &purge->desk->arena;
	struct text why = { 0 };
	bool ok = journal_lookup(journal, number) == &journal->entries[entry] &&
		  manifest_load(manifest, arena,
				revision_manifest(arena, close->folder, number),
				&why);

	text_clear(&why);
	return ok;
}

static bool is_old(const struct purge *purge, const struct manifest *manifest)
{
	struct date as_of;

	return date_parse(&as_of, manifest_as_of(manifest)) &&
	       date_compare(as_of, purge->before) < 0;
}

static bool lay(struct purged *close, const struct purge *purge,
		const char *name)
{
	close->name = name;
	close->folder = arena_printf(&purge->desk->arena, "%s/%s",
				     purge->desk->output, name);
	return journal_load(&close->journal, &purge->desk->arena, close->folder,
			    purge->why);
}

/* What the revisions of a close that are not purged still need. */
static bool find_needed(struct purge *purge, const char *name, bool named)
{
	struct purged close = { 0 };
	struct manifest manifest;

	if (!lay(&close, purge, name))
		return false;
	for (size_t i = 0; i < close.journal.count; i++) {
		const int number = close.journal.entries[i].revision;

		if (!kept_is_due(&close.journal, number) ||
		    !load_revision(&manifest, purge, &close, i) ||
		    (named && is_old(purge, &manifest)))
			continue;
		for (size_t j = 0; j < manifest.count; j++)
			if (kept_is_input(&manifest.lines[j]))
				names_add(&purge->needed, &purge->desk->arena,
					  manifest.lines[j].value);
	}
	return true;
}

static bool erase(struct purge *purge, const char *path)
{
	if (purge->desk->dry_run || unlink(path) == 0)
		return true;
	text_printf(purge->why, _("cannot remove %s: %s"), path,
		    strerror(errno));
	return false;
}

static bool erase_inputs(struct purge *purge, const struct manifest *manifest,
			 size_t *erased, size_t *stay)
{
	for (size_t i = 0; i < manifest->count; i++) {
		const struct manifest_line *line = &manifest->lines[i];
		const char *path =
			kept_is_input(line)
				? kept_lookup(purge->desk, line->value)
				: NULL;

		if (!path)
			continue;
		if (names_has(&purge->needed, line->value)) {
			(*stay)++;
			continue;
		}
		if (!erase(purge, path))
			return false;
		(*erased)++;
	}
	return true;
}

static bool purge_revision(struct purge *purge, const struct purged *close,
			   int number, const struct manifest *manifest)
{
	const char *path =
		revision_manifest(&purge->desk->arena, close->folder, number);
	const bool due = kept_is_due(&close->journal, number);
	size_t erased = 0;
	size_t stay = 0;

	if (due && !purge->desk->dry_run &&
	    !journal_add(close->folder, JOURNAL_ERASED, number, path,
			 purge->why))
		return false;
	if (!erase_inputs(purge, manifest, &erased, &stay))
		return false;
	if (due || erased > 0)
		printf(purge->desk->dry_run
			       ? _("%s r%d: would be erased (inputs: %zu, "
				   "needed by others and kept: %zu)\n")
			       : _("%s r%d: erased (inputs: %zu, needed by "
				   "others and kept: %zu)\n"),
		       close->name, number, erased, stay);
	return true;
}

static bool purge_close(struct purge *purge, const char *name)
{
	struct purged close = { 0 };
	struct manifest manifest;
	bool ok;
	int lock;

	if (!lay(&close, purge, name))
		return false;
	lock = lock_take(close.folder, name, purge->why);
	ok = lock >= 0;
	for (size_t i = 0; ok && i < close.journal.count; i++)
		ok = !load_revision(&manifest, purge, &close, i) ||
		     !is_old(purge, &manifest) ||
		     purge_revision(purge, &close,
				    close.journal.entries[i].revision,
				    &manifest);
	lock_give(lock);
	return ok;
}

static bool purge_all(struct purge *purge)
{
	struct desk *desk = purge->desk;
	struct names all = made_closes(desk, NULL, 0);
	struct names named = made_closes(desk, desk->words, desk->word_count);
	bool ok = true;

	if (named.count == 0)
		msg_say(OUTCOME_ABSENT, _("no such close has been made in %s"),
			desk->output);
	for (size_t i = 0; ok && i < all.count; i++)
		ok = find_needed(purge, all.list[i],
				 names_has(&named, all.list[i]));
	for (size_t i = 0; ok && i < named.count; i++)
		ok = purge_close(purge, named.list[i]);
	return ok;
}

void purge_command(struct desk *desk)
{
	struct text why = { 0 };
	struct purge purge = { .desk = desk, .why = &why };

	if (!desk->before || !date_parse(&purge.before, desk->before)) {
		msg_say(OUTCOME_MISUSED,
			_("--before wants a day like 2025-05-05, not \"%s\""),
			desk->before ? desk->before : "");
		return;
	}
	if (!purge_all(&purge) && why.len > 0)
		msg_say(OUTCOME_UNWRITTEN, "%s", why.at);
	text_clear(&why);
}
