#include "typeset/proof.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "model/report.h"

#define LEVELS 6   /* of headings: PDF has H1 to H6 */
#define DEEPEST 16 /* of lists and quotes; more would leave the page */

void proof_tell(struct proof *proof, const char *id, const char *fault)
{
	msg_at(OUTCOME_BROKEN,
	       (struct place){ .file = proof->path, .header = id }, "%s",
	       fault);
	proof->sound = false;
}

static int compare_ids(const void *a, const void *b)
{
	const char *const *left = a;
	const char *const *right = b;

	return strcmp(*left, *right);
}

static void collect_ids(struct proof *proof, const struct block *blocks,
			size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (blocks[i].id) {
			proof->ids = mem_resize(proof->ids, proof->id_count + 1,
						sizeof(*proof->ids));
			proof->ids[proof->id_count++] = blocks[i].id;
		}
		collect_ids(proof, blocks[i].blocks, blocks[i].block_count);
	}
}

static void read_ids(struct proof *proof, const struct report *report)
{
	collect_ids(proof, report->blocks, report->block_count);
	if (proof->id_count > 0)
		qsort(proof->ids, proof->id_count, sizeof(*proof->ids),
		      compare_ids);
	for (size_t i = 1; i < proof->id_count; i++)
		if (strcmp(proof->ids[i - 1], proof->ids[i]) == 0)
			proof_tell(proof, proof->ids[i],
				   _("this id stands twice in the report"));
}

static bool knows(const struct proof *proof, const char *id)
{
	return proof->id_count > 0 && bsearch(&id, proof->ids, proof->id_count,
					      sizeof(*proof->ids), compare_ids);
}

void proof_read_runs(struct proof *proof, const struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++) {
		const char *to = runs->list[i].to;

		if (to && !knows(proof, to))
			proof_tell(proof, to,
				   _("a link leads to this id, which nothing "
				     "in the "
				     "report has"));
	}
}

/* Whether a text leaves no ink. */
bool proof_is_blank(const char *text)
{
	static const char *const signs[] = { " ",      "\n",     "\t",
					     "\u00a0", "\u00ad", "\u200b" };
	size_t i = 0;

	while (i < COUNT_OF(signs)) {
		const size_t len = strlen(signs[i]);

		if (strncmp(text, signs[i], len) == 0) {
			text += len;
			i = 0;
		} else {
			i++;
		}
	}
	return !*text;
}

static bool are_blank(const struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++)
		if (!proof_is_blank(runs->list[i].text))
			return false;
	return true;
}

/* A title is itself a link in the contents. */
static void read_title(struct proof *proof, const struct block *section)
{
	if (are_blank(&section->runs))
		proof_tell(proof, section->id, _("this section has no title"));
	for (size_t i = 0; i < section->runs.count; i++)
		if (section->runs.list[i].to)
			proof_tell(proof, section->id,
				   _("there is a link in the title of this "
				     "section"));
}

static void read_blocks(struct proof *proof, const struct block *blocks,
			size_t count);

static void read_section(struct proof *proof, const struct block *section)
{
	const struct proof outside = *proof;

	read_title(proof, section);
	proof->level++;
	proof->depth = 0;
	if (proof->level == LEVELS + 1)
		proof_tell(
			proof, section->id,
			_("this section stands deeper than level 6, the last "
			  "that headings have"));
	read_blocks(proof, section->blocks, section->block_count);
	proof->level = outside.level;
	proof->depth = outside.depth;
}

/* Blocks that others stand in: lists, items, quotes, boxes. */
static void read_inner(struct proof *proof, const struct block *block)
{
	proof->depth++;
	if (proof->depth == DEEPEST + 1 && block->block_count > 0)
		proof_tell(proof, NULL,
			   _("lists or quotes stand in each other more than 16 "
			     "deep"));
	read_blocks(proof, block->blocks, block->block_count);
	proof->depth--;
}

static void read_block(struct proof *proof, const struct block *block)
{
	if ((proof->level > 0 || proof->depth > 0) &&
	    (block->kind == BLOCK_COVER || block->kind == BLOCK_CONTENTS))
		proof_tell(proof, NULL,
			   _("a cover or contents stand inside another block"));
	if (block->table)
		proof_read_table(proof, block);
	if (block->chart)
		proof_read_chart(proof, block);
	if (block->matrix)
		proof_read_matrix(proof, block);
	proof_read_runs(proof, &block->runs);
	if (block->kind == BLOCK_SECTION)
		read_section(proof, block);
	else
		read_inner(proof, block);
}

static void read_blocks(struct proof *proof, const struct block *blocks,
			size_t count)
{
	for (size_t i = 0; i < count; i++)
		read_block(proof, &blocks[i]);
}

bool proof_read(const struct report *report, const char *path)
{
	struct proof proof = { .path = path, .sound = true };

	if (proof_is_blank(report->head.title))
		proof_tell(&proof, "title", _("the report has no title"));
	read_ids(&proof, report);
	read_blocks(&proof, report->blocks, report->block_count);
	free(proof.ids);
	return proof.sound;
}
