/*
 * reproduce - the subcommand that makes a recorded revision once more.
 *
 *	bokslut reproduce PERIOD REPORT r<N>
 *
 * A workspace is laid out beside it, of the very inputs and rules that its
 * manifest names: kept ones, or those of today that are the same.  All stages
 * are run on that, and what they give is compared with what was recorded.  It
 * changes nothing that stands there.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bokslut/cause.h"
#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/rebuilt.h"
#include "bokslut/revision.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

/* The revision that is made once more. */
struct original {
	int number;
	const char *folder; /* of the revision */
	struct manifest manifest;
};

static bool find_original(struct original *original, struct desk *desk,
			  const struct close *closing, struct text *why)
{
	const char *folder = closing->folder;
	int number = 0;

	if (strcmp(desk->words[2], REVISION_APPROVED) == 0)
		number = revision_pointed(folder, REVISION_APPROVED);
	if (number == 0)
		number = desk_revision(desk, folder, 2);
	original->number = number;
	original->folder = revision_path(&desk->arena, folder, number);
	return number > 0 &&
	       manifest_load(&original->manifest, &desk->arena,
			     revision_manifest(&desk->arena, folder, number),
			     why);
}

/* Where two files part; 0 if one could not be read. */
static long first_difference(const char *one, const char *other)
{
	FILE *left = fopen(one, "rb");
	FILE *right = fopen(other, "rb");
	long at = 0;
	int byte = 0;

	while (left && right && byte != EOF) {
		byte = getc(left);
		at++;
		if (byte != getc(right))
			break;
	}
	if (left)
		(void)fclose(left);
	if (right)
		(void)fclose(right);
	return at;
}

/* Tell the first file that is not the recorded one; true if none is. */
static bool is_same(struct desk *desk, const struct original *original,
		    const char *made, size_t *files)
{
	for (size_t i = 0; i < original->manifest.count; i++) {
		const struct manifest_line *line = &original->manifest.lines[i];
		const char *path =
			arena_printf(&desk->arena, "%s/%s", made, line->name);
		struct text why = { 0 };
		char sha256[DIGEST_HEX] = { 0 };
		bool same;

		if (strcmp(line->kind, MANIFEST_FILE) != 0)
			continue;
		same = digest_file(sha256, path, &why) &&
		       strcmp(sha256, line->value) == 0;
		text_clear(&why);
		(*files)++;
		if (same)
			continue;
		msg_say(OUTCOME_REFUSED,
			_("%s %s r%d: %s comes out otherwise, from byte %ld "
			  "on"),
			desk->words[0], desk->words[1], original->number,
			line->name,
			first_difference(path,
					 arena_printf(&desk->arena, "%s/%s",
						      original->folder,
						      line->name)));
		return false;
	}
	return true;
}

/* Inputs are the same: what is left are programs, libraries, fonts. */
static void tell_causes(struct desk *desk, const struct original *original,
			const struct manifest *now)
{
	struct shapings shapings =
		cause_find(&desk->arena, &original->manifest, now);

	for (size_t i = 0; i < shapings.count; i++)
		msg_say(OUTCOME_CLEAN, _("    %s: %s then, %s now"),
			shapings.list[i].name,
			shapings.list[i].before ? shapings.list[i].before : "-",
			shapings.list[i].after ? shapings.list[i].after : "-");
	if (shapings.count == 0)
		msg_say(OUTCOME_CLEAN,
			_("    nothing that the manifest names has changed; "
			  "bokslut verify tells whether the revision has"));
}

static bool reproduce(struct close *closing, struct desk *desk,
		      struct text *why)
{
	struct original original = { 0 };
	struct rebuilt rebuilt = { .desk = desk };
	size_t files = 0;
	bool ok = find_original(&original, desk, closing, why) &&
		  rebuilt_lay(&rebuilt, closing, &original.manifest, why) &&
		  rebuilt_make(&rebuilt, original.number, why);

	if (ok && is_same(desk, &original, rebuilt.made, &files))
		printf(_("%s %s r%d: made once more, byte for byte the same "
			 "(files: %zu)\n"),
		       desk->words[0], desk->words[1], original.number, files);
	else if (ok)
		tell_causes(desk, &original, &rebuilt.manifest);
	rebuilt_clear(&rebuilt);
	return ok;
}

void reproduce_command(struct desk *desk)
{
	struct close closing = { .lock = -1 };
	struct text why = { 0 };
	struct close_list closes;

	if (desk->word_count != 3) {
		msg_say(OUTCOME_MISUSED, _("usage: %s"),
			_("bokslut reproduce PERIOD REPORT REV"));
		return;
	}
	desk->word_count = 2;
	closes = desk_closes(desk);
	if (closes.count == 1 &&
	    close_open(&closing, desk, closes.list[0], &why))
		(void)reproduce(&closing, desk, &why);
	if (why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	close_shut(&closing);
	text_clear(&why);
}
