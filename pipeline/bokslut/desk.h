/*
 * desk - what every subcommand works with: its words and options, the
 * workspace and everything that its rules declare.
 */
#ifndef BOKSLUT_DESK_H
#define BOKSLUT_DESK_H

#include <stdbool.h>

#include "bokslut/known.h"
#include "lib/arena.h"
#include "lib/text.h"
#include "model/rules.h"

/* Of `bokslut state`: its options as they were written; NULL: not given. */
struct stating {
	const char *date;
	const char *body;
	const char *paragraph;
	const char *role;
	const char *reason;
};

struct desk {
	struct arena arena;
	const char *workspace; /* folder with rules/workspace.lua */
	const char *output;    /* folder of store and revisions */
	const char *language;  /* of messages */
	const char *as_of;     /* --as-of, or NULL: the calendar's */
	struct date as_of_date;
	int jobs; /* stages at once */
	bool quiet;
	bool strict;
	bool json;          /* the answer as JSON, where there is one */
	bool rows;          /* of explain: the rows behind a figure */
	bool dry_run;       /* of run and purge: tell what would be done */
	bool rehash;        /* of run: take no file for known */
	bool unattended;    /* a run without words: by the calendar alone */
	const char *junit;  /* of test: where to write; NULL: nowhere */
	const char *before; /* of purge: the day; NULL: not given */
	struct stating stating;
	char *const *words; /* after the subcommand */
	int word_count;
	struct rules rules;
	struct known known;
	struct text programs; /* the manifest's lines about programs, once */
	bool refused;         /* they cannot be made: a stage has told why */
	struct text paths;    /* of what was made, a line each: for stdout */
};

/* The subcommands, each in the file of its name; command.c has their table. */
void init_command(struct desk *desk);
void run_command(struct desk *desk);
void check_command(struct desk *desk);
void explain_command(struct desk *desk);
void status_command(struct desk *desk);
void diff_command(struct desk *desk);
void verify_command(struct desk *desk);
void state_command(struct desk *desk);
void reproduce_command(struct desk *desk);
void purge_command(struct desk *desk);
void test_command(struct desk *desk);
void profile_command(struct desk *desk);

/*
 * Fill the desk: find the workspace, load its rules, choose the language.
 * False if the workspace is none or its rules were refused (told).
 */
bool desk_lay(struct desk *desk, struct text *why) MUST_CHECK;

/* Release everything.  The desk is empty. */
void desk_clear(struct desk *desk);

/*
 * The closes that PERIOD and REPORT… of the command line name: all of the
 * period without a report.  Tells what does not exist and gives none.
 */
struct close_list {
	const struct close_plan **list;
	size_t count;
};
struct close_list desk_closes(struct desk *desk);

/* The closes of PERIOD, whatever the words behind it mean. */
struct close_list desk_closes_of_period(struct desk *desk);

/* The day that counts for a close: --as-of, or else the calendar's. */
struct date desk_as_of(const struct desk *desk, const struct close_plan *plan);

/* The revision of the close in `folder` that a word names, "r2" or "latest"; 0
 * if there is none (told). */
int desk_revision(struct desk *desk, const char *folder, int word);

/* The report.xml that the calendar names to compare a close with. */
const char *desk_compared(struct desk *desk, const struct close_plan *plan);

#endif
