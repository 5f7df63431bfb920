#include "bokslut/standing.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bokslut/cause.h"
#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/manifest.h"
#include "bokslut/revision.h"
#include "lib/infile.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/names.h"

static const char *path_of(struct close *closing)
{
	return arena_printf(&closing->desk->arena, "%s/standing",
			    closing->folder);
}

/* The digest of everything that shapes the close now. */
static bool shape_now(struct close *closing, char sha256[DIGEST_HEX],
		      struct text *why)
{
	struct text lines = { 0 };
	bool ok = manifest_shape(closing->desk, closing->plan, closing->stored,
				 &lines, why);

	if (ok)
		digest_bytes(sha256, lines.at, lines.len);
	text_clear(&lines);
	return ok;
}

/* Every file that the manifest lists has the bytes that it says. */
static bool listed_hold(struct close *closing, const struct manifest *manifest,
			const char *folder, size_t *listed)
{
	struct desk *desk = closing->desk;
	bool ok = true;

	*listed = 0;
	for (size_t i = 0; ok && i < manifest->count; i++) {
		const struct manifest_line *line = &manifest->lines[i];

		if (strcmp(line->kind, MANIFEST_FILE) != 0)
			continue;
		ok = known_is(&desk->known,
			      arena_printf(&desk->arena, "%s/%s", folder,
					   line->name),
			      line->value);
		(*listed)++;
	}
	return ok;
}

static bool files_hold(struct close *closing, int number)
{
	struct arena *arena = &closing->desk->arena;
	const char *folder = revision_path(arena, closing->folder, number);
	struct manifest manifest = { 0 };
	struct text why = { 0 };
	size_t listed = 0;
	bool ok = manifest_load(&manifest, arena,
				arena_printf(arena, "%s/manifest", folder),
				&why) &&
		  listed_hold(closing, &manifest, folder, &listed) &&
		  listed == revision_files(arena, folder).count;

	text_clear(&why);
	return ok;
}

/* "<digest> r<N> <notes>"; the digest is proved by comparing it. */
static bool cut_standing(char *line, char sha256[DIGEST_HEX], int *number,
			 long *notes)
{
	char *revision = strchr(line, ' ');
	char *count = revision ? strchr(revision + 1, ' ') : NULL;
	char *end = NULL;

	if (!count || revision - line != DIGEST_HEX - 1)
		return false;
	*revision++ = '\0';
	*count++ = '\0';
	memcpy(sha256, line, DIGEST_HEX);
	*number = revision_number(revision);
	errno = 0;
	*notes = strtol(count, &end, 10);
	return *number > 0 && end > count && *end == '\n' && errno == 0;
}

static bool read_standing(struct close *closing, char sha256[DIGEST_HEX],
			  int *number, long *notes)
{
	struct text content = { 0 };
	struct text why = { 0 };
	const char *path = path_of(closing);
	bool ok = access(path, R_OK) == 0 && infile_load(&content, path, &why);

	ok = ok && content.len > 0 &&
	     cut_standing(content.at, sha256, number, notes);
	text_clear(&content);
	text_clear(&why);
	return ok;
}

bool standing_differs(struct close *closing, int number,
		      struct shapings *shapings, struct text *why)
{
	struct arena *arena = &closing->desk->arena;
	struct manifest before = { 0 };
	struct manifest now = { 0 };
	struct text lines = { 0 };
	bool ok =
		manifest_load(&before, arena,
			      revision_manifest(arena, closing->folder, number),
			      why) &&
		manifest_shape(closing->desk, closing->plan, closing->stored,
			       &lines, why) &&
		manifest_read(&now, arena, text_string(&lines)) == 0;

	if (ok)
		*shapings = cause_find(arena, &before, &now);
	text_clear(&lines);
	return ok;
}

bool standing_holds(struct close *closing, int *number, long *notes,
		    struct text *why)
{
	char kept[DIGEST_HEX] = { 0 };
	char now[DIGEST_HEX];

	if (!read_standing(closing, kept, number, notes) ||
	    *number != revision_latest(closing->folder))
		return false;
	return close_find(closing, why) && shape_now(closing, now, why) &&
	       strcmp(kept, now) == 0 && files_hold(closing, *number);
}

bool standing_keep(struct close *closing, int number, long notes,
		   struct text *why)
{
	struct text line = { 0 };
	char sha256[DIGEST_HEX];
	bool ok = shape_now(closing, sha256, why);

	if (ok) {
		text_printf(&line, "%s r%d %ld\n", sha256, number, notes);
		ok = outfile_write(path_of(closing), line.at, line.len, why);
	}
	text_clear(&line);
	return ok;
}
