/*
 * declaration - one statement of a rules file, read field by field.
 *
 * Every field that is not as it should be is told with file, line and
 * statement as OUTCOME_MISCONFIGURED, and reading goes on; in the end
 * `refused` says whether the statement may be taken:
 *	struct declaration given = { arena, file, statement };
 *	scale.id = declaration_id(&given);
 *	scale.about = declaration_string(&given, "about", false);
 *	…
 *	if (given.refused)
 *		return false;
 * Strings are copied into `arena`.
 */
#ifndef MODEL_DECLARATION_H
#define MODEL_DECLARATION_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/lua_load.h"
#include "lib/msg.h"
#include "model/window.h"

struct declaration {
	struct arena *arena;
	const struct lua_file *file;
	const struct lua_node *node;
	bool refused;
};

/* Whether `id` is made of a-z, 0-9, `.` and `-`, and is not empty. */
bool id_is_sound(const char *id);

/*
 * Mark the declaration as refused; the place of `at`, a node inside it, or of
 * the statement if NULL, for the msg_at() that tells why.
 */
struct place declaration_fault(struct declaration *given,
			       const struct lua_node *at);

/* Fields with a type; NULL or `otherwise` if absent or wrong. */
const char *declaration_string(struct declaration *given, const char *name,
			       bool needed);
long declaration_whole(struct declaration *given, const char *name,
		       long otherwise);
bool declaration_flag(struct declaration *given, const char *name,
		      bool otherwise);
bool declaration_date(struct declaration *given, const char *name,
		      struct date *date);

/* One of the characters in `allowed`; the first of them if nothing is said. */
char declaration_char(struct declaration *given, const char *name,
		      const char *allowed);

/* An id in the field `name`, needed; NULL if absent or wrong. */
const char *declaration_id(struct declaration *given, const char *name);

/* A list of strings; NULL with `*count` 0 if absent or wrong. */
const char **declaration_list(struct declaration *given, const char *name,
			      size_t *count);

/* Tell every field that is not in the NULL-ended list of names. */
void declaration_only(struct declaration *given, const char *const *names);

#endif
