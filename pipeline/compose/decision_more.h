/*
 * decision_more - what a decision is besides its text and status: its parts,
 * how old it is, and when it has to be reported.
 *
 * The parts of a decision are records of the kind "<kind>-part" with its date
 * and paragraph; a decision has the fields `standing` and `due` (a day), a part
 * `closed-by`, the paragraph that closed it.
 */
#ifndef COMPOSE_DECISION_MORE_H
#define COMPOSE_DECISION_MORE_H

#include "compose/composition.h"

/* The parts of a decision's id, d.<date>.<paragraph>.<ordinal>, or of a part's,
 * <kind>-part.<date>.<paragraph>.<ordinal>. */
struct decision_key {
	char date[11];
	char paragraph[12];
	char ordinal[12];
};

bool decision_key_of(struct decision_key *key, const char *id) MUST_CHECK;

/* Add each part on a line of its own. */
void decision_add_parts(struct composition *composition, struct runs *runs,
			const struct record *record);

/* Add, likewise, what it is besides its status; `closed` is the one that needs
 * no age and is not due (NULL: no ages are told). */
void decision_add_standing(struct composition *composition, struct runs *runs,
			   const struct record *record, const char *closed);

/* A paragraph with the next day when something is due, and what. */
void decision_add_next(struct composition *composition, struct blocks *into,
		       const char *kind, const char *closed);

/* Tell decisions with one text, and a text that holds another's. */
void decision_prove_texts(const struct composition *composition,
			  const char *kind);

#endif
