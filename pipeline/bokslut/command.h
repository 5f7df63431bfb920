/*
 * command - the subcommands of bokslut: what each is called, takes and does.
 */
#ifndef BOKSLUT_COMMAND_H
#define BOKSLUT_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/options.h"

struct desk;
struct text;

/* An option of some subcommands only. */
struct command_option {
	const char *name;
	enum option_kind kind;
	const char *value; /* what it takes: "DATE"; NULL of a flag */
	const char *about;
	size_t at; /* where in struct desk it goes */
};

/* A subcommand: `bokslut run`. */
struct command {
	const char *name;
	const char *brief; /* what it does, on one line of a list */
	const char *usage;
	const char *about;
	const char *examples;
	const struct command_option *options; /* of its own */
	size_t option_count;
	bool anywhere; /* it needs no workspace */
	void (*carry_out)(struct desk *desk);
};

/* Borrowed; NULL if no subcommand is called so. */
const struct command *command_lookup(const char *name);

/* Add a line for each. */
void command_list(struct text *lines);

#endif
