/*
 * risk_list - the risks of one matrix, for those who compose something of them.
 */
#ifndef COMPOSE_RISK_LIST_H
#define COMPOSE_RISK_LIST_H

#include <stdbool.h>

#include "compose/words.h"
#include "model/assessment.h"

struct blocks;
struct composition;
struct table;
struct template_part;
struct text;

struct risk_list {
	struct arena *arena;
	const struct assessment *assessment;
	const struct words *words;
	const struct risk_matrix *matrix;
	const struct scale *scale; /* of its classes */
	const struct assessed_risk **list;
	size_t count;
};

/* Find those of the matrix that the part names.  False if there are none: then
 * its sentence is added in their place. */
bool risk_list_find(struct risk_list *risks, struct composition *composition,
		    const struct template_part *part,
		    struct blocks *into) MUST_CHECK;

/* Add a word with {counts} and {total}: "1 …, 4 …, 4 …", "9". */
void risk_list_fill(const struct risk_list *risks, struct text *text,
		    enum word word);

/* Likewise of those that tell what is left after their controls; nothing is
 * added if none does. */
void risk_list_fill_residual(const struct risk_list *risks, struct text *text);

/* A field of a risk's record; "" if it has none. */
const char *risk_list_field(const struct risk_list *risks,
			    const struct assessed_risk *risk, const char *name);

/* Add the head of a table of them. */
void risk_list_heads(const struct risk_list *risks, struct table *table,
		     const enum word *heads, size_t count);

#endif
