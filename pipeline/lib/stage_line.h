/*
 * stage_line - the command line that all stages of the pipeline share:
 *
 *	bokslut-STAGE [-C DIR] --output DIR [own options] WORDS…
 *
 * Each stage adds its own options and says how many words it wants; reading
 * the line also starts messages as --quiet, --strict and --lang want them.
 */
#ifndef LIB_STAGE_LINE_H
#define LIB_STAGE_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/options.h"

/* What was asked; borrowed from argv. */
struct stage_line {
	const char *workspace; /* a folder; "." unless named */
	const char *output;    /* the folder to write into */
	const char *language;  /* of messages, NULL: the workspace's */
	char *const *words;
	int word_count;
};

/* What a stage takes. */
struct stage_form {
	const char *program;  /* "bokslut-ingest" */
	const char *usage;    /* marked with N_(), as the two below */
	const char *about;    /* what it does */
	const char *output;   /* what it writes into --output */
	const char *examples; /* lines of commands */
	const struct option_row *own;
	size_t own_count;
	int least_words;
	int most_words; /* 0: any number */
	/* own flags that need no --output, and the words of a line with one;
	   NULL if there are no more */
	struct stage_alone {
		const bool *flag;
		int words;
	} alone[2];
	void (*libraries)(struct text *lines);
};

/*
 * Read the line.  False if something was wrong (told already), or --help or
 * --version was asked for and printed.
 */
bool stage_line_read(struct stage_line *line, const struct stage_form *form,
		     int argc, char **argv) MUST_CHECK;

#endif
