/*
 * key_figures - measures of units side by side, with the year before.
 *
 *	key_figures { id = "deviations", about = "Avvikelser",
 *	  units = { "vo", "vo.sarskilt", "fs" },
 *	  figure { id = "count", title = "Avvikelser",
 *	    measure = "deviation.count", quantity = "count" },
 *	  figure { id = "followed", title = "Uppföljda",
 *	    measure = "deviation.followed", quantity = "percent" } }
 * A unit that stands below one above it in the list is a part of that one. The
 * year before is the same months of it, by the measure's id in history.
 *
 * Ownership: everything is in the arena given at load.
 */
#ifndef MODEL_KEY_FIGURES_H
#define MODEL_KEY_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/names.h"

struct lua_file;
struct lua_node;

#define KEY_FIGURES_AT_MOST 6 /* figures in one table */

struct key_figure {
	const char *id;
	const char *title;
	const char *measure;
	const char *quantity;
};

struct key_figures {
	const char *id;
	const char *about;
	struct names units;
	struct key_figure *list;
	size_t count;
	const char *rules_file;
	long line;
};

struct all_key_figures {
	struct key_figures *list;
	size_t count;
};

/* Take one `key_figures { … }`; false if it was refused (told). */
bool key_figures_declare(struct all_key_figures *all, struct arena *arena,
			 const struct lua_file *file,
			 const struct lua_node *node) MUST_CHECK;

#endif
