/*
 * scale - the grades of an assessment, in order, best first.
 *
 * Declared in rules/scales.lua:
 *	scale { id = "goal", about = "Måluppfyllelse",
 *	  grade { id = "reached", label = "uppnås", symbol = "circle",
 *	          colour = "#2e7d32" }, … }
 * A grade is printed as symbol and label, never as a colour alone; within a
 * scale ids and labels are unique.  A scale has at least two grades.
 */
#ifndef MODEL_SCALE_H
#define MODEL_SCALE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

struct lua_file;
struct lua_node;
struct text;

struct grade {
	const char *id;
	const char *label;  /* the word that is printed */
	const char *symbol; /* circle, triangle, diamond, ring */
	const char *colour; /* "#rrggbb" */
};

struct scale {
	const char *id;
	const char *about;
	struct grade *grades; /* best first */
	size_t grade_count;
};

struct scales {
	struct scale *list;
	size_t count;
};

/* Take one `scale { … }` statement; false if it was refused (told). */
bool scale_declare(struct scales *scales, struct arena *arena,
		   const struct lua_file *file,
		   const struct lua_node *statement) MUST_CHECK;

/* By id, borrowed; NULL if there is none such. */
const struct scale *scale_lookup(const struct scales *scales, const char *id);
const struct grade *scale_grade(const struct scale *scale, const char *id);

/* By id or, as people write it, by label; borrowed, NULL if none. */
const struct grade *scale_grade_named(const struct scale *scale,
				      const char *name);

/* Add the scale's grades as a choice: `"uppnås", "uppnås ej"`. */
void scale_add_labels(struct text *text, const struct scale *scale);

#endif
