#include "bokslut/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bokslut/revision.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/text.h"

#define WORDS 5 /* of a line */

static const char first_hash[] =
	"0000000000000000000000000000000000000000000000000000000000000000";

static void chain(char hash[DIGEST_HEX], const char *before, const char *rest)
{
	struct text chained = { 0 };

	text_printf(&chained, "%s\n%s", before, rest);
	digest_bytes(hash, chained.at, chained.len);
	text_clear(&chained);
}

static const char *head_of(const struct journal *journal)
{
	return journal->count > 0 ? journal->entries[journal->count - 1].hash
				  : first_hash;
}

/* The words of a line, cut apart at single spaces; false if not WORDS. */
static bool cut(char *line, const char *words[WORDS])
{
	for (size_t i = 0; i < WORDS; i++) {
		char *space = strchr(line, ' ');

		if ((space == NULL) != (i + 1 == WORDS))
			return false;
		words[i] = line;
		if (space) {
			*space = '\0';
			line = space + 1;
		}
	}
	return true;
}

/* Take a line over, if it follows from the one before. */
static bool take(struct journal *journal, struct arena *arena, const char *line)
{
	const char *words[WORDS];
	const char *rest = strchr(line, ' ');
	char hash[DIGEST_HEX];

	if (!rest)
		return false;
	chain(hash, head_of(journal), rest + 1);
	if (!cut(arena_strdup(arena, line), words) ||
	    strcmp(hash, words[0]) != 0 || revision_number(words[3]) == 0)
		return false;
	journal->entries = arena_grow(arena, journal->entries, journal->count,
				      sizeof(*journal->entries));
	journal->entries[journal->count++] = (struct journal_entry){
		.hash = words[0],
		.time = words[1],
		.what = words[2],
		.revision = revision_number(words[3]),
		.manifest = words[4],
	};
	return true;
}

static void take_all(struct journal *journal, struct arena *arena,
		     const struct text *content)
{
	const char *at = text_string(content);
	const char *end = at + content->len;
	long line = 0;

	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));

		line++;
		if (!stop) {
			journal->torn = true;
			return;
		}
		if (!take(journal, arena,
			  arena_strndup(arena, at, (size_t)(stop - at)))) {
			journal->wrong_line = line;
			return;
		}
		at = stop + 1;
		journal->whole = (size_t)(at - content->at);
	}
}

bool journal_load(struct journal *journal, struct arena *arena,
		  const char *folder, struct text *why)
{
	const char *path = arena_printf(arena, "%s/journal", folder);
	struct text content = { 0 };
	bool ok = true;

	*journal = (struct journal){ 0 };
	if (access(path, F_OK) == 0 || errno != ENOENT)
		ok = infile_load(&content, path, why);
	if (ok)
		take_all(journal, arena, &content);
	text_clear(&content);
	return ok;
}

const struct journal_entry *journal_lookup(const struct journal *journal,
					   int revision)
{
	for (size_t i = journal->count; i > 0; i--)
		if (journal->entries[i - 1].revision == revision)
			return &journal->entries[i - 1];
	return NULL;
}

void journal_add_time(struct text *text)
{
	const time_t now = time(NULL);
	struct tm parts = { 0 };

	(void)gmtime_r(&now, &parts);
	text_printf(text, "%04d-%02d-%02dT%02d:%02d:%02dZ",
		    parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
		    parts.tm_hour, parts.tm_min, parts.tm_sec);
}

/* One write, behind what is whole: a line is there, or torn, or not. */
static bool append(const char *path, const struct journal *journal,
		   const struct text *line)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	bool ok = fd >= 0 && ftruncate(fd, (off_t)journal->whole) == 0 &&
		  pwrite(fd, line->at, line->len, (off_t)journal->whole) ==
			  (ssize_t)line->len &&
		  fsync(fd) == 0;
	const int failed = errno;

	if (fd >= 0 && close(fd) != 0)
		return false;
	errno = failed;
	return ok;
}

static bool add_line(const struct journal *journal, const char *folder,
		     const char *rest, struct text *why)
{
	struct text path = { 0 };
	struct text line = { 0 };
	char hash[DIGEST_HEX];
	bool ok;

	text_printf(&path, "%s/journal", folder);
	chain(hash, head_of(journal), rest);
	text_printf(&line, "%s %s\n", hash, rest);
	errno = ENOSPC; /* what a write that falls short means */
	ok = append(path.at, journal, &line) &&
	     (journal->count > 0 || outfile_flush_folder(folder));
	if (!ok)
		text_printf(why, _("cannot write %s: %s"), path.at,
			    strerror(errno));
	text_clear(&path);
	text_clear(&line);
	return ok;
}

static bool is_sound(const struct journal *journal, const char *folder,
		     struct text *why)
{
	if (journal->wrong_line > 0)
		text_printf(why,
			    _("line %ld of %s/journal does not follow from "
			      "those before it: someone changed it; bokslut "
			      "verify tells what still holds"),
			    journal->wrong_line, folder);
	return journal->wrong_line == 0;
}

bool journal_add(const char *folder, const char *what, int revision,
		 const char *manifest, struct text *why)
{
	struct arena arena = { 0 };
	struct journal journal = { 0 };
	struct text rest = { 0 };
	char sha256[DIGEST_HEX];
	bool ok = journal_load(&journal, &arena, folder, why) &&
		  is_sound(&journal, folder, why) &&
		  digest_file(sha256, manifest, why);

	if (ok) {
		journal_add_time(&rest);
		text_printf(&rest, " %s r%d %s", what, revision, sha256);
		ok = add_line(&journal, folder, rest.at, why);
	}
	text_clear(&rest);
	arena_clear(&arena);
	return ok;
}

/* Whether the last entry is of a revision that got its name after all. */
static bool is_half_made(const struct journal *journal, const char *manifest)
{
	const struct journal_entry *last;
	char sha256[DIGEST_HEX];
	struct text why = { 0 };
	bool half;

	last = &journal->entries[journal->count - 1];
	half = strcmp(last->what, JOURNAL_BEGUN) == 0 &&
	       digest_file(sha256, manifest, &why) &&
	       strcmp(sha256, last->manifest) == 0;
	text_clear(&why);
	return half;
}

bool journal_mend(const char *folder, struct text *why)
{
	struct arena arena = { 0 };
	struct journal journal = { 0 };
	bool ok = journal_load(&journal, &arena, folder, why) &&
		  is_sound(&journal, folder, why);

	if (ok && journal.count > 0) {
		int last = journal.entries[journal.count - 1].revision;
		const char *manifest = revision_manifest(&arena, folder, last);

		if (is_half_made(&journal, manifest))
			ok = journal_add(folder, JOURNAL_MADE, last, manifest,
					 why);
	}
	arena_clear(&arena);
	return ok;
}
