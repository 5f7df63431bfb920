/*
 * msg - what a program has to tell, and the exit status that follows from it.
 *
 * What is wrong with the *input* is told where it is seen, with msg_at(), and
 * reading goes on.  What the *program* cannot do travels up as one sentence in
 * `struct text *why`, and main() tells it with msg_say().  The exit status is
 * that of the gravest outcome told.
 *
 * Messages go to stderr, one line each, in the language of lang_start():
 *	input/2025-T1/hr/franvaro.csv:1207: column 5 (Timmar): …
 * Characters that a terminal would obey are replaced, and a line of more than
 * 4 KiB is cut, whatever was quoted.
 * Of one file and one cause (one format string) at most 50 are printed; the
 * rest are counted and the count is told by msg_status().
 *
 * This module owns the only mutable globals of a program.
 */
#ifndef LIB_MSG_H
#define LIB_MSG_H

#include <stdarg.h>
#include <stdbool.h>

#include "lib/mem.h"

/* In order of gravity, least first. */
enum outcome {
	OUTCOME_CLEAN,         /* 0: nothing to tell */
	OUTCOME_NOTED,         /* 0: done; someone should read the notes */
	OUTCOME_NOT_READY,     /* 75: an export is missing, or a lock is held */
	OUTCOME_GATED,         /* 77: a publishing gate is closed */
	OUTCOME_ABSENT,        /* 66: no such period, report or file */
	OUTCOME_REFUSED,       /* 65: the input is wrong */
	OUTCOME_MISCONFIGURED, /* 78: a rule, template or profile is wrong */
	OUTCOME_MISUSED,       /* 64: the command line is wrong */
	OUTCOME_UNREAD,        /* 74: cannot read or write a file */
	OUTCOME_UNWRITTEN,     /* 73: cannot create a file */
	OUTCOME_BROKEN         /* 70: our own bug; a stage killed by a signal */
};

/* Where something stands; zero members are unknown and not printed. */
struct place {
	const char *file;
	long line;          /* from 1 */
	int column;         /* field of a row, or character of a line; from 1 */
	const char *header; /* name of the column, or path of the element */
};

/*
 * Name the program; call first, before any other function of ours.  Standard
 * streams that are closed go to /dev/null, so that no file takes their place.
 */
void msg_start(const char *program);

/* With --strict, notes give status 65; with --quiet, notes are not printed. */
void msg_strict(bool strict);
void msg_quiet(bool quiet);

/* Tell something about the run as a whole. */
void msg_say(enum outcome outcome, const char *format, ...) PRINTF_LIKE(2, 3);

/* Tell something about a place in a file. */
void msg_at(enum outcome outcome, struct place place, const char *format, ...)
	PRINTF_LIKE(3, 4);

/*
 * Tell a sentence that was made before; sentences of one file whose `cause` is
 * the same pointer are of one cause.
 */
void msg_made(enum outcome outcome, struct place place, const void *cause,
	      const char *sentence);

/* Take over an outcome that another process has told in words already. */
void msg_outcome_of_status(int status);

/* The gravest outcome told so far, and how many notes were told. */
enum outcome msg_outcome(void);
long msg_notes(void);

/*
 * Tell what was only counted, and if stdout could not take what was printed;
 * the sysexits(3) status for main() to return.
 */
int msg_status(void);

/* Tell how many more there were of what was only counted, and count anew: for
 * whoever has a last word to say.  msg_status() does it, too. */
void msg_tell_counted(void);

/*
 * How a program counts the notes of another that it starts: the other's
 * environment names a file descriptor, and msg_status() writes the count there
 * as a line.  What comes in is added to the own notes.
 */
#define MSG_NOTES_TO "BOKSLUT_NOTES_TO"
void msg_add_notes(const char *lines);

#endif
