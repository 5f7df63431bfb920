#include "bokslut/store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "lib/installed.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/exports.h"

/* What the key is the digest of: one line for each thing. */
struct recipe {
	struct arena *arena;
	struct known *known;
	struct text lines;
};

static bool add_file(struct recipe *recipe, const char *path, const char *shown,
		     struct text *why)
{
	char sha256[DIGEST_HEX];

	if (!known_digest(recipe->known, sha256, path, why))
		return false;
	text_printf(&recipe->lines, "%s %s\n", sha256, shown);
	return true;
}

static bool add_folder(struct recipe *recipe, const char *workspace,
		       const char *folder, struct text *why)
{
	struct arena *arena = recipe->arena;
	struct names files = folder_files(
		arena, arena_printf(arena, "%s/%s", workspace, folder));
	bool ok = true;

	for (size_t i = 0; ok && i < files.count; i++) {
		const char *shown =
			arena_printf(arena, "%s/%s", folder, files.list[i]);

		ok = !folder_shapes(shown) ||
		     add_file(recipe,
			      arena_printf(arena, "%s/%s", workspace, shown),
			      shown, why);
	}
	return ok;
}

static bool add_exports(struct recipe *recipe, const struct desk *desk,
			const struct close_plan *plan,
			const struct profile *profile, struct text *why)
{
	struct names files = exports_find(recipe->arena, desk->workspace,
					  plan->period, profile);
	bool ok = true;

	for (size_t i = 0; ok && i < files.count; i++)
		ok = add_file(recipe,
			      arena_printf(recipe->arena, "%s/input/%s/%s",
					   desk->workspace, plan->period,
					   files.list[i]),
			      files.list[i], why);
	return ok;
}

static bool add_program(struct recipe *recipe, struct text *why)
{
	struct text path = { 0 };
	bool ok;

	installed_program(&path, stages[STAGE_INGEST].program);
	ok = add_file(recipe, path.at, stages[STAGE_INGEST].program, why);
	text_clear(&path);
	return ok;
}

bool store_find(struct stored_facts *stored, struct desk *desk,
		const struct close_plan *plan, const struct profile *profile,
		struct text *why)
{
	struct recipe recipe = { .arena = &desk->arena, .known = &desk->known };
	bool ok;

	text_printf(&recipe.lines, "%s %s ", profile->id, plan->period);
	date_add_text(&recipe.lines, desk_as_of(desk, plan));
	text_add(&recipe.lines, "\n");
	ok = add_program(&recipe, why) &&
	     add_folder(&recipe, desk->workspace, "rules", why) &&
	     add_folder(&recipe, desk->workspace, "input/register", why) &&
	     add_exports(&recipe, desk, plan, profile, why);

	stored->profile = profile;
	digest_bytes(stored->key, recipe.lines.at, recipe.lines.len);
	text_clear(&recipe.lines);
	stored->folder = arena_printf(&desk->arena, "%s/store/facts/%s",
				      desk->output, stored->key);
	stored->facts =
		arena_printf(&desk->arena, "%s/facts.xml", stored->folder);
	stored->rejects =
		arena_printf(&desk->arena, "%s/rejects.csv", stored->folder);
	stored->there = access(stored->facts, R_OK) == 0;
	return ok;
}

/* The one with the lowest key above another's; NULL if there is none. */
static struct stored_facts *next_by_key(struct stored_facts *list, size_t count,
					const char *above)
{
	struct stored_facts *next = NULL;

	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].key, above) > 0 &&
		    (!next || strcmp(list[i].key, next->key) < 0))
			next = &list[i];
	return next;
}

static bool lock_one(struct stored_facts *stored, struct text *why)
{
	if (!outfile_folder(stored->folder, why))
		return false;
	stored->lock = open(stored->folder, O_RDONLY | O_DIRECTORY);
	if (stored->lock < 0 || flock(stored->lock, LOCK_EX) != 0) {
		text_printf(why, _("cannot lock %s: %s"), stored->folder,
			    strerror(errno));
		return false;
	}
	stored->there = access(stored->facts, R_OK) == 0;
	return true;
}

/* In the order of their keys: two runs never wait for each other. */
bool store_lock(struct stored_facts *list, size_t count, struct text *why)
{
	struct stored_facts *next = NULL;
	bool ok = true;

	while (ok &&
	       (next = next_by_key(list, count, next ? next->key : "")) != NULL)
		ok = next->there || lock_one(next, why);
	return ok;
}

void store_unlock(struct stored_facts *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (list[i].lock > 0)
			(void)close(list[i].lock);
		list[i].lock = 0;
	}
}

void store_task(struct task *task, const struct stored_facts *stored,
		struct desk *desk, const struct close_plan *plan)
{
	struct arena *arena = &desk->arena;
	struct text as_of = { 0 };

	*task = task_of(arena, STAGE_INGEST);
	date_add_text(&as_of, desk_as_of(desk, plan));
	task_add(arena, task, "-C");
	task_add(arena, task, desk->workspace);
	task_add(arena, task, "--output");
	task_add(arena, task, stored->folder);
	task_add(arena, task, "--as-of");
	task_add(arena, task, as_of.at);
	task_add(arena, task, "--lang");
	task_add(arena, task, desk->language);
	if (desk->quiet)
		task_add(arena, task, "--quiet");
	task_add(arena, task, plan->period);
	task_add(arena, task, stored->profile->id);
	text_clear(&as_of);
}
