/*
 * rules - everything that the files of rules/ declare, loaded once.
 *
 * Each stage loads the same declarations the same way: the files of the
 * folder in the order of their names, each in its own sandbox.  A word that
 * stands in the wrong place or twice is told as OUTCOME_MISCONFIGURED.
 */
#ifndef MODEL_RULES_H
#define MODEL_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/lua_load.h"
#include "model/calendar.h"
#include "model/checklist.h"
#include "model/key_figures.h"
#include "model/measure.h"
#include "model/names.h"
#include "model/profile.h"
#include "model/quantity.h"
#include "model/regulation.h"
#include "model/risk_matrix.h"
#include "model/scale.h"
#include "model/statement.h"

struct text;

/* A `rule { … }` statement, interpreted by assess. */
struct rule_source {
	const struct lua_file *file;
	const struct lua_node *statement;
};

struct rules {
	struct arena arena;
	struct lua_file *files; /* sorted by name; path "rules/goals.lua" */
	size_t file_count;
	struct workspace workspace;
	struct reports reports;
	struct calendar calendar;
	struct quantities quantities;
	struct profiles profiles;
	struct measures measures;
	struct scales scales;
	struct statements statements;
	struct risk_matrices matrices;
	struct regulations regulations;
	struct checklists checklists;
	struct all_key_figures key_figures;
	struct rule_source *rules;
	size_t rule_count;
};

/*
 * Load every .lua file of <workspace>/rules.  False with a sentence in `why` if
 * a file cannot be read, or with `why` empty if something was refused (told).
 */
bool rules_load(struct rules *rules, const char *workspace,
		struct text *why) MUST_CHECK;

/* Load one file of rules/ by itself: what it says, of which nothing is taken.
 */
bool rules_load_file(struct lua_file *file, const char *path, const char *shown,
		     struct text *why) MUST_CHECK;

/* The .lua files of a folder, sorted; false with errno set if it cannot be
 * read. */
bool rules_list(struct names *names, struct arena *arena,
		const char *path) MUST_CHECK;

/*
 * Prove what only the whole can tell: everything that a declaration names is
 * declared.  Part of rules_load().
 */
bool rules_prove(struct rules *rules) MUST_CHECK;

/* Add the libraries that reading a workspace needs, for --version. */
void rules_libraries(struct text *lines);

/* Release everything.  The rules are empty and may be used again. */
void rules_clear(struct rules *rules);

#endif
