/*
 * On the fake canvas a character of 10 pt is 5 pt wide.  Cells have 5 pt of
 * padding to the left and right.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "fake_canvas.h"
#include "fake_style.h"
#include "model/number_format.h"
#include "model/report.h"
#include "typeset/flow.h"
#include "typeset/press.h"
#include "typeset/table.h"

#define PT MPT_PER_POINT
#define PAD TABLE_PAD_X
#define COLUMNS 4
#define ROWS 40

static struct canvas canvas;
static struct house_style style;
static struct report_head head = {
	.short_title = "Titel",
	.municipality = "Nordvikens kommun",
	.unit = "Socialnämnden",
};

static int setup(void **state)
{
	(void)state;
	canvas = (struct canvas){ 0 };
	style = fake_style();
	return 0;
}

/* One column of numbers below a head, drawn at x = 0. */
static void draw_numbers(const char *const *cells, size_t count,
			 const struct number_format *format)
{
	struct table_column columns[] = { { .align = ALIGN_TEXT },
					  { .align = ALIGN_NUMBER } };
	struct run runs[16] = { 0 };
	struct table_cell list[16] = { 0 };
	struct table_row rows[8] = { 0 };
	struct table table = { .columns = columns,
			       .column_count = 2,
			       .rows = rows,
			       .row_count = count };
	const struct table_place place = { .wide = 450 * PT,
					   .continued = "forts." };
	const struct press press = { &canvas, &style, NULL, format };
	struct flow flow = { .press = press, .head = &head };
	struct set_table set = { 0 };

	for (size_t i = 0; i < count; i++) {
		runs[2 * i].text = "rad";
		runs[2 * i + 1].text = cells[i];
		for (size_t k = 0; k < 2; k++)
			list[2 * i + k] = (struct table_cell){
				{ &runs[2 * i + k], 1 }, 1, 1, k == 0
			};
		rows[i] = (struct table_row){ i ? ROW_BODY : ROW_HEAD,
					      &list[2 * i], 2, NULL };
	}
	table_fill(&set, &press, &table, &place);
	(void)flow_need(&flow, table_start(&set));
	canvas.count = 0; /* the running matter */
	table_draw(&set, &flow);
	table_clear(&set);
	free(flow.matter);
}

static int32_t x_of(const char *text)
{
	for (size_t i = 0; i < canvas.count; i++)
		if (strcmp(canvas.drawn[i].text, text) == 0)
			return canvas.drawn[i].x;
	fail_msg("\"%s\" was not drawn", text);
	return 0;
}

struct stand {
	const char *text;
	int32_t x; /* pt */
};

