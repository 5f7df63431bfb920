/*
 * changes_list - what changed, one by one, and the table of it.
 */
#ifndef COMPOSE_CHANGES_LIST_H
#define COMPOSE_CHANGES_LIST_H

#include <stddef.h>

#include "compose/composition.h"
#include "compose/words.h"

/* One thing; all strings live in the arena of the report. */
struct change {
	const char *where; /* caption of a table, or heading */
	const char *what;  /* name of a row and column; "" for a text */
	enum word kind;    /* WORD_CHANGES_NEW, _CHANGED or _GONE */
	const char *was, *is;
	struct block *text; /* where it is marked; NULL: not a text */
};

struct changes {
	struct composition *composition;
	struct change *list;
	size_t count;
};

void changes_add(struct changes *changes, const struct change *change);

/* The table, with a note of what was compared; into an empty `blocks`. */
void changes_print(const struct changes *changes, struct blocks *blocks);

#endif
