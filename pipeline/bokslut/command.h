/*
 * command - the subcommands of bokslut: what each is called, takes and does.
 */
#ifndef BOKSLUT_COMMAND_H
#define BOKSLUT_COMMAND_H

#include <stdbool.h>

struct desk;
struct text;

/* A subcommand: `bokslut run`. */
struct command {
	const char *name;
	const char *brief; /* what it does, on one line of a list */
	const char *usage;
	const char *about;
	const char *examples;
	bool json;   /* it can answer as JSON */
	bool runs;   /* it can tell what it would do, and do without caches */
	bool rows;   /* it can print the rows behind a figure */
	bool states; /* it takes what was decided */
	void (*carry_out)(struct desk *desk);
};

/* Borrowed; NULL if no subcommand is called so. */
const struct command *command_lookup(const char *name);

/* Add a line for each. */
void command_list(struct text *lines);

#endif
