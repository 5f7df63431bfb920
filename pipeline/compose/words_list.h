/*
 * words_list - the ids of the words that a language file must hold.
 */
#ifndef COMPOSE_WORDS_LIST_H
#define COMPOSE_WORDS_LIST_H

#include "compose/words.h"

struct word_row {
	const char *id;     /* in the language file */
	const char *places; /* names of its {places}, in spaces between */
};

extern const struct word_row words_list[WORD_COUNT];

#endif
