#include "compose/tables.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "compose/sheet.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/text.h"

#define ENDING ".csv"

struct saving {
	const struct words *words;
	const char *folder; /* …/tables */
	struct text *why;
};

static bool is_table(const char *name)
{
	const size_t len = strlen(name);

	return len > strlen(ENDING) &&
	       strcmp(name + len - strlen(ENDING), ENDING) == 0;
}

/* True also if there is no such folder. */
static bool take_away_old(const struct saving *saving)
{
	DIR *folder = opendir(saving->folder);
	struct text path = { 0 };
	struct dirent *entry;
	bool ok = true;

	while (ok && folder && (entry = readdir(folder)) != NULL) {
		if (!is_table(entry->d_name))
			continue;
		text_reset(&path);
		text_printf(&path, "%s/%s", saving->folder, entry->d_name);
		ok = unlink(path.at) == 0;
		if (!ok)
			text_printf(saving->why, _("cannot remove %s: %s"),
				    path.at, strerror(errno));
	}
	if (folder)
		(void)closedir(folder);
	text_clear(&path);
	return ok;
}

static bool save_table(const struct saving *saving, const struct block *block)
{
	struct text path = { 0 };
	struct text sheet = { 0 };
	bool ok;

	text_printf(&path, "%s/%s" ENDING, saving->folder, block->id);
	sheet_print(&sheet, block->table, saving->words);
	ok = outfile_folder(saving->folder, saving->why) &&
	     outfile_write(path.at, sheet.at, sheet.len, saving->why);
	text_clear(&sheet);
	text_clear(&path);
	return ok;
}

static bool save_below(const struct saving *saving, const struct block *blocks,
		       size_t count)
{
	bool ok = true;

	for (size_t i = 0; ok && i < count; i++) {
		if (blocks[i].table)
			ok = save_table(saving, &blocks[i]);
		ok = ok && save_below(saving, blocks[i].blocks,
				      blocks[i].block_count);
	}
	return ok;
}

bool tables_save(const struct report *report, const struct words *words,
		 const char *folder, struct text *why)
{
	struct text tables = { 0 };
	struct saving saving = { .words = words, .why = why };
	bool ok;

	text_printf(&tables, "%s/tables", folder);
	saving.folder = tables.at;
	ok = take_away_old(&saving) &&
	     save_below(&saving, report->blocks, report->block_count);
	text_clear(&tables);
	return ok;
}
