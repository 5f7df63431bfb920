#include "bokslut/arrival.h"

#include <string.h>
#include <unistd.h>

#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "lib/digest.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/exports.h"

#define SUMS "SHA256SUMS"

/* One file of checksums. */
struct sums {
	struct close *closing;
	const char *shown;  /* "input/2025-T1/hr/SHA256SUMS" */
	const char *folder; /* "input/2025-T1/hr" */
	bool agree;
};

struct names arrival_missing(struct desk *desk, const struct close_plan *plan)
{
	struct names missing = { 0 };

	for (size_t i = 0; i < plan->source_count; i++) {
		const struct profile *profile =
			profile_lookup(&desk->rules.profiles, plan->sources[i]);

		if (exports_find(&desk->arena, desk->workspace, plan->period,
				 profile)
			    .count == 0)
			names_add(&missing, &desk->arena, profile->id);
	}
	return missing;
}

static char *path_of(const struct sums *sums, const char *shown)
{
	struct desk *desk = sums->closing->desk;

	return arena_printf(&desk->arena, "%s/%s", desk->workspace, shown);
}

static void tell(struct sums *sums, long line, const char *sentence)
{
	const struct place place = { .file = sums->shown, .line = line };

	msg_made(close_unready(sums->closing), place, sentence, sentence);
	sums->agree = false;
}

static void prove(struct sums *sums, long line, const char *sha256,
		  const char *name)
{
	struct desk *desk = sums->closing->desk;
	struct arena *arena = &desk->arena;
	const char *path =
		path_of(sums, arena_printf(arena, "%s/%s", sums->folder, name));
	char now[DIGEST_HEX];
	struct text why = { 0 };

	if (access(path, F_OK) != 0)
		tell(sums, line,
		     arena_printf(arena,
				  _("the export \"%s\" has not come; it is "
				    "listed here"),
				  name));
	else if (!known_digest(&desk->known, now, path, &why))
		tell(sums, line, why.at);
	else if (strcasecmp(sha256, now) != 0)
		tell(sums, line,
		     arena_printf(arena,
				  _("the export \"%s\" is not the one that was "
				    "sent, or not all of it has come: its "
				    "SHA-256 is another"),
				  name));
	text_clear(&why);
}

/* "<64 digits>  name", "<64 digits> *name"; alone, of the file named so. */
static void read_line(struct sums *sums, long number, char *line,
		      const char *alone)
{
	const size_t digits = strspn(line, "0123456789abcdefABCDEF");
	const char *name = line + digits + strspn(line + digits, " *\t");

	if (*line == '\0' || *line == '#')
		return;
	if (digits != DIGEST_HEX - 1 || (!alone && *name == '\0')) {
		tell(sums, number,
		     arena_printf(&sums->closing->desk->arena,
				  _("\"%s\" is no checksum; a line that "
				    "sha256sum writes was expected"),
				  line));
		return;
	}
	line[digits] = '\0';
	prove(sums, number, line, alone ? alone : name);
}

/* No such file is no fault; false with a sentence in `why` if it cannot be
 * read. */
static bool read_sums(struct sums *sums, const char *alone, struct text *why)
{
	struct arena *arena = &sums->closing->desk->arena;
	const char *path = path_of(sums, sums->shown);
	struct text content = { 0 };
	const char *at;

	if (access(path, F_OK) != 0)
		return true;
	if (!infile_load(&content, path, why))
		return false;
	at = text_string(&content);
	for (long number = 1; *at; number++) {
		size_t len = strcspn(at, "\r\n");

		read_line(sums, number, arena_strndup(arena, at, len), alone);
		at += len + strspn(at + len, "\r");
		at += *at == '\n';
	}
	text_clear(&content);
	return sums->agree;
}

/* The checksums in one folder of the exports of a source. */
static bool prove_source(struct close *closing, const struct profile *profile,
			 struct names *proved, struct text *why)
{
	struct arena *arena = &closing->desk->arena;
	const char *period = closing->plan->period;
	struct names files =
		exports_find(arena, closing->desk->workspace, period, profile);
	bool ok = true;

	for (size_t i = 0; i < files.count && why->len == 0; i++) {
		const char *shown = exports_shown(arena, period, files.list[i]);
		const char *slash = strrchr(shown, '/');
		struct sums sums = { .closing = closing, .agree = true };

		sums.folder =
			arena_strndup(arena, shown, (size_t)(slash - shown));
		sums.shown = arena_printf(arena, "%s.sha256", shown);
		ok = read_sums(&sums, slash + 1, why) && ok;
		sums.shown = arena_printf(arena, "%s/" SUMS, sums.folder);
		sums.agree = true;
		if (names_has(proved, sums.shown))
			continue;
		names_add(proved, arena, sums.shown);
		ok = read_sums(&sums, NULL, why) && ok;
	}
	return ok;
}

bool arrival_is_whole(struct close *closing, struct text *why)
{
	const struct close_plan *plan = closing->plan;
	struct names proved = { 0 };
	bool ok = true;

	for (size_t i = 0; i < plan->source_count && why->len == 0; i++)
		ok = prove_source(closing,
				  profile_lookup(&closing->desk->rules.profiles,
						 plan->sources[i]),
				  &proved, why) &&
		     ok;
	return ok;
}

bool arrival_held(struct close *closing, struct text *why)
{
	struct desk *desk = closing->desk;
	bool ok = true;

	for (size_t i = 0; i < closing->plan->source_count; i++) {
		const struct stored_facts *stored = &closing->stored[i];
		struct stored_facts now = { 0 };

		if (!store_find(&now, desk, closing->plan, stored->profile,
				why))
			return false;
		if (strcmp(now.key, stored->key) == 0)
			continue;
		msg_say(close_unready(closing),
			_("the export of \"%s\" was changed while it was "
			  "read: it is still arriving; run again when it "
			  "stands there whole"),
			stored->profile->id);
		if (!stored->there && !folder_remove(stored->folder, why))
			return false;
		ok = false;
	}
	return ok;
}
