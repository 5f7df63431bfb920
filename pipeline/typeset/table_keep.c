/*
 * table_keep - which rows of a table stand on one page.
 *
 * A row that names a group stands with the next one, a total with the row
 * before it.  Rows that hang together in this way are a chain, and stay on one
 * page if a page holds them.  A chain that none holds comes apart between two
 * totals only.  A row that is taller than a page is split; what hangs together
 * with it stands with its first lines or its last ones.
 */
#include "typeset/press.h"
#include "typeset/table.h"

#define LOW_ROW 4 /* lines of a row that stands with the first one */

/* How a row hangs together with the next one. */
enum hold { HOLD_NOT, HOLD_LOOSELY, HOLD_FIRMLY };

int32_t table_row_height(const struct set_table *set, const struct set_row *row)
{
	return (int32_t)row->lines * set->plain.leading + 2 * TABLE_PAD_Y;
}

int32_t table_head_height(const struct set_table *set,
			  const struct paragraph *caption)
{
	int32_t height = paragraph_height(caption, caption->line_count);

	if (caption->line_count > 0)
		height += caption->form.style->after;
	for (size_t i = 0; i < set->head_count; i++)
		height += table_row_height(set, &set->rows[i]);
	return height;
}

bool table_repeats(const struct set_table *set)
{
	return table_head_height(set, &set->repeated) <= set->full / 2;
}

int32_t table_room(const struct set_table *set)
{
	if (!table_repeats(set))
		return set->full;
	return set->full - table_head_height(set, &set->repeated);
}

static bool is_total(const struct set_row *row)
{
	return row->kind == ROW_SUBTOTAL || row->kind == ROW_TOTAL;
}

static bool is_tall(const struct set_table *set, size_t at)
{
	return table_row_height(set, &set->rows[at]) > table_room(set);
}

static enum hold hold_of(const struct set_table *set, size_t at)
{
	const struct set_row *row = &set->rows[at];

	if (at + 1 == set->row_count)
		return HOLD_NOT;
	if (row->kind == ROW_GROUP)
		return HOLD_FIRMLY;
	if (!is_total(row + 1))
		return HOLD_NOT;
	return is_total(row) ? HOLD_LOOSELY : HOLD_FIRMLY;
}

static int32_t least_height(const struct set_table *set, size_t at)
{
	if (is_tall(set, at))
		return TABLE_FEWEST_LINES * set->plain.leading +
		       2 * TABLE_PAD_Y;
	return table_row_height(set, &set->rows[at]);
}

/*
 * The rows from `at` on that are held by `least` or more, up to one that is
 * split: how many, and their height.  It ends where no page holds them.
 */
static size_t count_held(const struct set_table *set, size_t at,
			 enum hold least, int32_t *height)
{
	const int32_t most = table_room(set);
	size_t count = 1;

	*height = least_height(set, at);
	while (*height <= most && !is_tall(set, at) &&
	       hold_of(set, at) >= least) {
		*height += least_height(set, ++at);
		count++;
	}
	return count;
}

/* Whether row `at` is the first of a chain. */
static bool begins(const struct set_table *set, size_t at)
{
	return at == set->head_count || hold_of(set, at - 1) == HOLD_NOT ||
	       is_tall(set, at - 1);
}

size_t table_together(const struct set_table *set, size_t at, int32_t *height)
{
	const int32_t most = table_room(set);
	size_t count = count_held(set, at, HOLD_LOOSELY, height);

	if (begins(set, at) && *height <= most)
		return count;
	count = count_held(set, at, HOLD_FIRMLY, height);
	if (*height <= most)
		return count;
	*height = least_height(set, at);
	return 1;
}

int32_t table_after(const struct set_table *set, size_t at)
{
	int32_t height = 0;

	if (hold_of(set, at) != HOLD_NOT)
		(void)table_together(set, at + 1, &height);
	return height;
}

/* A head does not stand alone, nor, if it is cheap, over a single row. */
int32_t table_start(const struct set_table *set)
{
	int32_t height = 0;
	size_t at = set->head_count;
	size_t next = at;

	if (at < set->row_count)
		next += table_together(set, at, &height);
	while (at < next && set->rows[at].kind == ROW_GROUP)
		at++;
	if (next == at + 1 && next < set->row_count &&
	    set->rows[next].lines <= LOW_ROW)
		height += least_height(set, next);
	return height + table_head_height(set, &set->caption);
}

int32_t table_height(const struct set_table *set)
{
	int32_t height = table_head_height(set, &set->caption);

	for (size_t i = set->head_count; i < set->row_count; i++)
		height += table_row_height(set, &set->rows[i]);
	return height;
}
