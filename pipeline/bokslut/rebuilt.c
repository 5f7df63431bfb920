#include "bokslut/rebuilt.h"

#include <string.h>
#include <unistd.h>

#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "bokslut/kept.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

/* Kept, or the same today, or, of the report that it was compared with, where
 * it stood; NULL if it is gone. */
static const char *source_of(struct desk *desk,
			     const struct manifest_line *line)
{
	const char *paths[] = { kept_lookup(desk, line->value),
				arena_printf(&desk->arena, "%s/%s",
					     desk->workspace, line->name),
				arena_printf(&desk->arena, "%s/%s",
					     desk->output, line->name) };

	for (size_t i = 0; i < COUNT_OF(paths); i++)
		if (paths[i] && known_is(&desk->known, paths[i], line->value))
			return paths[i];
	return NULL;
}

static const char *target_of(const struct rebuilt *rebuilt,
			     const struct manifest_line *line)
{
	return arena_printf(
		&rebuilt->desk->arena, "%s/%s%s", rebuilt->workspace,
		strcmp(line->kind, "compared") == 0 ? "output/" : "",
		line->name);
}

/* False if it is not found (told), or with a sentence in `why`. */
static bool lay_line(const struct rebuilt *rebuilt,
		     const struct manifest_line *line, struct text *why)
{
	const char *from = source_of(rebuilt->desk, line);

	if (from)
		return folder_copy(target_of(rebuilt, line), from, why);
	msg_say(OUTCOME_ABSENT,
		_("%s is no longer what it was made of (SHA-256 %.12s…), and "
		  "was not kept or has been erased: inputs are kept of what "
		  "was proposed or decided"),
		line->name, line->value);
	return false;
}

static bool lay_lines(const struct rebuilt *rebuilt,
		      const struct manifest *manifest, struct text *why)
{
	bool ok = true;

	for (size_t i = 0; i < manifest->count && why->len == 0; i++) {
		const struct manifest_line *line = &manifest->lines[i];

		if (kept_is_input(line) || strcmp(line->kind, "compared") == 0)
			ok = lay_line(rebuilt, line, why) && ok;
	}
	return ok;
}

bool rebuilt_lay(struct rebuilt *rebuilt, const struct close *closing,
		 const struct manifest *manifest, struct text *why)
{
	struct desk *desk = rebuilt->desk;
	struct arena *arena = &desk->arena;

	rebuilt->workspace = arena_printf(arena, "%s/workspace", closing->next);
	rebuilt->own = arena_alloc(arena, sizeof(*rebuilt->own));
	*rebuilt->own = (struct desk){
		.workspace = rebuilt->workspace,
		.output = arena_printf(arena, "%s/output", rebuilt->workspace),
		.language = desk->language,
		.as_of = manifest_as_of(manifest),
		.jobs = desk->jobs,
		.quiet = true,
		.words = desk->words,
		.word_count = desk->word_count,
	};
	return folder_remove(closing->next, why) &&
	       lay_lines(rebuilt, manifest, why) && desk_lay(rebuilt->own, why);
}

static bool read_manifest(struct rebuilt *rebuilt, const struct close *closing,
			  struct text *why)
{
	const char *path = arena_printf(&rebuilt->desk->arena, "%s/manifest",
					closing->next);

	rebuilt->made = arena_strdup(&rebuilt->desk->arena, closing->next);
	return manifest_write(closing->desk, closing->plan, closing->stored,
			      closing->next, why) &&
	       manifest_load(&rebuilt->manifest, &rebuilt->desk->arena, path,
			     why);
}

bool rebuilt_make(struct rebuilt *rebuilt, int number, struct text *why)
{
	struct close_list closes = desk_closes(rebuilt->own);
	struct close closing;

	if (closes.count != 1)
		return false;
	close_lay(&closing, rebuilt->own, closes.list[0]);
	return close_ingest(&closing, why) &&
	       close_make(&closing, number, why) &&
	       read_manifest(rebuilt, &closing, why);
}

void rebuilt_clear(struct rebuilt *rebuilt)
{
	if (rebuilt->own)
		desk_clear(rebuilt->own);
	*rebuilt = (struct rebuilt){ 0 };
}
