/* table_draw - a table down the pages: rows, rules, the head repeated. */
#include "typeset/change.h"
#include "typeset/flow.h"
#include "typeset/press.h"
#include "typeset/table.h"

#define RULE_TOP 1000  /* above the table [mpt] */
#define RULE_HEAD 500  /* below the head */
#define RULE_TOTAL 500 /* above a total */
#define RULE_ROW 250   /* between rows, and above a subtotal */

struct drawing {
	struct set_table *set;
	struct flow *flow;
};

static void draw_rule(const struct set_table *set, int32_t y, int32_t width,
		      enum colour_use use)
{
	const struct stroke stroke = {
		.width = width,
		.colour = set->press->style->colours[use],
	};

	canvas_line(set->press->canvas, (struct point){ set->x, y },
		    (struct point){ set->x + set->width, y }, &stroke);
}

static void draw_rule_alone(const struct set_table *set, int32_t y,
			    int32_t width, enum colour_use use)
{
	canvas_artifact_open(set->press->canvas);
	draw_rule(set, y, width, use);
	canvas_artifact_close(set->press->canvas);
}

static void draw_caption(const struct drawing *drawing)
{
	const struct set_table *set = drawing->set;
	const struct paragraph *caption = &set->caption;
	struct point at = { .x = set->x };

	if (caption->line_count == 0)
		return;
	at.y = flow_take(drawing->flow,
			 paragraph_height(caption, caption->line_count) +
				 caption->form.style->after);
	canvas_open(set->press->canvas, TAG_CAPTION, NULL);
	paragraph_draw(caption, set->press, at, 0, caption->line_count);
	canvas_close(set->press->canvas);
}

/* Below a cell that heads several columns, if rows of the head follow. */
static void draw_group_rules(const struct set_table *set,
			     const struct set_row *row, int32_t y)
{
	const struct stroke stroke = {
		.width = RULE_ROW,
		.colour = set->press->style->colours[COLOUR_SECONDARY],
	};

	if (row + 1 == set->rows + set->head_count)
		return;
	canvas_artifact_open(set->press->canvas);
	for (size_t i = 0; i < row->cell_count; i++) {
		const struct set_cell *cell = &row->cells[i];
		const struct set_column *first = &set->columns[cell->column];
		const struct set_column *last = first + cell->columns - 1;

		if (cell->columns > 1)
			canvas_line(set->press->canvas,
				    (struct point){ first->x + TABLE_PAD_X, y },
				    (struct point){ last->x + last->width -
							    TABLE_PAD_X,
						    y },
				    &stroke);
	}
	canvas_artifact_close(set->press->canvas);
}

/* Without rows below it a head is the table's body: 7.2 asks for one. */
static void draw_head(const struct drawing *drawing)
{
	struct set_table *set = drawing->set;
	const bool alone = set->head_count == set->row_count;

	if (set->head_count == 0)
		return;
	canvas_open(set->press->canvas, alone ? TAG_TBODY : TAG_THEAD, NULL);
	for (size_t i = 0; i < set->head_count; i++) {
		struct set_row *row = &set->rows[i];

		table_draw_row(set, row,
			       flow_take(drawing->flow,
					 table_row_height(set, row)),
			       0, row->lines);
		draw_group_rules(set, row, drawing->flow->y);
	}
	canvas_close(set->press->canvas);
	draw_rule_alone(set, drawing->flow->y, RULE_HEAD, COLOUR_HOUSE);
}

/* Caption and head once more, where the table goes on on a new page. */
static void draw_again(const struct drawing *drawing)
{
	const struct set_table *set = drawing->set;
	const struct paragraph *caption = &set->repeated;
	struct point at = { .x = set->x };

	at.y = flow_take(drawing->flow, table_head_height(set, caption));
	canvas_artifact_open(set->press->canvas);
	paragraph_draw(caption, set->press, at, 0, caption->line_count);
	at.y += paragraph_height(caption, caption->line_count) +
		caption->form.style->after;
	draw_rule(set, at.y, RULE_TOP, COLOUR_INK);
	for (size_t i = 0; i < set->head_count; i++) {
		table_draw_again(drawing->set, &set->rows[i], at.y);
		at.y += table_row_height(set, &set->rows[i]);
		draw_group_rules(set, &set->rows[i], at.y);
	}
	if (set->head_count > 0)
		draw_rule(set, at.y, RULE_HEAD, COLOUR_HOUSE);
	canvas_artifact_close(set->press->canvas);
}

