/*
 * checklist_list - one checklist, for those who compose something of it.
 */
#ifndef COMPOSE_CHECKLIST_LIST_H
#define COMPOSE_CHECKLIST_LIST_H

#include <stdbool.h>

#include "compose/words.h"
#include "model/assessment.h"

struct blocks;
struct composition;
struct table;
struct template_part;
struct text;

struct checklist_list {
	struct composition *composition;
	struct arena *arena;
	const struct words *words;
	const struct assessed_checklist *checklist;
	const struct scale *scale; /* of outcomes */
};

/* Find the one that the part names.  False if it is not there: then its
 * sentence is added in its place. */
bool checklist_list_find(struct checklist_list *list,
			 struct composition *composition,
			 const struct template_part *part,
			 struct blocks *into) MUST_CHECK;

/* The name of a unit that is asked. */
const char *checklist_list_unit(const struct checklist_list *list, size_t at);

/* Add `count` by a word with {count}, behind a comma if there is text before
 * it; nothing for 0. */
void checklist_list_count(const struct checklist_list *list, struct text *text,
			  enum word word, long count);

/* Add the head of a table, of `count` words. */
void checklist_list_heads(const struct checklist_list *list,
			  struct table *table, const enum word *heads,
			  size_t count);

#endif
