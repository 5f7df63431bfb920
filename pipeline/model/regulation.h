/*
 * regulation - the laws and regulations that reports cite, each as it was in
 * force in the period that a report is about.
 *
 *	regulation { id = "sam", cite = "AFS 2001:1",
 *	  title = "Systematiskt arbetsmiljöarbete",
 *	  from = "2001-07-01", to = "2024-12-31" }
 *	regulation { id = "sam", cite = "AFS 2023:1", …, from = "2025-01-01" }
 * One id may stand several times, once for each time that it was in force:
 * what follows it has the same id and another `from`.
 *
 * Ownership: everything is in the arena given at load.
 */
#ifndef MODEL_REGULATION_H
#define MODEL_REGULATION_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/window.h"

struct lua_file;
struct lua_node;

struct regulation {
	const char *id;
	const char *cite;  /* "AFS 2001:1" */
	const char *title; /* "Systematiskt arbetsmiljöarbete" */
	struct date from;
	struct date to; /* 9999-12-31 if it is still in force */
};

struct regulations {
	struct regulation *list;
	size_t count;
};

/* Take one `regulation { … }`; false if it was refused (told), as one is that
 * overlaps another time of the same id. */
bool regulation_declare(struct regulations *regulations, struct arena *arena,
			const struct lua_file *file,
			const struct lua_node *node) MUST_CHECK;

/* Whether it is declared for any time. */
bool regulation_known(const struct regulations *regulations, const char *id);

/* As it was in force on a day; borrowed, NULL if it was not. */
const struct regulation *regulation_on(const struct regulations *regulations,
				       const char *id, struct date day);

#endif
