/*
 * proof - what a report must be for it to be set, beyond what its schema says.
 *
 * Ids are unique and links lead to one; report, sections and charts say in
 * words what they are; the cells of every row fill the table; heads come
 * first, and no row is without any; pictures can be drawn; nothing is nested
 * deeper than headings and the page allow.  A report that breaks this is a bug
 * of who wrote it, told as OUTCOME_BROKEN.
 */
#ifndef TYPESET_PROOF_H
#define TYPESET_PROOF_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct block;
struct report;
struct runs;

/* Whether the report read from `path` is sound; faults are told. */
bool proof_read(const struct report *report, const char *path) MUST_CHECK;

/* --- its own parts */

struct proof {
	const char *path;
	const char **ids; /* sorted once all are there */
	size_t id_count;
	int level; /* of the section that is read */
	int depth; /* of the blocks in it */
	bool sound;
};

/* Tell what is wrong with `id`, or with what has none. */
void proof_tell(struct proof *proof, const char *id, const char *fault);

/* Whether a text leaves no ink. */
bool proof_is_blank(const char *text);

void proof_read_runs(struct proof *proof, const struct runs *runs);

/* proof_table.c, proof_picture.c */
void proof_read_table(struct proof *proof, const struct block *block);
void proof_read_chart(struct proof *proof, const struct block *block);
void proof_read_matrix(struct proof *proof, const struct block *block);

#endif
