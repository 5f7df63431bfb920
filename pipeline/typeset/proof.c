#include "typeset/proof.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "model/report.h"

/* A thousand billion: what charts can scale without overflow. */
#define LARGEST 1000000000000
#define CHART_DECIMALS 2

struct proof {
	const char *path;
	const char **ids; /* sorted once all are there */
	size_t id_count;
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

/* A title is itself a link in the contents. */
static void read_title(struct proof *proof, const struct block *section)
{
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
	read_runs(proof, &table->caption);
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
			size_t count, int depth);

static void read_block(struct proof *proof, const struct block *block,
		       int depth)
{
	if (depth > 0 &&
	    (block->kind == BLOCK_COVER || block->kind == BLOCK_CONTENTS))
		tell(proof, NULL,
		     _("a cover or contents stand inside another block"));
	if (block->kind == BLOCK_SECTION)
		read_title(proof, block);
	if (block->table)
		read_table(proof, block);
	if (block->chart)
		read_chart(proof, block);
	read_runs(proof, &block->runs);
	read_blocks(proof, block->blocks, block->block_count, depth + 1);
}

static void read_blocks(struct proof *proof, const struct block *blocks,
			size_t count, int depth)
{
	for (size_t i = 0; i < count; i++)
		read_block(proof, &blocks[i], depth);
}

bool proof_read(const struct report *report, const char *path)
{
	struct proof proof = { .path = path, .sound = true };

	read_ids(&proof, report);
	read_blocks(&proof, report->blocks, report->block_count, 0);
	free(proof.ids);
	return proof.sound;
}
