#include "bokslut/known.h"

#include <assert.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "lib/infile.h"
#include "lib/outfile.h"
#include "lib/text.h"

#define STAMPS 6
#define RACY 2 /* seconds: the coarsest times that file systems keep */

static void stamp(long long into[STAMPS], const struct stat *status)
{
	const long long now[STAMPS] = {
		(long long)status->st_size,
		(long long)status->st_mtim.tv_sec,
		(long long)status->st_mtim.tv_nsec,
		(long long)status->st_ctim.tv_sec,
		(long long)status->st_ctim.tv_nsec,
		(long long)status->st_ino,
	};

	memcpy(into, now, sizeof(now));
}

static void add(struct known *known, const struct known_file *file)
{
	size_t at = name_index_lookup(&known->index, file->path);

	if (at != NAME_INDEX_NONE) {
		assert(known->files);
		known->files[at] = *file;
		return;
	}
	known->files = arena_grow(known->arena, known->files, known->count,
				  sizeof(*known->files));
	known->files[known->count] = *file;
	(void)name_index_add(&known->index, known->arena, file->path,
			     known->count++);
}

/* "<sha256> <six numbers> <path>"; a line that is none is left out. */
static void read_line(struct known *known, char *line)
{
	struct known_file file = { 0 };
	char *at = line + DIGEST_HEX;

	if (strlen(line) <= DIGEST_HEX || line[DIGEST_HEX - 1] != ' ')
		return;
	memcpy(file.sha256, line, DIGEST_HEX - 1);
	for (size_t i = 0; i < STAMPS; i++) {
		char *end = at;

		file.stamp[i] = strtoll(at, &end, 10);
		if (end == at || *end != ' ')
			return;
		at = end + 1;
	}
	file.path = at;
	add(known, &file);
}

void known_load(struct known *known, struct arena *arena, const char *output)
{
	struct text content = { 0 };
	struct text why = { 0 };
	const char *path = arena_printf(arena, "%s/store/known", output);
	const char *at;

	known->arena = arena;
	if (access(path, R_OK) != 0 || !infile_load(&content, path, &why)) {
		text_clear(&why);
		return;
	}
	at = text_string(&content);
	while (*at) {
		size_t len = strcspn(at, "\n");

		read_line(known, arena_strndup(arena, at, len));
		at += len + (at[len] == '\n');
	}
	text_clear(&content);
}

/* Read it; what was changed just now, or while it was read, is not kept. */
static bool learn(struct known *known, struct known_file *file,
		  const struct stat *before, struct text *why)
{
	struct stat after;
	long long stamps[STAMPS];
	const time_t now = time(NULL);

	if (!digest_file(file->sha256, file->path, why))
		return false;
	if (stat(file->path, &after) != 0)
		return true;
	stamp(file->stamp, before);
	stamp(stamps, &after);
	if (memcmp(stamps, file->stamp, sizeof(stamps)) != 0 ||
	    before->st_mtim.tv_sec + RACY >= now ||
	    before->st_ctim.tv_sec + RACY >= now)
		return true;
	file->path = arena_strdup(known->arena, file->path);
	add(known, file);
	known->changed = true;
	return true;
}

bool known_digest(struct known *known, char sha256[DIGEST_HEX],
		  const char *path, struct text *why)
{
	size_t at = name_index_lookup(&known->index, path);
	struct known_file file = { .path = path };
	struct stat status;
	long long stamps[STAMPS];
	bool ok;

	if (!known->arena || stat(path, &status) != 0)
		return digest_file(sha256, path, why);
	stamp(stamps, &status);
	if (at != NAME_INDEX_NONE && strcmp(known->files[at].path, path) == 0 &&
	    memcmp(stamps, known->files[at].stamp, sizeof(stamps)) == 0) {
		memcpy(sha256, known->files[at].sha256, DIGEST_HEX);
		return true;
	}
	ok = learn(known, &file, &status, why);
	if (ok)
		memcpy(sha256, file.sha256, DIGEST_HEX);
	return ok;
}

bool known_is(struct known *known, const char *path, const char *sha256)
{
	char now[DIGEST_HEX];
	struct text why = { 0 };
	bool same = known_digest(known, now, path, &why) &&
		    strcmp(now, sha256) == 0;

	text_clear(&why);
	return same;
}

static void add_line(struct text *lines, const struct known_file *file)
{
	text_add(lines, file->sha256);
	for (size_t i = 0; i < STAMPS; i++)
		text_printf(lines, " %lld", file->stamp[i]);
	text_printf(lines, " %s\n", file->path);
}

/* With what other runs have learnt since we loaded it. */
static void write_all(const struct known *known, const char *output)
{
	struct known there = { 0 };
	struct text lines = { 0 };
	struct text path = { 0 };
	struct text why = { 0 };

	known_load(&there, known->arena, output);
	for (size_t i = 0; i < known->count; i++)
		add(&there, &known->files[i]);
	for (size_t i = 0; i < there.count; i++)
		if (!strchr(there.files[i].path, '\n'))
			add_line(&lines, &there.files[i]);
	text_printf(&path, "%s/store/known", output);
	if (!outfile_write(path.at, text_string(&lines), lines.len, &why))
		text_clear(&why);
	text_clear(&lines);
	text_clear(&path);
}

void known_save(const struct known *known, const char *output)
{
	int lock;

	if (!known->changed)
		return;
	lock = open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (lock >= 0 && flock(lock, LOCK_EX) == 0)
		write_all(known, output);
	if (lock >= 0)
		(void)close(lock);
}
