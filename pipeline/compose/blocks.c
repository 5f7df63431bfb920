#include "compose/blocks.h"

#include <string.h>

struct block *blocks_add(struct blocks *blocks, struct arena *arena,
			 enum block_kind kind)
{
	struct block *block;

	blocks->list = arena_grow(arena, blocks->list, blocks->count,
				  sizeof(*blocks->list));
	block = &blocks->list[blocks->count++];
	*block = (struct block){ .kind = kind };
	return block;
}

void blocks_append(struct blocks *blocks, struct arena *arena,
		   const struct blocks *more)
{
	for (size_t i = 0; i < more->count; i++)
		*blocks_add(blocks, arena, more->list[i].kind) = more->list[i];
}

void block_fill(struct block *block, const struct blocks *children)
{
	block->blocks = children->list;
	block->block_count = children->count;
}

void blocks_add_words(struct blocks *blocks, struct arena *arena,
		      enum block_kind kind, const char *text)
{
	struct block *block = blocks_add(blocks, arena, kind);

	runs_add(&block->runs, arena, text);
}

struct run *runs_add(struct runs *runs, struct arena *arena, const char *text)
{
	struct run *run;

	runs->list =
		arena_grow(arena, runs->list, runs->count, sizeof(*runs->list));
	run = &runs->list[runs->count++];
	*run = (struct run){ .text = arena_strdup(arena, text) };
	return run;
}

void runs_add_break(struct runs *runs, struct arena *arena)
{
	runs_add(runs, arena, "")->line_break = true;
}

/* A line without the spaces at its ends; `*text` moves behind it. */
static char *next_line(const char **text, struct arena *arena)
{
	const char *begin = *text + strspn(*text, " \t");
	size_t len = strcspn(begin, "\r\n");

	*text = begin + len;
	*text += **text == '\r';
	*text += **text == '\n';
	while (len > 0 && strchr(" \t", begin[len - 1]))
		len--;
	return arena_strndup(arena, begin, len);
}

void runs_add_lines(struct runs *runs, struct arena *arena, const char *text)
{
	while (*text) {
		const char *line = next_line(&text, arena);

		if (!*line)
			continue;
		if (runs->count > 0)
			runs_add_break(runs, arena);
		runs_add(runs, arena, line);
	}
}

void blocks_add_paragraphs(struct blocks *blocks, struct arena *arena,
			   const char *text)
{
	struct block *paragraph = NULL;

	while (*text) {
		const char *line = next_line(&text, arena);

		if (!*line) {
			paragraph = NULL;
			continue;
		}
		if (!paragraph)
			paragraph = blocks_add(blocks, arena, BLOCK_PARAGRAPH);
		else
			runs_add_break(&paragraph->runs, arena);
		runs_add(&paragraph->runs, arena, line);
	}
}

void runs_add_grade(struct runs *runs, struct arena *arena,
		    const struct grade *grade, const char *label)
{
	struct run *run = runs_add(runs, arena, label);

	run->symbol = arena_strdup(arena, grade->symbol);
	run->colour = arena_strdup(arena, grade->colour);
}

struct table *blocks_add_table(struct blocks *blocks, struct arena *arena,
			       const char *id,
			       const struct table_column *columns,
			       size_t column_count)
{
	struct block *block = blocks_add(blocks, arena, BLOCK_TABLE);
	struct table *table = arena_alloc(arena, sizeof(*table));

	table->columns =
		arena_alloc(arena, column_count * sizeof(*table->columns));
	for (size_t i = 0; i < column_count; i++)
		table->columns[i] = columns[i];
	table->column_count = column_count;
	block->id = arena_strdup(arena, id);
	block->table = table;
	return table;
}

struct table_row *table_add_row(struct table *table, struct arena *arena,
				enum row_kind kind)
{
	struct table_row *row;

	table->rows = arena_grow(arena, table->rows, table->row_count,
				 sizeof(*table->rows));
	row = &table->rows[table->row_count++];
	*row = (struct table_row){ .kind = kind };
	return row;
}

void table_add_group(struct table *table, struct arena *arena, const char *name)
{
	struct table_row *row = table_add_row(table, arena, ROW_GROUP);
	struct table_cell *cell = row_add_text(row, arena, name);

	cell->columns = (int)table->column_count;
}

struct table_cell *row_add_cell(struct table_row *row, struct arena *arena)
{
	struct table_cell *cell;

	row->cells = arena_grow(arena, row->cells, row->cell_count,
				sizeof(*row->cells));
	cell = &row->cells[row->cell_count++];
	*cell = (struct table_cell){ .columns = 1, .rows = 1 };
	return cell;
}

struct table_cell *row_add_text(struct table_row *row, struct arena *arena,
				const char *text)
{
	struct table_cell *cell = row_add_cell(row, arena);

	if (*text)
		runs_add(&cell->runs, arena, text);
	return cell;
}

struct table_cell *row_add_name(struct table_row *row, struct arena *arena,
				const char *text)
{
	struct table_cell *cell = row_add_text(row, arena, text);

	cell->heads = true;
	return cell;
}

void row_add_head(struct table_row *row, struct arena *arena, const char *word,
		  const char *unit)
{
	struct table_cell *cell = row_add_cell(row, arena);

	runs_add(&cell->runs, arena, word)->strong = true;
	if (!*unit)
		return;
	runs_add_break(&cell->runs, arena);
	runs_add(&cell->runs, arena, unit);
}
