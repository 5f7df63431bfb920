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

#include "lib/mem.h"

struct close_plan;
struct desk;
struct stored_facts;
struct text;

/* Write <folder>/manifest for the revision that is to stand there. */
bool manifest_write(struct desk *desk, const struct close_plan *plan,
		    const struct stored_facts *stored, const char *folder,
		    struct text *why) MUST_CHECK;

#endif
