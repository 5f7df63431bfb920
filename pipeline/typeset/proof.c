#include "typeset/proof.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "model/report.h"

/* A thousand billion: what charts can scale without overflow. */
#define LARGEST 1000000000000
#define CHART_DECIMALS 2

#define LEVELS 6      /* of headings: PDF has H1 to H6 */
#define DEEPEST 16    /* of lists and quotes; more would leave the page */
#define LONGEST 10000 /* bytes; a string of PDF/A ends at 32767, of UTF-16 */

struct proof {
	const char *path;
	const char **ids; /* sorted once all are there */
	size_t id_count;
	int level; /* of the section that is read */
	int depth; /* of the blocks in it */
	bool sound;
};

static void tell(struct proof *proof, const char *id, const char *fault)
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
			tell(proof, proof->ids[i],
			     _("this id stands twice in the report"));
}

static bool knows(const struct proof *proof, const char *id)
{
	return proof->id_count > 0 && bsearch(&id, proof->ids, proof->id_count,
					      sizeof(*proof->ids), compare_ids);
}

static void read_runs(struct proof *proof, const struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++) {
		const char *to = runs->list[i].to;

		if (to && !knows(proof, to))
			tell(proof, to,
			     _("a link leads to this id, which nothing in the "
			       "report has"));
	}
}

/* Whether a text leaves no ink. */
static bool is_blank(const char *text)
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
		if (!is_blank(runs->list[i].text))
			return false;
	return true;
}

/* A title is itself a link in the contents. */
static void read_title(struct proof *proof, const struct block *section)
{
	if (are_blank(&section->runs))
		tell(proof, section->id, _("this section has no title"));
	for (size_t i = 0; i < section->runs.count; i++)
		if (section->runs.list[i].to)
			tell(proof, section->id,
			     _("there is a link in the title of this section"));
}

static void read_row(struct proof *proof, const struct block *block,
		     const struct table_row *row)
{
	size_t columns = 0;

	for (size_t i = 0; i < row->cell_count; i++) {
		columns += (size_t)row->cells[i].columns;
		read_runs(proof, &row->cells[i].runs);
	}
	if (columns != block->table->column_count)
		tell(proof, block->id,
		     _("the cells of a row do not fill this table's columns"));
}

/* Whether something says what the figures of a row are (7.5). */
static bool has_head(const struct table *table, const struct table_row *row)
{
	bool heads = table->rows[0].kind == ROW_HEAD || row->kind == ROW_GROUP;

	for (size_t i = 0; i < row->cell_count; i++)
		heads = heads || row->cells[i].heads;
	return heads;
}

static void read_heads(struct proof *proof, const struct block *block)
{
	const struct table *table = block->table;

	for (size_t i = 0; i < table->row_count; i++) {
		if (has_head(table, &table->rows[i]))
			continue;
		tell(proof, block->id,
		     _("this table has no head, and a row of it no cell that "
		       "heads it"));
		return;
	}
}

static void read_table(struct proof *proof, const struct block *block)
{
	const struct table *table = block->table;
	bool body = false;

	for (size_t i = 0; i < table->row_count; i++) {
		read_row(proof, block, &table->rows[i]);
		if (body && table->rows[i].kind == ROW_HEAD)
			tell(proof, block->id,
			     _("a head stands below other rows of this table"));
		body = table->rows[i].kind != ROW_HEAD;
	}
	read_heads(proof, block);
	read_runs(proof, &table->caption);
}

/* PDF/UA asks for it (7.3), PDF/A ends its length. */
static void read_alternative(struct proof *proof, const struct block *block)
{
	if (is_blank(block->chart->alt))
		tell(proof, block->id, _("this chart has no alternative text"));
	else if (strlen(block->chart->alt) > LONGEST)
		tell(proof, block->id,
		     _("the alternative text of this chart is longer than "
		       "10000 bytes"));
}

static bool is_drawable(struct decimal value)
{
	const struct decimal most = decimal_of(LARGEST);

	return value.scale <= CHART_DECIMALS + 4 &&
	       decimal_compare(value, most) <= 0 &&
	       decimal_compare(value, decimal_negate(most)) >= 0;
}

static void read_chart(struct proof *proof, const struct block *block)
{
	const struct chart *chart = block->chart;
	bool drawable = !chart->has_target || is_drawable(chart->target);

	read_alternative(proof, block);
	for (size_t i = 0; i < chart->bar_count; i++) {
		const struct decimal value = chart->bars[i].value;

		drawable = drawable && is_drawable(value);
		if (chart->kind == CHART_STACK && decimal_is_negative(value))
			tell(proof, block->id,
			     _("a part of this stacked bar is below zero"));
	}
	if (!drawable)
		tell(proof, block->id,
		     _("a value of this chart is too large to be drawn"));
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
		tell(proof, section->id,
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
		tell(proof, NULL,
		     _("lists or quotes stand in each other more than 16 "
		       "deep"));
	read_blocks(proof, block->blocks, block->block_count);
	proof->depth--;
}

static void read_block(struct proof *proof, const struct block *block)
{
	if ((proof->level > 0 || proof->depth > 0) &&
	    (block->kind == BLOCK_COVER || block->kind == BLOCK_CONTENTS))
		tell(proof, NULL,
		     _("a cover or contents stand inside another block"));
	if (block->table)
		read_table(proof, block);
	if (block->chart)
		read_chart(proof, block);
	read_runs(proof, &block->runs);
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

	if (is_blank(report->head.title))
		tell(&proof, "title", _("the report has no title"));
	read_ids(&proof, report);
	read_blocks(&proof, report->blocks, report->block_count);
	free(proof.ids);
	return proof.sound;
}
