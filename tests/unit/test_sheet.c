/*
 * What a spreadsheet gets of a printed table; every list was written by hand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "compose/blocks.h"
#include "compose/sheet.h"
#include "compose/sheet_cell.h"
#include "compose/words.h"
#include "lib/csv_writer.h"
#include "lib/text.h"

#define MINUS "\xe2\x88\x92"

static const struct {
	const char *words;
	const char *number; /* NULL: it is none */
	const char *unit;
} numbers[] = {
	{ "12", "12", "" },
	{ "11.3 %", "11.3", "%" },
	{ "11.3 %", "11.3", "%" },
	{ "1 234 567,50 kr", "1234567,50", "kr" },
	{ "1234 tkr", "1234", "tkr" },
	{ MINUS "5 000", "-5000", "" },
	{ "12 34", "12", "34" },
	{ "3 1234", "3", "1234" },
	{ "1 person", "1", "person" },
	{ "", NULL, "" },
	{ "..", NULL, "" },
	{ "\xe2\x80\x93", NULL, "" },
	{ MINUS, NULL, "" },
	{ "2018-08-27", NULL, "" },
	{ "1,", NULL, "" },
	{ "12\n13", NULL, "" },
	{ "12 st\n13", NULL, "" },
	{ "ej jämförbar", NULL, "" },
};

static const struct number_format usual;
static const struct number_format english = { .group = ",", .minus = "-" };
static const struct number_format dashed = { .group = "", .minus = "–" };

static const struct {
	const struct number_format *format;
	const char *words;
	const char *number; /* NULL: it is none */
	const char *unit;
} formatted[] = {
	{ &english, "-1,234,567.5%", "-1234567.5", "%" },
	{ &english, "1,234 SEK", "1234", "SEK" },
	{ &english, "1,23", "1,23", "" }, /* somebody's own */
	{ &english, "1,2345", "1,2345", "" },
	{ &english, MINUS "1 234", "-1234", "" },
	{ &usual, "1,234", "1,234", "" },
	{ &usual, "-12", NULL, "" },
	{ &dashed, "–1234,5 tkr", "-1234,5", "tkr" },
	{ &dashed, "–", NULL, "" },
};

static void numbers_are_those_of_a_format(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(formatted); i++) {
		const char *want = formatted[i].number;
		struct text number = { 0 };
		struct text unit = { 0 };
		const bool is =
			sheet_cell_number(formatted[i].words,
					  formatted[i].format, &number, &unit);

		if (is != (want != NULL) ||
		    strcmp(text_string(&number), is ? want : "") != 0)
			fail_msg("\"%s\": got \"%s\"", formatted[i].words,
				 text_string(&number));
		assert_string_equal(text_string(&unit), formatted[i].unit);
		text_clear(&number);
		text_clear(&unit);
	}
}

static void numbers_are_parted_from_units(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		struct text number = { 0 };
		struct text unit = { 0 };
		bool is = sheet_cell_number(numbers[i].words, &usual, &number,
					    &unit);

		if (is != (numbers[i].number != NULL))
			fail_msg("\"%s\": %s", numbers[i].words,
				 is ? "a number" : "none");
		assert_string_equal(text_string(&number),
				    is ? numbers[i].number : "");
		assert_string_equal(text_string(&unit), numbers[i].unit);
		text_clear(&unit);
		text_clear(&number);
	}
}

static const struct {
	const char *cell;
	const char *want;
} cells[] = {
	{ "abc", "abc" },
	{ "a;b", "\"a;b\"" },
	{ "a\"b", "\"a\"\"b\"" },
	{ "a\nb", "\"a\nb\"" },
	{ "=1+1", "'=1+1" },
	{ "=A1;B1", "\"'=A1;B1\"" },
	{ "+cmd", "'+cmd" },
	{ "-cmd", "'-cmd" },
	{ "@SUM(A1)", "'@SUM(A1)" },
	{ "\t=1", "'\t=1" },
	{ "-1234,5", "-1234,5" },
	{ "+12", "+12" },
};

static void cells_do_not_run(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cells); i++) {
		struct text text = { 0 };

		csv_writer_cell(&text, cells[i].cell);
		assert_string_equal(text_string(&text), cells[i].want);
		text_clear(&text);
	}
}

/* Two rows of heads, of which one cell spans both and one two columns. */
static void add_heads(struct table *table, struct arena *arena)
{
	struct table_row *row = table_add_row(table, arena, ROW_HEAD);

	row_add_text(row, arena, "Enhet")->rows = 2;
	row_add_text(row, arena, "Utfall")->columns = 2;
	row = table_add_row(table, arena, ROW_HEAD);
	row_add_text(row, arena, "2022");
	row_add_text(row, arena, "2023");
}

static void add_body(struct table *table, struct arena *arena)
{
	struct table_row *row;

	table_add_group(table, arena, "LSS");
	row = table_add_row(table, arena, ROW_BODY);
	row_add_text(row, arena, "=Boende");
	row_add_text(row, arena,
		     "1\xe2\x80\xaf"
		     "234");
	row_add_text(row, arena, MINUS "3,5\xc2\xa0%");
	row = table_add_row(table, arena, ROW_TOTAL);
	row_add_text(row, arena, "Sum\xc2\xadma");
	row_add_text(row, arena, "..");
	row_add_text(row, arena, "4\xc2\xa0%");
}

static void a_table_becomes_a_list(void **state)
{
	static const struct table_column columns[] = { { ALIGN_TEXT, 1 },
						       { ALIGN_NUMBER, 0 },
						       { ALIGN_NUMBER, 0 } };
	struct words words = { .language = "sv" };
	struct arena arena = { 0 };
	struct blocks blocks = { 0 };
	struct text text = { 0 };
	struct table *table;

	(void)state;
	words.list[WORD_TABLES_GROUP] = "Grupp";
	words.list[WORD_TABLES_UNIT] = "{column}, enhet";
	table = blocks_add_table(&blocks, &arena, "t", columns, 3);
	add_heads(table, &arena);
	add_body(table, &arena);
	sheet_print(&text, table, &words);
	assert_string_equal(
		text.at,
		"\xef\xbb\xbf"
		"Grupp;Enhet;Utfall, 2022;Utfall, 2023;Utfall, 2023, enhet\r\n"
		"LSS;'=Boende;1234;-3,5;%\r\n"
		";Summa;..;4;%\r\n");
	text_clear(&text);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_parted_from_units),
		cmocka_unit_test(numbers_are_those_of_a_format),
		cmocka_unit_test(cells_do_not_run),
		cmocka_unit_test(a_table_becomes_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
