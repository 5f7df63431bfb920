#include <string.h>

#include "bokslut/manifest.h"
#include "lib/arena.h"
#include "lib/digest.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/text.h"

/* What follows the kind: its value and its name, in this order or the other. */
static bool split(struct manifest_line *line, char *rest)
{
	const bool named_first = strcmp(line->kind, "program") == 0 ||
				 strcmp(line->kind, "library") == 0;
	char *space = strchr(rest, ' ');

	if (strcmp(line->kind, "close") == 0) {
		line->name = rest;
		line->value = "";
		return true;
	}
	if (!space)
		return false;
	*space = '\0';
	line->name = named_first ? rest : space + 1;
	line->value = named_first ? space + 1 : rest;
	return true;
}

static bool read_line(struct manifest_line *line, char *bytes)
{
	char *space;

	if (strncmp(bytes, "# ", 2) != 0) {
		line->kind = MANIFEST_FILE;
		if (strlen(bytes) <= DIGEST_HEX + 1 ||
		    bytes[DIGEST_HEX - 1] != ' ')
			return false;
		bytes[DIGEST_HEX - 1] = '\0';
		line->value = bytes;
		line->name = bytes + DIGEST_HEX + 1;
		return true;
	}
	space = strchr(bytes + 2, ' ');
	if (!space)
		return false;
	*space = '\0';
	line->kind = bytes + 2;
	return split(line, space + 1);
}

long manifest_read(struct manifest *manifest, struct arena *arena,
		   const char *lines)
{
	const char *at = lines;

	for (long number = 1; *at; number++) {
		size_t len = strcspn(at, "\n");
		struct manifest_line line = { 0 };

		if (!read_line(&line, arena_strndup(arena, at, len)))
			return number;
		manifest->lines =
			arena_grow(arena, manifest->lines, manifest->count,
				   sizeof(*manifest->lines));
		manifest->lines[manifest->count++] = line;
		at += len + (at[len] == '\n');
	}
	return 0;
}

bool manifest_load(struct manifest *manifest, struct arena *arena,
		   const char *path, struct text *why)
{
	struct text content = { 0 };
	bool ok = infile_load(&content, path, why);
	long wrong;

	*manifest = (struct manifest){ 0 };
	wrong = ok ? manifest_read(manifest, arena, text_string(&content)) : 0;
	if (wrong > 0)
		text_printf(why, _("line %ld of %s is none of a manifest"),
			    wrong, path);
	text_clear(&content);
	return ok && wrong == 0;
}

const struct manifest_line *manifest_lookup(const struct manifest *manifest,
					    const char *kind, const char *name)
{
	for (size_t i = 0; i < manifest->count; i++)
		if (strcmp(manifest->lines[i].kind, kind) == 0 &&
		    strcmp(manifest->lines[i].name, name) == 0)
			return &manifest->lines[i];
	return NULL;
}

/* "# close PERIOD REPORT as-of DAY" */
const char *manifest_as_of(const struct manifest *manifest)
{
	const char *space = NULL;

	for (size_t i = 0; i < manifest->count && !space; i++)
		if (strcmp(manifest->lines[i].kind, "close") == 0)
			space = strrchr(manifest->lines[i].name, ' ');
	return space ? space + 1 : "";
}
