/*
 * principle - the rules of an assessment, in words.
 */
#ifndef COMPOSE_PRINCIPLE_H
#define COMPOSE_PRINCIPLE_H

struct blocks;
struct composition;

/* Add a note for each rule that is a function, of which nothing is proved. */
void principle_add_functions(struct composition *composition,
			     struct blocks *into);

#endif
