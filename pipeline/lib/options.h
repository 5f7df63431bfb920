/*
 * options - a command line read by a table; --help and the manual page (--man)
 * are printed from it.
 *
 * Options may stand before or after the words.  What is not in the table is
 * told as OUTCOME_MISUSED.  A program lists only what it heeds.
 */
#ifndef LIB_OPTIONS_H
#define LIB_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct text;

enum option_kind {
	OPTION_FLAG,   /* into: bool */
	OPTION_STRING, /* into: const char * (borrowed from argv) */
	OPTION_COUNT   /* into: int, from 1 */
};

struct option_row {
	const char *name; /* long name without the dashes */
	char letter;      /* short name, or 0 */
	enum option_kind kind;
	const char *value; /* what --help calls its value; NULL for a flag */
	const char *about; /* one sentence, marked with N_() */
	void *into;
};

struct command_line {
	const char *usage;    /* "bokslut run [PERIOD] [REPORT…]" */
	const char *brief;    /* the same on one line; NULL: as `about` */
	const char *about;    /* what it does, one paragraph */
	const char *examples; /* lines of commands */
	const struct option_row *rows;
	size_t row_count;
	/* adds a line for each subcommand; NULL: there are none */
	void (*list)(struct text *lines);
	/* adds "library NAME VERSION" lines to --version; NULL: none */
	void (*libraries)(struct text *lines);
};

/*
 * Read `argv` by the table; the words that are no options are moved to its
 * end, `*first_word` is the index of the first.  Messages are in the language
 * of --lang from here on, else in LANG_DEFAULT.  False if something was
 * wrong (told already), or --help or --version was asked for and printed on
 * stdout.
 */
bool options_read(const struct command_line *line, int argc, char **argv,
		  int *first_word) MUST_CHECK;

/* Print the table as a manual page, in the macros of man(7); --man does. */
void options_print_page(const struct command_line *line);

#endif