static void go_on(const struct drawing *drawing)
{
	flow_break(drawing->flow);
	(void)flow_need(drawing->flow, 0);
	if (table_repeats(drawing->set))
		draw_again(drawing);
}

static void draw_band(const struct set_table *set, int32_t y, int32_t height)
{
	canvas_artifact_open(set->press->canvas);
	canvas_rectangle(set->press->canvas, (struct point){ set->x, y },
			 set->width, height,
			 &set->press->style->colours[COLOUR_BAND]);
	canvas_artifact_close(set->press->canvas);
}

/* Lines [first, first + count) of a row, with what stands around them. */
static void draw_lines(const struct drawing *drawing, struct set_row *row,
		       size_t first, size_t count)
{
	struct set_table *set = drawing->set;
	const int32_t height =
		(int32_t)count * set->plain.leading + 2 * TABLE_PAD_Y;
	const int32_t y = flow_take(drawing->flow, height);

	if (row->kind == ROW_GROUP)
		draw_band(set, y, height);
	if (row->kind == ROW_TOTAL)
		draw_rule_alone(set, y, RULE_TOTAL, COLOUR_INK);
	else if (row->kind == ROW_SUBTOTAL)
		draw_rule_alone(set, y, RULE_ROW, COLOUR_INK);
	table_draw_row(set, row, y, first, count);
	if (row->change)
		change_draw_bar(set->press, set->x + set->width + CHANGE_GAP, y,
				height);
	draw_rule_alone(set, y + height, RULE_ROW, COLOUR_HAIRLINE);
}

/* The lines that a row has at least where it ends, with `left` to be drawn. */
static size_t tail_of(size_t left)
{
	const size_t fewest = TABLE_FEWEST_LINES;

	return left < fewest + fewest ? left : fewest;
}

/* Whether what must stand below a row goes on the next page, with its tail. */
static bool tail_leaves(const struct drawing *drawing, size_t at, size_t left)
{
	const struct set_table *set = drawing->set;
	const int32_t leading = set->plain.leading;
	const int32_t after = table_after(set, at);
	const int32_t more = 2 * TABLE_PAD_Y + after;

	return after > 0 &&
	       (int32_t)tail_of(left) * leading + more <= table_room(set) &&
	       (int32_t)left * leading + more > flow_room(drawing->flow);
}

/*
 * How many of the `left` last lines of a row stand on this page, none of them
 * alone; 0: the row goes on on the next.
 */
static size_t lines_here(const struct drawing *drawing, size_t at, size_t left)
{
	const int32_t room = flow_room(drawing->flow) - 2 * TABLE_PAD_Y;
	size_t count =
		room > 0 ? (size_t)(room / drawing->set->plain.leading) : 0;

	if (count >= left) {
		if (!tail_leaves(drawing, at, left))
			return left;
		count = left - tail_of(left);
	} else if (left - count < TABLE_FEWEST_LINES) {
		count = left - TABLE_FEWEST_LINES;
	}
	return count < TABLE_FEWEST_LINES ? 0 : count;
}

/* A row taller than a page goes on line by line. */
static void draw_split(const struct drawing *drawing, size_t at)
{
	struct set_row *row = &drawing->set->rows[at];
	size_t first = 0;

	while (first < row->lines) {
		const size_t count =
			lines_here(drawing, at, row->lines - first);

		if (count > 0)
			draw_lines(drawing, row, first, count);
		else
			go_on(drawing);
		first += count;
	}
}

static void draw_row(const struct drawing *drawing, size_t at)
{
	struct set_table *set = drawing->set;
	struct set_row *row = &set->rows[at];
	int32_t height;

	(void)table_together(set, at, &height);
	if (flow_room(drawing->flow) < height)
		go_on(drawing);
	if (table_row_height(set, row) > table_room(set))
		draw_split(drawing, at);
	else
		draw_lines(drawing, row, 0, row->lines);
}

void table_draw(struct set_table *set, struct flow *flow)
{
	const struct drawing drawing = {
		.set = set,
		.flow = flow,
	};

	canvas_open(set->press->canvas, TAG_TABLE, NULL);
	draw_caption(&drawing);
	draw_rule_alone(set, flow->y, RULE_TOP, COLOUR_INK);
	draw_head(&drawing);
	if (set->head_count < set->row_count)
		canvas_open(set->press->canvas, TAG_TBODY, NULL);
	for (size_t i = set->head_count; i < set->row_count; i++)
		draw_row(&drawing, i);
	if (set->head_count < set->row_count)
		canvas_close(set->press->canvas);
	canvas_close(set->press->canvas);
}
