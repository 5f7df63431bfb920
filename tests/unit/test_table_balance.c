/* On the fake canvas a character of 10 pt is 5 pt wide. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_canvas.h"
#include "fake_style.h"
#include "model/report.h"
#include "typeset/press.h"
#include "typeset/table.h"

#define PT MPT_PER_POINT

static struct canvas canvas;

/*
 * A column with a text of 59 characters beside six of 8, below heads of 11, in
 * 480 pt.  If each of the six has its 8 characters in one line, 40 pt and 10 pt
 * of padding, 180 pt are left for the first, 170 pt of text, which is 34
 * characters: two lines.  By roots of what they want, 552 and 254 of 2076, it
 * would have 127 pt, 23 characters, and three lines.
 */
static void rows_come_low(void **state)
{
	const struct house_style style = fake_style();
	const struct press press = { &canvas, &style, NULL, NULL };
	const struct table_place place = { .x = 70 * PT,
					   .measure = 350 * PT,
					   .wide = 480 * PT,
					   .continued = "forts." };
	struct table_column columns[7] = { 0 };
	struct run runs[2][7] = { 0 };
	struct table_cell cells[2][7] = { 0 };
	struct table_row rows[9] = { { ROW_HEAD, cells[0], 7, NULL } };
	const struct table table = { .columns = columns,
				     .column_count = 7,
				     .rows = rows,
				     .row_count = 9 };
	struct set_table set = { 0 };

	(void)state;
	for (size_t i = 1; i < 9; i++)
		rows[i] = (struct table_row){ ROW_BODY, cells[1], 7, NULL };
	for (size_t i = 0; i < 14; i++) {
		struct run *run = &runs[i / 7][i % 7];

		run->text = i < 7 ? "abcde fghij" : "abc defg";
		cells[i / 7][i % 7] =
			(struct table_cell){ { run, 1 }, 1, 1, false };
	}
	runs[0][0].text = "abcde";
	runs[1][0].text = "abcd abcd abcd abcd abcd abcd "
			  "abcd abcd abcd abcd abcd abcd";
	table_fill(&set, &press, &table, &place);
	for (size_t i = 1; i < 9; i++)
		assert_int_equal(set.rows[i].lines, 2);
	assert_in_range(set.width, 475 * PT, 480 * PT);
	table_clear(&set);
}

/*
 * In 200 pt a column with a weight, whose texts are 19 characters and so 105 pt
 * wide with padding, beside one with 2 characters in all rows but the first,
 * which has 23: 125 pt.  If that text keeps its line, all others have two; if
 * it has two, of 11 characters, 95 pt are left and all others have one.
 */
static void one_long_text_gives_way(void **state)
{
	const struct house_style style = fake_style();
	const struct press press = { &canvas, &style, NULL, NULL };
	const struct table_place place = { .wide = 200 * PT,
					   .continued = "forts." };
	struct table_column columns[] = { { ALIGN_TEXT, 1 },
					  { ALIGN_NUMBER, 0 } };
	struct run runs[3] = { { .text = "abcd abcd abcd abcd" },
			       { .text = "abc abc abc abc abc abc" },
			       { .text = "ab" } };
	struct table_cell cells[2][2];
	struct table_row rows[8];
	const struct table table = { .columns = columns,
				     .column_count = 2,
				     .rows = rows,
				     .row_count = 8 };
	struct set_table set = { 0 };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		cells[i][0] =
			(struct table_cell){ { &runs[0], 1 }, 1, 1, true };
		cells[i][1] =
			(struct table_cell){ { &runs[i + 1], 1 }, 1, 1, false };
	}
	for (size_t i = 0; i < 8; i++)
		rows[i] = (struct table_row){ ROW_BODY, cells[i > 0], 2, NULL };
	table_fill(&set, &press, &table, &place);
	assert_int_equal(set.rows[0].lines, 2);
	for (size_t i = 1; i < 8; i++)
		assert_int_equal(set.rows[i].lines, 1);
	table_clear(&set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_come_low),
		cmocka_unit_test(one_long_text_gives_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
