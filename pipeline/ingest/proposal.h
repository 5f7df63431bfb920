/*
 * proposal - a profile for an export that nobody has declared yet.
 *
 * `bokslut-ingest --propose FILE` prints it, ready for rules/sources.lua, with
 * its evidence and its doubts as comments.  What is printed was proved: every
 * row of the file was read by it the way ingest reads, and reject_limit is
 * the number of rows that cannot be.
 */
#ifndef INGEST_PROPOSAL_H
#define INGEST_PROPOSAL_H

#include "ingest/reach.h"
#include "ingest/rejects.h"
#include "ingest/sample.h"
#include "ingest/study.h"
#include "model/profile.h"

struct rules;

/* Zeroed is empty. */
struct proposal {
	struct arena arena;
	const struct rules *rules;
	const struct registry *reg;
	struct sample sample;
	struct study study;
	struct profile profile; /* columns in the order of `kept` */
	size_t *kept;           /* the study's column of each of them */
	struct reach reach;     /* what the file tells of its day */
	struct rejects rejects; /* rows that the profile cannot read */
	long rejected;
};

/*
 * Read the file at `path` and add the proposal to `lua`.  False with a sentence
 * in `why` if it cannot be read; what is wrong with it is told, and nothing is
 * added.
 */
bool proposal_make(struct text *lua, const char *path,
		   const struct rules *rules, const struct registry *reg,
		   struct text *why) MUST_CHECK;

/* Parts of it.  Choose types and what the source is read for. */
void proposal_choose(struct proposal *proposal);

/* Choose what is said of rows; only after the columns. */
void proposal_choose_rows(struct proposal *proposal);

/* Choose how far an export must reach, by how far this one was proved to. */
void proposal_choose_reach(struct proposal *proposal);

/* Read every row by the profile; false if the header cannot be (told). */
bool proposal_prove(struct proposal *proposal) MUST_CHECK;

/* Add all of it as Lua. */
void proposal_print(struct text *text, struct proposal *proposal);

#endif
