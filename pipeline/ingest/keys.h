/*
 * keys - which rows of a source have the same key, and which of them counts.
 *
 * Where the last one counts, all files are gone through beforehand: then the
 * last row of every key is known when they are read.  Memory grows with keys.
 */
#ifndef INGEST_KEYS_H
#define INGEST_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/text.h"
#include "model/name_index.h"

struct profile;
struct row;

/* A row that has a key. */
struct key_row {
	const char *file; /* as messages name it */
	long line;
};

/* Zeroed is empty; lives in the arena given, but for what keys_clear() ends. */
struct keys {
	struct name_index index;
	struct key_row *rows;
	size_t count;
	const char *names; /* headers of the key's columns: "Månad, Enhet" */
	struct text key;   /* of the row at hand */
	bool foregoing;    /* the files are gone through beforehand */
};

void keys_start(struct keys *keys, struct arena *arena,
		const struct profile *profile);

/*
 * Take a sound row.  False if it is left out, since another one of its key
 * counts; of a source that refuses duplicates it is refused instead.
 */
bool keys_take(struct keys *keys, struct row *row);

void keys_clear(struct keys *keys);

#endif
