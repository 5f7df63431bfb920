/*
 * manifest - what a revision holds, and everything that shaped it.
 *
 * The lines of the files are what `sha256sum --strict -c manifest` checks; the
 * lines that begin with `# ` name, each with its SHA-256 or version, every
 * input, register, rule, template, font, program and library.
 */
#ifndef BOKSLUT_MANIFEST_H
#define BOKSLUT_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct arena;
struct close_plan;
struct desk;
struct stored_facts;
struct text;

/* Write <folder>/manifest for the revision that is to stand there. */
bool manifest_write(struct desk *desk, const struct close_plan *plan,
		    const struct stored_facts *stored, const char *folder,
		    struct text *why) MUST_CHECK;

/*
 * Add the `# ` lines of the manifest that the close would have now.  Facts that
 * are not in the store have a `-` for their digest.
 */
bool manifest_shape(struct desk *desk, const struct close_plan *plan,
		    const struct stored_facts *stored, struct text *lines,
		    struct text *why) MUST_CHECK;

/* One line, of a file of the revision or of something that shaped it. */
#define MANIFEST_FILE "file"
struct manifest_line {
	const char *kind;  /* MANIFEST_FILE, or the word behind `# ` */
	const char *value; /* its SHA-256, or its version */
	const char *name;
};

/* Zeroed is empty; everything lives in the arena that it was loaded into. */
struct manifest {
	struct manifest_line *lines;
	size_t count;
};

/* Read lines; gives the number of one that is none, or 0. */
long manifest_read(struct manifest *manifest, struct arena *arena,
		   const char *lines);

bool manifest_load(struct manifest *manifest, struct arena *arena,
		   const char *path, struct text *why) MUST_CHECK;

/* The line of that kind and name, borrowed; NULL if there is none. */
const struct manifest_line *manifest_lookup(const struct manifest *manifest,
					    const char *kind, const char *name);

/* Its as-of day, as "2025-05-05"; "" if it tells none. */
const char *manifest_as_of(const struct manifest *manifest);

#endif
