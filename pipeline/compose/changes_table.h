/*
 * changes_table - the rows of a table against those of an earlier one.
 */
#ifndef COMPOSE_CHANGES_TABLE_H
#define COMPOSE_CHANGES_TABLE_H

#include "compose/changes_list.h"

/* Mark the rows of `now` and list what is new, changed and gone. */
void changes_of_table(struct changes *changes, struct table *now,
		      const struct table *then);

/* All words of it, with a space for a new line; in the report's arena. */
const char *changes_words(const struct changes *changes,
			  const struct runs *runs);

#endif
