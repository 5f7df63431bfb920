/*
 * known - the digests of files that have not been changed since.
 *
 * A file whose size, times and inode are what they were when it was read is not
 * read again.  A file that was changed less than two seconds before it was read
 * may be changed once more without any of them showing it: its digest is not
 * kept.  What is kept stands in output/store/known, which may be taken away at
 * any time; `--rehash` does without it.
 */
#ifndef BOKSLUT_KNOWN_H
#define BOKSLUT_KNOWN_H

#include <stdbool.h>
#include <sys/stat.h>

#include "lib/arena.h"
#include "lib/digest.h"
#include "model/name_index.h"

struct text;

struct known_file {
	const char *path;
	char sha256[DIGEST_HEX];
	long long stamp[6]; /* size, mtime s and ns, ctime s and ns, inode */
};

/* Zeroed is empty; everything lives in the arena of whoever keeps it. */
struct known {
	struct arena *arena;
	struct name_index index;
	struct known_file *files;
	size_t count;
	bool changed; /* since it was loaded */
};

/* Load what an earlier run kept; nothing if it cannot be read. */
void known_load(struct known *known, struct arena *arena, const char *output);

/* The digest of a file, as digest_file() gives it. */
bool known_digest(struct known *known, char sha256[DIGEST_HEX],
		  const char *path, struct text *why) MUST_CHECK;

/* Whether a file is there and has this digest. */
bool known_is(struct known *known, const char *path,
	      const char *sha256) MUST_CHECK;

/* Keep it for the next run, with what other runs have kept meanwhile, where
 * that can be done: none is the worse for it. */
void known_save(const struct known *known, const char *output);

#endif