static void prove_places(const struct stand *rows, size_t count)
{
	int wrong = 0;

	for (size_t i = 0; i < count; i++) {
		const int32_t got = x_of(rows[i].text);

		if (got == rows[i].x * PT)
			continue;
		print_error("%s: at %d, want %d\n", rows[i].text, got,
			    rows[i].x * PT);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

/*
 * The first column is "rad" with padding: 25 pt.  Left of the comma the widest
 * is "−1 234" (30 pt), from it on ",75 %" (25 pt): 55 pt, more than the head.
 * So commas stand at 25 + 5 + 30 = 60 pt.
 */
static void commas_stand_in_line(void **state)
{
	const char *const cells[] = {
		"Värde", "7,5 %", "12", "−1\u202f234,75 %", "–", "≥ 85", "Ja"
	};
	static const struct stand rows[] = {
		{ "7,5 %", 55 }, { "12", 50 }, { "−1\u202f234,75 %", 30 },
		{ "≥ 85", 40 },  { "Ja", 50 }, /* a word ends at the comma */
		{ "Värde", 60 },               /* a head at the column's end */
	};

	(void)state;
	draw_numbers(cells, COUNT_OF(cells), NULL);
	prove_places(rows, COUNT_OF(rows));
	/* the middle of the dash, 5 pt wide, is the comma's place */
	assert_int_equal(x_of("–"), 57500);
}

/*
 * The same where a comma parts thousands: left of the point the widest is
 * "1,234,567" (45 pt), so that points stand at 25 + 5 + 45 = 75 pt.
 */
static void points_stand_in_line(void **state)
{
	static const struct number_format format = { .group = ",",
						     .minus = "-" };
	const char *const cells[] = { "Value", "7.5%",      "12",  "-1,234.75%",
				      "≥ 85",  "1,234,567", "1,23" };
	static const struct stand rows[] = {
		{ "7.5%", 70 }, { "12", 65 },        { "-1,234.75%", 45 },
		{ "≥ 85", 55 }, { "1,234,567", 30 }, { "1,23", 70 },
	};

	(void)state;
	draw_numbers(cells, COUNT_OF(cells), &format);
	prove_places(rows, COUNT_OF(rows));
}

/* A line of thinking for every word: "r12k3w1". */
static void make_words(struct text *text, unsigned int *chance, size_t row,
		       size_t column)
{
	size_t count;

	*chance = *chance * 1103515245u + 12345u;
	count = (*chance >> 16) % 9;
	for (size_t i = 0; i < count; i++) {
		const char *fill = "abcdefghijklmnopqrstuvwxyz";

		*chance = *chance * 1103515245u + 12345u;
		text_printf(text, "%sr%zuk%zuw%zu%.*s", i ? " " : "", row,
			    column, i, (int)((*chance >> 16) % 12), fill);
	}
}

struct sheet {
	struct table_column columns[COLUMNS];
	struct table_row rows[ROWS];
	struct table_cell cells[ROWS][COLUMNS];
	struct run runs[ROWS][COLUMNS];
	struct text texts[ROWS][COLUMNS];
	struct table table;
};

static struct sheet *make_sheet(unsigned int chance)
{
	struct sheet *sheet = mem_alloc(sizeof(*sheet));

	sheet->columns[COLUMNS - 1].align = ALIGN_NUMBER;
	for (size_t i = 0; i < ROWS; i++) {
		sheet->rows[i] =
			(struct table_row){ i ? ROW_BODY : ROW_HEAD,
					    sheet->cells[i], COLUMNS, NULL };
		for (size_t k = 0; k < COLUMNS; k++) {
			make_words(&sheet->texts[i][k], &chance, i, k);
			sheet->runs[i][k].text =
				text_string(&sheet->texts[i][k]);
			sheet->cells[i][k] = (struct table_cell){
				{ &sheet->runs[i][k], 1 }, 1, 1, false
			};
		}
	}
	sheet->table = (struct table){ .columns = sheet->columns,
				       .column_count = COLUMNS,
				       .rows = sheet->rows,
				       .row_count = ROWS };
	return sheet;
}

static void free_sheet(struct sheet *sheet)
{
	for (size_t i = 0; i < ROWS; i++)
		for (size_t k = 0; k < COLUMNS; k++)
			text_clear(&sheet->texts[i][k]);
	free(sheet);
}

static void add_words(struct text *into, const char *text)
{
	for (; *text; text++)
		if (*text != ' ')
			text_add_char(into, *text);
}

/*
 * What was drawn for good in a column, from top to bottom: a row that goes on
 * on the next page is drawn cell by cell there too.  Counts what leaves its
 * column; the space at a line's end takes no room.
 */
static void add_drawn(struct text *into, const struct set_column *column,
		      int *outside)
{
	for (size_t i = 0; i < canvas.count; i++) {
		const struct drawn *one = &canvas.drawn[i];
		const int32_t end = column->x + column->width;
		size_t len = strlen(one->text);

		if (one->artifact || one->x < column->x || one->x >= end)
			continue;
		add_words(into, one->text);
		while (len > 0 && one->text[len - 1] == ' ')
			len--;
		if (one->x < column->x + PAD ||
		    one->x + (int32_t)len * 5 * PT > end - PAD)
			(*outside)++;
	}
}

static int count_wrong(const struct set_table *set, const struct sheet *sheet)
{
	int wrong = 0;

	for (size_t k = 0; k < COLUMNS; k++) {
		struct text want = { 0 };
		struct text got = { 0 };

		for (size_t i = 0; i < ROWS; i++)
			add_words(&want, sheet->runs[i][k].text);
		add_drawn(&got, &set->columns[k], &wrong);
		if (strcmp(text_string(&got), text_string(&want)) != 0)
			wrong++;
		text_clear(&want);
		text_clear(&got);
	}
	return wrong;
}

static void every_word_stands_once(void **state)
{
	const struct press press = { &canvas, &style, NULL, NULL };
	const struct table_place place = { .x = 70 * PT,
					   .measure = 350 * PT,
					   .wide = 460 * PT,
					   .continued = "forts." };

	(void)state;
	for (unsigned int chance = 1; chance <= 20; chance++) {
		struct sheet *sheet = make_sheet(chance);
		struct flow flow = { .press = press, .head = &head };
		struct set_table set = { 0 };

		canvas = (struct canvas){ 0 };
		table_fill(&set, &press, &sheet->table, &place);
		assert_true(set.width <= place.wide);
		(void)flow_need(&flow, table_start(&set));
		table_draw(&set, &flow);
		assert_true(canvas.count < COUNT_OF(canvas.drawn));
		assert_int_equal(canvas.depth, 0);
		assert_int_equal(canvas.tables, 1);
		assert_true(canvas.pages > 1);
		assert_int_equal(count_wrong(&set, sheet), 0);
		table_clear(&set);
		free(flow.matter);
		free_sheet(sheet);
	}
}

static void nothing_stands_below_the_margin(void **state)
{
	const struct press press = { &canvas, &style, NULL, NULL };
	const struct table_place place = { .x = 70 * PT,
					   .measure = 350 * PT,
					   .wide = 460 * PT,
					   .continued = "forts." };
	struct sheet *sheet = make_sheet(7);
	struct flow flow = { .press = press, .head = &head };
	struct set_table set = { 0 };

	(void)state;
	table_fill(&set, &press, &sheet->table, &place);
	(void)flow_need(&flow, table_start(&set));
	table_draw(&set, &flow);
	for (size_t i = 0; i < canvas.count; i++)
		if (!canvas.drawn[i].artifact)
			assert_in_range(canvas.drawn[i].y, style.top,
					style.height - style.bottom);
	table_clear(&set);
	free(flow.matter);
	free_sheet(sheet);
}

/* Head and caption stand again on every page that follows, as artifacts. */
static void head_is_repeated(void **state)
{
	const struct press press = { &canvas, &style, NULL, NULL };
	const struct table_place place = { .x = 70 * PT,
					   .measure = 350 * PT,
					   .wide = 460 * PT,
					   .continued = "forts." };
	struct sheet *sheet = make_sheet(3);
	struct flow flow = { .press = press, .head = &head };
	struct set_table set = { 0 };
	int again = 0;

	(void)state;
	table_fill(&set, &press, &sheet->table, &place);
	(void)flow_need(&flow, table_start(&set));
	table_draw(&set, &flow);
	for (size_t i = 0; i < canvas.count; i++)
		if (canvas.drawn[i].artifact &&
		    strstr(canvas.drawn[i].text, "(forts.)"))
			again++;
	assert_int_equal(again, canvas.pages - 1);
	table_clear(&set);
	free(flow.matter);
	free_sheet(sheet);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(commas_stand_in_line, setup),
		cmocka_unit_test_setup(points_stand_in_line, setup),
		cmocka_unit_test_setup(every_word_stands_once, setup),
		cmocka_unit_test_setup(nothing_stands_below_the_margin, setup),
		cmocka_unit_test_setup(head_is_repeated, setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
